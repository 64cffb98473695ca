"""References in this project's own style, built on pybtex, as HTML and as plain text.

Notes as British readers know them: names as they are spoken, titles in their own capitals,
addresses behind words. Nothing in an entry makes it fail: what is missing is left out.
"""

import re

from pybtex.backends import BaseBackend
from pybtex.database import Entry
from pybtex.richtext import BaseText, HRef, Tag, Text
from pybtex.style import FormattedEntry
from pybtex.style.formatting import BaseStyle

from ...language.marked import marked
from ...names.collation import by_name
from ...sentences import full_stop
from ..latex.reading import NOTHING
from ..latex.verbatim import host_named
from ..values.dates import issue, shown_day
from ..values.entry_types import CASES, LEGISLATION, entry_style_of, members_of
from ..values.fields import text_of, title_of, words_of
from ..values.languages import shown_languages
from ..values.links import (
    addresses_of,
    archived_copy,
    doi_address,
    doi_of,
    eprint_of,
    is_linked_twice,
)
from ..values.people import filed_under, persons_of, shown_names, without_article
from ..values.said_in import catalogue_for, filled
from .affixes import locator_text
from .law import court_of
from .particulars import identifiers, original
from .publication import begun, publication
from .roles import credited

# Characters that HTML or Markdown may read as markup: most of ASCII’s punctuation, a full stop
# after a digit (an ordered list) and a hyphen at the edge of a word (a list or a rule).
_MARKUP = re.compile(r"[!-+:<->@\[-`{-~]|(?<=[0-9])\.|(?<!\w)-|-(?!\w)")

# In an address, without the characters that addresses are made of.
_MARKUP_IN_ADDRESS = re.compile(r"[!\"&'()*<>@\[-`{|}]")


def html(text: Text) -> str:
    """Rich text as one line of inline HTML."""
    return str(text.render(_Inline("utf-8")))


def words(text: Text) -> str:
    """Rich text as plain text, without markup."""
    return str(text)


def escaped(text: str) -> str:
    """The text with numeric character references for characters that may be read as markup."""
    return _MARKUP.sub(_reference, text)


def _reference(match: re.Match[str]) -> str:
    return f"&#{ord(match[0])};"


class _Inline(BaseBackend):  # type: ignore[misc]
    """A backend that escapes for HTML and Markdown; pybtex’s own escapes for HTML alone."""

    def format_str(self, text: str) -> str:
        return escaped(text)

    def format_tag(self, tag: str, text: str) -> str:
        return f"<{tag}>{text}</{tag}>" if text else ""

    def format_href(self, url: str, text: str, external: bool = False) -> str:
        address = _MARKUP_IN_ADDRESS.sub(_reference, url)
        return f'<a href="{address}" rel="nofollow noopener">{text}</a>' if text else ""


# The end of a sentence that has a mark and a full stop.
_CLOSED_TWICE = re.compile(r"[?!]\.$")

# Fields that are sentences of their own after the publication.
_NOTES = ("note", "addendum")


class ReferenceStyle(BaseStyle):  # type: ignore[misc]
    """The style as a plug-in of pybtex; unknown entry types are formatted like `@misc`."""

    default_name_style = default_label_style = default_sorting_style = None

    def format_entry(self, label: str, entry: Entry, bib_data: object = None) -> FormattedEntry:
        """The reference of an entry as rich text with its label."""
        return FormattedEntry(entry.key, reference(entry), label)


def reference_html(entry: Entry) -> str:
    """The reference to a source as one line of inline HTML, which Markdown does not change."""
    return html(reference(entry))


def reference_text(entry: Entry) -> str:
    """The reference to a source as plain text."""
    return words(reference(entry))


def reference(entry: Entry, locator: str = "") -> Text:
    """The reference as pybtex’s rich text: author, title, publication, links and notes.

    That of a set is made of those of its members.
    """
    *others, last = members_of(entry)
    whole = _reference_to(last, locator)
    before = [_reference_to(each, "") for each in others]
    return Text(" ").join([*before, whole]) if before else whole


def title_html(entry: Entry) -> str:
    """The title of a source, which leads to it, as one line of inline HTML."""
    return html(Text(_linked_title(entry)))


def byline_html(entry: Entry) -> str:
    """The reference to a source without its title, as one line of inline HTML."""
    return html(_reference_to(members_of(entry)[-1], "", titled=False))


def _reference_to(entry: Entry, locator: str, titled: bool = True) -> Text:
    author, title = author_of(entry), _linked_title(entry) if titled else NOTHING
    lead = author if _begins_with_author(entry) else ""
    published = Text(publication(entry, author), _tail(entry, locator))
    if titled and entry.type in CASES | LEGISLATION:
        # Neither brackets nor the year in brackets of a citation follow a comma.
        between = " " if str(published).startswith(("(", "[")) else ", "
        sentences = [lead, Text(title, between, published)]
    else:
        sentences = [lead, title, published]
    sentences += [begun(text_of(entry, name)) for name in _NOTES]
    return Text(" ").join([closed(sentence) for sentence in sentences if str(sentence)])


def lead_of(entry: Entry) -> str:
    """The author before the title; empty for a law, and for a case whose author is the court."""
    return author_of(entry) if _begins_with_author(entry) else ""


def _begins_with_author(entry: Entry) -> bool:
    return entry.type not in LEGISLATION and (entry.type not in CASES or bool(court_of(entry)))


def author_of(entry: Entry) -> str:
    """The authors, or the holders of a patent, or else the editors, or else the issuing body."""
    catalogue = catalogue_for(entry)
    if authors := shown_names(persons_of(entry, "author"), catalogue):
        return authors
    if holders := shown_names(persons_of(entry, "holder"), catalogue):
        return holders
    editors = persons_of(entry, "editor")
    if editors and entry_style_of(entry.type).whole:
        return credited(entry, "editor")
    return words_of(entry, "organization", "institution") if entry.type not in CASES else ""


def _linked_title(entry: Entry) -> BaseText:
    kind, title = entry_style_of(entry.type), title_of(entry)
    shown = Tag("em", title) if kind.whole or entry.type in CASES else title
    addresses = addresses_of(entry)
    return HRef(addresses[0], shown) if addresses else shown


def _tail(entry: Entry, locator: str) -> Text:
    """What follows the publication: locator, DOI, eprint and, in brackets, the other links."""
    place = locator_text(locator)
    doi = doi_of(entry)
    remarks = [remark for remark in _remarks(entry) if str(remark).strip()]
    between = Text(catalogue_for(entry).pgettext("between names", "; "))
    return Text(
        Text(", ", place) if str(place) else "",
        Text(", ", HRef(doi_address(doi), f"doi:{doi}")) if doi else "",
        _eprint(entry),
        *(Text(", ", each) for each in identifiers(entry)),
        Text(" (", between.join(remarks), ")") if remarks else "",
    )


def _eprint(entry: Entry) -> Text:
    if is_linked_twice(entry):
        return Text()
    name, address = eprint_of(entry)
    if not name and not doi_of(entry).startswith("10.48550/"):
        number, archive = words_of(entry, "eprint"), words_of(entry, "eprinttype", "archiveprefix")
        name = f"{archive}: {number}" if archive and number else number
    return Text(", ", HRef(address, name) if address else name) if name else NOTHING


def _remarks(entry: Entry) -> list[BaseText]:
    catalogue = catalogue_for(entry)
    _, also_at = catalogue.gettext, catalogue.gettext("also at %(host)s", **marked("host"))
    accessed = shown_day(entry.fields.get("urldate", ""), catalogue)
    languages = shown_languages(words_of(entry, "language"), catalogue)
    others = ((each, host_named(each)) for each in addresses_of(entry)[1:])
    return [
        Text(_("in %(languages)s", languages=languages)) if languages else NOTHING,
        *map(Text, original(entry)),
        *(filled(also_at, host=HRef(address, host)) for address, host in others),
        Text(_("accessed %(date)s", date=accessed)) if accessed else NOTHING,
        _archived(entry),
    ]


def _archived(entry: Entry) -> Text:
    address, kept = archived_copy(entry)
    if not address:
        return NOTHING
    catalogue = catalogue_for(entry)
    copy = HRef(address, catalogue.gettext("archived copy"))
    if not kept:
        return Text(copy)
    day = shown_day(kept, catalogue)
    return filled(catalogue.gettext("%(copy)s of %(date)s", date=day, **marked("copy")), copy=copy)


def closed(sentence: BaseText) -> BaseText:
    """The sentence with a full stop, unless it ends in punctuation that closes it; never in two."""
    if _CLOSED_TWICE.search(str(sentence)):
        return Text(sentence)[:-1]
    return Text(sentence, stop) if (stop := full_stop(str(sentence))) else sentence


# Sorts after every year.
_UNDATED = 10_000


def sort_key(entry: Entry) -> tuple[tuple[str, str], int, tuple[str, str]]:
    """The sort key of a source: the first name or the title, then the year, then the title."""
    title = without_article(str(title_of(entry)))
    year = issue(entry.fields).sorted_by or _UNDATED
    return by_name(_first_name(entry) or title), year, by_name(title)


def _first_name(entry: Entry) -> str:
    lead = lead_of(entry)
    if not lead:
        return ""
    roles = ("sortname", "author", "holder", "editor")
    persons = next(filter(None, (persons_of(entry, role) for role in roles)), [])
    return filed_under(persons[0]) if persons else without_article(lead)
