"""Values as a fold writes them: in Unicode form NFC, without space around, quoted where needed."""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

from ...fields import BETWEEN, Field, Form
from ...normal_forms import nfc
from ...problem import Problem, Severity
from ...text.source import Entry

# Where a number needs nothing but quotes; no value of another form can be one.
_MAY_BE_NUMBERS = (Form.TEXT, Form.SLUG, Form.VERSION)


def tidied(entries: Sequence[Entry], problems: Iterable[Problem]) -> Sequence[Entry]:
    """The entries with those values tidy which notes are about; nearly all entries have none."""
    noted = {
        (each.path, each.line, each.column) for each in problems if each.severity is Severity.NOTE
    }
    if not noted:
        return entries
    lines = {(path, line) for path, line, _ in noted}
    return [
        tidy_entry(entry) if _is_on(entry, lines) and _has_any(entry, noted) else entry
        for entry in entries
    ]


def _is_on(entry: Entry, lines: Set[tuple[str, int]]) -> bool:
    return any((entry.path, line) in lines for line in range(entry.line, entry.last_line + 1))


def _has_any(entry: Entry, places: Set[tuple[str, int, int]]) -> bool:
    return any((entry.path, text.line, text.column) in places for _, text in entry.texts())


def tidy(value: str) -> str:
    """A value in Unicode form NFC and without space around, as a fold writes it."""
    return nfc(value).strip()


def tidy_entry(entry: Entry) -> Entry:
    """The entry with all of its values tidy."""
    lists = {
        name: tuple(text._replace(value=tidy(text.value)) for text in entry.each(name))
        for name in entry.lists
    }
    fields = {name: text._replace(value=tidy(text.value)) for name, text in entry.fields.items()}
    for name, items in lists.items():
        joined = BETWEEN.join(text.value for text in items)
        fields[name] = fields[name]._replace(value=joined)
    return Entry.placed(*entry[:4], fields, entry.keys, lists)


def wanting_quotes(
    entries: Iterable[Entry], problems: Sequence[Problem], fields: Mapping[str, Field]
) -> Iterator[Problem]:
    """The problems of reading entries, without notes on quotes that would mend nothing.

    A year in place of a date wants a month, not quotes, and the rule of the field says so. Of an
    entry that a fault of YAML cut off nobody knows the fields yet.
    """
    notes = [problem for problem in problems if problem.severity is Severity.NOTE]
    names = _fields_at(entries) if notes else {}
    is_whole = len(notes) == len(problems)
    for problem in problems:
        field = fields.get(names.get((problem.line, problem.column), ""))
        wants_quotes = is_whole if field is None else field.form in _MAY_BE_NUMBERS
        if problem.severity is not Severity.NOTE or wants_quotes:
            yield problem


def _fields_at(entries: Iterable[Entry]) -> Mapping[tuple[int, int], str]:
    """The name of the field of each value, by the place of the value."""
    return {(text.line, text.column): name for entry in entries for name, text in entry.texts()}
