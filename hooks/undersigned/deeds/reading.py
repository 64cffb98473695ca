"""The record as read: the deeds and searches of entries that comply with every rule."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from ..dates import StatedDate, year_or_date
from ..problem import Problem, stopping
from ..register.entries import gather
from ..register.rules.context import Context
from ..text.source import Entry
from .entry_list import RECORD, canonical_key, id_of
from .model import Bearing, Deed, Record, Recorded, Reply, Search


def read_record(root: Path, context: Context) -> tuple[Record, list[Problem]]:
    """The record of a site, or an empty one where a problem stops it, and every problem."""
    entries, problems = gather(root, RECORD)
    if stopping(problems) or not context.versions:
        return Record(), problems
    ordered = sorted(entries, key=lambda entry: canonical_key(entry.values))
    return Record(tuple(_recorded(ordered, context))), problems


def _recorded(entries: Sequence[Entry], context: Context) -> Iterator[Recorded]:
    return (recorded(entry, context) for entry in entries)


def recorded(entry: Entry, context: Context) -> Recorded:
    """The deed or the search of an entry that complies with every rule."""
    if entry.get("found"):
        return _search(entry, context)
    return Deed(
        id_of(entry.values),
        _each(entry, "who"),
        version_of(entry, context),
        _number(entry, "principle"),
        _date(entry, "date"),
        _date(entry, "seen"),
        _text(entry, "deed") or "",
        _each(entry, "sources"),
        Bearing(_text(entry, "bearing") or Bearing.IN_LINE),
        unarchived=_date(entry, "unarchived"),
        notified=_date(entry, "notified"),
        reply=_reply(entry),
        listed=_date(entry, "listed"),
    )


def version_of(entry: Entry, context: Context) -> str:
    """The version that an entry is about: the one it names, or that in force on its date.

    So the publication of another version moves no entry. Empty where nothing says which.
    """
    if stated := _text(entry, "version"):
        return stated
    dates = (_date(entry, name) for name in ("date", "seen", "looked"))
    when = next(filter(None, dates), None)
    return context.version_endorsed(when) if when else ""


def keys_cited(root: Path) -> Iterator[str]:
    """The keys of the sources of deeds, as they are written, whatever else is wrong."""
    for entry in gather(root, RECORD)[0]:
        yield from _each(entry, "sources")


def _search(entry: Entry, context: Context) -> Search:
    looked = _date(entry, "looked")
    if looked is None:
        raise ValueError(f"{id_of(entry.values)} has passed no date rule")
    return Search(
        id_of(entry.values),
        _each(entry, "who"),
        version_of(entry, context),
        _number(entry, "principle"),
        looked,
        _each(entry, "where"),
        notified=_date(entry, "notified"),
        reply=_reply(entry),
        listed=_date(entry, "listed"),
    )


def _reply(entry: Entry) -> Reply | None:
    words = _text(entry, "reply")
    if not words:
        return None
    replied, by_email = _date(entry, "replied"), _date(entry, "reply_by_email")
    return Reply(words, replied, _text(entry, "reply_source"), by_email)


def _each(entry: Entry, name: str) -> tuple[str, ...]:
    return tuple(text.value for text in entry.each(name))


def _text(entry: Entry, name: str) -> str | None:
    text = entry.get(name)
    return text.value if text else None


def _number(entry: Entry, name: str) -> int | None:
    return int(text) if (text := _text(entry, name)) else None


def _date(entry: Entry, name: str) -> StatedDate | None:
    return year_or_date(text) if (text := _text(entry, name)) else None
