"""The register in its canonical form, drop-ins included and without comments."""

import re
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256

from ..format.canonical import canonical_entry, entry_of
from .signatories import ADDED, Record

# Where it is on the site.
PATH = "signatories.yml"

# More letters than the longest word of YAML has, and signs that mean nothing to it.
_WORDS = r"[^\W\d_][\w.,&()“”’ -]{4,}[\w.)”]"

# An entry of nothing but what the canonical form leaves without quotes.
_PLAIN = re.compile(
    rf"""-\ name:\ {_WORDS}
    (?:\n\ \ (?:
        kind:\ [a-z-]+
      | country:\ [A-Z][A-Z]
      | (?:website|evidence):\ https://[!"$-9;-~]+
      | (?:signed|confirmed_by_email|withdrawn):\ [0-9]{{4}}-[0-9]{{2}}(?:-[0-9]{{2}})?
      | (?:affiliation|statement):\ {_WORDS}
    ))*""",
    re.VERBOSE,
)


def register_text(records: Sequence[Record]) -> str:
    """The records, in canonical order, as `undersigned format` writes a register of them."""
    return "\n\n".join(_entries(records)) + "\n" if records else "[]\n"


def register_digest(text: bytes) -> str:
    """The SHA-256 of a register, as `sha256sum` prints it."""
    return sha256(text).hexdigest()


def _entries(records: Iterable[Record]) -> Iterator[str]:
    """The entries. One look at a whole entry tells of most that no value needs quotes."""
    for record in records:
        fields = list(record.items())[: -len(ADDED)]
        plain = "- " + "\n  ".join([f"{name}: {value}" for name, value in fields])
        yield plain if _PLAIN.fullmatch(plain) else canonical_entry(entry_of(dict(fields)))
