"""In which language a source is said: that of the site that shows it, and else English."""

from copy import copy
from typing import cast

from pybtex.database import Entry
from pybtex.richtext import BaseText, Text

from ...language.catalogue import ENGLISH, Catalogue
from ...language.marked import pieces
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


def filled(said: str, **parts: BaseText | str) -> Text:
    """A message with rich text at its marked places."""
    return Text(*pieces(said, parts))
