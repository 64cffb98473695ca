"""The bibliography, `references.bib`: every source, once it is known to be BibTeX."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

from pybtex.database import Entry
from pybtex.database.input.bibtex import Parser
from pybtex.exceptions import PybtexError

from ..reading.source import Source, place_of, read_source
from ..reporting.problems import Problem, quoted

PATH = "references.bib"
_KEY = re.compile(r"^[ \t]*@(?!comment|string|preamble)\w+[ \t]*[{(]\s*([^\s,{}]+)", re.M | re.I)


@dataclass(frozen=True, slots=True)
class Library:
    """Every source by its key, in the order of the file: as pybtex reads it, and as it stands.

    `places` has the line and column of each key, `texts` its entry in BibTeX.
    """

    entries: Mapping[str, Entry] = field(default_factory=dict)
    places: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)


def read_library(root: Path) -> tuple[Library, list[Problem]]:
    """The bibliography of a site, and what is wrong with its form. No file, no sources."""
    if not (root / PATH).is_symlink() and not (root / PATH).exists():
        return Library(), []
    source = read_source(root, PATH)
    if isinstance(source, Problem):
        return Library(), [source]
    if problems := _repeated(source) or _malformed(source):
        return Library(), problems
    return _library(source), []


def addresses_in(library: Library) -> Iterator[tuple[int, int, str]]:
    """The addresses of the sources, each with its line and column.

    A DOI is an address at https://doi.org/ (DOI Handbook, section 3.7).
    """
    for key, entry in library.entries.items():
        line, column = library.places.get(key, (1, 1))
        for name in ("url", "doi", "archiveurl"):
            if value := str(entry.fields.get(name, "")).strip():
                text = library.texts.get(key, "")
                down, across = place_of(text, max(text.find(value), 0))
                place = (line + down - 1, across) if down > 1 else (line, column)
                yield *place, _resolved(value) if name == "doi" else value


def _library(source: Source) -> Library:
    matches = list(_KEY.finditer(source.text))
    ends = [match.start() for match in matches[1:]] + [len(source.text)]
    return Library(
        Parser("utf-8").parse_string(source.text).entries,
        {match[1]: place_of(source.text, match.start(1)) for match in matches},
        {
            match[1]: source.text[match.start() : end].strip() + "\n"
            for match, end in zip(matches, ends, strict=False)
        },
    )


def _resolved(doi: str) -> str:
    """The address of a DOI, written bare or as an address already."""
    bare = re.sub(r"^(doi:\s*|https?://(dx\.)?doi\.org/)", "", doi, flags=re.I)
    return f"https://doi.org/{quote(bare, safe='/:;()-._')}"


def _repeated(source: Source) -> list[Problem]:
    """No key, in whatever case, stands for two sources."""
    first: dict[str, int] = {}
    problems = []
    for match in _KEY.finditer(source.text):
        line, column = place_of(source.text, match.start(1))
        known = first.setdefault(match[1].lower(), line)
        if known != line:
            message = f"key {quoted(match[1])} is already on line {known}; give one another key"
            problems.append(Problem(source.path, line, column, message))
    return problems


def _malformed(source: Source) -> list[Problem]:
    """The file is BibTeX, by the parser that will read it again."""
    try:
        Parser("utf-8").parse_string(source.text)
    except PybtexError as error:
        said = re.sub(r" in line \d+", "", str(error))
        message = f"this is not BibTeX: {said}; check the braces and commas of this entry"
        return [Problem(source.path, _line_of(error, source), 1, message)]
    return []


def _line_of(error: PybtexError, source: Source) -> int:
    """The line the parser names, or that of the name or key it complains about."""
    if line := getattr(error, "lineno", None):
        return int(line)
    for name in re.findall(r"'([^']+)'|key (\S+)", str(error)):
        if (position := source.text.find(name[0] or name[1])) >= 0:
            return place_of(source.text, position)[0]
    return 1
