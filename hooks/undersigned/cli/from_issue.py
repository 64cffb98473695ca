"""`undersigned from-issue`."""

import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from time import monotonic
from typing import NoReturn

import click

from ..deeds.reading.new_entry import RecordChecker, record_checker
from ..format.atomic_write import create_text
from ..issues.asked import CHECKED, DEED_CHECKED, LABELS
from ..issues.entry import DropIn, drop_in_of, label_for
from ..issues.event import label_in, read_event
from ..issues.forms import IssueForm, read_forms
from ..issues.own_server import Servers
from ..issues.refusals import REPORTED_AT_MOST, Refusal, comment_text
from ..paths import DROP_INS
from ..problem import Problem, printable, report
from ..proofs.copies import Copy, folder_of
from ..register.claims import Texts, texts_of
from ..register.new_entry import entry_checker
from ..statement.identity import published_at
from ..text.source import MEBIBYTE, read_source
from .asking import network_in
from .context import site_root

# In seconds, for all that one server is asked.
_ASKED_FOR = 120

_FILE = click.Path(path_type=Path, dir_okay=False)


@click.command(
    "from-issue",
    epilog='Example: undersigned from-issue "$GITHUB_EVENT_PATH" --output "$GITHUB_OUTPUT"',
)
@click.argument("event", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option(
    "--label", help="The label by which a maintainer says that an issue of any form was looked at."
    f"  [default: {CHECKED}; of a deed {DEED_CHECKED}]",
)  # fmt: skip
@click.option("--output", type=_FILE, help="Append what is printed here, as GITHUB_OUTPUT has it.")
@click.option("--answer", type=_FILE, help="Write what is to be mended here, as Markdown.")
@click.pass_obj
def from_issue(
    network: object, event: Path, label: str | None, output: Path | None, answer: Path | None
) -> None:
    """Make a drop-in of an issue: write a new file into signatories.d/ or deeds.d/.

    EVENT is the file in which GitHub describes an issue that was given a label. Its body is one of
    the forms 'Endorse the principles' or 'Document a deed'. Prints the file's path, the branch on
    which to propose it, the issue's number and who opened it. What the checker would refuse is
    reported for the person who wrote the issue; nothing is then written, and it exits with 1. The
    forms are those in .github/ISSUE_TEMPLATE/; what is wrong with them is for a maintainer, and
    --answer is left unwritten.
    Where a form asks for a domain, the file of endorsements on the server there gives the date, the
    version and the evidence. A copy of it is then kept in proofs/, and its host is printed as well.
    Of a deed, sources may be given by their address; the key of the source that has it is taken.
    """
    root = site_root()
    forms, problems = read_forms(root)
    if problems:
        _stop(problems)
    labels = (label,) if label else LABELS
    made, wanted = _made(root, event, labels, forms, network)
    if isinstance(made, DropIn):
        made = _saved(root, made)
    if isinstance(made, list):
        _refuse(made, wanted, answer)
    text = _printed(made)
    click.echo(text, nl=False)
    if output:
        with output.open("a", encoding="utf-8", newline="\n") as file:
            file.write(text)


def _stop(problems: Sequence[Problem]) -> NoReturn:
    """Report what a maintainer has to mend before anything is said to a person."""
    click.echo(report(problems), err=True)
    sys.exit(1)


def _printed(made: DropIn) -> str:
    about = {"path": made.path, "branch": made.branch, "issue": made.issue}
    about |= {"opened_by": made.opened_by}
    lines = (about | ({"host": made.copy.host} if made.copy else {})).items()
    return "".join(f"{name}={value}\n" for name, value in lines)


def _made(
    root: Path, event: Path, labels: Sequence[str], forms: Sequence[IssueForm], network: object
) -> tuple[DropIn | list[Refusal], str]:
    """The drop-in, or everything to mend before, and the label by which it is then asked for."""
    place = event.absolute()
    source, problems = read_source(place.parent, place.name, MEBIBYTE)
    if source is None:
        return [Refusal("The event", problem.message) for problem in problems], labels[0]
    issue = read_event(source.text, labels)
    if isinstance(issue, Refusal):
        return [issue], label_in(source.text, labels)
    wanted = label_for(issue, forms)
    checker, problems = entry_checker(root)
    if barred := [problem for problem in problems if problem.path == DROP_INS]:
        return [Refusal(DROP_INS, problem.message) for problem in barred], wanted
    texts = texts_of(checker.context.versions, published_at(root))
    servers = Servers(lambda website: _served(root, website, texts, network), texts)
    return drop_in_of(issue, checker, forms, servers, partial(_record, root)), wanted


def _record(root: Path) -> RecordChecker:
    """The checker of deeds; exits with 1 where the bibliography cannot be read."""
    made, problems = record_checker(root)
    return made if made else _stop(problems)


def _served(root: Path, website: str, texts: Texts, network: object) -> tuple[Copy | None, str]:
    """What the server of a website serves, or none and why; exits with 1 where none can be asked.

    `network` replaces the real one if it is a `Network`.
    """
    # Imported late: no other form needs the network.
    from ..links.run import user_agent
    from ..links.settings import read_settings
    from ..verification.newcomers import in_place_of_kept, newly_served
    from ..verification.proof_site import read_proof_site

    settings, _ = read_settings(root)
    if settings is None or not texts.addresses:
        _stop(read_proof_site(root)[1])
    reached, end = network_in(network), monotonic() + _ASKED_FOR
    copy, why = newly_served(website, reached, user_agent(settings), end)
    # To read the register once more takes as long as all else.
    if copy is None or not (root / folder_of(copy.host)).exists():
        return copy, why
    site, problems = read_proof_site(root)
    return in_place_of_kept(copy, site) if site else _stop(problems)


def _saved(root: Path, made: DropIn) -> DropIn | list[Refusal]:
    """Write the files, all of them or none."""
    try:
        create_text(root / made.path, made.text)
    except FileExistsError:
        return [Refusal(made.path, "is already there and is left as it is")]
    if made.copy:
        from ..verification.keeping import keep

        try:
            keep(root, made.copy.host, made.copy.files)
        except BaseException as error:
            (root / made.path).unlink()
            if not isinstance(error, OSError):
                raise
            message = f"cannot be written: {error.strerror}"
            _stop([Problem(folder_of(made.copy.host), 1, 1, message)])
    return made


def _refuse(refusals: list[Refusal], label: str, answer: Path | None) -> NoReturn:
    """Report to a log in lines, and to the person in Markdown."""
    for refusal in refusals[:REPORTED_AT_MOST]:
        click.echo(str(refusal), err=True)
    if answer:
        answer.write_text(comment_text(refusals, printable(label)), encoding="utf-8", newline="\n")
    sys.exit(1)
