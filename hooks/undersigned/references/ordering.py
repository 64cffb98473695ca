"""The alphabetical order of a bibliography."""

from pybtex.database import Entry

from ..names.ordering import by_name
from .contributors import filed_under, persons_of, without_article
from .fields import title_of
from .issued import issued_days
from .style import lead_of

# Behind all that have a year.
_UNDATED = 10_000


def sort_key(entry: Entry) -> tuple[tuple[str, str], int, tuple[str, str]]:
    """By who stands first in the reference, or the title; then by year; then by title."""
    title = without_article(str(title_of(entry)))
    days = issued_days(entry.fields)
    return by_name(_head(entry) or title), days[0].year if days else _UNDATED, by_name(title)


def _head(entry: Entry) -> str:
    lead = lead_of(entry)
    if not lead:
        return ""
    roles = ("author", "holder", "editor")
    persons = next(filter(None, (persons_of(entry, role) for role in roles)), [])
    return filed_under(persons[0]) if persons else without_article(lead)
