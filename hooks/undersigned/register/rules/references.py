"""Rules about how entries name other signatories: by ids, and by numbers in public registers."""

from collections.abc import Iterator, Mapping, Sequence

from ...names.slug import slug
from ...problem import Problem, Way, quoted
from ...text.source import Text
from .known import Known
from .remedies import mended

# The fields by which one entry names another signatory.
_REFERENCES = ("part_of", "succeeded_by", "distinct_from")


def references_are_known(known: Sequence[Known], ids: Mapping[str, str]) -> Iterator[Problem]:
    """`part_of`, `succeeded_by` and `distinct_from` name the id of another signatory.

    `ids` are those of all signatories, each with the slug of its name.
    """
    for one in known:
        for field in _REFERENCES:
            for text in one.entry.each(field):
                if text.value.strip() and (text.value not in ids or text.value == one.id):
                    yield one.entry.problem_at(
                        text, _unknown_reference(one, field, text.value, ids)
                    )


def _unknown_reference(one: Known, field: str, value: str, ids: Mapping[str, str]) -> str:
    message = f"{field} {quoted(value)} is no other entry's id"
    meant = next((who for who, name in ids.items() if slug(value) == name != ""), "")
    if meant and meant != one.id:
        return f"{message}; write '{meant}', or leave '{field}' out"
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
                yield _held(one, first, text)


def _held(one: Known, first: Known, identifier: Text) -> Problem:
    """The problem of an identifier that is another's."""
    place = first.place_of("identifiers")
    found = f"identifier {quoted(identifier.value)} is that of {quoted(first.name)} on {place}"
    same = () if one.gives_id else (Way("id", first.id, "if they are one signatory"),)
    problem = mended(one.entry, found, (Way(action="correct one"), *same), "identifiers")
    return problem._replace(line=identifier.line, column=identifier.column)
