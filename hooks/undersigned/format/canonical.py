"""The canonical form in which entries are written, so that equal lists are equal bytes."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from ..dates import year_or_date
from ..entry_list import SIGNATORIES, EntryList
from ..fields import BETWEEN, Form
from ..text.yaml_writer import plain_or_quoted
from .annotated import AnnotatedEntry, AnnotatedField, AnnotatedList

# Written without quotes, though other readers of YAML may take them for something else.
_PLAIN = {Form.COUNTRY: re.compile("[A-Z]{2}"), Form.NUMBER: re.compile("[1-9][0-9]{0,2}")}

# A year alone is a number to other readers of YAML, and stands between quotes.
_DATES = (Form.DAY, Form.DAY_OR_MONTH, Form.DATE)

# An implicit key of YAML (1.2, section 8.2.2) has at most 1024 characters on one line.
_LONGEST_NAME = 1000


def canonical_text(listed: AnnotatedList, kept: EntryList = SIGNATORIES) -> str:
    """The text of a file: its entries in canonical order, blank lines between, and comments."""
    head = "\n".join([*listed.modelines, *listed.head])
    ordered = sorted(listed.entries, key=lambda each: kept.key(each.values))
    # An empty text is null to other readers of YAML; '[]' is an empty list to all.
    body = [canonical_entry(entry, kept) for entry in ordered] or ["[]"]
    parts = [head, *body, "\n".join(listed.tail)]
    return "\n\n".join(part for part in parts if part) + "\n"


def canonical_entry(entry: AnnotatedEntry, kept: EntryList = SIGNATORIES) -> str:
    """The text of an entry: its fields in the model's order, then those unknown to the model."""
    if not entry.fields:
        return "\n".join([*entry.lead, "- {}", *(f"  {each}" for each in entry.foot)])
    order = kept.positions
    ordered = sorted(entry.fields, key=lambda each: order.get(each.name, len(order)))
    first, *others = (tuple(group) for _, group in groupby(ordered, key=lambda each: each.name))
    # The first field stands on the line of the entry's dash, so what is before it goes above.
    head, *items = first
    lines = [*entry.lead, *head.before, *_lines((replace(head, before=()), *items), "- ", kept)]
    for fields in others:
        lines += _lines(fields, "  ", kept)
    return "\n".join([*lines, *(f"  {each}" for each in entry.foot)])


def entry_of(values: dict[str, str], kept: EntryList = SIGNATORIES) -> AnnotatedEntry:
    """An entry without comments; several values of a field have line feeds between them."""
    fields = (
        AnnotatedField(name, each)
        for name, value in values.items()
        for each in (value.split(BETWEEN) if name in kept.several else (value,))
    )
    return AnnotatedEntry(tuple(fields))


def _lines(fields: Sequence[AnnotatedField], indent: str, kept: EntryList) -> list[str]:
    """The lines of a field, which has several values where it stands in the entry several times."""
    first = fields[0]
    name = plain_or_quoted(first.name)
    named = f"{name}:" if len(name) <= _LONGEST_NAME else f"? {name}\n  :"
    before = [f"  {comment}" for comment in first.before]
    if len(fields) == 1:
        return [*before, " ".join([f"{indent}{named}", _value(first, kept), *first.behind])]
    lines = [*before, f"{indent}{named}"]
    for number, field in enumerate(fields):
        lines += [f"    {comment}" for comment in field.before if number]
        lines.append(" ".join(["    -", _value(field, kept), *field.behind]))
    return lines


def _value(field: AnnotatedField, kept: EntryList) -> str:
    """The value as YAML; countries, dates and numbers without quotes: the reader reads text."""
    known = kept.by_name.get(field.name)
    form = known.form if known else None
    if form in _PLAIN and _PLAIN[form].fullmatch(field.value):
        return field.value
    if form in _DATES and (date := year_or_date(field.value)) and date.month:
        return field.value
    return plain_or_quoted(field.value)
