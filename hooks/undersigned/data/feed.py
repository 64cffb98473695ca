"""The events of the site as an Atom feed (RFC 4287)."""

import re
from collections.abc import Mapping, Sequence
from uuid import NAMESPACE_URL, uuid5
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from ..register.events import Event
from ..views.entries import ListedEntry
from ..views.words import Words
from .statement import Origin

# Entries by slug, each with the address of the page that lists it.
Listed = Mapping[str, tuple[ListedEntry, str]]

PATH = "feed.xml"
NEWEST = 50

_ATOM = "http://www.w3.org/2005/Atom"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"

# Characters that XML 1.0 (section 2.2) cannot hold, not even as references.
_NO_CHARACTERS = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def feed(
    origin: Origin, events: Sequence[Event], listed: Listed, words: Words, language: str
) -> bytes:
    """The feed of at least one event, newest first, as XML in UTF-8.

    It depends on no clock: its date of update is that of its newest event.
    """
    root = Element("feed", {"xmlns": _ATOM, _LANGUAGE: language})
    _add(root, "id", identity(origin, "feed", ""))
    _add(root, "title", origin.title)
    _add(root, "updated", _moment(events[0]))
    # Not the publisher of the text, who does not record the endorsements of others.
    _add(SubElement(root, "author"), "name", "The contributors to this site")
    _link(root, "self", f"{origin.site}{PATH}", "application/atom+xml")
    _link(root, "alternate", origin.site or "./", "text/html")
    for event in events:
        _add_entry(root, origin, event, listed, words)
    indent(root)
    return bytes(tostring(root, encoding="utf-8", xml_declaration=True)) + b"\n"


def identity(origin: Origin, what: str, which: str) -> str:
    """A UUID (RFC 9562, version 5) that stays when the site moves or its pages are split."""
    return f"urn:uuid:{uuid5(NAMESPACE_URL, f'{origin.address} {what} {which}')}"


def _add_entry(root: Element, origin: Origin, event: Event, listed: Listed, words: Words) -> None:
    entry = SubElement(root, "entry")
    _add(entry, "id", identity(origin, event.type, event.subject))
    _add(entry, "title", f"{words.actor(event)} {words.action(event)}")
    _add(entry, "updated", _moment(event))
    if event.signatory is None:
        place, summary = f"principles/{event.version}/", f"Published by {origin.publisher}."
    else:
        about, page = listed[event.signatory.slug]
        place, summary = f"{page}#{about.slug}", _evidence(event, about, words)
    _link(entry, "alternate", f"{origin.site}{place}", "text/html")
    _add(entry, "summary", summary)


def _evidence(event: Event, entry: ListedEntry, words: Words) -> str:
    evidence = entry.signatory.evidence
    address = f": {evidence}" if evidence else ""
    return f"Version {event.version}, {words.grade(entry)}{address}"


def _moment(event: Event) -> str:
    """The date of an event as a moment (RFC 3339), as Atom requires: the earliest it can mean."""
    return f"{event.date.first_day.isoformat()}T00:00:00Z"


def _add(parent: Element, name: str, text: str) -> None:
    """Add an element of text, with U+FFFD for each character that XML cannot hold."""
    SubElement(parent, name).text = _NO_CHARACTERS.sub("\ufffd", text)


def _link(parent: Element, relation: str, address: str, kind: str) -> None:
    attributes = {"rel": relation, "type": kind, "href": _NO_CHARACTERS.sub("\ufffd", address)}
    SubElement(parent, "link", attributes)
