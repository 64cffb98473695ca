"""What a review says of an entry of the record, as Markdown in which untrusted text is code."""

from collections.abc import Iterable, Iterator
from datetime import date

from ..deeds.entry_list import RECORD
from ..deeds.fields import DATES, OF_REPLIES
from ..domain_names import shown as host_shown
from ..markup.untrusted import code, codes
from ..problem import Problem, stopping
from ..text.source import Entry
from ..urls import host_of, refusal
from .entry_lines import on_lines_of, problem_lines
from .record_cautions import CautionedEntry, RecordCaution
from .record_effects import effects, shown, source
from .record_facts import Facts
from .record_pairs import RecordPair
from .value_lines import address_of, differences, label, value_of

# So many characters of a principle's words are shown.
_WORDS = 120

# Said on lines of their own, or in the head of an entry.
_IN_HEAD = ("id", "who", "principle", "version", "deed", "found", "sources", "where", "bearing")
_SAID = frozenset((*_IN_HEAD, *DATES, *OF_REPLIES))


def added(
    entry: Entry,
    facts: Facts,
    day: date,
    cautions: Iterable[CautionedEntry],
    problems: Iterable[Problem],
) -> Iterator[str]:
    """A new entry, with all that it says and from which day it is shown."""
    of_it = on_lines_of(entry, problems)
    yield f"- **{code(id_of(entry))}**: {_what(entry)}"
    yield from _cautions(each for each in cautions if each.caution is not RecordCaution.SHOWN)
    yield f"  - {_about(entry)}"
    if "principle" in entry.values:
        yield f"  - {_under(facts)}"
    if "bearing" in entry.values:
        yield f"  - the editors’ reading: {code(entry.values['bearing'])}"
    yield from (f"  - {source(each)}" for each in facts.sources)
    yield from (f"  - looked at {code(text.value)}" for text in entry.each("where"))
    yield from (f"  - {line}" for line in _reply(entry, facts))
    first = "once its problems are mended: " if stopping(of_it) else ""
    yield from (f"  - {first}{line}" for line in shown(facts, day))
    for name, value in entry.values.items():
        if name not in _SAID:
            yield f"  - {label(name)}: {value_of(name, value)}"
    yield from problem_lines(of_it)


def changed(
    pair: RecordPair,
    before: Facts,
    after: Facts,
    day: date,
    cautions: Iterable[CautionedEntry],
    problems: Iterable[Problem],
) -> Iterator[str]:
    """An entry before and after, also where other files alone have changed what follows of it."""
    old, new = (id_of(entry) for entry in (pair.before, pair.after))
    yield f"- **{code(old)}**: {_what(pair.before)}"
    yield from _cautions(cautions)
    if pair.shared:
        yield f"  - taken for the same entry by {pair.shared}"
    if old != new:
        remedy = code(f"id: {old}")
        yield f"  - **its id changes**: {code(old)} → {code(new)}; {remedy} would keep links"
    yield from differences(pair.differences)
    if pair.before.path != pair.after.path and not pair.is_fold:
        yield f"  - moved from {code(pair.before.path)} to {code(pair.after.path)}"
    yield from (f"  - {line}" for line in effects(before, after, day))
    if {"reply", "reply_source", "reply_by_email"} & pair.changed_fields:
        yield from (f"  - now {line}" for line in _reply(pair.after, after))
    yield from problem_lines(on_lines_of(pair.after, problems))


def moved(pair: RecordPair) -> Iterator[str]:
    """An entry that says what it said, in another file."""
    places = f"from {code(pair.before.path)} to {code(pair.after.path)}"
    yield f"- **{code(id_of(pair.after))}**, {places}"


def removed(entry: Entry, facts: Facts, day: date) -> Iterator[str]:
    """An entry that is gone, and whether readers saw it."""
    seen = "which was shown" if facts.is_shown(day) else "which was not shown"
    yield f"- **{code(id_of(entry))}**, {seen}: {_what(entry)}"
    yield f"  - {_about(entry)}; it was in {code(entry.path)}"
    if reply := entry.values.get("reply"):
        yield f"  - **its reply goes with it**: {code(reply)}"


def id_of(entry: Entry) -> str:
    """What an entry is called; words where it gives nothing to call it by."""
    return RECORD.id_of(entry.values) or "an entry without a signatory or a date"


def _what(entry: Entry) -> str:
    """What was done, or that nothing was found."""
    if deed := entry.values.get("deed"):
        return code(deed)
    found = entry.values.get("found")
    return f"found {code(found)}" if found else "without a sentence"


def _about(entry: Entry) -> str:
    """Who, under which principle of which version, and when."""
    values = entry.values
    under = [f"{name} {code(values[name])}" for name in ("principle", "version") if name in values]
    when = [f"{label(name)} {code(values[name])}" for name in DATES if name in values]
    who = codes(text.value for text in entry.each("who")) or "about nobody"
    return ", ".join((f"about {who}" if "who" in values else who, *under, *when))


def _under(facts: Facts) -> str:
    """The words of the principle that the entry is put under."""
    if not facts.version:
        return "under a version of the text that is not known"
    of_version = f"of version {code(facts.version)}"
    if not facts.principle:
        return f"**no such principle** {of_version}"
    return f"the principle {of_version}: {code(facts.principle, _WORDS)}"


def _cautions(cautions: Iterable[CautionedEntry]) -> Iterator[str]:
    for each in cautions:
        detail = f": {code(each.detail)}" if each.detail else ""
        yield f"  - **{each.caution}**{detail}"


def _reply(entry: Entry, facts: Facts) -> Iterator[str]:
    """The reply, and how it is known to be the signatory's."""
    values = entry.values
    if (words := values.get("reply")) is None:
        return
    day = f" of {code(values['replied'])}" if "replied" in values else ""
    yield f"reply{day}: {code(words)}"
    if (address := values.get("reply_source")) is not None:
        host = code(host_shown(host_of(address))) if refusal(address) is None else "no public host"
        whose = "the signatory’s own" if facts.is_own_reply else "**not the signatory’s own**"
        yield f"reply at {host}, {whose}: {address_of(address)}"
    if (came := values.get("reply_by_email")) is not None:
        yield f"reply by e-mail on {code(came)}, which the maintainer who has it can tell"
