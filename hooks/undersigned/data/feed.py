"""News of the site as Atom feeds (RFC 4287), older ones as archives of a year (RFC 5005)."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from hashlib import sha1
from itertools import pairwise
from typing import Generic, NamedTuple
from uuid import NAMESPACE_URL

from markupsafe import escape

from ..dates import StatedDate
from ..language.catalogue import catalogue_of
from ..locale import locale_of
from ..register.events import Happened, by_year, newest_days, newest_first
from ..statement.edition import roles
from .statement import Origin

PATH = "feed.xml"
NEWEST = 50

# Events that are written at once.
_AT_ONCE = 1_000

_ATOM = "http://www.w3.org/2005/Atom"
_HISTORY = "http://purl.org/syndication/history/1.0"

# Characters that XML 1.0 (section 2.2) cannot hold, not even as references.
_NO_CHARACTERS = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class News(NamedTuple):
    """What a feed says of an event: what sort it is of, which of them, in words, and where.

    `what` and `which` are what its id is made of. `place` is where it leads to, from the root of
    the site.
    """

    what: str
    which: str
    title: str
    place: str
    summary: str


def feeds(
    origin: Origin,
    events: Sequence[Happened],
    told: Callable[[Happened], News],
    language: str,
) -> Mapping[str, Callable[[], Iterable[bytes]]]:
    """What makes each feed, by path, from at least one event, as XML in UTF-8.

    `told` gives the words of an event.

    The first has the newest whole days of at least `NEWEST` events. Where that is not all, there is
    also one archive for each year, and each document names the one before it. No clock is read: the
    date of each feed is that of its newest event.
    """
    newest = newest_days(events, NEWEST)
    years = by_year(events) if len(newest) < len(events) else {}
    paths = {year: f"feed/{year:04}.xml" for year in years}
    writer = _Writer(origin, told, language)
    latest = next(iter(paths.values()), "")
    made = {PATH: partial(writer.document, PATH, newest, before=latest)}
    for (year, path), (_, before) in pairwise([*paths.items(), (0, "")]):
        made[path] = partial(writer.document, path, years[year], before=before, archived=True)
    return made


def identity(origin: Origin, what: str, which: str) -> str:
    """A UUID (RFC 9562, version 5) that stays when the site moves or its pages are split.

    It is what uuid.uuid5 gives, written by hand in a third of the time.
    """
    name = f"{origin.address} {what} {which}".encode()
    digest = sha1(_NAMESPACE + name, usedforsecurity=False).hexdigest()
    variant = _VARIANTS[digest[16]]
    return (
        f"urn:uuid:{digest[:8]}-{digest[8:12]}-5{digest[13:16]}"
        f"-{variant}{digest[17:20]}-{digest[20:32]}"
    )


_NAMESPACE = NAMESPACE_URL.bytes

# The digit that holds the variant (RFC 9562, section 4.1), by that of the digest.
_VARIANTS = dict(zip("0123456789abcdef", "89ab" * 4, strict=True))


class _Writer(Generic[Happened]):
    """Writes feeds of one site."""

    def __init__(self, origin: Origin, told: Callable[[Happened], News], language: str) -> None:
        self.origin, self.told, self.language = origin, told, language
        self.site = _text(origin.site)
        self.catalogue = catalogue_of(locale_of(language))

    def document(
        self, path: str, events: Sequence[Happened], *, before: str, archived: bool = False
    ) -> Iterator[bytes]:
        """A feed of at least one event; `before` is the path of the archive before it.

        Events are put into words in the order in which they are given, which is that of the
        register and so of memory, and only then sorted: that takes a third of the time.
        """
        written: dict[StatedDate, list[str]] = {}
        for start in range(0, len(events), _AT_ONCE):
            some = events[start : start + _AT_ONCE]
            for event, text in zip(some, self._entries(some), strict=True):
                written.setdefault(event.entered, []).append(text)
        days = sorted(written, key=newest_first)
        lines = [
            '<?xml version="1.0" encoding="utf-8"?>',
            f'<feed xmlns="{_ATOM}" xmlns:fh="{_HISTORY}" xml:lang="{_text(self.language)}">',
            *self._head(path, days[0], before, archived),
        ]
        yield "\n".join(lines).encode()
        for day in days:
            yield "".join(written[day]).encode()
        yield b"\n</feed>\n"

    def _head(self, path: str, newest: StatedDate, before: str, archived: bool) -> Iterator[str]:
        site = self.origin.site
        name = "feed" if path == PATH else path
        yield f"  <id>{identity(self.origin, name, '')}</id>"
        yield f"  <title>{_text(self.origin.title)}</title>"
        yield f"  <updated>{_moment(newest)}</updated>"
        edition = self.origin.edition
        if edition.independent:
            told = roles(self.origin.publisher, edition, self.catalogue)
            yield f"  <subtitle>{_text(told)}</subtitle>"
        # Not the publisher of the text, who does not record the endorsements of others.
        author = edition.name or self.catalogue.gettext("The contributors to this site")
        yield f"  <author><name>{_text(author)}</name></author>"
        yield _link("self", f"{site}{path}", "application/atom+xml")
        yield _link("alternate", site or self.origin.address_of("index.md"), "text/html")
        if archived:
            yield "  <fh:archive/>"
            yield _link("current", f"{site}{PATH}", "application/atom+xml")
        if before:
            yield _link("prev-archive", f"{site}{before}", "application/atom+xml")

    def _entries(self, events: Sequence[Happened]) -> Iterator[str]:
        """Each of the events, their texts escaped at once."""
        moments = {day: _moment(day) for day in {event.entered for event in events}}
        whats, whichs, titles, places, summaries = zip(*map(self.told, events), strict=True)
        parts = zip(events, whats, whichs, _texts(titles), places, _texts(summaries), strict=True)
        for event, what, which, title, place, summary in parts:
            yield (
                f"\n  <entry>\n    <id>{identity(self.origin, what, which)}</id>\n"
                f"    <title>{title}</title>\n"
                f"    <updated>{moments[event.entered]}</updated>\n"
                f'    <link rel="alternate" type="text/html" href="{self.site}{place}"/>\n'
                f"    <summary>{summary}</summary>\n  </entry>"
            )


def _moment(day: StatedDate) -> str:
    """A day as a moment (RFC 3339), as Atom requires: the earliest it can be."""
    return f"{day.first_day.isoformat()}T00:00:00Z"


def _text(text: str) -> str:
    """Text for an element, with U+FFFD for each character that XML cannot hold."""
    return str(escape(text if text.isprintable() else _NO_CHARACTERS.sub("\ufffd", text)))


def _texts(texts: Sequence[str]) -> Sequence[str]:
    """Each text for an element; most have nothing that is not, so that all are escaped at once."""
    if "".join(texts).isprintable():
        return str(escape("\n".join(texts))).split("\n")
    return [*map(_text, texts)]


def _link(relation: str, address: str, kind: str) -> str:
    return f'  <link rel="{relation}" type="{kind}" href="{_text(address)}"/>'
