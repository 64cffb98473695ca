"""The command `undersigned check`: report every problem of a site."""

import os
import sys
from collections.abc import Collection, Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..checks import never_cited_anywhere
from ..figures.blocks import never_shown
from ..paths import VERSIONS
from ..problem import Problem, Severity, annotation, printable, report, stopping
from ..register.rules.duplicates import blame_the_later
from ..site import Site, read_site
from ..statement.history import History, address_of
from ..statement.versions import read_versions
from ..text.source import read_source
from ..text.yaml_reader import read_entries
from .asking import network_in
from .context import history_since, path_in, published_history, site_root

if TYPE_CHECKING:
    from ..changes.blame import Change


@click.command(epilog="Example: undersigned check --changed-since origin/main")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@click.option("--changed-since", "revision", metavar="REF", help="Blame only what changed since.")
@click.option(
    "--format", "form", type=click.Choice(["text", "github"]), default="text", show_default=True,
    help="Plain lines, or annotations for a GitHub workflow.",
)  # fmt: skip
@click.option(
    "--strict", is_flag=True,
    help="Make notes and warnings about sources problems, such as that no page cites.",
)  # fmt: skip
@click.option(
    "--published", "site", metavar="URL",
    help="Hold the versions against the statement.json of the site deployed there, too.",
)  # fmt: skip
@click.option(
    "--site", "finished", is_flag=True,
    help="Report what makes the site unfinished or false while it builds, too.",
)  # fmt: skip
@click.option(
    "--release", is_flag=True,
    help="As --site, and what only the owner can fill in is a problem.",
)  # fmt: skip
@click.option("--all", "each", is_flag=True, help="Print each note and warning, however many.")
@click.pass_obj
def check(
    network: object,
    files: tuple[Path, ...],
    revision: str | None,
    form: str,
    strict: bool,
    site: str | None,
    finished: bool,
    release: bool,
    each: bool,
) -> None:
    """Check the register, the deeds, their drop-ins, the versions, the references and citations.

    Prints each problem with its place, and exits with 1 if there are any. With FILES, only those
    in these files or folders. With --changed-since, problems that were there before, on lines that
    the change does not touch, are printed as notes; a text that was published before, and what
    anybody signed, may not change at all: versions are held against what the published branch has
    listed, and with --published against what a site publishes, which alone asks the network; where
    that cannot be had is a warning. Warnings and notes never change the exit code; with
    --strict, those about sources are problems, unless --changed-since finds that they are
    not the change's. With --site, what is missing, a placeholder or another statement's is
    printed, too; what only the owner can give is a note, and with --release a problem. More
    than 20 of one kind are one line that counts them.
    """
    root = site_root()
    problems = _problems_found(root, revision, strict)
    problems += _unfinished(root, release) if finished or release else []
    problems += _since_deployed(root, site, network) if site is not None else []
    if files:
        problems = [found for file in files for found in _problems_of(root, file, problems)]
    if problems:
        line = annotation if form == "github" else str
        click.echo(report(problems, summed=not each, line=line))
    elif sys.stdout is not None and sys.stdout.isatty():
        click.echo("no problems")  # nothing at all would leave a person in doubt; programs are not
    if stopping(problems):
        sys.exit(1)


def _problems_found(root: Path, revision: str | None, strict: bool) -> list[Problem]:
    """Every problem of the site; judged by what changed since a revision, if one is given."""
    history = published_history(root)
    change = None if revision is None else _since(root, revision, history)
    blamed = change.brings if change else blame_the_later
    site, problems = read_site(root, blamed, history=history)
    problems += _left_over(root, site)
    problems = _upgraded(problems, site.library.files) if strict else problems
    return _judged(root, change, problems) if change else problems


def _judged(root: Path, change: "Change", problems: Iterable[Problem]) -> list[Problem]:
    """The problems by what changed, and what is left to do of the change itself."""
    from ..changes.touched import touched_since
    from ..changes.unrecorded import unrecorded

    touched = touched_since(root, change.merge_base)
    return [*change.judged(root, problems), *unrecorded(root, change.merge_base, touched)]


def _left_over(root: Path, site: Site) -> Iterator[Problem]:
    """A note for each source that nothing cites, and for each figure that no page shows."""
    yield from never_cited_anywhere(root, site.library)
    yield from never_shown(site.figures, site.showing)


def _unfinished(root: Path, release: bool) -> list[Problem]:
    """What makes the site unfinished or false, judged as it is whatever changed."""
    # Imported late: most checks are not of this.
    from ..finishing.rules import unfinished
    from ..register.rules.context import latest_today

    versions, _ = read_versions(root, latest_today())
    return list(unfinished(root, versions, datetime.now(UTC), release=release))


def _since_deployed(root: Path, site: str, network: object) -> list[Problem]:
    """The problems of versions that are not those of a deployed site.

    `network` replaces the real one if it is a `Network`.
    """
    # Imported late: nothing else here needs the network.
    from ..links.deployed import rewritten_since_deployed
    from ..links.run import user_agent
    from ..links.settings import read_settings

    source, settings = read_source(root, VERSIONS)[0], read_settings(root)[0]
    if source is None or settings is None:
        return []  # which is a problem already
    listed = read_entries(source)[0]
    reached, agent = network_in(network), user_agent(settings)
    return list(rewritten_since_deployed(listed, address_of(root), site, reached, agent))


def _upgraded(problems: Iterable[Problem], files: Collection[str]) -> list[Problem]:
    """The problems, notes and warnings about the files of the bibliography as problems."""
    return [
        each._replace(severity=Severity.PROBLEM) if each.path in files else each
        for each in problems
    ]


def _since(root: Path, revision: str, history: History | None) -> "Change":
    """What changed since a revision; raises `click.UsageError` where git cannot say."""
    # Imported late, as all of `changes` is here: most checks are of the whole site.
    from ..changes.blame import change_since

    with history_since(revision):
        return change_since(root, revision, history)


def _problems_of(root: Path, file: Path, problems: Iterable[Problem]) -> list[Problem]:
    """The problems in a file, or in all files of a folder.

    Raises `click.UsageError` where there is neither, unless a problem is that the file is missing.
    """
    path = path_in(root, file)
    below = "" if path == "." else f"{path}/"
    found = [
        each for each in problems if path in (each.path, each.also) or each.path.startswith(below)
    ]
    if not found and not os.path.lexists(root / path):
        raise click.UsageError(f"there is no {printable(str(file))}; name a file that is there")
    return found
