"""The form of references: a style of this project’s own on pybtex.

Notes as British readers know them: names as they are spoken, titles in their own capitals,
addresses behind words. Nothing in an entry makes it fail: what is missing is left out.
"""

import re

from pybtex.database import Entry
from pybtex.richtext import BaseText, HRef, Tag, Text
from pybtex.style import FormattedEntry
from pybtex.style.formatting import BaseStyle

from ...names.collation import by_name
from . import html as rendering
from .dates import issued_days, shown_day
from .entry_types import CASES, LEGISLATION, entry_style_of
from .fields import text_of, title_of, words_of
from .latex import cleaned
from .law import court_of
from .links import addresses_of, archived_copy, doi_address, doi_of, eprint_of, host_named
from .people import filed_under, persons_of, shown_editors, shown_names, without_article
from .publication import begun, publication

# A full stop behind one of these would be one sign too many.
_CLOSED = re.compile(r"[.?!…][’”»]?$")

# How ranges are typed. Of several pages or paragraphs a hyphen means one; 'annex 3-1' is one annex.
_HYPHENS = re.compile(r"(?<=[0-9])\s*-{1,2}\s*(?=[0-9])")
_SEVERAL = re.compile(r"(?:pp|paras|chs|arts|nn)\b|[§¶]{2}")

# Sentences of their own, behind the publication.
_NOTES = ("note", "addendum")


class ReferenceStyle(BaseStyle):  # type: ignore[misc]
    """For pybtex’s own machinery: every type has a form, one that nobody knows that of `@misc`."""

    default_name_style = default_label_style = default_sorting_style = None

    def format_entry(self, label: str, entry: Entry, bib_data: object = None) -> FormattedEntry:
        """The whole reference as rich text."""
        return FormattedEntry(entry.key, reference(entry), label)


def reference_html(entry: Entry) -> str:
    """The reference as one line of inline HTML, which Markdown leaves as it is."""
    return rendering.html(reference(entry))


def note_html(entry: Entry, prefix: str, locator: str) -> str:
    """The same as a note: behind a prefix ('see '), with a locator (', p. 80') at its place.

    A note is a sentence of its own, so its first word has a capital.
    """
    return rendering.html(reference(entry, prefix, locator))


def reference_text(entry: Entry) -> str:
    """The reference in bare words."""
    return rendering.words(reference(entry))


def reference(entry: Entry, prefix: str = "", locator: str = "") -> Text:
    """The reference as pybtex’s rich text: author, title, publication, what else is known."""
    author, title, lead = author_of(entry), _linked_title(entry), lead_of(entry)
    told = Text(publication(entry, author), _tail(entry, locator))
    if entry.type in CASES | LEGISLATION:
        sentences = [lead, Text(title, " " if str(told).startswith("(") else ", ", told)]
    else:
        sentences = [lead, title, told]
    sentences += [begun(text_of(entry, name)) for name in _NOTES]
    before = begun(Text(cleaned(prefix)))
    shown = Text(" ").join([_closed(sentence) for sentence in sentences if str(sentence)])
    return Text(before, " " if str(before) else "", shown)


def lead_of(entry: Entry) -> str:
    """Who stands before the title: nobody before a law, before a case only who filed a brief."""
    if entry.type in LEGISLATION or (entry.type in CASES and not court_of(entry)):
        return ""
    return author_of(entry)


def author_of(entry: Entry) -> str:
    """The authors or the holders of a patent, or else the editors, or else who issued it."""
    if authors := shown_names(persons_of(entry, "author")):
        return authors
    if holders := shown_names(persons_of(entry, "holder")):
        return holders
    editors = persons_of(entry, "editor")
    if editors and entry_style_of(entry.type).whole:
        return shown_editors(editors)
    return words_of(entry, "organization", "institution") if entry.type not in CASES else ""


def _linked_title(entry: Entry) -> BaseText:
    kind, title = entry_style_of(entry.type), title_of(entry)
    shown = Tag("em", title) if kind.whole or entry.type in CASES else title
    addresses = addresses_of(entry)
    return HRef(addresses[0], shown) if addresses else shown


def _tail(entry: Entry, locator: str) -> Text:
    """What follows the publication: the locator, the DOI, and in brackets where else it is."""
    place = _ranged(cleaned(locator).lstrip(", "))
    doi = doi_of(entry)
    remarks = [remark for remark in _remarks(entry) if str(remark).strip()]
    return Text(
        f", {place}" if place else "",
        Text(", ", HRef(doi_address(doi), f"doi:{doi}")) if doi else "",
        _eprint(entry),
        Text(" (", Text("; ").join(remarks), ")") if remarks else "",
    )


def _ranged(place: str) -> str:
    """A locator with the dash of ranges, as the pages of a source have it."""
    if _SEVERAL.match(place):
        return _HYPHENS.sub("–", place)
    return re.sub(r"(?<=[0-9])--(?=[0-9])", "–", place)


def _eprint(entry: Entry) -> Text:
    name, address = eprint_of(entry)
    return Text(", ", HRef(address, name) if address else name) if name else Text()


def _remarks(entry: Entry) -> list[BaseText]:
    accessed = words_of(entry, "urldate")
    return [
        *(Text("also at ", HRef(more, host_named(more))) for more in addresses_of(entry)[1:]),
        Text(f"accessed {shown_day(accessed)}" if accessed else ""),
        _archived(entry),
    ]


def _archived(entry: Entry) -> Text:
    address, kept = archived_copy(entry)
    if not address:
        return Text()
    return Text(HRef(address, "archived copy"), f" of {shown_day(kept)}" if kept else "")


def _closed(sentence: BaseText) -> Text:
    """The sentence with a full stop, unless it ends in a sign that closes it already."""
    return Text(sentence, "" if _CLOSED.search(str(sentence)) else ".")


# Behind all that have a year.
_UNDATED = 10_000


def sort_key(entry: Entry) -> tuple[tuple[str, str], int, tuple[str, str]]:
    """By who stands first in the reference, or the title; then by year; then by title."""
    title = without_article(str(title_of(entry)))
    days = issued_days(entry.fields)
    return by_name(_head(entry) or title), days[0].year if days else _UNDATED, by_name(title)


def _head(entry: Entry) -> str:
    lead = lead_of(entry)
    if not lead:
        return ""
    roles = ("author", "holder", "editor")
    persons = next(filter(None, (persons_of(entry, role) for role in roles)), [])
    return filed_under(persons[0]) if persons else without_article(lead)
