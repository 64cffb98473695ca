"""Entries of the record that no rule has judged, as far as their fields say what they are about."""

import re
from datetime import MAXYEAR

from ..dates import StatedDate
from ..deeds.entry_list import RECORD
from ..deeds.model import Bearing, Deed, Recorded, Search
from ..deeds.reading import reply_of
from ..deeds.rules.context import stated
from ..text.source import Entry

_NUMBER = re.compile(r"[0-9]{1,3}")

# Stands for a date that is not one: before all others, so that nobody had gone by then.
_LONG_AGO = StatedDate(1)


def unchecked(entry: Entry) -> Recorded:
    """What an entry records, without what the rules would refuse of it."""
    who = _each(entry, "who")
    notified, reply = _notified(entry), reply_of(entry)
    name, listed = RECORD.id_of(entry.values), stated(entry, "listed")
    number = _number(entry.values.get("principle", ""))
    if "deed" not in entry.values and "found" in entry.values:
        looked, where = stated(entry, "looked") or _LONG_AGO, _each(entry, "where")
        return Search(name, who, "", number, looked, where, notified, reply, listed)
    date, seen = stated(entry, "date"), stated(entry, "seen")
    return Deed(
        *(name, who, "", number, date, seen or _LONG_AGO),
        entry.values.get("deed", ""),
        _each(entry, "sources"),
        _bearing(entry),
        notified=notified,
        reply=reply,
        listed=listed,
    )


def _bearing(entry: Entry) -> Bearing:
    """The bearing of a deed; in line where it gives none that exists."""
    given = entry.values.get("bearing")
    return next((each for each in Bearing if each == given), Bearing.IN_LINE)


def _number(text: str) -> int | None:
    return int(text) if _NUMBER.fullmatch(text) else None


def _notified(entry: Entry) -> StatedDate | None:
    """The day of notice; none where it is so late that no calendar has the end of the notice."""
    day = stated(entry, "notified")
    return day if day and day.year < MAXYEAR else None


def _each(entry: Entry, name: str) -> tuple[str, ...]:
    return tuple(text.value for text in entry.each(name))
