"""Who an entry is about, and where it stands among others, from its values as text."""

from collections.abc import Mapping

from .names.collation import by_name
from .names.slug import slug


def id_of(values: Mapping[str, str]) -> str:
    """The id of the signatory of an entry: the one it gives, or else the slug of its name."""
    return values.get("id") or slug(values.get("name", ""))


def canonical_key(values: Mapping[str, str]) -> tuple[str, ...]:
    """The key by which entries are in canonical order.

    It is the folded name, or what it is to be sorted as, then both by code point; entries that are
    equal in that are in the order of their ids, and those of one signatory in that of signing.
    """
    name = values.get("name", "")
    return (
        *by_name(values.get("sort_as") or name),
        name,
        values.get("id", ""),
        values.get("signed", ""),
        values.get("endorses", ""),
    )
