"""Bringing files into canonical form, and telling what that would change."""

import difflib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ..reading.gathering import DROP_INS, LARGEST_DROP_IN, REGISTER
from ..reading.source import MEBIBYTE, Source, names_in, read_source
from ..reporting.problems import Problem, printable
from .annotated import read_annotated
from .canonical import canonical_text

# Comparing line by line takes time that grows with the square; beyond this a diff helps nobody.
LONGEST_COMPARED = 20_000


@dataclass(frozen=True, slots=True)
class Formatted:
    """A file's text as it is, byte order mark and line ends included, and as it should be."""

    path: str
    before: str
    after: str

    @property
    def first_difference(self) -> int:
        """The line, from 1, at which the two part."""
        lines = zip(_lines(self.before), _lines(self.after), strict=False)
        same = next((n for n, (old, new) in enumerate(lines) if old != new), None)
        return (min(map(len, map(_lines, (self.before, self.after)))) if same is None else same) + 1


def register_files(root: Path) -> tuple[list[str], list[Problem]]:
    """The register and its drop-ins, as paths from the root of the site, or what hides these."""
    names = names_in(root, DROP_INS)
    if isinstance(names, Problem):
        return [REGISTER], [names]
    return [REGISTER, *(f"{DROP_INS}/{name}" for name in names if is_drop_in(name))], []


def is_drop_in(name: str) -> bool:
    """Whether a file of this name in signatories.d is a drop-in."""
    return name.endswith(".yml") and not name.startswith(".")


def formatted(root: Path, path: str) -> Formatted | list[Problem]:
    """The file in canonical form, or what keeps it from being read."""
    at_most = 64 * MEBIBYTE if path == REGISTER else LARGEST_DROP_IN
    source = read_source(root, path, at_most)
    if isinstance(source, Problem):
        return [source]
    register = read_annotated(Source(path, source.text))
    if isinstance(register, list):
        return register
    before = (root / path).read_bytes().decode("utf-8")
    return Formatted(path, before, canonical_text(register))


def difference(change: Formatted) -> Iterator[str]:
    """The lines of a unified diff, safe to print; none for very long files."""
    old, new = _lines(change.before), _lines(change.after)
    if max(len(old), len(new)) <= LONGEST_COMPARED:
        path = printable(change.path)
        for line in difflib.unified_diff(old, new, path, path, lineterm=""):
            yield printable(line)


def not_canonical(change: Formatted) -> Problem:
    """The problem that `format` would mend."""
    message = "is not in canonical form; run 'undersigned format'"
    return Problem(change.path, change.first_difference, 1, message)


def _lines(text: str) -> list[str]:
    return text.split("\n")
