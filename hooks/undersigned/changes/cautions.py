"""What a maintainer must look at in a new entry, and in one that somebody altered."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from ..dates import stated_date
from ..evidence.grades import Grade
from ..identity import id_of
from ..paths import REGISTER
from ..text.source import Entry
from .compare import Comparison, Pair, VersionOf
from .known_ids import KnownIds
from .unchecked import grade

# In days. Who signs is added within weeks; of an older signature somebody has to say why.
LONG_BEFORE = 90


class Caution(StrEnum):
    """A reason to look closely, as a summary words it; the gravest first."""

    EVIDENCE = "known by other evidence, or under another website, than before"
    COUNTED_AGAIN = "counted again, its withdrawal or its end being gone"
    VERSION = "taken for an endorsement of another version than before"
    OTHER_DAY = "given another day of listing, which a fold alone writes"
    ID_TAKEN = "given an id that exists"
    ID_SHARED = "given an id that another new entry has"
    ID_RETURNS = "given an id that was in the register before and was removed"
    ID_ALIKE = "given an id like another’s"
    HOLDS = "named like one in the register with more words, or with fewer"
    GONE = "withdrawn or ended already"
    BY_EMAIL = "confirmed by e-mail, for which only a maintainer who has the reply can vouch"
    LONG_AGO = f"signed more than {LONG_BEFORE} days before it is added"
    LISTED = "given a day of listing, which a fold alone writes"
    FORMER_WEBSITE = "known by a website that it no longer has"
    RELATED = "said to be a part, a former name or a predecessor of one in the register"
    DISTINCT = "said to be somebody else than one in the register"
    STRAIGHT = "written straight into signatories.yml, so that its date of signing counts as news"


class Cautioned(NamedTuple):
    """An entry with a caution; the `detail` is what it is about, as text of the entry."""

    caution: Caution
    entry: Entry
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Setting:
    """What cautions depend on besides the entries: the day, and the ids there are and were.

    `held` has, by the identity of an entry's object, the ids of those whose names it holds.
    """

    today: date
    ids: KnownIds
    names: Mapping[str, str]
    version_of: VersionOf
    held: Mapping[int, Sequence[str]]


def cautions_of(
    altered: Iterable[Pair], entries: Comparison, setting: Setting
) -> Iterator[Cautioned]:
    """Every caution of a change, first those of entries that were altered."""
    for pair in altered:
        yield from (Cautioned(*each) for each in _altered(pair, setting))
    moved = {id(pair.after) for pair in entries.kept}
    for each in entries.joining:
        yield Cautioned(Caution.ID_TAKEN, each.entry, id_of(each.entry.values))
    of_one = Counter(id_of(entry.values) for entry in entries.added)
    for entry in entries.added:
        if of_one[who := id_of(entry.values)] > 1:
            yield Cautioned(Caution.ID_SHARED, entry, who)
    new = [*entries.added, *(each.entry for each in entries.joining)]
    for entry in (entry for entry in new if id(entry) not in moved):
        yield from (Cautioned(caution, entry, detail) for caution, detail in _new(entry, setting))


def _altered(pair: Pair, setting: Setting) -> Iterator[tuple[Caution, Entry, str]]:
    """The cautions of an entry that was there."""
    changed, after = pair.changed_fields, pair.after
    before, now = setting.version_of(pair.before), setting.version_of(after)
    found = {
        Caution.EVIDENCE: changed & _KNOWN_BY,
        Caution.COUNTED_AGAIN: {"withdrawn", "ended"} - after.given & changed,
        Caution.VERSION: {now} - {before},
        Caution.OTHER_DAY: changed & {"listed"},
    }
    yield from (
        (caution, after, ", ".join(sorted(about))) for caution, about in found.items() if about
    )
    if id_of(pair.before.values) != id_of(after.values) and not pair.is_replacement:
        yield from ((caution, after, about) for caution, about in _of_id(after, setting))
    # Where the id is all that is left, somebody new has written the entry.
    if not pair.is_replacement and changed & _RELATING and (held := setting.held.get(id(after))):
        yield Caution.HOLDS, after, ", ".join(held)
    claims = _new(after, setting) if pair.is_replacement else _claims(after, setting, changed)
    yield from ((caution, after, about) for caution, about in claims)


_RELATING = frozenset(("name", "kind", "part_of", "succeeded_by", "distinct_from"))
_KNOWN_BY = frozenset(("website", "website_then", "evidence", "confirmed_by_email"))


def _new(entry: Entry, setting: Setting) -> Iterator[tuple[Caution, str]]:
    """The cautions of a new entry."""
    values = entry.values
    yield from _of_id(entry, setting)
    if held := setting.held.get(id(entry)):
        yield Caution.HOLDS, ", ".join(held)
    if gone := [values[name] for name in ("withdrawn", "ended") if name in values]:
        yield Caution.GONE, ", ".join(gone)
    signed = stated_date(values.get("signed", ""))
    if signed and (days := (setting.today - signed.last_day).days) > LONG_BEFORE:
        yield Caution.LONG_AGO, f"{days:,} days"
    if "listed" in values:
        yield Caution.LISTED, values["listed"]
    elif entry.path == REGISTER:
        yield Caution.STRAIGHT, values.get("signed", "")
    yield from _claims(entry, setting, values)


def _of_id(entry: Entry, setting: Setting) -> Iterator[tuple[Caution, str]]:
    """Of an id that nobody has now, whether somebody had it, or another's is like it."""
    who = id_of(entry.values)
    if who in setting.ids.gone:
        yield Caution.ID_RETURNS, who
    if likes := setting.ids.alike(entry):
        yield Caution.ID_ALIKE, ", ".join(likes)


def _claims(entry: Entry, setting: Setting, fields: Iterable[str]) -> Iterator[tuple[Caution, str]]:
    """What some fields of an entry claim that only others can know."""
    values, given = entry.values, {*fields} & entry.fields.keys()
    if "confirmed_by_email" in given:
        yield Caution.BY_EMAIL, values["confirmed_by_email"]
    if "website_then" in given and grade(entry) is Grade.OWN_SITE:
        yield Caution.FORMER_WEBSITE, values["website_then"]
    others = [text.value for name in ("part_of", "succeeded_by") for text in entry.each(name)]
    others = others if given & {"part_of", "succeeded_by"} else []
    if "formerly" in given:
        others += setting.ids.formerly(entry)
    if related := [who for who in dict.fromkeys(others) if who in setting.names]:
        yield Caution.RELATED, ", ".join(related)
    if "distinct_from" in given:
        yield Caution.DISTINCT, ", ".join(text.value for text in entry.each("distinct_from"))
