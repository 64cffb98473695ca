"""Whatever a source holds, its reference is one harmless line, and the same in a footnote."""

import json
import re

from hypothesis import example, given
from hypothesis import strategies as st
from pybtex.database import Entry, Person
from pybtex.errors import capture
from undersigned.bibliography.csl.items import csl_json
from undersigned.bibliography.style.notes import full_note
from undersigned.bibliography.style.reference import (
    escaped,
    reference_html,
    reference_text,
    sort_key,
)
from undersigned.bibliography.values.entry_types import CASES, LEGISLATION, STYLES, group_of

from tests.support.references import in_a_footnote, shown

PIECES = [
    *"{}[]()*_`~#%&$^\\|<>!?'\"@:=+-.,;/ 1aé日\u200f\u202e\u00a0\x02\x03\t\n\r\ud800",
    *(r"\emph{", r"\url{", r"\href{", r"{\"o}", r"\'", r"\i ", "---", "``", "''", " and "),
    *(
        "https://a.example/",
        "javascript:",
        "]: ",
        "](x)",
        "<b>",
        "{: .k}",
        "[^a]",
        "1. ",
        "10.1234/",
    ),
    *("2023", "-13", "2024-02-30", "mar", "/", "[TOC]", "&amp;", "<!--", "-->", "***", "\n\n# x"),
]
NOISE = st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=12).map("".join)
NAMES = [
    *("title", "subtitle", "titleaddon", "journal", "booktitle", "publisher", "institution"),
    *("howpublished", "note", "url", "doi", "archiveurl", "archivedate", "urldate", "date", "year"),
    *("month", "day", "number", "volume", "series", "pages", "edition", "version", "type", "court"),
    *("eprint", "eprinttype", "eid", "origdate", "pubstate", "chapter", "maintitle"),
]
TYPES = [*STYLES, *LEGISLATION, *CASES, "misc", "online", "nobody-knows-this"]


@st.composite
def entries(draw: st.DrawFn) -> Entry:
    """Sources of any type with any fields, names of persons included."""
    with capture():
        persons = {
            role: [Person(draw(NOISE)) for _ in range(draw(st.integers(0, 3)))]
            for role in draw(
                st.sets(st.sampled_from(["author", "editor", "translator", "bookauthor", "holder"]))
            )
        }
    fields = draw(st.dictionaries(st.sampled_from(NAMES), NOISE, max_size=6))
    entry = Entry(draw(st.sampled_from(TYPES)), fields, persons)
    entry.key = "key"
    return entry


@given(entries(), NOISE, NOISE)
@example(Entry("misc", {"title": "{" * 5000 + "x" + "}" * 5000}), "", "")
def test_a_reference_survives_markdown_whatever_strangers_wrote(
    entry: Entry, prefix: str, locator: str
) -> None:
    html = full_note(entry, prefix, locator)
    assert html == html.strip()
    assert "\n" not in html
    assert shown(in_a_footnote(html)) == shown(html)


@given(entries())
def test_only_three_elements_and_only_public_addresses_come_out(entry: Entry) -> None:
    tags = [event for event in shown(reference_html(entry)) if isinstance(event, tuple)]
    assert {tag for tag, _ in tags} <= {"a", "em", "span"}
    for tag, attributes in tags:
        if tag == "a":
            (href, address), rel = attributes
            assert href == "href"
            assert re.match(r"https?://\w", address)
            assert rel == ("rel", "nofollow noopener")
        else:
            assert not attributes


@given(entries())
def test_html_and_bare_words_say_the_same(entry: Entry) -> None:
    events = shown(reference_html(entry))
    spoken = "".join(e for e in events if isinstance(e, str) and e not in ("</a>", "</em>"))
    assert spoken == reference_text(entry)
    assert re.search(r"[.?!…][’”»]?$", spoken)


@given(st.text())
def test_escaped_text_is_no_markup_and_the_same_text(text: str) -> None:
    assert "".join(map(str, shown(escaped(text)))) == text.replace("\r\n", "\n") or "\r" in text
    assert not re.search(r"[<>*_`\[\]]", escaped(text))


@given(st.lists(entries(), max_size=4))
def test_every_source_has_a_place_a_group_and_its_data(sources: list[Entry]) -> None:
    assert len(sorted(sources, key=sort_key)) == len(sources)
    assert all(group_of(entry).title for entry in sources)
    assert len(json.loads(csl_json(sources))) == len(sources)
