"""In which language a source is said: that of the site that shows it, and else English."""

from collections.abc import Mapping
from copy import copy
from typing import cast

from pybtex.database import Entry
from pybtex.richtext import BaseText, Text

from ...language.catalogue import ENGLISH, Catalogue
from .entry_types import EntrySet


def said_in(entry: Entry, catalogue: Catalogue) -> Entry:
    """The source as the language of a catalogue says it; of a set each member."""
    shown = copy(entry)
    shown.catalogue = catalogue
    if isinstance(entry, EntrySet):
        shown.members = tuple(said_in(each, catalogue) for each in entry.members)
    return shown


def catalogue_for(entry: Entry) -> Catalogue:
    """The messages by which a source is said."""
    return cast(Catalogue, getattr(entry, "catalogue", ENGLISH))


# Stands around the name of a place in a message; no message has it.
_MARK = "\0"


def marked(*names: str) -> Mapping[str, str]:
    """What stands at these places of a message until `filled` puts rich text there."""
    return {name: f"{_MARK}{name}{_MARK}" for name in names}


def filled(said: str, **parts: BaseText | str) -> Text:
    """A message with rich text at its places, in the order that the language has them in."""
    pieces = said.split(_MARK)
    return Text(*(parts.get(piece, piece) if at % 2 else piece for at, piece in enumerate(pieces)))
