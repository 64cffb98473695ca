"""Rules between the entries of one signatory, and about the ids by which entries name others."""

from collections.abc import Container, Iterator, Mapping, Sequence
from itertools import islice

from ...names.similarity import distinctive_words
from ...paths import DROP_INS, REGISTER
from ...problem import Problem, quoted
from ...text.source import Entry
from .context import Context
from .known import Known

# The fields by which one entry names another signatory.
_REFERENCES = ("part_of", "succeeded_by", "distinct_from")


def one_signatory(known: Sequence[Known], context: Context) -> Iterator[Problem]:
    """Entries of one id are endorsements of one signatory, each of another version.

    All but the first to sign say by `id` whom they belong to, so that nobody comes to stand with
    somebody else by the same name alone.
    """
    for group in _by_id(known).values():
        for index, second in enumerate(group):
            for first in islice(group, index):
                if problem := _against(first, second, context):
                    yield problem
                    break


def _by_id(known: Sequence[Known]) -> Mapping[str, list[Known]]:
    """The entries of each signatory that has several."""
    groups: dict[str, list[Known]] = {}
    for one in known:
        groups.setdefault(one.id, []).append(one)
    return {who: group for who, group in groups.items() if len(group) > 1}


def _against(first: Known, second: Known, context: Context) -> Problem | None:
    """The problem of two entries with one id, if there is one."""
    if not first.gives_id and not second.gives_id:
        return _already(second, first, context)
    for joining, there in ((second, first), (first, second)):
        if not joining.gives_id and _signed(joining.entry) > _signed(there.entry):
            return _already(joining, there, context)
    if first.person is not second.person:
        message = f"id {quoted(second.id)} is that of {quoted(first.name)} on"
        remedy = "one id is a person or an organisation; give another id"
        return second.entry.problem(f"{message} {first.place_of('name')}; {remedy}", "id")
    if not _share_a_name(first, second):
        return _another_name(second, first)
    version = context.version_of(second.entry)
    if version and version == context.version_of(first.entry):
        message = f"{quoted(second.name)} endorses version {version} already"
        return second.entry.problem(
            f"{message} on {first.place_of('name')}; {_one_version(first)}", "name"
        )
    return None


def _share_a_name(one: Known, other: Known) -> bool:
    """Whether two entries have one name, or one has the other's as its former one."""
    names = [
        {
            "".join(distinctive_words(name, person=each.person))
            for name in (each.name, *(text.value for text in each.entry.each("formerly")))
        }
        for each in (one, other)
    ]
    return not names[0].isdisjoint(names[1])


def _one_version(first: Known) -> str:
    if first.entry.get("withdrawn"):
        return "to sign it anew, take 'withdrawn' off that entry and give it the new date"
    return "remove one, or give 'endorses' if this is about another version"


def _another_name(second: Known, first: Known) -> Problem:
    message = f"id {quoted(second.id)} is that of {quoted(first.name)} on {first.place_of('name')}"
    remedy = f"add 'formerly: {first.name}' if it was renamed, or give another id"
    return second.entry.problem(f"{message}; {remedy}", "id" if second.gives_id else "name")


def _already(second: Known, first: Known, context: Context) -> Problem:
    """The problem of an entry that is there, with every way to mend it."""
    place = first.place_of("name")
    message = f"{quoted(second.name)} is already on {place}"
    if second.name != first.name:
        message += f" as {quoted(first.name)}"
    another = f"another id, such as 'id: {second.slug}-2', if they are two"
    if _was_folded(second.entry, first.entry, context):
        remedy = f"if it was folded meanwhile, move the change to {place} and remove this file, or"
        remedy += f" add {another}"
    else:
        same = f"'id: {first.id}' if it is the same and endorses another version"
        remedy = f"remove one, add {same}, or {another}"
    return second.entry.problem(f"{message}; {remedy}", "name")


def _was_folded(drop_in: Entry, entry: Entry, context: Context) -> bool:
    """Whether a drop-in is probably an entry that was folded before the drop-in was corrected."""
    if not drop_in.path.startswith(f"{DROP_INS}/") or entry.path != REGISTER:
        return False
    ours, theirs = drop_in.values, entry.values
    same = ({name: ours.get(name)}.items() & theirs.items() for name in ("signed", "evidence"))
    return any(same) and context.version_of(drop_in) == context.version_of(entry)


def references_are_known(known: Sequence[Known], ids: Container[str]) -> Iterator[Problem]:
    """`part_of`, `succeeded_by` and `distinct_from` name the id of another signatory."""
    for one in known:
        for field in _REFERENCES:
            for text in one.entry.each(field):
                if text.value.strip() and (text.value not in ids or text.value == one.id):
                    yield one.entry.problem_at(text, _unknown_reference(field, text.value))


def _unknown_reference(field: str, value: str) -> str:
    message = f"{field} {quoted(value)} is no other entry's id"
    return f"{message}; correct it, or leave '{field}' out"


def references_lead_on(known: Sequence[Known]) -> Iterator[Problem]:
    """Nobody is part of itself, nor succeeded by itself, by way of others."""
    for field in ("part_of", "succeeded_by"):
        onwards = {
            one.id: text.value for one in known if (text := one.entry.get(field)) is not None
        }
        for one in known:
            if (text := one.entry.get(field)) and _comes_back(one.id, onwards):
                message = f"{field} {quoted(text.value)} leads back to {quoted(one.name)}"
                yield one.entry.problem_at(text, f"{message}; remove one of the two")


def _comes_back(start: str, onwards: Mapping[str, str]) -> bool:
    seen = {start}
    at = onwards.get(start)
    while at is not None and at not in seen:
        seen.add(at)
        at = onwards.get(at)
    return at == start and onwards.get(start) != start


def one_identifier(known: Sequence[Known]) -> Iterator[Problem]:
    """An identifier is that of one signatory."""
    holders: dict[str, Known] = {}
    for one in known:
        for text in one.entry.each("identifiers"):
            first = holders.setdefault(text.value, one)
            if first.id != one.id:
                message = f"identifier {quoted(text.value)} is that of {quoted(first.name)} on"
                place = first.place_of("identifiers")
                remedy = (
                    f"correct one, or add 'id: {first.id}' if they are one signatory"
                    if not one.gives_id
                    else "correct one"
                )
                yield one.entry.problem_at(text, f"{message} {place}; {remedy}")


def facts_are_on_the_latest(known: Sequence[Known], context: Context) -> Iterator[Problem]:
    """What has become of a signatory is said in its latest entry, which pages go by."""
    for group in _by_id(known).values():
        latest = max(group, key=lambda one: _signed(one.entry))
        for one in group:
            for field in ("ended", "succeeded_by", "part_of"):
                if one is not latest and one.entry.get(field) and not latest.entry.get(field):
                    message = f"'{field}' is said of an endorsement before the latest one"
                    remedy = f"move it to {latest.place_of('name')}"
                    yield one.entry.problem(f"{message}; {remedy}", field)


def _signed(entry: Entry) -> str:
    signed = entry.get("signed")
    return signed.value if signed else ""
