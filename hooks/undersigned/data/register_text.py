"""The register as one file in canonical form, drop-ins included and without comments."""

import re
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256

from ..fields import BETWEEN
from ..format.canonical import canonical_entry, entry_of
from .signatories import Values

# Its path on the site.
PATH = "signatories.yml"

# Longer than any word with a meaning in YAML, such as 'false', and no character with one.
_WORDS = r"[^\W\d_][\w.,&()“”’ -]{4,}[\w.)”]"

# An entry all of whose values the canonical form leaves without quotes.
_PLAIN = re.compile(
    rf"""-\ name:\ {_WORDS}
    (?:\n\ \ (?:
        kind:\ [a-z-]+
      | country:\ [A-Z][A-Z]
      | (?:website|website_then|evidence|archived):\ https://[!"$-9;-~]+
      | (?:signed|confirmed_by_email|listed|ended|withdrawn):\ [0-9]{{4}}-[0-9]{{2}}(?:-[0-9]{{2}})?
      | (?:affiliation|statement|formerly|sort_as):\ {_WORDS}
    ))*""",
    re.VERBOSE,
)


def register_text(stated: Sequence[Values]) -> str:
    """The fields of entries, given in canonical order, as `undersigned format` writes them."""
    return "\n\n".join(_entries(stated)) + "\n" if stated else "[]\n"


def register_digest(text: bytes) -> str:
    """The SHA-256 of a register, as `sha256sum` prints it."""
    return sha256(text).hexdigest()


def _entries(stated: Iterable[Values]) -> Iterator[str]:
    """Each entry as YAML; one match of the whole entry spares most the check of every value."""
    for fields in stated:
        plain = "- " + "\n  ".join([f"{name}: {value}" for name, value in fields.items()])
        yield plain if _PLAIN.fullmatch(plain) else canonical_entry(entry_of(_joined(fields)))


def _joined(fields: Values) -> dict[str, str]:
    """The values as text, those of a list with line feeds between them."""
    return {
        name: BETWEEN.join(value) if isinstance(value, list) else value
        for name, value in fields.items()
    }
