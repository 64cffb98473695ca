"""The notes of citations: a source in full, or its short form where a page has it in full."""

import re

from pybtex.database import Entry
from pybtex.richtext import BaseText, Text

from ..values.said_in import catalogue_for
from .affixes import locator_text, prefix_text
from .publication import begun
from .reference import closed, html, lead_of, reference
from .short_form import short_form

_BEHIND_NAME = re.compile(r"\.? ")


def line(entry: Entry, text: Text) -> str:
    """What is said of a source as inline HTML; in one piece where pages run from right to left."""
    said = html(text)
    return f"<bdi>{said}</bdi>" if said and catalogue_for(entry).from_right else said


def full_note(entry: Entry, prefix: str, locator: str, named: bool = True) -> str:
    """A note as inline HTML: a prefix ('see '), the reference, a locator (', p. 80').

    It is a sentence of its own, so its first word has a capital. One that is not `named` is without
    the author, whose name is in the text.
    """
    if named and not prefix:
        return line(entry, reference(entry, locator))
    return line(
        entry, _prefixed(prefix, reference(entry, locator) if named else _nameless(entry, locator))
    )


def short_note(entry: Entry, form: Text | None, prefix: str, locator: str, named: bool) -> str:
    """A note to a source that the page has in full above: 'Lessig, *Code*, p. 81'.

    Without a form that tells it from the other sources of the page, it is in full once more.
    """
    if form is None:
        return full_note(entry, prefix, locator, named)
    source, place = form if named else short_form(entry, named=False), locator_text(locator)
    shown = Text(source, ", ", place) if str(place) else source
    return line(entry, _prefixed(prefix, closed(shown)))


def _nameless(entry: Entry, locator: str) -> BaseText:
    """The reference without the author, who stands first in it, and the full stop behind."""
    whole, lead = reference(entry, locator), lead_of(entry)
    behind = _BEHIND_NAME.match(str(whole), len(lead)) if lead else None
    return whole[behind.end() :] if behind and str(whole).startswith(lead) else whole


def _prefixed(prefix: str, shown: BaseText) -> Text:
    before = begun(prefix_text(prefix))
    return Text(before, " ", shown) if str(before) else begun(Text(shown))
