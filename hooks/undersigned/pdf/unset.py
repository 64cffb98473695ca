"""What becomes of text that no font has letters for: a PDF for archives must not hold any.

Whether the fonts have a letter depends on its neighbours, so the typesetter is asked, and only of
texts beyond the letters of Europe's west and middle, which all of the fonts have.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ..language.catalogue import Catalogue
from .layout import Layout, NotDisplayedError

_PLAIN = re.compile("[\t\n -~\xa0-ſ‐-—‘-„†•…]*")

# What is read by the layout, and not drawn: addresses, and the title for the file's own metadata.
_NOT_DRAWN = frozenset((
    "to", "address", "is", "code", "title", "authors", "description", "at", "shows", "bytes",
))  # fmt: skip

OMITTED = "[…]"


def beyond(said: object) -> list[str]:
    """The texts in a document that the fonts may lack letters for, each once, in order."""
    return [text for text in dict.fromkeys(_texts(said)) if not _PLAIN.fullmatch(text)]


def _texts(said: object) -> Iterator[str]:
    if isinstance(said, str):
        yield said
    elif isinstance(said, Mapping):
        for name, value in said.items():
            if name not in _NOT_DRAWN:
                yield from _texts(value)
    elif isinstance(said, Sequence):
        for value in said:
            yield from _texts(value)


def without(said: Any, lacking: frozenset[str], why: str) -> Any:
    """The document with its marks in place of texts, and ids in place of names, that are lacking.

    `why` says of a name that it is lacking, and where it stands.
    """
    if isinstance(said, str):
        return OMITTED if said in lacking else said
    if isinstance(said, Mapping):
        named = _by_id(said, why) if said.get("name") in lacking and "id" in said else said
        return {
            name: value if name in _NOT_DRAWN else without(value, lacking, why)
            for name, value in named.items()
        }
    if isinstance(said, Sequence):
        return [without(value, lacking, why) for value in said]
    return said


def _by_id(row: Mapping[str, Any], why: str) -> Mapping[str, Any]:
    """A signatory by its id, with a sentence that says why and where its name stands."""
    return {**row, "name": row["id"], "more": [why, *row.get("more", ())]}


def why_lacking(register: str, catalogue: Catalogue) -> str:
    """That a name has letters which no font has; `register` is where it stands in full, if any."""
    _ = catalogue.gettext
    if register:
        return _(
            "its name has letters which no font of this document has; it stands in full at"
            " %(address)s",
            address=register,
        )
    return _("its name has letters which no font of this document has")


def set_with_what_there_is(
    layout: Layout, said: Mapping[str, Any], moment: int, why: str
) -> tuple[bytes, frozenset[str]]:
    """The PDF, and the texts that it lacks; where the trial of them missed one, all beyond go."""
    doubtful = beyond(said)
    lacking = layout.lacking(doubtful) if doubtful else frozenset[str]()
    try:
        return layout.pdf(without(said, lacking, why), moment), lacking
    except NotDisplayedError:
        lacking = frozenset(doubtful)
        return layout.pdf(without(said, lacking, why), moment), lacking
