"""What rules between entries compare: each entry that has a name, with the forms of it."""

from collections.abc import Sequence
from typing import NamedTuple

from ...fields import Kind
from ...names.similarity import distinctive_words, looks_among
from ...names.slug import slug
from ...text.source import Entry, Text


class Known(NamedTuple):
    """An entry that has a name, with the forms of the name that are compared.

    `id` is that of its signatory, `gives_id` whether the entry states it; `slug` is that of the
    name, and `words` are what distinguishes it, in one piece as `folded`. `looks` has what these
    look like, as `looks_of` has it, `names` the folded form of each earlier name as well, and
    `distinct` the ids of those whom the entry says to be others.

    It `chose_id` if it gives an id that tells it from another of its name. The id that a renamed
    signatory keeps is not one: it is the slug of an earlier name.
    """

    entry: Entry
    name: str
    id: str
    gives_id: bool
    slug: str
    person: bool
    words: Sequence[str]
    folded: str
    looks: tuple[str, ...]
    names: frozenset[str]
    distinct: frozenset[str]
    chose_id: bool

    def calls_distinct(self, other: "Known") -> bool:
        """Whether the entry says by `distinct_from` that the other is another signatory."""
        return other.id in self.distinct

    def place_of(self, field: str) -> str:
        """The file and line of a field, for messages."""
        return f"{self.entry.path}:{self.entry.fields[field].line}"


def known_among(entries: Sequence[Entry]) -> list[Known]:
    """The entries that have a name, in the order in which they are given."""
    named = [entry for entry in entries if _name(entry)]
    names = [entry.fields["name"].value for entry in named]
    people = [_is_person(entry) for entry in named]
    words = [
        distinctive_words(name, person=person) for name, person in zip(names, people, strict=True)
    ]
    looks = looks_among(names, words, people)
    return list(map(_known, named, names, people, words, looks))


def are_told_apart(one: Known, other: Known) -> bool:
    """Whether two entries are stated to be of two signatories, or of one.

    Of one where both have the same id, which other rules judge. Of two by `distinct_from`, or,
    where their names make one slug, by an id that one of them chose.
    """
    if one.id == other.id or one.calls_distinct(other) or other.calls_distinct(one):
        return True
    return one.slug == other.slug and (one.chose_id or other.chose_id)


def _known(
    entry: Entry, name: str, person: bool, words: Sequence[str], looks: tuple[str, ...]
) -> Known:
    of_name = slug(name)
    given = entry.get("id")
    stated = given.value if given else ""
    folded, earlier = "".join(words), [text.value for text in entry.each("formerly")]
    names = (folded, *("".join(distinctive_words(each, person=person)) for each in earlier))
    distinct = frozenset(text.value for text in entry.each("distinct_from"))
    # Worked out once: of thousands of entries, each may be held against each other's list.
    chose_id = bool(stated) and stated != of_name and all(slug(each) != stated for each in earlier)
    return Known(
        *(entry, name, stated or of_name, bool(stated), of_name, person, words, folded),
        *(looks, frozenset(names), distinct, chose_id),
    )


def _is_person(entry: Entry) -> bool:
    kind = entry.get("kind")
    return kind is not None and kind.value == Kind.INDIVIDUAL


def _name(entry: Entry) -> Text | None:
    """The entry's name, unless it is absent or blank."""
    name = entry.get("name")
    return name if name is not None and name.value.strip() else None
