"""The command `undersigned links`: ask every outgoing address whether it still answers."""

import re
import sys
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

import click

from ..links.allowlist import Exemption, read_exceptions
from ..links.occurrence import Occurrence, Scope
from ..links.settings import Settings, read_settings
from ..paths import BIBLIOGRAPHY
from ..problem import Problem, Severity, counted, printable, report
from ..progress_line import progress_shown
from ..text.source import read_source
from .asking import minutes_option, network_in, note_cut_off, stop
from .context import site_root
from .interrupts import INTERRUPTED, interruptible
from .report_file import refuse_report, report_option, write_file

if TYPE_CHECKING:
    from ..links.findings import Finding

_BYTE_ORDER_MARK = "\ufeff"

_WEEK = re.compile(r"[0-9]{4}-W[0-9]{2}", re.I)


def _week(_: click.Context, __: click.Parameter, given: str | None) -> int:
    """The week that is given, or else the present one; raises `click.BadParameter` for no week."""
    from ..links.turns import week_of

    if given is None:
        return week_of(datetime.now(UTC).date())
    try:
        if not _WEEK.fullmatch(given):
            raise ValueError
        return week_of(date.fromisocalendar(int(given[:4]), int(given[-2:]), 1))
    except ValueError:
        raise click.BadParameter(f"{printable(given)} is no week; write it as 2026-W48") from None


@click.command(epilog="Example: undersigned links --only evidence --report links.json")
@click.option("--only", type=click.Choice([scope.value for scope in Scope]), help="Ask only these.")
@report_option
@minutes_option(30)
@click.option(
    "--week", callback=_week, metavar="WEEK",
    help="Ask those whose turn is in this week, such as 2026-W48, instead of now.",
)  # fmt: skip
@click.option(
    "--mend", is_flag=True,
    help="Only write https for the http addresses of sources, where both show the same page.",
)  # fmt: skip
@click.pass_obj
def links(
    network: object, only: str | None, file: Path | None, minutes: float, week: int, mend: bool
) -> None:
    """Ask every address that leads out of the site once, and report which ones have aged.

    Exits with 1 only if one is certainly gone (404, 410). What is doubtful is a warning, what has
    moved a note. Evidence is also held against the statement: it should be on the same site as
    before, and hold its title or its address; a file of endorsements of which a copy is kept is for
    'undersigned proofs' to ask. Known exceptions stand in links.yml, with reasons.
    A source that is gone while its archived copy answers is a warning; for a source without a copy,
    the address at which to save one is given, and not asked.
    A run asks 20 addresses of a domain, for a minute at most, and reports which are left: their
    turn is in another week. Ctrl-C ends a run as --minutes does: with a report.
    At a terminal it shows who is waited for. Nothing is changed but FILE, or with --mend the files
    of the sources.
    """
    root, end = site_root(), monotonic() + 60 * minutes
    if mend and (only or file):
        raise click.UsageError("--mend goes alone; run it first, then the check without it")
    if file is not None:
        refuse_report(file)
    with interruptible("stopped before there was a whole report; run it again"):
        if mend:
            code = _mend(root, network, end)
        else:
            code = _check_links(root, network, only, file, week, end)
    sys.exit(code)


def _check_links(
    root: Path, network: object, only: str | None, file: Path | None, week: int, end: float
) -> int:
    """Ask the addresses of a site and report the findings; the code with which to exit.

    `network` replaces the real one if it is a `Network`; `only` is the value of a scope.
    """
    # Imported late: no other command needs the network, nor Markdown.
    from ..links.outgoing import outgoing
    from ..links.run import look_at_all

    settings, exceptions = _settings(root), _exceptions(root)
    found = outgoing(root, settings)
    if found.problems:
        count = counted(len(found.problems), "problem")
        click.echo(f"note: the site has {count}; 'undersigned check' reports them", err=True)
    occurrences = [each for each in found.occurrences if only in (None, each.role.scope)]
    with progress_shown() as progress:
        findings, stopped = look_at_all(
            occurrences, settings, exceptions, network_in(network), week, end, progress
        )
    _report(findings, found.occurrences, exceptions, file)
    if stopped:
        return INTERRUPTED
    problems = (finding.problem() for finding in findings)
    return int(any(each is not None and each.severity is Severity.PROBLEM for each in problems))


def _mend(root: Path, network: object, end: float) -> int:
    """Write https for the http addresses of sources where that is the same page, and report each.

    Exits with 2 where the file cannot be read or written. An interrupt ends it with a report.
    """
    from ..bibliography.bibtex.encodings import LARGEST
    from ..bibliography.files import listed_files
    from ..links.mending import mended
    from ..links.run import user_agent

    files, problems = listed_files(root)
    paths = [file.value for file in files] or [BIBLIOGRAPHY]
    sources = [read_source(root, path, LARGEST) for path in paths]
    problems += [problem for _, wrong in sources for problem in wrong]
    if problems:
        stop(problems)
    reached, agent = network_in(network), user_agent(_settings(root))
    found, stopped = list[Problem](), False
    for source in (source for source, _ in sources if source):
        with progress_shown() as progress:
            text, of_source, stopped = mended(source, reached, agent, end, progress)
        if text != source.text:
            write_file(root / source.path, f"{_BYTE_ORDER_MARK if source.marked else ''}{text}")
        found += of_source
        if stopped:
            break
    click.echo(report(found) if found else f"{_all_of(paths)} no http address")
    return INTERRUPTED if stopped else 0


def _all_of(paths: Sequence[str]) -> str:
    return f"{paths[0]} has" if len(paths) == 1 else f"the {len(paths)} .bib files have"


def _report(
    findings: Sequence["Finding"],
    occurrences: Sequence[Occurrence],
    exceptions: Sequence[Exemption],
    file: Path | None,
) -> None:
    """Write the findings to the file as JSON, if one is given, and print them as text.

    `occurrences` are all of the site, whether asked or not: an exception that none of them needs
    is superfluous.
    """
    from ..links.archives import unsaved
    from ..links.findings import is_cut_off, superfluous
    from ..links.reports import json_report, text_report

    if file is not None:
        write_file(file, json_report(findings))
    if is_cut_off(findings):
        note_cut_off()
    notes = [*superfluous(exceptions, occurrences, findings), *unsaved(findings)]
    click.echo(text_report(findings, notes))


def _settings(root: Path) -> Settings:
    settings, problems = read_settings(root)
    return settings or stop(problems)


def _exceptions(root: Path) -> tuple[Exemption, ...]:
    exceptions, problems = read_exceptions(root)
    return stop(problems) if problems else exceptions
