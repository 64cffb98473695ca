"""What check-jsonschema says of files, in this process: to import it takes longer than to ask."""

from check_jsonschema import main
from click.testing import CliRunner, Result


def validated(*arguments: str) -> Result:
    """Run the command with these arguments; its output and errors are together in `output`."""
    ran = CliRunner().invoke(main, arguments)
    assert ran.exception is None or isinstance(ran.exception, SystemExit), ran.exception
    return ran
