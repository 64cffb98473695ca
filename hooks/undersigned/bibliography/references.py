"""The bibliography, `references.bib`, read far enough to know that its plugin can read it."""

import re
from pathlib import Path
from urllib.parse import quote

from pybtex.database.input.bibtex import Parser
from pybtex.exceptions import PybtexError

from ..reading.source import Source, place_of, read_source
from ..reporting.problems import Problem, quoted

PATH = "references.bib"
_KEY = re.compile(r"^[ \t]*@(?!comment|string|preamble)\w+[ \t]*[{(]\s*([^\s,{}]+)", re.M | re.I)


def read_keys(root: Path) -> tuple[frozenset[str], list[Problem]]:
    """The keys of the bibliography, and what is wrong with its form. No file, no keys."""
    if not (root / PATH).is_symlink() and not (root / PATH).exists():
        return frozenset(), []
    source = read_source(root, PATH)
    if isinstance(source, Problem):
        return frozenset(), [source]
    keys = frozenset(match[1] for match in _KEY.finditer(source.text))
    return keys, _repeated(source) or _malformed(source)


def read_sources(root: Path) -> tuple[list[tuple[str, int, int, str]], list[Problem]]:
    """The addresses of the sources, each with its path, line and column, and what bars them.

    A DOI is an address at https://doi.org/ (DOI Handbook, section 3.7).
    """
    if problems := read_keys(root)[1]:
        return [], problems
    source = read_source(root, PATH)
    if isinstance(source, Problem):
        return [], []  # no bibliography, no sources
    addresses = []
    for key, entry in Parser("utf-8").parse_string(source.text).entries.items():
        start = max(source.text.find(key), 0)
        for field in ("url", "doi"):
            if value := str(entry.fields.get(field, "")).strip():
                place = place_of(source.text, max(source.text.find(value, start), start))
                addresses.append((PATH, *place, _resolved(value) if field == "doi" else value))
    return addresses, []


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
