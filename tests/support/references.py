"""Sources from BibTeX, and what a browser shows of a reference."""

import re
import unicodedata
from collections.abc import Mapping
from html.parser import HTMLParser

import markdown
from pybtex.database import Entry
from pybtex.errors import capture
from undersigned.bibliography.crossref import whole_entries
from undersigned.bibliography.library import Library, library_of
from undersigned.bibliography.values.persons import EntryParser
from undersigned.text.source import Source

EXTENSIONS = ["footnotes", "attr_list", "md_in_html", "sane_lists", "tables", "toc"]


def entry_of(bibtex: str) -> Entry:
    """The one source of a text in BibTeX, with as much of it as pybtex makes out."""
    with capture():
        [entry] = EntryParser().parse_string(bibtex).entries.values()
    return entry


def last_entry_of(bibtex: str) -> Entry:
    """The last source of a text in BibTeX, with what it inherits from those before it."""
    with capture():
        entries = EntryParser().parse_string(bibtex).entries
    return list(whole_entries(entries).values())[-1]


def library_of_one(type_: str, fields: Mapping[str, str]) -> Library | None:
    """The library of one source, 'key', with a field on each line from the second; none if faulty.

    It is faulty where its form is, whatever its fields say.
    """
    inside = "".join(f",\n  {name} = {{{value}}}" for name, value in fields.items())
    library, problems = library_of(Source("references.bib", f"@{type_}{{key{inside}}}"))
    return None if problems else library


def letters(text: str) -> str:
    """The letters and digits of a text without accents."""
    return "".join(each for each in unicodedata.normalize("NFD", text) if each.isalnum())


def shown(html: str) -> list[object]:
    """What a browser makes of inline HTML: its elements with their attributes, and its words."""
    parser = _Shown()
    parser.feed(html)
    parser.close()
    return parser.events


def in_a_footnote(html: str) -> str:
    """The inside of the note that Python-Markdown makes of a line of HTML."""
    page = markdown.markdown(f"x[^a]\n\n[^a]: {html}\n\ny", extensions=EXTENSIONS)
    [note] = re.findall(r'<li id="fn:a">\n<p>(.*)</p>\n</li>', page, re.DOTALL)
    return str(note).partition('&#160;<a class="footnote-backref"')[0]


class _Shown(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.events: list[object] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.events.append((tag, sorted(attrs)))

    def handle_endtag(self, tag: str) -> None:
        self.events.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        self.events.append(data)
