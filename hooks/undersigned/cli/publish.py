"""The command `undersigned publish`: make the draft a new version of the text."""

import os
import shlex
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

import click

from ..deeds.entry_list import RECORD
from ..deeds.moved import moved_deeds
from ..format.atomic_write import create_text, replace_bytes, replace_text
from ..markup.docs_files import faults_in_drawing
from ..paths import VERSIONS
from ..problem import Problem, counted, report
from ..register.entries import gather
from ..register.rules.context import latest_today, read_context
from ..register.signatories import Register, read_register
from ..statement.lock import broken_locks, moved_signatures
from ..statement.naming import texts_set_for
from ..statement.pictures import other_pictures, pictures_of, with_digests
from ..statement.publishing import Draft, listed_with, refused_arguments, refused_words
from ..statement.version import Version
from ..statement.versions import read_text, read_versions
from ..text.source import Source, read_source
from ..text.yaml_reader import read_entries
from .context import site_root


@click.command(epilog="Example: undersigned publish 1.1 --date 2026-11-23")
@click.argument("version")
@click.option("--date", required=True, help="When it is published, YYYY-MM-DD or YYYY-MM.")
def publish(version: str, date: str) -> None:
    """Publish the draft, docs/FOLDER/draft.md, as a new version of the text.

    Writes it as docs/FOLDER/VERSION.md, and lists it in versions.yml with its digest. The
    earlier texts stay as they are, and so does every signature: nobody is taken to endorse the
    new version without signing it. Does nothing but print the problems, and exits with 1, if
    there are any.
    """
    root = site_root()
    versions = _versions(root, version)
    source, pictures = _with_pictures(root, _draft(root, versions))
    draft = Draft(source, version, date)
    if faults := list(refused_arguments(draft, versions, latest_today())):
        _refuse_arguments(faults)
    _refuse_if_any(refused_words(draft, versions))
    new = replace(draft.version(), texts=texts_set_for(root))
    _refuse_if_any(_moved(root, versions, [*versions, new]))
    _write(root, new, pictures)
    _print_next_steps(root, versions, new, pictures)


def _with_pictures(root: Path, draft: Source) -> tuple[Source, Mapping[str, bytes]]:
    """The draft with its pictures named by their digests, and the files that these names are of.

    Prints what is wrong with the pictures and exits with 1, if anything is: once they are
    published, nobody can mend them.
    """
    folder = texts_set_for(root).source
    _refuse_if_any(other_pictures(root, folder, draft, drafted=True))
    drawings = [each for each in pictures_of(draft.text) if each.kind == "svg"]
    for path in (f"{folder}/{each.name}" for each in drawings):
        _refuse_if_any(faults_in_drawing(path, (root / path).read_bytes()))
    return with_digests(root, folder, draft)


def _moved(root: Path, before: Sequence[Version], after: Sequence[Version]) -> Iterator[Problem]:
    """The problems of signatures and deeds that would pass from one version to the next."""
    since = read_context(root)[0].founding
    yield from moved_signatures(gather(root)[0], before, after, since)
    yield from moved_deeds(gather(root, RECORD)[0], before, after)


def _versions(root: Path, number: str) -> Sequence[Version]:
    """The published versions; prints any problem, such as an altered text, and exits with 1.

    `number` is that of the new version.
    """
    if _lists_nothing(root):
        return ()
    versions, problems = read_versions(root, latest_today())
    problems += broken_locks(versions, _register(root, versions).endorsements)
    # An interrupted run may have written the text of this version without listing it.
    own = texts_set_for(root).text_of(number)
    _refuse_if_any(problem for problem in problems if problem.path != own)
    return versions


def _lists_nothing(root: Path) -> bool:
    """Whether versions.yml is missing or empty, as it is before the first version is published."""
    if not os.path.lexists(root / VERSIONS):
        return True
    source, _ = read_source(root, VERSIONS)
    return source is not None and read_entries(source) == ([], [])


def _register(root: Path, versions: Sequence[Version]) -> Register:
    """Those who endorse the versions; an empty register where it has problems."""
    return read_register(root, replace(read_context(root)[0], versions=versions))[0]


def _draft(root: Path, versions: Sequence[Version]) -> Source:
    """The draft; prints why it cannot be read and exits with 1 otherwise."""
    path = texts_set_for(root).draft
    draft, problems = read_text(root, path)
    if draft is None:
        is_there = os.path.lexists(root / path)
        _refuse(*(problems if is_there or not versions else [_missing_draft(versions[-1])]))
    return draft


def _missing_draft(last: Version) -> Problem:
    message = f"there is no draft; copy {last.path} to it and change its words"
    return Problem(last.texts.draft, 1, 1, message)


def _write(root: Path, new: Version, pictures: Mapping[str, bytes]) -> None:
    """Write the pictures and the text of the new version, then its entry in versions.yml.

    In this order, so that an interrupted run leaves a text without an entry, which the checker
    reports and which has no signatures, rather than an entry without a text. Exits with 1 over a
    file that cannot be written.
    """
    listing, problems = _listing(root, new)
    _refuse_if_any(problems)
    path = new.path
    try:
        for path, content in pictures.items():  # whose names are of these bytes
            replace_bytes(root / path, content)
        path = new.path
        _write_text(root, new)
        path = VERSIONS
        (replace_text if (root / VERSIONS).exists() else create_text)(root / VERSIONS, listing)
    except OSError as error:
        message = f"cannot be written: {error.strerror}; mend that, and run this again"
        _refuse(Problem(path, 1, 1, message))


def _listing(root: Path, new: Version) -> tuple[str, list[Problem]]:
    """What versions.yml says with the new version, and what prevents it, if anything."""
    if not os.path.lexists(root / VERSIONS):
        return listed_with("", new)
    present, problems = read_source(root, VERSIONS)
    return listed_with(present.text, new) if present else ("", problems)


def _write_text(root: Path, new: Version) -> None:
    """Create the text of a version; exits with 1 if it exists with other words."""
    path = new.path
    try:
        create_text(root / path, new.text)
    except FileExistsError:
        present, _ = read_text(root, path)
        if present is None or present.text != new.text:
            message = "is there already and is left as it is; give another number, or move it away"
            _refuse(Problem(path, 1, 1, message))


def _refuse_if_any(problems: Iterable[Problem]) -> None:
    """Print the problems and exit with 1, if there are any."""
    if found := list(problems):
        _refuse(*found)


def _refuse_arguments(faults: Iterable[tuple[str, Problem]]) -> NoReturn:
    """Print each fault behind the name of its argument, since it is in no file; exit with 1."""
    for argument, problem in faults:
        click.echo(f"{argument}: {problem.message}", err=True)
    sys.exit(1)


def _refuse(*problems: Problem) -> NoReturn:
    """Print the problems and exit with 1."""
    click.echo(report(problems))
    sys.exit(1)


def _print_next_steps(
    root: Path, versions: Sequence[Version], new: Version, pictures: Iterable[str]
) -> None:
    """Print what was published, whom to ask to sign it, and the git commands that propose it."""
    text = new.path
    click.echo(f"published version {new.number} as {text}, and listed it in {VERSIONS}")
    if earlier := len(_register(root, versions).active) if versions else 0:
        stay = counted(earlier, "signatory stays", "signatories stay")
        click.echo(f"{stay} with the version that was signed; ask them to sign this one")
    click.echo("these commands propose it:\n")
    paths = [os.path.relpath(root / path) for path in (text, *pictures, new.texts.draft, VERSIONS)]
    for command in (
        ["git", "switch", "-c", f"publish-{new.number}"],
        ["git", "add", *paths],
        ["git", "commit", "-m", f"Publish version {new.number}"],
    ):
        click.echo(f"    {shlex.join(command)}")
