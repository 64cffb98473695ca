"""The canonical form in which entries are written, so that equal registers are equal bytes."""

import re
from dataclasses import replace

from ..dates import stated_date
from ..model import FIELDS, Form
from ..names.collation import by_name
from ..text.yaml_writer import plain_or_quoted
from .annotated import AnnotatedEntry, AnnotatedField, AnnotatedRegister

_ORDER = {field.name: number for number, field in enumerate(FIELDS)}
_FORMS = {field.name: field.form for field in FIELDS}
_COUNTRY = re.compile("[A-Z]{2}")

# An implicit key of YAML (1.2, section 8.2.2) has at most 1024 characters on one line.
_LONGEST_NAME = 1000


def canonical_text(register: AnnotatedRegister) -> str:
    """The text of a file: the entries sorted by name, a blank line between them, and comments."""
    head = "\n".join([*register.modelines, *register.head])
    ordered = sorted(register.entries, key=lambda each: by_name(each.values.get("name", "")))
    # An empty text is null to other readers of YAML; '[]' is an empty list to all.
    body = [canonical_entry(entry) for entry in ordered] or ["[]"]
    parts = [head, *body, "\n".join(register.tail)]
    return "\n\n".join(part for part in parts if part) + "\n"


def canonical_entry(entry: AnnotatedEntry) -> str:
    """The text of an entry: its fields in the model's order, then those unknown to the model."""
    if not entry.fields:
        return "\n".join([*entry.lead, "- {}", *(f"  {each}" for each in entry.foot)])
    first, *others = sorted(entry.fields, key=lambda each: _ORDER.get(each.name, len(_ORDER)))
    lines = [*entry.lead, *first.before, *_lines(replace(first, before=()), "- ")]
    for field in others:
        lines += _lines(field, "  ")
    return "\n".join([*lines, *(f"  {each}" for each in entry.foot)])


def entry_of(values: dict[str, str]) -> AnnotatedEntry:
    """An entry without comments."""
    return AnnotatedEntry(tuple(AnnotatedField(*each) for each in values.items()))


def _lines(field: AnnotatedField, indent: str) -> list[str]:
    name = plain_or_quoted(field.name)
    named = f"{name}:" if len(name) <= _LONGEST_NAME else f"? {name}\n  :"
    line = " ".join([f"{indent}{named}", _value(field), *field.behind])
    return [*(f"  {comment}" for comment in field.before), line]


def _value(field: AnnotatedField) -> str:
    """The value as YAML; countries and dates without quotes, since the reader reads text."""
    form = _FORMS.get(field.name)
    if form is Form.COUNTRY and _COUNTRY.fullmatch(field.value):
        return field.value
    if form in (Form.DAY, Form.DAY_OR_MONTH) and stated_date(field.value):
        return field.value
    return plain_or_quoted(field.value)
