"""What a preview has made, kept from one build to the next: each thing with all that it is made of.

A thing is made anew unless all that it is made of equals what it was made of before: contents are
compared, and never the moments at which files changed.
"""

import os
from collections.abc import Callable, Hashable, Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from stat import S_IFMT, S_ISDIR, S_ISLNK
from typing import Any, NamedTuple, TypeVar

import click

_Made = TypeVar("_Made")


class Kept:
    """The things that one preview has made, by name. It lives as long as the preview."""

    keeps = True

    def __init__(self) -> None:
        self._made: dict[Hashable, tuple[object, Any]] = {}
        self._asked: set[Hashable] = set()

    def made(self, name: Hashable, of: Callable[[], object], make: Callable[[], _Made]) -> _Made:
        """The thing of a name: as it is kept if it was made `of` equals, and else made and kept.

        Nobody may change it, or what it is made of.
        """
        self._asked.add(name)
        given = of()
        if name in self._made and self._made[name][0] == given:
            kept: _Made = self._made[name][1]
            return kept
        made = make()
        self._made[name] = given, made
        return made

    def settle(self) -> None:
        """Let go of what nobody has asked for since this was last called, such as a page removed.

        It is called when a build ends, unless that stops over a problem: the next one mends it.
        """
        for name in self._made.keys() - self._asked:
            del self._made[name]
        self._asked.clear()


class _Nothing(Kept):
    """Keeps nothing, as a build does."""

    keeps = False

    def made(self, name: Hashable, of: Callable[[], object], make: Callable[[], _Made]) -> _Made:
        """Make the thing, without a look at what it is made of."""
        return make()


NOTHING_KEPT: Kept = _Nothing()


def kept_while(command: str) -> Kept:
    """What is kept as long as the command that runs is the one of this name; else nothing is.

    A command builds one site, so nothing of another is found here. It is in click's context of the
    command, which is there for that, since configurations and hooks may be loaded at each build.
    """
    context = click.get_current_context(silent=True)
    if context is None or context.info_name != command:
        return NOTHING_KEPT
    kept: Kept = context.meta.setdefault(__name__, Kept())
    return kept


class Content(NamedTuple):
    """What is at a path: the kind of file, and the digest of its bytes, or where a link leads."""

    path: str
    kind: int
    content: bytes


def contents(root: Path, names: Iterable[str]) -> tuple[Content, ...]:
    """Everything at and below the paths of these names; no link to a folder is followed.

    What cannot be read has the number of the error in place of its digest.
    """
    return tuple(each for name in names for each in _at(root, root / name))


def _at(root: Path, place: Path) -> Iterator[Content]:
    path = place.relative_to(root).as_posix()
    try:
        kind = S_IFMT(place.lstat().st_mode)
        leads = os.fsencode(place.readlink()) if S_ISLNK(kind) else b""
        content = sha256(place.read_bytes()).digest() if place.is_file() else b""
        inner = sorted(place.iterdir()) if S_ISDIR(kind) else []
    except OSError as error:
        yield Content(path, -1, str(error.errno).encode())
        return
    yield Content(path, kind, leads + content)
    for each in inner:
        yield from _at(root, each)
