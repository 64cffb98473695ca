"""Rules about the web addresses of entries."""

from collections.abc import Iterator

from ...model import FIELDS, Form
from ...problem import Problem, quoted
from ...text.source import Entry
from ...urls import refusal
from .context import Context

_ADDRESSES = [field.name for field in FIELDS if field.form is Form.ADDRESS]


def addresses_are_public_pages(entry: Entry, _: Context) -> Iterator[Problem]:
    """Website and evidence are https addresses of a named host, without a user name."""
    for name in _ADDRESSES:
        text = entry.get(name)
        if text and text.value.strip() and (why := refusal(text.value)):
            yield entry.problem(f"{name} {quoted(text.value)} {why}", name)


RULES = (addresses_are_public_pages,)
