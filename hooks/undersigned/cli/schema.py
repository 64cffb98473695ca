"""The command `undersigned schema`: print the JSON Schema of the register."""

import click

from ..schema import schema_text


@click.command(epilog="Example: undersigned schema > signatories.schema.json")
def schema() -> None:
    """Print the JSON Schema (2020-12) of the register, for editors."""
    click.echo(schema_text(), nl=False)
