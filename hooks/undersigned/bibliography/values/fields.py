"""The fields of a source by their meaning, under the names of BibTeX and BibLaTeX."""

from collections.abc import Mapping

from pybtex.database import Entry
from pybtex.richtext import Text

from ...language.catalogue import ENGLISH, Catalogue
from ...language.marked import marked
from ..latex.reading import NOTHING, cleaned, plain, rich
from .entry_types import PATENT_COUNTRIES, entry_style_of
from .links import addresses_of
from .persons import split_list
from .said_in import catalogue_for, filled

BODIES = ("howpublished", "organization", "institution", "school", "publisher")

# What a source may be a part of: a book, the work in several volumes that this is in, a journal.
_CONTAINERS = {
    "book": (("booktitle",), "booksubtitle"),
    "work": (("maintitle",), "mainsubtitle"),
    "journal": (("journal", "journaltitle"), "journalsubtitle"),
}
_OF_ARTICLES = ("journal", "book", "work")


def text_of(entry: Entry, *names: str) -> Text:
    """The first of these fields that is not empty, as rich text."""
    for name in names:
        if found := _rich(entry, name):
            return found
    return NOTHING


def words_of(entry: Entry, *names: str) -> str:
    """The first of these fields that is not empty, as plain text."""
    fields = entry.fields
    for name in names:
        if name in fields and (found := shown_words(name, fields[name], catalogue_for(entry))):
            return found
    return ""


def shown_words(name: str, value: object, catalogue: Catalogue = ENGLISH) -> str:
    """The value of a field of this name as plain text."""
    return str(shown_places(value, catalogue)) if name in PLACES and value else plain(value)


def _rich(entry: Entry, name: str) -> Text:
    value = entry.fields.get(name, "")
    return shown_places(value, catalogue_for(entry)) if name in PLACES and value else rich(value)


def titled(entry: Entry, names: tuple[str, ...], subtitle: str, linked: bool = True) -> Text:
    """The first of these titles that is not empty, and its subtitle, in their own capitals."""
    title = next(
        (found for name in names if (found := rich(entry.fields.get(name, ""), linked))), NOTHING
    )
    further = rich(entry.fields.get(subtitle, ""), linked)
    if not title or not further:
        return title or further
    return Text(title, " " if str(title).endswith(("?", "!")) else ": ", further)


def title_of(entry: Entry) -> Text:
    """The title and subtitle in their own capitals; without a title, that of the container."""
    if title := titled(entry, ("title",), "subtitle", linked=False):
        return title
    first = next(iter(_stated(entry)), "")
    names, subtitle = _CONTAINERS.get(first, ((), ""))
    return titled(entry, names, subtitle, linked=False) if first else _untitled(entry)


def _untitled(entry: Entry) -> Text:
    return Text(catalogue_for(entry).gettext("Untitled"))


def containers_of(entry: Entry) -> Mapping[str, Text]:
    """The titles of what the source is a part of, without one that is its only title.

    A book that repeats its title as `booktitle`, for its parts, is not a part of itself.
    """
    kinds = _stated(entry)
    if not kinds:
        return {}
    if not words_of(entry, "title", "subtitle"):
        kinds = kinds[1:]
    found = {kind: titled(entry, *_CONTAINERS[kind]) for kind in kinds}
    if entry_style_of(entry.type).whole and "book" in found and found["book"] == title_of(entry):
        del found["book"]
    return found


def container_of(entry: Entry) -> Text:
    """The title of what the source is a part of; empty where it is the source's only title."""
    return next(iter(containers_of(entry).values()), NOTHING)


def _stated(entry: Entry) -> list[str]:
    """The kinds of container that a source states, the nearest first."""
    kinds = _CONTAINERS if entry_style_of(entry.type).in_book else _OF_ARTICLES
    return [kind for kind in kinds if words_of(entry, *_CONTAINERS[kind][0])]


def bodies_of(entry: Entry, but: str) -> list[Text]:
    """The bodies that issued a source, each once, without the author `but`.

    A field that holds the address alone is left out, since the title links to it.
    """
    seen, bodies = {but.casefold(), ""}, []
    addresses = addresses_of(entry)
    for name in BODIES:
        written = cleaned(str(entry.fields.get(name, ""))).rstrip(" ,;")
        if any(written in (address, rf"\url{{{address}}}") for address in addresses):
            continue
        body = _within(rich(written), but)
        if (key := str(body).strip().casefold()) not in seen:
            seen.add(key)
            bodies.append(body)
    return bodies


def _within(body: Text, author: str) -> Text:
    """The body without the author's name before it: of 'Acme, Security Lab' the second part."""
    named = f"{author}, "
    if author and str(body).casefold().startswith(named.casefold()):
        return body[len(named) :]
    return body


# The fields that BibLaTeX reads as lists of places (manual, section 2.2.2).
PLACES = frozenset({"address", "location", "origlocation", "nationality"})
_SEVERAL = 3


def shown_places(value: object, catalogue: Catalogue = ENGLISH) -> Text:
    """Places as rich text: 'New York, London and Paris', with semicolons where one has a comma.

    Two stand as they are written. A patent's countries, which BibLaTeX names by keys, are named.
    """
    places = [_place(item, catalogue) for item in split_list(cleaned(str(value)))]
    if len(places) < 2:
        return Text(*places)
    _, pgettext = catalogue.gettext, catalogue.pgettext
    marks = marked("names", "last")
    between, said = pgettext("between names", ", "), _("%(names)s and %(last)s", **marks)
    if len(places) >= _SEVERAL and any("," in str(place) for place in places):
        between, said = pgettext("between names", "; "), _("%(names)s; and %(last)s", **marks)
    return filled(said, names=Text(between).join(places[:-1]), last=places[-1])


def _place(item: str, catalogue: Catalogue) -> Text:
    country = PATENT_COUNTRIES.get(plain(item).lower())
    return Text(catalogue.gettext(country) if country else rich(item))
