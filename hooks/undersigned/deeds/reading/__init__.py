"""The record as read: the deeds and searches of entries that comply with every rule."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from operator import attrgetter
from pathlib import Path

from ...problem import Problem, quoted, stopping
from ...register.entries import gather, is_drop_in, listed_by_hand
from ...register.excluded import left_off, parted
from ...register.rules.duplicates import blame_the_later
from ...register.rules.order import keyed, out_of_order
from ...register.signatories import Lightening
from ...register.terms.tidy import tidied, tidy_entry
from ...text.source import Entry
from ..entry_list import RECORD, id_of
from ..fields import DATES
from ..model import Bearing, Deed, Record, Recorded, Reply, Search
from ..rules import judged
from ..rules.context import RecordContext, stated, version_of
from ..rules.duplicates import duplicates_among
from .waiting import waiting


def read_record(
    root: Path,
    context: RecordContext,
    blamed: Callable[[Entry], bool] = blame_the_later,
    lightened: Lightening = list,
) -> tuple[Record, list[Problem]]:
    """The record of a site, or an empty one where a problem stops it, and every problem.

    Without a published version nothing is documented under one, and the record is empty. Of two
    entries that are one, that is reported which is `blamed`. Entries whose problems `lightened`
    reduces to notes are excluded, each with a note of its own.
    """
    found, problems = gather(root, RECORD)
    unread = {each.path for each in stopping(problems)}
    entries, of_entries = _examined(found, context, blamed, unread)
    problems += of_entries
    in_order = keyed(entries, RECORD)
    order = list(out_of_order(in_order, blamed, RECORD))
    if stopping(lightened([*problems, *order])) or not context.versions:
        return Record(), [*problems, *order]
    sound, faulty = parted(entries, stopping(problems), RECORD)
    kept = {id(entry) for entry in sound}
    ordered = sorted((each for each in in_order if id(each.entry) in kept), key=attrgetter("key"))
    read = [(recorded(each.entry, context), each.entry) for each in ordered]
    notes = [note for each, entry in read for note in waiting(each, entry, context)]
    excluded = [left_off(entry, RECORD) for entry in faulty]
    return Record(tuple(each for each, _ in read)), [*problems, *order, *notes, *excluded]


def _examined(
    entries: Sequence[Entry],
    context: RecordContext,
    blamed: Callable[[Entry], bool],
    unread: Collection[str],
) -> tuple[Sequence[Entry], list[Problem]]:
    """Entries with their layout mended, and every problem but those of their order.

    Nothing is said of the names of files that are `unread` in part.
    """
    found = [judged(entry, context) for entry in entries]
    problems = [problem for each in found for problem in each.problems]
    tidy = tidied([each.entry for each in found], problems)
    faulty = {(each.path, each.line, each.column) for each in stopping(problems)}
    problems += duplicates_among(tidy, context, blamed)
    read = (entry for entry in entries if entry.path not in unread)
    problems += _misnamed_files(read, faulty)
    problems += [problem for entry in entries for problem in listed_by_hand(entry, RECORD)]
    return tidy, problems


# The fields of which an entry's id is made, where it gives none.
_NAMING = ("id", "who", "principle", *DATES)


def _misnamed_files(
    entries: Iterable[Entry], faulty: Collection[tuple[str, int, int]]
) -> Iterator[Problem]:
    """A drop-in is named after its first entry, once nothing is wrong with what its id is made of.

    A field that is missing is said of the entry as a whole.
    """
    before = ""
    for entry in entries:
        wanted = RECORD.drop_in_of(tidy_entry(entry).values)
        if entry.path not in (before, wanted) and is_drop_in(entry, RECORD):
            parts = [(each.line, each.column) for name in _NAMING for each in entry.each(name)]
            parts.append((entry.line, entry.column))
            if not any((entry.path, *place) in faulty for place in parts):
                called = id_of(entry.values)
                message = f"the file of {quoted(called)} is named {wanted}; rename it"
                yield entry.problem(message, "who")
        before = entry.path


def recorded(entry: Entry, context: RecordContext) -> Recorded:
    """The deed or the search of an entry that complies with every rule."""
    if entry.get("found"):
        return _search(entry, context)
    return Deed(
        id_of(entry.values),
        _each(entry, "who"),
        version_of(entry, context),
        _number(entry, "principle"),
        stated(entry, "date"),
        stated(entry, "seen"),
        _text(entry, "deed") or "",
        _each(entry, "sources"),
        Bearing(_text(entry, "bearing") or Bearing.IN_LINE),
        unarchived=stated(entry, "unarchived"),
        notified=stated(entry, "notified"),
        reply=reply_of(entry),
        listed=stated(entry, "listed"),
    )


def _search(entry: Entry, context: RecordContext) -> Search:
    looked = stated(entry, "looked")
    if looked is None:
        raise ValueError(f"{id_of(entry.values)} has passed no date rule")
    return Search(
        id_of(entry.values),
        _each(entry, "who"),
        version_of(entry, context),
        _number(entry, "principle"),
        looked,
        _each(entry, "where"),
        notified=stated(entry, "notified"),
        reply=reply_of(entry),
        listed=stated(entry, "listed"),
    )


def reply_of(entry: Entry) -> Reply | None:
    """The reply to an entry, as far as its fields state one; none without its words."""
    words = _text(entry, "reply")
    if not words:
        return None
    replied, by_email = stated(entry, "replied"), stated(entry, "reply_by_email")
    return Reply(words, replied, _text(entry, "reply_source"), by_email)


def _each(entry: Entry, name: str) -> tuple[str, ...]:
    return tuple(text.value for text in entry.each(name))


def _text(entry: Entry, name: str) -> str | None:
    text = entry.get(name)
    return text.value if text else None


def _number(entry: Entry, name: str) -> int | None:
    return int(text) if (text := _text(entry, name)) else None
