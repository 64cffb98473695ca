"""Reading the figures of a site: files named docs/**/figures/NAME.yml, one for each figure."""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from pathlib import Path

from ..bibliography.library import Library
from ..dates import StatedDate
from ..paths import FIGURES, PAGES
from ..problem import Problem, Severity, quoted
from ..text.source import KIBIBYTE, Entry, read_source
from ..text.yaml_reader import misnamed_fields, read_entries
from .fields import HEAD, HEAD_NEEDED, ROWS, SEVERAL
from .model import Bound, EventKind, Figure, FigureKind, Row
from .rules import (
    breaks_of,
    dated,
    faulty_breaks,
    faulty_choices,
    faulty_dates,
    faulty_numbers,
    faulty_words,
    in_line,
    number,
    unknown_sources,
    when_of,
)

_SUFFIX = ".yml"
_NAME = re.compile(r"[a-z0-9]{1,40}(?:-[a-z0-9]{1,40}){0,5}")
_LARGEST = 256 * KIBIBYTE

# A share draws a square for each; more than these would be dust on a phone.
MOST_SQUARES = 400

# Of the rows beyond these, which no kind has room for, nothing is said.
_MOST_CHECKED = 300

# Each year of a timeline is a row.
MOST_YEARS = 60


def read_figures(root: Path, library: Library) -> tuple[Mapping[str, Figure], list[Problem]]:
    """The figures of a site by their names, and every problem of their files."""
    figures, problems = dict[str, Figure](), list[Problem]()
    for path in _files(root):
        figure, wrong = _read(root, path, library)
        problems += wrong
        if figure and (known := figures.get(figure.name)):
            message = f"a figure of this name is {known.path}; rename one of the two files"
            problems.append(Problem(path, 1, 1, message))
        elif figure:
            figures[figure.name] = figure
    return figures, problems


def names_of(root: Path) -> list[str]:
    """The names of all files of figures, whether they can be read or not."""
    return [path.rpartition("/")[2].removesuffix(_SUFFIX) for path in _files(root)]


def keys_cited(root: Path) -> Iterator[str]:
    """The keys of the sources that figures cite, as they are written, whatever else is wrong."""
    for path in _files(root):
        source, _ = read_source(root, path, _LARGEST)
        for entry in read_entries(source, SEVERAL, Severity.NOTE)[0] if source else ():
            yield from (text.value for text in entry.each("sources"))


def _files(root: Path) -> Iterator[str]:
    """The files of figures by their paths, sorted; links have a problem of their own."""
    for place in sorted((root / PAGES).rglob(f"{FIGURES}/*.y*ml")):
        within = place.relative_to(root / PAGES)
        hidden = any(name.startswith(".") for name in within.parts)
        if place.suffix in (_SUFFIX, ".yaml") and not (hidden or place.is_symlink()):
            yield f"{PAGES}/{within.as_posix()}"


def _read(root: Path, path: str, library: Library) -> tuple[Figure | None, list[Problem]]:
    name = path.rpartition("/")[2].removesuffix(_SUFFIX)
    if name.endswith(".yaml"):
        return None, [
            Problem(path, 1, 1, f"ends in '.yaml', where no figure is; end it in '{_SUFFIX}'")
        ]
    if not _NAME.fullmatch(name):
        message = f"{quoted(name)} is no name of a figure; give one of a-z, 0-9 and hyphens"
        return None, [Problem(path, 1, 1, f"{message} before '{_SUFFIX}', such as buyers.yml")]
    source, problems = read_source(root, path, _LARGEST, "divide it into several figures")
    if source is None:
        return None, problems
    entries, found = read_entries(source, SEVERAL, unquoted=Severity.NOTE)
    # Numbers are what a figure is made of: they need no quotes here.
    problems = [each for each in found if each.severity is not Severity.NOTE]
    if not entries:
        message = "holds no figure; begin with '- title: …', 'kind: …' and 'alt: …'"
        return None, problems or [Problem(path, 1, 1, message)]
    problems += _problems(entries, library)
    return (None if problems else _figure(name, entries)), problems


def _problems(entries: Sequence[Entry], library: Library) -> Iterator[Problem]:
    head, *rows = entries
    if key := head.keys.get("rows"):
        message = (
            "each row is an entry of its own; write '- ' before its first field, at the margin"
        )
        yield head.problem_at(key, message)
        return
    yield from misnamed_fields(head, "a figure", HEAD, HEAD_NEEDED)
    yield from faulty_choices(head, None)
    yield from _of_any(head, library)
    if (kind := _kind_of(head)) is None:
        return
    known, needed, most = ROWS[kind]
    if not rows:
        yield head.problem(f"the figure has no rows; add one, as '- {needed[0]}: …'")
    if len(rows) > most:
        message = f"{kind} has room for {most} rows, and this is one more; remove some"
        yield rows[most].problem(message)
    for row in rows[:_MOST_CHECKED]:
        yield from misnamed_fields(row, f"a row of {kind}", known, needed)
        yield from (*faulty_choices(row, kind), *faulty_numbers(row, kind), *faulty_dates(row))
        yield from (*faulty_breaks(row), *_of_any(row, library))
    yield from _undrawable(head, rows, kind)


def _of_any(entry: Entry, library: Library) -> Iterator[Problem]:
    yield from faulty_words(entry)
    if library.whole:
        yield from unknown_sources(entry, library.citable, library.files)


def _undrawable(head: Entry, rows: Sequence[Entry], kind: FigureKind) -> Iterator[Problem]:
    """A scale needs a number above 0, a share squares enough, and a timeline no more years."""
    values = [number(row.get("value")) for row in rows]
    total = sum(filter(None, values), Decimal(0))
    if "value" in ROWS[kind].needed and rows and None not in values and not total:
        yield head.problem("every value is 0, so there is nothing to draw; give one above 0")
    if kind is FigureKind.SHARE and total > MOST_SQUARES:
        message = (
            f"a share draws one square for each of at most {MOST_SQUARES}; here are {total:,f}"
        )
        yield head.problem(f"{message}: write 'kind: bars'", "kind")
    dates = [(when, row) for row in rows if (when := dated(row.get("date")))]
    if kind is FigureKind.TIMELINE and dates:
        (first, early), (last, _) = min(dates, key=_year), max(dates, key=_year)
        if (years := last.year - first.year + 1) > MOST_YEARS:
            message = f"a timeline has room for {MOST_YEARS} years; to '{last}' are {years:,}"
            yield early.problem(f"{message}: correct this date, or remove the row", "date")


def _year(dated_row: tuple[StatedDate, Entry]) -> int:
    return dated_row[0].year


def _kind_of(head: Entry) -> FigureKind | None:
    given = head.get("kind")
    return next((kind for kind in FigureKind if given and given.value == kind), None)


def _figure(name: str, entries: Sequence[Entry]) -> Figure | None:
    """The figure of entries that have no problem."""
    head, *rows = entries
    words = {field: in_line(text.value) for field, text in head.fields.items()}
    kind = _kind_of(head)
    if kind is None:
        return None
    return Figure(
        name,
        head.path,
        kind,
        words["title"],
        words["alt"],
        words.get("unit", ""),
        words.get("caveat", ""),
        _sources(head),
        tuple(map(_row, rows)),
    )


def _row(entry: Entry) -> Row:
    words = {field: in_line(text.value) for field, text in entry.fields.items()}
    return Row(
        label=words.get("label") or words.get("what", ""),
        value=number(entry.get("value")) or Decimal(0),
        bound=Bound(words["bound"]) if "bound" in words else None,
        whole=number(entry.get("of")),
        note=words.get("note", ""),
        sources=_sources(entry),
        when=when_of(entry),
        event=EventKind(words["kind"]) if "kind" in words else None,
        breaks=tuple(breaks_of(entry)),
    )


def _sources(entry: Entry) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text.value for text in entry.each("sources")))
