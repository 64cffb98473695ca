"""Revisions as people name them, each resolved to one commit.

Git looks for a tag of a name before it looks for a branch (gitrevisions(7)), so that whoever may
push a tag named `origin/main` would choose what everybody compares with.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from .git import HistoryError, asked
from .problem import quoted

_HASH = re.compile(r"[0-9a-fA-F]{40}(?:[0-9a-fA-F]{24})?")
_SHORT = re.compile(r"[0-9a-fA-F]{7,39}")

# A name, and the steps from there: 'main~3', 'HEAD^2', 'v1^{commit}'.
_STEPS = re.compile(r"(.+?)((?:[~^][0-9]*|\^\{commit\})*)", re.DOTALL)

# What git itself keeps, and '@{upstream}' or '@{-1}'.
_OWN = re.compile(r"HEAD|@(?:\{[\w-]+\})?")
_KEPT = ("FETCH_HEAD", "ORIG_HEAD", "MERGE_HEAD")

_KINDS = ("heads/", "remotes/", "tags/")


def resolved(root: Path, name: str) -> str:
    """The hash of the commit that a name means.

    A full hash is that commit, whatever else has this name. `origin/main` is that branch of the
    remote, a plain name a local branch; a tag is named as `refs/tags/…`. Raises `HistoryError`,
    with a remedy, where there is no such commit, or where the name could mean another.
    """
    match = _STEPS.fullmatch(name)
    if match is None or name.startswith("-"):
        raise HistoryError(f"{quoted(name)} names no revision; {_OTHERWISE}")
    start, steps = match.groups()
    if not (_HASH.fullmatch(start) or _OWN.fullmatch(start) or _is_kept(root, start)):
        start = _hash_of(root, start)
    return _commit(root, f"{start}{steps}^{{commit}}", name)


_OTHERWISE = "fetch it, or name another"


def _commit(root: Path, expression: str, name: str) -> str:
    try:
        return asked(root, "rev-parse", "--verify", expression).strip()
    except HistoryError as error:
        if "Needed a single revision" not in str(error):
            raise
        raise HistoryError(f"Not a valid object name {quoted(name)}; {_OTHERWISE}") from error


def _is_kept(root: Path, name: str) -> bool:
    """Whether git keeps a revision of this name in a file; if not, it would look for a tag."""
    return name in _KEPT and (root / asked(root, "rev-parse", "--git-path", name).strip()).is_file()


def _hash_of(root: Path, name: str) -> str:
    """The hash to which a name of a branch or an abbreviated hash leads."""
    references = {each: found for each in _references(root, name) if (found := _at(root, each))}
    abbreviated = set(_abbreviated(root, name)) if _SHORT.fullmatch(name) else set[str]()
    if len(meant := abbreviated | {*references.values()}) > 1:
        ways = " or ".join(f"'{each}'" for each in references) or "more digits of the hash"
        raise HistoryError(f"{quoted(name)} means more than one commit; give {ways}")
    if meant:
        return meant.pop()
    for kind in ("tags", "heads"):
        if _at(root, full := f"refs/{kind}/{name}"):
            what = "a tag" if kind == "tags" else "a local branch"
            raise HistoryError(f"{quoted(name)} is {what} alone; write {quoted(full)} for it")
    raise HistoryError(f"Not a valid object name {quoted(name)}; {_OTHERWISE}")


def _references(root: Path, name: str) -> Iterator[str]:
    """The full name of the one branch that may be meant; of a remote's name, that of its HEAD."""
    if name.startswith("refs/remotes/") and name.endswith("/HEAD"):
        yield default_branch(root, name.split("/", 2)[2].removesuffix("/HEAD"))
    elif name.startswith("refs/"):
        yield name
    elif name.startswith(_KINDS):
        yield from _references(root, f"refs/{name}")
    elif name in (remotes := _remotes(root)):
        yield default_branch(root, name)
    elif name.startswith(tuple(f"{each}/" for each in remotes)):
        yield from _references(root, f"refs/remotes/{name}")
    else:
        yield f"refs/heads/{name}"


def default_branch(root: Path, remote: str) -> str:
    """The full name of a remote's default branch; empty where the clone does not know it.

    A branch that somebody pushed under the name of HEAD is none.
    """
    try:
        return asked(root, "symbolic-ref", "--quiet", f"refs/remotes/{remote}/HEAD").strip()
    except HistoryError:
        return ""


def _remotes(root: Path) -> set[str]:
    """The names of remotes; 'origin' is one also where nothing has been fetched."""
    return {"origin", *asked(root, "remote").split()}


def _at(root: Path, reference: str) -> str | None:
    """The hash that a reference of exactly this full name has; none where there is none."""
    if not reference:
        return None
    try:
        return asked(root, "show-ref", "--verify", "--hash", "--", reference).strip()
    except HistoryError:
        return None


def _abbreviated(root: Path, start: str) -> Iterator[str]:
    """The hashes of commits that begin so."""
    for each in asked(root, "rev-parse", f"--disambiguate={start}").split():
        if asked(root, "cat-file", "-t", each).strip() == "commit":
            yield each
