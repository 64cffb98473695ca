"""Rules between the entries of one signatory: whose they are, and which versions they endorse."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import count, islice

from ...dates import stated_date
from ...model import recency
from ...names.keys import sharing
from ...paths import DROP_INS, REGISTER
from ...problem import Problem, Way, quoted
from ...text.source import Entry
from .context import Context
from .known import Known
from .remedies import REMOVE, FreeIds, elsewhere, mended

_TWO = "if they are two"
SAME = "if it is the same and endorses another version"

# How many of one name are offered, so that the message stays one that is read.
_NAMESAKES = 4

# More than a statement has versions; entries of others are refused for these.
_COMPARED_AT_MOST = 20


def one_signatory(known: Sequence[Known], context: Context) -> Iterator[Problem]:
    """Entries of one id are endorsements of one signatory, each of another version.

    All but the first to sign say by `id` whom they belong to, so that nobody comes to stand with
    somebody else by the same name alone.
    """
    groups = _of_several(known)
    free = FreeIds([one.id for one in known] if groups else ())
    namesakes: dict[str, list[Known]] = {}
    for one in known if groups else ():
        if one.chose_id:
            namesakes.setdefault(one.slug, []).append(one)
    for group in groups:
        for index, second in enumerate(group):
            offered = free.like(second.slug) if index else ""
            others = namesakes.get(second.slug, ())
            for first in islice(group, min(index, _COMPARED_AT_MOST)):
                if problem := _against(first, second, context, offered, others):
                    yield problem
                    # Of two problems, each offers an id of its own.
                    free.take(offered)
                    break


def _of_several(known: Sequence[Known]) -> list[list[Known]]:
    """The entries of each signatory that has several."""
    groups = sorted(sharing(zip([one.id for one in known], count())))
    return [[known[position] for position in group] for group in groups]


def _against(
    first: Known, second: Known, context: Context, free: str, others: Sequence[Known]
) -> Problem | None:
    """The problem of two entries with one id, if there is one.

    Nobody has the `free` id; `others` have the same name and chose other ids.
    """
    if not second.gives_id and (not first.gives_id or _comes_after(second, first)):
        return _already(second, first, context, free, others)
    if not first.gives_id and _is_later(first, second):
        return _unjoined(second, first, free)
    if _differ_in_kind(first, second):
        found = f"id {quoted(second.id)} is that of {quoted(first.name)} on"
        found += f" {first.place_of('name')}, and one id is a person or an organisation"
        return mended(second.entry, found, (Way("id", free),), "id")
    if not _share_a_name(first, second):
        return _another_name(second, first, free)
    version = context.version_of(second.entry)
    if version and version == context.version_of(first.entry):
        found = f"{quoted(second.name)} endorses version {version} already"
        ways = tuple(_one_version(first, context, free))
        if was_folded(second, first):
            ways = (move_to(first), *ways[1:])
        found += f" on {first.place_of('name')}{_present_name(second, first)}"
        return mended(second.entry, found, ways, "name")
    return None


def _present_name(second: Known, first: Known) -> str:
    """Under which other name one signatory is there, behind the place of it."""
    return f" as {quoted(first.name)}" if second.name != first.name else ""


def _comes_after(one: Known, other: Known) -> bool:
    """Whether one was signed after another, or came to it: no date makes it the first then."""
    return _was_added_to(one.entry.path, other.entry.path) or _is_later(one, other)


def _was_added_to(path: str, other: str) -> bool:
    """Whether an entry came to another that was there, by their files, so that it gives an id."""
    if path in (REGISTER, other):
        return False
    first = path.startswith(f"{DROP_INS}/") and "@" not in path
    return other == REGISTER or not first


def _is_later(one: Known, other: Known) -> bool:
    """Whether one was signed after another; not where the date of either is not known yet."""
    return bool(_signed(other.entry)) and _signed(one.entry) > _signed(other.entry)


def _differ_in_kind(one: Known, other: Known) -> bool:
    """Whether one is a person and the other is not; not where the kind is not known yet."""
    return one.person is not other.person and bool(
        one.entry.get("kind") and other.entry.get("kind")
    )


def _share_a_name(one: Known, other: Known) -> bool:
    """Whether two entries have one name, or one has the other's as its former one."""
    return not {one.folded, *one.earlier}.isdisjoint((other.folded, *other.earlier))


def _one_version(first: Known, context: Context, free: str) -> Iterator[Way]:
    """The ways to mend that a signatory endorses a version twice."""
    if first.entry.get("withdrawn"):
        action = "take 'withdrawn' off that entry and give it the new date"
        yield elsewhere(action, "to sign it anew")
    else:
        yield REMOVE
    if len(context.versions) > 1:
        yield Way("endorses", when="if this is about another version")
    yield Way("id", free, _TWO)


def _another_name(second: Known, first: Known, free: str) -> Problem:
    found = f"id {quoted(second.id)} is that of {quoted(first.name)} on {first.place_of('name')}"
    ways = (Way("formerly", first.name, "if it was renamed"), Way("id", free, _TWO))
    return mended(second.entry, found, ways, "id" if second.gives_id else "name")


def _unjoined(second: Known, first: Known, free: str) -> Problem:
    """The problem of an entry whose signatory has a later one that does not say whose it is."""
    place = first.place_of("name")
    found = f"{quoted(first.name)} on {place} signed later and does not say that it is the same"
    there = elsewhere(f"add 'id: {second.id}' there", "if it is the same")
    return mended(second.entry, found, (there, Way("id", free, _TWO)), "id")


def _already(
    second: Known, first: Known, context: Context, free: str, others: Sequence[Known]
) -> Problem:
    """The problem of an entry that is there, with every way to mend it."""
    place = first.place_of("name")
    found = f"{quoted(second.name)} is already on {place}{_present_name(second, first)}"
    two = Way("id", free, _TWO)
    if was_folded(second, first) and _one_endorsement(second, first, context):
        return mended(second.entry, found, (move_to(first), two), "name")
    if others:
        same = [
            Way("id", one.id, f"if it is the one on {one.place_of('name')}")
            for one in (first, *islice(others, _NAMESAKES))
        ]
        return mended(second.entry, found, (REMOVE, *same, two), "name")
    same_one = Way("id", first.id, SAME)
    return mended(second.entry, found, (REMOVE, same_one, two), "name")


def move_to(first: Known) -> Way:
    """The remedy for a drop-in that was corrected after it had been folded."""
    place = first.place_of("name")
    return elsewhere(f"if it was folded meanwhile, move the change to {place} and remove this file")


def was_folded(second: Known, first: Known) -> bool:
    """Whether a drop-in is probably an entry that was folded before the drop-in was corrected.

    Of its name, its date and how it is known, such a drop-in has two as the entry has them: many
    sign on one day, and colleagues are not one.
    """
    drop_in, entry = second.entry, first.entry
    if not drop_in.path.startswith(f"{DROP_INS}/") or entry.path != REGISTER:
        return False
    ours, theirs = drop_in.values, entry.values
    alike = [ours.get(name) == theirs.get(name) for name in ("name", "signed")]
    return sum((*alike, _known_by(ours) == _known_by(theirs))) > 1


def _known_by(values: Mapping[str, str]) -> str | None:
    return values.get("evidence") or values.get("confirmed_by_email")


def _one_endorsement(one: Known, other: Known, context: Context) -> bool:
    return context.version_of(one.entry) == context.version_of(other.entry)


def facts_are_on_the_latest(known: Sequence[Known], context: Context) -> Iterator[Problem]:
    """What has become of a signatory is said in its latest entry, which pages go by."""
    for group in _of_several(known):
        latest = max(group, key=lambda one: _recency(one.entry, context))
        for one in group:
            for field in ("ended", "succeeded_by", "part_of"):
                fact = one.entry.get(field)
                if fact and one is not latest and not latest.entry.get(field):
                    yield _left_behind(latest, one, field, fact.value)


def _left_behind(latest: Known, one: Known, field: str, value: str) -> Problem:
    """The problem of a latest entry that lacks a fact which is said of an earlier one."""
    place = f"{one.entry.path}:{one.entry.fields[field].line}"
    found = f"'{field}' is said of an earlier endorsement on {place}"
    ways = (Way(field, value), elsewhere(f"remove '{field}' there", "if it is no longer so"))
    return mended(latest.entry, found, ways, "name")


def _recency(entry: Entry, context: Context) -> tuple[int, tuple[int, ...]]:
    date = stated_date(_signed(entry))
    return recency(date, context.version_of(entry)) if date else (0, ())


def _signed(entry: Entry) -> str:
    signed = entry.get("signed")
    return signed.value if signed else ""
