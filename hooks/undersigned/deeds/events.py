"""The events of the record: a deed is documented, nothing was found, a signatory replied."""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from ..bibliography.library import Library
from ..dates import StatedDate
from ..register.signatories import Register
from .model import Deed, Record, Recorded
from .publishing import AT_ONCE, shown_from


class RecordEventType(StrEnum):
    """The type of an event of the record."""

    REPLIED = "replied"
    DOCUMENTED = "documented"
    LOOKED = "looked"


class RecordEvent(NamedTuple):
    """An event of an entry of the record, which its id names.

    `entered` is the day by which events are sorted: that on which the entry came to the record or,
    if that is later, the first on which it is shown; where neither is known, the date of the entry.
    A reply that came later than that is news of its own day.
    """

    type: RecordEventType
    entered: StatedDate
    entry: Recorded


def record_events(record: Record, register: Register, library: Library) -> Iterator[RecordEvent]:
    """Every event of entries that are shown: replies first, then the entries, in their order."""
    signatories = register.by_id
    entries = [
        (entry, _came(entry, shown_from(entry, signatories, library))) for entry in record.entries
    ]
    for entry, came in entries:
        if entry.reply:
            replied = entry.reply.date
            yield RecordEvent(RecordEventType.REPLIED, _later(replied, came), entry)
    for entry, came in entries:
        is_deed = isinstance(entry, Deed)
        type_ = RecordEventType.DOCUMENTED if is_deed else RecordEventType.LOOKED
        yield RecordEvent(type_, came, entry)


def _came(entry: Recorded, begins: date | None) -> StatedDate:
    """The day on which an entry came to be shown, as far as that is known, or else its date."""
    is_due = begins not in (None, AT_ONCE)
    shown = StatedDate(begins.year, begins.month, begins.day) if begins and is_due else None
    listed = entry.listed
    return _later(listed, shown) if listed and shown else listed or shown or entry.when


def _later(one: StatedDate | None, other: StatedDate) -> StatedDate:
    return one if one and one.first_day > other.first_day else other
