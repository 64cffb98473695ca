"""What follows of an entry of the record, as lines of Markdown: its sources, when it is shown."""

from collections.abc import Iterator, Mapping
from datetime import date

from pybtex.database import Entry as Reference

from ..deeds.publishing import AT_ONCE, NOTICE
from ..deeds.sources import SourceGrade
from ..markup.untrusted import code, codes
from .differences import Difference
from .record_facts import Facts, SourceFact
from .value_lines import address_of, difference

# What is said of an entry that a build of the change shows.
FROM_THE_MERGE = "**shown from the merge on**"


def shown(facts: Facts, day: date, now: str = FROM_THE_MERGE) -> Iterator[str]:
    """From which day an entry is shown, and about whom not; `now` says that it is today."""
    yield _from(facts, day, now)
    if facts.gone:
        yield f"not shown of {codes(facts.gone)}, who had withdrawn or ended by then"


def _from(facts: Facts, day: date, now: str) -> str:
    if not facts.about:
        return "not shown: it is about nobody who was a signatory at its date"
    if facts.shown is None:
        return "not shown: nobody has been written to"
    if facts.shown == AT_ONCE:
        return f"{now}: its sources are own pages of all whom it is about"
    over = f"{NOTICE.days} whole days after the day of notice"
    if facts.shown <= day:
        return f"{now}, being {over}"
    return f"shown from {code(facts.shown.isoformat())}, {over}"


def effects(before: Facts, after: Facts, day: date) -> Iterator[str]:
    """What follows otherwise than before: from the entry itself, or from files beside it."""
    known = {each.key: each for each in before.sources}
    for new in after.sources:
        old = known.get(new.key)
        if old is None:
            yield f"now by {source(new)}"
        elif old != new:
            yield from _source_changes(old, new)
    if (before.shown, before.about, before.gone) != (after.shown, after.about, after.gone):
        yield f"before: {'; '.join(shown(before, day, now='shown'))}"
        yield f"now: {'; '.join(shown(after, day))}"
    if before.version != after.version:
        versions = (code(each.version) if each.version else "none" for each in (before, after))
        yield f"**under another version of the text**: {' → '.join(versions)}"
    if before.principle != after.principle:
        words = (code(each.principle) if each.principle else "none" for each in (before, after))
        yield f"under a principle in other words: {' → '.join(words)}"
    if before.is_own_reply and after.is_own_reply is False:
        yield "**its reply is no longer at an address of the signatory’s own**"


def _source_changes(old: SourceFact, new: SourceFact) -> Iterator[str]:
    """What is otherwise about a source whose key stays: whose page it is, or what it says."""
    before, now = source(old), source(new)
    if before != now:
        yield f"before: {before}"
        yield f"now: {now}"
    for each in _edits(old, new):
        yield from (f"of {code(new.key)} {line}" for line in difference(each))


def _edits(old: SourceFact, new: SourceFact) -> Iterator[Difference]:
    """The fields of a source that differ in the bibliography, but for those that are addresses."""
    if old.reference is None or new.reference is None:
        return
    before, now = _fields(old.reference), _fields(new.reference)
    for name in sorted((before.keys() | now.keys()) - _ADDRESSES):
        if before.get(name) != now.get(name):
            yield Difference(name, before.get(name), now.get(name))


_ADDRESSES = frozenset(("url", "doi", "archiveurl"))


def _fields(reference: Reference) -> Mapping[str, str]:
    """The fields of a source with those that name people, and its type."""
    people = {role: "; ".join(map(str, them)) for role, them in reference.persons.items()}
    return {"type": reference.type, **reference.fields, **people}


def source(fact: SourceFact) -> str:
    """A source with its address, whose page it is, and whether it has an archived copy."""
    if fact.reference is None:
        return f"source {code(fact.key)}, **which is not in the bibliography**"
    where = ", ".join(map(address_of, fact.addresses)) or "no address"
    kept = f"archived at {code(fact.archived)}" if fact.archived else "**no archived copy**"
    return f"source {code(fact.key)}, {_grade(fact)}: {where}; {kept}"


def _grade(fact: SourceFact) -> str:
    """Whose page a source is."""
    match fact.grade:
        case SourceGrade.OWN if fact.owners:
            return f"own page of {codes(fact.owners)}"
        case SourceGrade.OWN:
            return "pages of several of those whom it is about"
        case SourceGrade.AUTHORITY:
            return "a court’s or a state’s page"
    return "somebody else’s page"
