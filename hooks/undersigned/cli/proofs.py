"""The command `undersigned proofs`: keep copies of what signatories' own servers say."""

import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

import click

from ..problem import Problem, counted, quoted, stopping
from ..progress_line import progress_shown
from .asking import minutes_option, network_in, note_cut_off, stop
from .context import site_root
from .interrupts import INTERRUPTED, interruptible
from .report_file import refuse_report, report_option, write_file

if TYPE_CHECKING:
    from ..verification.outcomes import Result
    from ..verification.proof_site import ProofSite


@click.command(epilog="Example: undersigned proofs --check --report proofs.json")
@click.argument("hosts", nargs=-1, metavar="[HOST]...")
@click.option(
    "--accept", "accepted", multiple=True, metavar="HOST",
    help="Keep what this host serves although it proves less, or by another key.",
)  # fmt: skip
@click.option("--check", is_flag=True, help="Write no copy; print what would be kept.")
@report_option
@minutes_option(30)
@click.pass_obj
def proofs(
    network: object,
    hosts: tuple[str, ...],
    accepted: tuple[str, ...],
    check: bool,
    file: Path | None,
    minutes: float,
) -> None:
    """Ask each signatory's own server, or HOST alone, which words it endorses, and keep copies.

    A copy is written to proofs/ where a server proves an endorsement, and anew where it proves all
    that the copy proves, by the same key. All else is reported, and the old copy stays, with the
    grade that follows from it: a file that is gone is a note, one that proves less a warning. Only
    what wants a decision is a problem, and exits with 1: another digest of a text that a copy
    proves, a withdrawal, another key, and with --check a proof that has no copy yet.
    No entry is changed and no copy is removed. --accept asks the hosts that it names and no others.
    Ctrl-C ends a run as --minutes does: with a report, and what was found until then is kept.
    """
    root, end = site_root(), monotonic() + 60 * minutes
    if check and accepted:
        raise click.UsageError("--accept writes a copy and --check none; give one of them")
    if file is not None:
        refuse_report(file)
    with interruptible("stopped before anybody was asked; run it again"):
        site = _site(root)
        results, stopped = _asked(site, network, hosts, accepted, end)
    problems, unwritten = _kept(site, results, check)
    if file is not None:
        from ..verification.proof_reports import json_report

        write_file(file, json_report(results))
    _print(site, results, problems)
    if unwritten:
        click.echo("stopped before each copy was written; run it again for the others", err=True)
    if stopped or unwritten:
        sys.exit(INTERRUPTED)
    sys.exit(1 if stopping(problems) else 0)


def _site(root: Path) -> "ProofSite":
    """What is known of a site before anybody is asked; exits with 2 where that is too little."""
    from ..verification.proof_site import read_proof_site

    site, problems = read_proof_site(root)
    if site is None:
        stop(problems)
    if site.left_off:
        count = counted(site.left_off, "problem")
        click.echo(f"note: the register has {count}; 'undersigned check' reports them", err=True)
    return site


def _asked(
    site: "ProofSite",
    network: object,
    hosts: Sequence[str],
    accepted: Sequence[str],
    end: float,
) -> tuple[list["Result"], bool]:
    """What came of asking the hosts, and whether an interrupt stopped that.

    `network` replaces the real one if it is a `Network`. Without hosts all are asked.
    """
    # Imported late: no other command needs all of it.
    from ..links.turns import week_of
    from ..verification.asked import in_turn
    from ..verification.fetch import fetch_all
    from ..verification.outcomes import result_of

    named = [_known(site, each) for each in hosts]
    accepting = [_known(site, each) for each in accepted]
    asked = {each.host: each for each in site.asked(named, accepting)}
    order = in_turn(asked, site.copies, week_of(datetime.now(UTC).date()))
    websites = [website for host in order for website in asked[host].websites]
    with progress_shown() as progress:
        found, stopped = fetch_all(websites, network_in(network), site.agent, end, progress)
    results = [result_of(each, found.get(host), site.register) for host, each in asked.items()]
    return results, stopped


def _known(site: "ProofSite", given: str) -> str:
    """The key of a host that is given; raises `click.UsageError` where no signatory has it."""
    from ..proofs.hosts import host_key

    address = given if "//" in given else f"https://{given}"
    host = host_key(address)
    if not host:
        message = f"on {quoted(given)} no file speaks for one signatory alone"
        raise click.UsageError(f"{message}; name the host of a website")
    if host not in site.claims:
        message = f"{quoted(given)} is the host of no signatory who is asked"
        example = next(iter(site.claims), "")
        hint = f"; name one of the register, such as {example}" if example else ""
        raise click.UsageError(f"{message}{hint}")
    return host


def _kept(
    site: "ProofSite", results: Sequence["Result"], check: bool
) -> tuple[list[Problem], bool]:
    """Write the copies that are to be kept, or with `check` report them.

    Gives every problem, and whether an interrupt (Ctrl-C) left some copies unwritten.
    """
    from ..verification.proof_reports import yet_to_keep

    problems = site.problems_at([result.asked.host for result in results])
    for result in results:
        problems += result.problems
        if result.copy and check:
            problems += yet_to_keep(result, site.register.places)
    try:
        if not check:
            problems += _write(site.root, results)
    except KeyboardInterrupt:
        return problems, True
    return problems, False


def _write(root: Path, results: Sequence["Result"]) -> list[Problem]:
    """Write each copy and print that; gives a problem for each that cannot be written."""
    from ..proofs.copies import folder_of
    from ..verification.keeping import keep
    from ..verification.proof_reports import kept_line

    problems = []
    for result in results:
        if result.copy is None:
            continue
        try:
            keep(root, result.asked.host, result.copy.files)
            click.echo(kept_line(result))
        except OSError as error:
            message = f"cannot be written: {error.strerror}"
            problems.append(Problem(folder_of(result.asked.host), 1, 1, message))
    return problems


def _print(site: "ProofSite", results: Sequence["Result"], problems: Sequence[Problem]) -> None:
    from ..verification.proof_reports import is_cut_off, text_report

    if is_cut_off(results):
        note_cut_off()
    click.echo(text_report(results, problems))
