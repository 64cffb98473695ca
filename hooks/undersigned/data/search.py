"""What the site's search looks through: every part of every page, and the names of signatories."""

import json
from collections.abc import Iterable, Iterator

from ..build.output import DrawnPage
from ..language.catalogue import Catalogue
from ..markup.hypertext import read_hypertext
from ..markup.page_parts import Part, parts_of
from ..model import Standing
from ..views.entries import ListedSignatory
from ..views.readings import ReadingCard
from ..views.register import RegisterView
from ..views.site import SiteView
from ..views.words import Words

# Fetched by the script that searches, as soon as somebody does.
PARTS = "search/parts.json"


def search_parts(pages: Iterable[DrawnPage], view: SiteView) -> str:
    """The index as JSON: pages, and of each its parts as `[id, heading, words]`.

    The parts of the glossary explain what their headings say. The names of a register that is
    split are left out: its own filter finds them, and the index would grow with it. The page of
    what a signatory did says so in words that people ask with.
    """
    register, glossary = view.register, view.glossary.address
    names = {} if register.sections else _names(register, view.words)
    records = {
        each.path: _recorded(each.signatory, view.words.catalogue) for each in view.record.pages
    }
    found = [
        {
            "address": page.address,
            "title": page.title,
            **({"explains": True} if glossary and page.address == glossary else {}),
            "parts": [
                *_parts(page.html, records.get(page.path, "")),
                *map(_recommended, view.readings.get(page.path, ())),
                *names.get(page.address, ()),
            ],
        }
        for page in pages
        if page.is_searched
    ]
    return json.dumps(found, ensure_ascii=False, separators=(",", ":"))


def _parts(html: str, opening: str) -> Iterator[Part]:
    """The parts of a page that say anything; the first has no heading, and the opening."""
    first = True
    for part in parts_of(html):
        if part.words or part.heading:
            yield Part("", "", " ".join(filter(None, (opening, part.words)))) if first else part
            first = False


def _recorded(who: ListedSignatory, catalogue: Catalogue) -> str:
    """What a signatory's record is, where its page is found."""
    return catalogue.gettext(
        "Deeds of %(name)s: what it is documented to have done, with dates and sources, and any"
        " reply of its own.",
        name=who.name,
    )


def _recommended(card: ReadingCard) -> Part:
    """A part for a reading."""
    title, byline = (read_hypertext(html).words for html in (card.title, card.byline))
    said = "".join(piece.words for piece in card.pieces)
    return Part(card.anchor, title, f"{byline} {said}")


def _names(register: RegisterView, words: Words) -> dict[str, list[Part]]:
    """A part for each signatory, by the address of the page that lists it."""
    found: dict[str, list[Part]] = {}
    for entry in register.entries:
        part = Part(entry.id, entry.latest.name, _said(entry, words))
        found.setdefault(register.pages[entry.id], []).append(part)
    return found


def _said(entry: ListedSignatory, words: Words) -> str:
    """What is said of a signatory where its name is found."""
    _, latest = words.catalogue.gettext, entry.latest
    where = (words.country(latest.country),) if latest.country else ()
    former = (_("formerly %(name)s", name=name) for name in latest.formerly)
    said = _standing(entry.standing, words.catalogue), words.kind(latest.kind)
    return words.catalogue.pgettext("between names", ", ").join((*said, *where, *former))


def _standing(standing: Standing, catalogue: Catalogue) -> str:
    _ = catalogue.gettext
    if standing is Standing.ENDED:
        return _("Signatory that no longer exists")
    if standing is Standing.WITHDRAWN:
        return _("Signatory that has withdrawn")
    return _("Signatory")
