"""Commits that are not pushed yet: pushed one by one, each publishes the texts that it lists."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from ..git import HistoryError, asked, blobs
from ..paths import CONFIGURATION, VERSIONS
from ..problem import Problem, Severity
from ..text.source import Entry, decoded
from .identity import address_in, same_statement
from .published import contradictions, published_in


def unsettled(
    repository: Path, branch: str, listed: Sequence[Entry], address: str | None
) -> Iterator[Problem]:
    """A warning for each version that commits of one's own list otherwise than it is listed now.

    `branch` is the full name of the remote's published branch. Only its counterpart is judged: any
    other branch is merged, and may correct itself until then.
    """
    name = branch.removeprefix("refs/remotes/origin/")
    if name == branch or _current(repository) != f"refs/heads/{name}":
        return
    folder = asked(repository, "rev-parse", "--show-prefix").rstrip("\n")
    own = ("rev-list", "--first-parent", "--reverse", "HEAD", f"^{branch}", "--", VERSIONS)
    commits = asked(repository, *own, CONFIGURATION).split()
    names = [f"{each}:{folder}{path}" for each in commits for path in (VERSIONS, CONFIGURATION)]
    found = blobs(repository, names) if names else {}
    for commit in commits:
        configuration, source = (
            decoded(path, found.get(f"{commit}:{folder}{path}", b""))[0]
            for path in (CONFIGURATION, VERSIONS)
        )
        its = address_in(configuration) if configuration else None
        if source is not None and same_statement(its, address):
            for problem in contradictions(listed, published_in(source.text)[0]):
                yield _unsettled(problem, commit)


def _current(repository: Path) -> str:
    """The full name of the branch that is checked out; empty where none is."""
    try:
        return asked(repository, "symbolic-ref", "--quiet", "HEAD").strip()
    except HistoryError:
        return ""


def _unsettled(problem: Problem, commit: str) -> Problem:
    message = (
        f"commit {commit[:10]}, which is not pushed yet, lists what this list does not; make one"
        " commit of both before you push, since what the published branch lists first stays"
    )
    return problem._replace(message=message, severity=Severity.WARNING)
