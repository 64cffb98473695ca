"""The command `undersigned schema`: print the JSON Schema of the register, or of the record."""

import click

from ..schema import record_schema, register_schema, schema_text

_SCHEMAS = {"signatories": register_schema, "deeds": record_schema}


@click.command(epilog="Example: undersigned schema deeds > deeds.schema.json")
@click.argument(
    "of", metavar="[signatories|deeds]", type=click.Choice([*_SCHEMAS]), default="signatories"
)
def schema(of: str) -> None:
    """Print the JSON Schema (2020-12) of the register, or of the deeds, for editors."""
    click.echo(schema_text(_SCHEMAS[of]()), nl=False)
