"""Who an entry is about, and where it stands among others, from its values as text."""

from collections.abc import Mapping

from .names.folding import folded
from .names.slug import slug


def id_of(values: Mapping[str, str]) -> str:
    """The id of the signatory of an entry: the one it gives, or else the slug of its name."""
    return values.get("id") or slug(values.get("name", ""))


def canonical_key(values: Mapping[str, str]) -> tuple[str, ...]:
    """The key by which entries are in canonical order.

    It is the folded name, or what it is to be sorted as, then both by code point; entries that are
    equal in that are in the order of their ids, and those of one signatory in that of signing.
    """
    return key_with(values, folded(values.get("sort_as") or values.get("name", "")))


def key_with(values: Mapping[str, str], letters: str) -> tuple[str, ...]:
    """The key of an entry whose name, or what it is to be sorted as, is folded already."""
    given = values.get
    name = given("name", "")
    return (
        *(letters, given("sort_as") or name, name),
        *(given("id", ""), given("signed", ""), given("endorses", "")),
    )
