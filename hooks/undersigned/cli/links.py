"""`undersigned links`."""

import sys
from pathlib import Path
from typing import NoReturn

import click

from ..format.atomic_write import replace_text
from ..links.allowlist import Exemption, read_exceptions
from ..links.occurrence import Scope
from ..links.settings import Settings, read_settings
from ..problem import Problem, Severity, counted, printable, report
from .context import site_root


@click.command(epilog="Example: undersigned links --only evidence --report links.json")
@click.option("--only", type=click.Choice([scope.value for scope in Scope]), help="Ask only these.")
@click.option(
    "--report", "file", metavar="FILE", type=click.Path(path_type=Path, dir_okay=False),
    help="Write everything that was found as JSON, too; its name ends in .json.",
)  # fmt: skip
@click.pass_obj
def links(network: object, only: str | None, file: Path | None) -> None:
    """Ask every address that leads out of the site once, and tell which ones have aged.

    Exits with 1 only if one is certainly gone (404, 410). What is doubtful is a warning, what has
    moved a note. Evidence is also held against the statement: it should be on the same site as
    before, and hold its title or its address. Known exceptions stand in links.yml, with reasons.
    A source that is gone while its archived copy answers is a warning; for a source without a copy,
    the address at which to save one is given, and not asked.
    Nothing is changed but FILE.
    """
    root = site_root()
    if file is not None:
        _refuse_misnamed(file)
        _refuse_unwritable(file)
    try:
        gone = _look(root, network, only, file)
    except KeyboardInterrupt:
        sys.exit(130)  # as shells have it; threads still waiting end with the program
    if gone:
        sys.exit(1)


def _look(root: Path, network: object, only: str | None, file: Path | None) -> bool:
    """Ask, tell and write; whether anything is gone."""
    # Imported late: no other command needs the network, nor Markdown.
    from ..links.archives import unsaved
    from ..links.findings import is_cut_off, superfluous
    from ..links.network import Network
    from ..links.outgoing import outgoing
    from ..links.reports import json_report, text_report
    from ..links.run import look_at_all

    settings, exceptions = _settings(root), _exceptions(root)
    found = outgoing(root, settings)
    if found.problems:
        count = counted(len(found.problems), "problem")
        click.echo(f"note: the site has {count}; 'undersigned check' tells them", err=True)
    occurrences = [each for each in found.occurrences if only in (None, each.role.scope)]
    network = network if isinstance(network, Network) else Network()
    findings = look_at_all(occurrences, settings, exceptions, network)
    if file is not None:
        _write(file, json_report(findings))
    if is_cut_off(findings):
        click.echo("note: nobody answered at all; see whether this machine is connected", err=True)
    notes = [*superfluous(exceptions, found.occurrences, findings), *unsaved(findings)]
    click.echo(text_report(findings, notes))
    told = (finding.problem() for finding in findings)
    return any(each is not None and each.severity is Severity.PROBLEM for each in told)


def _settings(root: Path) -> Settings:
    settings = read_settings(root)
    return _stop([settings]) if isinstance(settings, Problem) else settings


def _exceptions(root: Path) -> tuple[Exemption, ...]:
    exceptions, problems = read_exceptions(root)
    return _stop(problems) if problems else exceptions


def _stop(problems: list[Problem]) -> NoReturn:
    """Tell what keeps this from beginning; not with exit code 1, since nothing is gone."""
    click.echo(report(problems))
    sys.exit(2)


def _refuse_misnamed(file: Path) -> None:
    """What people write by hand, such as the register, is not to be overwritten by a slip."""
    if file.suffix.lower() != ".json":
        name = printable(str(file))
        message = f"{name} does not end in '.json', as a report does; name another file"
        raise click.UsageError(message)


def _refuse_unwritable(file: Path) -> None:
    """Before minutes are spent on what then could not be written."""
    if (file.exists() and not file.is_file()) or not file.absolute().parent.is_dir():
        message = f"cannot write {printable(str(file))}; name a file in a folder that is there"
        raise click.UsageError(message)


def _write(file: Path, text: str) -> None:
    try:
        replace_text(file, text)
    except OSError as error:
        click.echo(f"{printable(str(file))} cannot be written: {error.strerror}", err=True)
        sys.exit(2)
