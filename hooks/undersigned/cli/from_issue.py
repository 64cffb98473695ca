"""`undersigned from-issue`."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

import click

from ..format.atomic_write import create_text
from ..issues.entry import DropIn, drop_in_of
from ..issues.event import read_event
from ..issues.forms import CHECKED, IssueForm, read_forms
from ..issues.refusals import REPORTED_AT_MOST, Refusal, comment_text
from ..paths import DROP_INS
from ..problem import printable, report
from ..register.new_entry import entry_checker
from ..text.source import MEBIBYTE, read_source
from .context import site_root

_FILE = click.Path(path_type=Path, dir_okay=False)


@click.command(
    "from-issue",
    epilog='Example: undersigned from-issue "$GITHUB_EVENT_PATH" --output "$GITHUB_OUTPUT"',
)
@click.argument("event", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option(
    "--label", default=CHECKED, show_default=True,
    help="The label by which a maintainer says that the issue was looked at.",
)  # fmt: skip
@click.option("--output", type=_FILE, help="Append what is printed here, as GITHUB_OUTPUT has it.")
@click.option("--answer", type=_FILE, help="Write what is to be mended here, as Markdown.")
def from_issue(event: Path, label: str, output: Path | None, answer: Path | None) -> None:
    """Make a drop-in of an issue: write a new file into signatories.d/.

    EVENT is the file in which GitHub describes an issue that was given a label. Its body is one of
    the forms 'Endorse the principles'. Prints the file's path, the branch on which to propose it,
    the issue's number and who opened it. What the checker would refuse is reported for the person
    who wrote the issue; nothing is then written, and it exits with 1. The forms are those in
    .github/ISSUE_TEMPLATE/; what is wrong with them is for a maintainer, and --answer is left
    unwritten.
    """
    root = site_root()
    forms, problems = read_forms(root)
    if problems:
        click.echo(report(problems), err=True)
        sys.exit(1)
    made = _made(root, event, label, forms)
    if isinstance(made, DropIn):
        made = _saved(root, made)
    if isinstance(made, list):
        _refuse(made, label, answer)
    text = _printed(made)
    click.echo(text, nl=False)
    if output:
        with output.open("a", encoding="utf-8", newline="\n") as file:
            file.write(text)


def _printed(made: DropIn) -> str:
    about = {"path": made.path, "branch": made.branch, "issue": made.issue}
    lines = (about | {"opened_by": made.opened_by}).items()
    return "".join(f"{name}={value}\n" for name, value in lines)


def _made(
    root: Path, event: Path, label: str, forms: Sequence[IssueForm]
) -> DropIn | list[Refusal]:
    place = event.absolute()
    source, problems = read_source(place.parent, place.name, MEBIBYTE)
    if source is None:
        return [Refusal("The event", problem.message) for problem in problems]
    issue = read_event(source.text, label)
    if isinstance(issue, Refusal):
        return [issue]
    checker, problems = entry_checker(root)
    if barred := [problem for problem in problems if problem.path == DROP_INS]:
        return [Refusal(DROP_INS, problem.message) for problem in barred]
    return drop_in_of(issue, checker, forms)


def _saved(root: Path, made: DropIn) -> DropIn | list[Refusal]:
    try:
        create_text(root / made.path, made.text)
    except FileExistsError:
        return [Refusal(made.path, "is already there and is left as it is")]
    return made


def _refuse(refusals: list[Refusal], label: str, answer: Path | None) -> NoReturn:
    """Report to a log in lines, and to the person in Markdown."""
    for refusal in refusals[:REPORTED_AT_MOST]:
        click.echo(str(refusal), err=True)
    if answer:
        answer.write_text(comment_text(refusals, printable(label)), encoding="utf-8", newline="\n")
    sys.exit(1)
