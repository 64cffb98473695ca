"""Entries of the record that no rule has judged, as far as their fields say what they are about."""

import re
from datetime import MAXYEAR

from ..dates import StatedDate, year_or_date
from ..deeds.entry_list import RECORD
from ..deeds.model import Bearing, Deed, Recorded, Reply, Search
from ..text.source import Entry

_NUMBER = re.compile(r"[0-9]{1,3}")

# Stands for a date that is not one: before all others, so that nobody had gone by then.
_LONG_AGO = StatedDate(1)


def unchecked(entry: Entry) -> Recorded:
    """What an entry records, without what the rules would refuse of it."""
    who = _each(entry, "who")
    notified, reply = _notified(entry), _reply(entry)
    name, listed = RECORD.id_of(entry.values), _date(entry, "listed")
    number = _number(entry.values.get("principle", ""))
    if "deed" not in entry.fields and "found" in entry.fields:
        looked, where = _date(entry, "looked") or _LONG_AGO, _each(entry, "where")
        return Search(name, who, "", number, looked, where, notified, reply, listed)
    date, seen = _date(entry, "date"), _date(entry, "seen")
    return Deed(
        *(name, who, "", number, date, seen or _LONG_AGO),
        entry.values.get("deed", ""),
        _each(entry, "sources"),
        bearing_of(entry) or Bearing.IN_LINE,
        notified=notified,
        reply=reply,
        listed=listed,
    )


def bearing_of(entry: Entry) -> Bearing | None:
    """The bearing of a deed; none where none that exists is given."""
    stated = entry.values.get("bearing")
    return next((each for each in Bearing if each == stated), None)


def _number(text: str) -> int | None:
    return int(text) if _NUMBER.fullmatch(text) else None


def _notified(entry: Entry) -> StatedDate | None:
    """The day of notice; none where it is so late that no calendar has the end of the notice."""
    day = _date(entry, "notified")
    return day if day and day.year < MAXYEAR else None


def _reply(entry: Entry) -> Reply | None:
    words, source = entry.values.get("reply"), entry.values.get("reply_source")
    replied, by_email = _date(entry, "replied"), _date(entry, "reply_by_email")
    return Reply(words, replied, source, by_email) if words else None


def _each(entry: Entry, name: str) -> tuple[str, ...]:
    return tuple(text.value for text in entry.each(name))


def _date(entry: Entry, name: str) -> StatedDate | None:
    return year_or_date(entry.values.get(name, ""))
