"""What rules between entries compare: each entry that has a name, with the forms of it."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from ...fields import Kind
from ...identity import key_with
from ...names.as_lines import forms_of
from ...names.folding import folded
from ...names.looks import looks_among
from ...names.similarity import distinctive_words, words_among
from ...names.slug import slug, slugs
from ...text.source import Entry


class Known(NamedTuple):
    """An entry that has a name, with the forms of the name that are compared.

    `key` is its place in the canonical order. `id` is that of its signatory, `gives_id` whether
    the entry states it; `slug` is that of the name, and `words` are what distinguishes it, in one
    piece as `folded`. `looks` has what these look like, as `looks_of` has it, and `earlier` the
    folded form of each earlier name.

    It `chose_id` if it gives an id that tells it from another of its name. The id that a renamed
    signatory keeps is not one: it is the slug of an earlier name. `distinct` are the ids of those
    whom the entry says to be others.
    """

    entry: Entry
    key: tuple[str, ...]
    name: str
    id: str
    gives_id: bool
    slug: str
    person: bool
    words: Sequence[str]
    folded: str
    looks: tuple[str, ...]
    earlier: tuple[str, ...] = ()
    chose_id: bool = False
    distinct: frozenset[str] = frozenset()

    def calls_distinct(self, other: "Known") -> bool:
        """Whether the entry says by `distinct_from` that the other is another signatory."""
        return other.id in self.distinct

    def place_of(self, field: str) -> str:
        """The file and line of a field, for messages."""
        return f"{self.entry.path}:{self.entry.fields[field].line}"


def known_among(entries: Sequence[Entry]) -> list[Known]:
    """The entries that have a name, in the order in which they are given."""
    named = [entry for entry in entries if entry.values.get("name", "").strip()]
    values = [entry.values for entry in named]
    names = [each["name"] for each in values]
    people = [each.get("kind") == Kind.INDIVIDUAL for each in values]
    words = list(words_among(names, people))
    looks = looks_among(names, words, people)
    letters = list(forms_of(names, folded))
    keys = map(key_with, values, _sorted_as(values, letters))
    forms = zip(named, keys, names, slugs(names, letters), people, words, looks, strict=True)
    return [
        Known(
            *(entry, key, name, entry.values.get("id") or of_name, bool(entry.values.get("id"))),
            *(of_name, person, each, "".join(each), alike),
            *(() if entry.values.keys().isdisjoint(_OF_OTHERS) else _told(entry, of_name, person)),
        )
        for entry, key, name, of_name, person, each, alike in forms
    ]


def _sorted_as(values: Sequence[Mapping[str, str]], letters: Sequence[str]) -> Sequence[str]:
    """What each entry is sorted as, folded: mostly its name, of which the `letters` are there."""
    given = [each.get("sort_as") or "" for each in values]
    if not any(given):
        return letters
    return [own or of_name for own, of_name in zip(forms_of(given, folded), letters, strict=True)]


# The fields by which an entry says who it was, or who it is not.
_OF_OTHERS = frozenset(("id", "formerly", "distinct_from"))


def _told(entry: Entry, of_name: str, person: bool) -> tuple[tuple[str, ...], bool, frozenset[str]]:
    """What an entry says of its earlier names, whether it chose its id, and who others are."""
    before = [text.value for text in entry.each("formerly")]
    earlier = tuple("".join(distinctive_words(each, person=person)) for each in before)
    stated = entry.values.get("id")
    # Worked out once: of thousands of entries, each may be held against each other's list.
    chose_id = bool(stated) and stated not in (of_name, *map(slug, before))
    return earlier, chose_id, frozenset(text.value for text in entry.each("distinct_from"))


def are_told_apart(one: Known, other: Known) -> bool:
    """Whether two entries are stated to be of two signatories, or of one.

    Of one where both have the same id, which other rules judge. Of two by `distinct_from`, or,
    where their names make one slug, by an id that one of them chose.
    """
    if one.id == other.id or one.calls_distinct(other) or other.calls_distinct(one):
        return True
    return one.slug == other.slug and (one.chose_id or other.chose_id)
