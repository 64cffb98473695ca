"""All lists that people keep beside the pages of a site."""

from .deeds.entry_list import RECORD
from .entry_list import SIGNATORIES, EntryList

LISTS = (SIGNATORIES, RECORD)


def list_of(path: str) -> EntryList | None:
    """The list that a path belongs to: its file, or whatever is in its folder of drop-ins."""
    return next((kept for kept in LISTS if kept.holds(path)), None)
