"""What a summary says of the record of deeds: what is new, gone or otherwise, the gravest first."""

from collections.abc import Collection, Iterable, Iterator

from ..problem import Problem, counted
from ..text.source import Entry
from . import record_lines
from .record_cautions import RecordCaution
from .record_changes import RecordChanges
from .record_pairs import RecordPair
from .sections import gravity, named, section


def sections(record: RecordChanges, problems: Collection[Problem]) -> Iterator[Iterator[str]]:
    """Each section of what the branch changes of the record; empty ones where it changes none."""
    rank = gravity((each[:2] for each in record.cautions), RecordCaution)
    facts, day, entries = record.facts, record.day, record.entries

    def changed(pair: RecordPair) -> Iterator[str]:
        both, about = facts[id(pair.after)], record.cautions_about(pair.after)
        return record_lines.changed(pair, *both, day, about, problems)

    def added(entry: Entry) -> Iterator[str]:
        about = record.cautions_about(entry)
        return record_lines.added(entry, facts[id(entry)].after, day, about, problems)

    def removed(entry: Entry) -> Iterator[str]:
        return record_lines.removed(entry, facts[id(entry)].before, day)

    altered, affected = (
        sorted(pairs, key=lambda pair: rank(pair.after))
        for pairs in (record.altered, record.affected)
    )
    yield section("Changed in the record of deeds", altered, changed)
    yield section("Changed for the record by other files", affected, changed)
    yield section("Removed from the record of deeds", entries.removed, removed)
    yield section("Added to the record of deeds", sorted(entries.added, key=rank), added)
    yield _folded(record)
    yield section("Moved in the record of deeds", record.moved, record_lines.moved)


def risky(record: RecordChanges) -> Iterator[str]:
    """What a maintainer has to look at before all else: what is said of somebody, or no longer."""
    about = dict.fromkeys(text.value for entry in record.touched for text in entry.each("who"))
    if record.touched:
        yield f"the record of what somebody did ({named(about) or 'of nobody'})"
    if record.entries.removed:
        yield f"an entry that is removed from it ({_ids(record.entries.removed)})"


def cautions(record: RecordChanges) -> Iterator[str]:
    """Each caution with the ids of the entries that it is about, the gravest first."""
    about: dict[RecordCaution, list[Entry]] = {caution: [] for caution in RecordCaution}
    for each in record.cautions:
        about[each.caution].append(each.entry)
    for caution, entries in about.items():
        if entries:
            yield f"{caution}: {_ids(entries)}"
    if not record.asked:
        yield "whether a deed was in the record before is not known: the history is cut off"


def counts(record: RecordChanges) -> Iterator[tuple[str, int, int]]:
    """How many deeds and searches there are and are shown, before and after; none without any."""
    before, after = record.before, record.after
    if any((*before, *after)):
        yield "deeds", before.deeds, after.deeds
        yield "searches that found nothing", before.searches, after.searches
        yield "– of both, shown if merged today", before.shown, after.shown


def _folded(record: RecordChanges) -> Iterator[str]:
    if folded := record.folded:
        count = counted(len(folded), "drop-in")
        title = "## Folded into the record of deeds"
        names = _ids(pair.after for pair in folded)
        yield from ("", title, "", f"{count} moved into deeds.yml unchanged: {names}")


def _ids(entries: Iterable[Entry]) -> str:
    return named(map(record_lines.id_of, entries))
