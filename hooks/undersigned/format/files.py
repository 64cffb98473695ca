"""The files that have a canonical form, their text in that form, and the difference."""

import difflib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ..bibliography.bibtex.encodings import LARGEST as LARGEST_BIBLIOGRAPHY
from ..bibliography.bibtex.layout import file_text
from ..bibliography.files import listed_files
from ..bibliography.library import read_items
from ..entry_list import SIGNATORIES, EntryList
from ..lists import LISTS, list_of
from ..paths import is_bibliography, is_drop_in
from ..problem import Problem, Severity, printable, stopping
from ..register.entries import LARGEST, LARGEST_DROP_IN
from ..text.source import Source, names_in, read_source
from .annotated import read_annotated
from .canonical import canonical_text

# Comparing lines takes quadratic time, and a longer diff would not be read.
LONGEST_COMPARED = 20_000


@dataclass(frozen=True, slots=True)
class Formatted:
    """A file's present text, with its byte order mark and line ends, and its canonical text."""

    path: str
    before: str
    after: str

    @property
    def first_difference(self) -> int:
        """The first line, from 1, at which the two texts differ."""
        lines = zip(_lines(self.before), _lines(self.after), strict=False)
        same = next((n for n, (old, new) in enumerate(lines) if old != new), None)
        return (min(map(len, map(_lines, (self.before, self.after)))) if same is None else same) + 1


def drop_ins_of(root: Path, kept: EntryList) -> tuple[list[str], list[Problem]]:
    """The paths of a list's drop-ins from the root of the site, and why there are none to be read.

    Where the folder of drop-ins is unreadable, no paths and the problem.
    """
    names, problems = names_in(root, kept.drop_ins)
    return [f"{kept.drop_ins}/{name}" for name in names if is_drop_in(name)], problems


def files_with_a_form(root: Path) -> tuple[list[str], list[Problem]]:
    """The paths of all files that have a canonical form, and the problems of finding them.

    These are the lists that people keep, their drop-ins and the files of the bibliography.
    """
    paths, problems = list[str](), list[Problem]()
    for kept in LISTS:
        drop_ins, wrong = drop_ins_of(root, kept)
        paths += [*([kept.path] if kept.is_expected(root) else []), *drop_ins]
        problems += wrong
    listed, wrong = listed_files(root)
    return [*paths, *(file.value for file in listed)], [*problems, *wrong]


def formatted(root: Path, path: str) -> tuple[Formatted | None, list[Problem]]:
    """A file with its canonical form, or none and the problems that make it unreadable."""
    source, problems = read_source(root, path, _largest(path))
    if source is None:
        return None, problems
    after, problems = _canonical(Source(path, source.text))
    if after is None:
        return None, problems
    before = (root / path).read_bytes().decode("utf-8")
    return Formatted(path, before, after), []


def _largest(path: str) -> int:
    if is_bibliography(path):
        return LARGEST_BIBLIOGRAPHY
    return LARGEST if any(path == kept.path for kept in LISTS) else LARGEST_DROP_IN


def is_canonical(path: str, text: str) -> bool:
    """Whether the text of a file is in canonical form."""
    return _canonical(Source(path, text))[0] == text


def _canonical(source: Source) -> tuple[str | None, list[Problem]]:
    if is_bibliography(source.path):
        return _bibliography(source)
    kept = list_of(source.path) or SIGNATORIES
    entries, problems = read_annotated(source, kept)
    return canonical_text(entries, kept) if entries else None, problems


def _bibliography(source: Source) -> tuple[str | None, list[Problem]]:
    items, problems = read_items(source)
    return None if stopping(problems) else file_text(items), problems


def difference(change: Formatted) -> Iterator[str]:
    """The lines of a unified diff in printable characters; none above `LONGEST_COMPARED` lines."""
    old, new = _lines(change.before), _lines(change.after)
    if max(len(old), len(new)) <= LONGEST_COMPARED:
        path = printable(change.path)
        for line in difflib.unified_diff(old, new, path, path, lineterm=""):
            yield printable(line)


def not_canonical(change: Formatted) -> Problem:
    """That a file is not in canonical form: of entries a note, since a fold settles it."""
    severity = Severity.PROBLEM if is_bibliography(change.path) else Severity.NOTE
    message = "is not in canonical form; run 'undersigned format'"
    return Problem(change.path, change.first_difference, 1, message, severity, also=change.path)


def _lines(text: str) -> list[str]:
    return text.split("\n")
