"""Rules about how entries name other signatories: by ids, and by numbers in public registers."""

from collections.abc import Iterator, Mapping, Sequence

from ...names.slug import slug
from ...problem import Problem, Way, quoted
from ...text.source import Entry, Text
from .known import Known
from .remedies import mended

# The fields by which one entry names another signatory.
_REFERENCES = ("part_of", "succeeded_by", "distinct_from")

# All fields that the rules here read; few entries have one.
OF_FEW = frozenset(("identifiers", *_REFERENCES))


def ids_named(entry: Entry) -> Iterator[str]:
    """The ids of others that an entry names."""
    for field in _REFERENCES:
        yield from (text.value for text in entry.each(field))


def references_are_known(known: Sequence[Known], ids: Mapping[str, str]) -> Iterator[Problem]:
    """`part_of`, `succeeded_by` and `distinct_from` name the id of another signatory.

    `ids` are those of all signatories, each with the slug of its name.
    """
    unknown = [
        (one, field, text)
        for one in known
        for field in _REFERENCES
        for text in one.entry.each(field)
        if text.value.strip() and (text.value not in ids or text.value == one.id)
    ]
    # The first of a name is meant.
    named = {name: who for who, name in reversed(list(ids.items()))} if unknown else {}
    for one, field, text in unknown:
        yield one.entry.problem_at(text, _unknown_reference(one, field, text.value, named))


def _unknown_reference(one: Known, field: str, value: str, named: Mapping[str, str]) -> str:
    message = f"{field} {quoted(value)} is no other entry's id"
    meant = named.get(slug(value), "")
    if meant and meant != one.id:
        return f"{message}; write '{meant}', or leave '{field}' out"
    return f"{message}; correct it, or leave '{field}' out"


def references_lead_on(known: Sequence[Known]) -> Iterator[Problem]:
    """Nobody is part of itself, nor succeeded by itself, by way of others."""
    for field in ("part_of", "succeeded_by"):
        onwards = {
            one.id: text.value for one in known if (text := one.entry.get(field)) is not None
        }
        circular = _circular(onwards)
        for one in known:
            if one.id in circular and (text := one.entry.get(field)):
                message = f"{field} {quoted(text.value)} leads back to {quoted(one.name)}"
                yield one.entry.problem_at(text, f"{message}; remove one of the two")


def _circular(onwards: Mapping[str, str]) -> set[str]:
    """The ids that lead back to themselves by way of others; each step is taken once."""
    circular: set[str] = set()
    settled: set[str] = set()
    for start in onwards:
        path: dict[str, None] = {}
        at: str | None = start
        while at is not None and at not in settled:
            if at in path:
                circle = list(path)[list(path).index(at) :]
                circular.update(circle if len(circle) > 1 else ())
                break
            path[at] = None
            at = onwards.get(at)
        settled.update(path)
    return circular


def one_identifier(known: Sequence[Known]) -> Iterator[Problem]:
    """An identifier is that of one signatory."""
    holders: dict[str, Known] = {}
    for one in known:
        for text in one.entry.each("identifiers"):
            first = holders.setdefault(text.value, one)
            if first.id != one.id:
                yield _held(one, first, text)


def _held(one: Known, first: Known, identifier: Text) -> Problem:
    """The problem of an identifier that is another's."""
    place = first.place_of("identifiers")
    found = f"identifier {quoted(identifier.value)} is that of {quoted(first.name)} on {place}"
    same = () if one.gives_id else (Way("id", first.id, "if they are one signatory"),)
    problem = mended(one.entry, found, (Way(action="correct one"), *same), "identifiers")
    return problem._replace(line=identifier.line, column=identifier.column)
