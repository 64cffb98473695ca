"""Citations as notes: which share one, what they say, and where a page cites what."""

import re
from html import unescape

import pytest
from pybtex.database.input.bibtex import Parser
from undersigned.bibliography.citations.citation import citations_in
from undersigned.bibliography.citations.footnotes import (
    Footnotes,
    Note,
    note_of,
    placeholder,
    places_in,
)
from undersigned.bibliography.library import Library
from undersigned.text.pages import code_shown

SOURCES = """\
@book{maurer, author = {Maurer, Tim}, title = {Cyber Mercenaries: The State}, year = 2018}
@article{DBLP:x/Y+99, author = {Ying, Yi and Zed, Zoe}, title = {Paper}, year = 1999}
@misc{key.with.dots, title = {Dotted}, year = 2020}
@book{one, author = {Doe, J.}, title = {Equal}, year = 2020}
@book{two, author = {Doe, J.}, title = {Equal}, year = 2020}
"""


@pytest.fixture
def notes() -> Footnotes:
    entries = dict(Parser("utf-8").parse_string(SOURCES).entries)
    return Footnotes(Library(entries=entries, sources=entries))


def note(inside: str) -> Note:
    [citation] = citations_in(inside)
    return note_of(citation.key, citation)


def noted(notes: Footnotes, text: str) -> str:
    """The Markdown of a page with references to notes, as it goes to Python-Markdown."""
    return code_shown(notes.noted(text).text)


def words(notes: Footnotes, *inside: str) -> list[str]:
    """The words of the notes of a page that cites so, in this order."""
    page = notes.noted(" ".join(f"[{each}]" for each in inside))
    html = notes.worded("\n".join(map(placeholder, page.notes)), "sources/")
    shown = re.sub(r"<a class=.*?</a>", "", html)
    return [unescape(each).strip() for each in shown.split("\n")]


@pytest.mark.parametrize(
    ("one", "other"),
    [("@a", " @a "), ("see @a, p. 80", "see  @a,  p.  80"), ("@a{p. 5}", "@a, p. 5")],
)
def test_what_says_the_same_is_one_note(one: str, other: str) -> None:
    assert note(one) == note(other)


def test_a_source_has_a_note_for_each_thing_that_is_said_of_it() -> None:
    said = [
        "@a", "see @a", "cf. @a", "@a, p. 80", "@a, p. 81", "see @a, p. 80", "@a, § 5", "@a, 5",
        "@a, ch. 5", "@a, 第5章", "@a, 第6章", "@a, pp. 5–6", "@a, [5]", "@a, <b>5</b>", "« @a, 5",
        "@a, pp. 5, 6", "@a, 1.5", "@a, 1-5", "@a, p. iv", "@a, p. IV", "-@a", "-@a, p. 80",
        "see -@a", "nameless @a", "see -@a, p. 80", "p. 80 @a", "see p. 80 @a", "@a, see p. 80",
        "see also @a", "see @a, also", "@a, see", "@a, see also", "see also @a, 5",
        "see @a, also 5",
    ]  # fmt: skip
    names = [note(each).name for each in said]
    assert len(set(names)) == len(said)
    assert names[0] == "a"
    assert all(name.isascii() and not set(name) & set(' []"<>^:') for name in names)


def test_no_key_is_the_name_of_another_sources_note() -> None:
    assert note("@a, p. 80").name != note("@{a.p-80}").name
    assert note("-@a").name != note("@{a.-}").name


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("So.[@maurer, p. 3] And [@nobody].", "So.[^maurer.p-3] And [@nobody]."),
        ("[see @MAURER; @DBLP:x/Y+99]", "[^maurer.see][^DBLP::x:2f:Y:2b:99]"),
        ("So.[@{key.with.dots}]", "So.[^key:2e:with:2e:dots]"),
        ("@maurer says", "Maurer[^maurer] says"),
        ("@maurer [p. 3] says", "Maurer[^maurer.p-3] says"),
        ("@DBLP:x/Y+99 [3; @maurer]", "Ying and Zed[^DBLP::x:2f:Y:2b:99.3][^maurer]"),
        ("As in @key.with.dots.", "As in <em>Dotted</em>[^key:2e:with:2e:dots]."),
        ("Maurer -@maurer [p. 3]", "Maurer[^maurer.-p-3]"),
        ("[@maurer; @nobody]", "[^maurer]"),
        ("@types/node, me@maurer.org, `@maurer`", "@types/node, me@maurer.org, `@maurer`"),
        ("[@maurer](https://a.example)", "[@maurer](https://a.example)"),
        (r"\@maurer and \\@x", r"@maurer and \\@x"),
        ("<b title='@maurer'>x</b>", "<b title='@maurer'>x</b>"),
        ("<div>\n[@maurer]\n</div>", "<div>\n[@maurer]\n</div>"),
    ],
)
def test_a_citation_becomes_a_reference_to_its_note(
    notes: Footnotes, text: str, expected: str
) -> None:
    assert noted(notes, text) == expected


def test_a_source_is_in_full_at_first_and_in_its_short_form_again(notes: Footnotes) -> None:
    assert words(notes, "@maurer, p. 80", "@DBLP:x/Y+99", "see @maurer, p. 81", "@maurer") == [
        "Tim Maurer. <em>Cyber Mercenaries: The State</em>. 2018, p. 80.",
        "Yi Ying and Zoe Zed. Paper. 1999.",
        "See Maurer, <em>Cyber Mercenaries</em>, p. 81.",
        "Maurer, <em>Cyber Mercenaries</em>.",
    ]


def test_the_author_is_left_out_where_the_sentence_has_the_name(notes: Footnotes) -> None:
    assert words(notes, "-@maurer, p. 80", "see -@maurer") == [
        "<em>Cyber Mercenaries: The State</em>. 2018, p. 80.",
        "See <em>Cyber Mercenaries</em>.",
    ]


def test_sources_that_no_short_form_tells_apart_are_in_full_each_time(notes: Footnotes) -> None:
    assert words(notes, "@one", "@two", "@one, p. 3") == [
        "J. Doe. <em>Equal</em>. 2020.",
        "J. Doe. <em>Equal</em>. 2020.",
        "J. Doe. <em>Equal</em>. 2020, p. 3.",
    ]


def test_each_note_leads_to_its_source(notes: Footnotes) -> None:
    html = notes.worded(placeholder(notes.noted("[@DBLP:x/Y+99]").notes[0]), "../sources/")
    assert 'href="../sources/#DBLP::x:2f:Y:2b:99">Bibliography</a>' in html


def test_what_markdown_has_not_read_is_shown_as_a_citation_and_no_reference(
    notes: Footnotes,
) -> None:
    one, two = (each.name for each in notes.noted("[see -@maurer, p. 3] [@key.with.dots]").notes)
    page = f"<pre>[^{one}] [^{two}] [^other]</pre>"
    assert notes.worded(page, "") == "<pre>[see -@maurer, p. 3] [@key.with.dots] [^other]</pre>"
    assert list(notes.unread_in(page).values()) == ["[see -@maurer, p. 3]", "[@key.with.dots]"]


def test_a_reference_that_a_page_shows_as_code_stays(notes: Footnotes) -> None:
    notes.noted("[@maurer] `[^maurer]`")
    assert notes.worded("<code>[^maurer]</code>", "") == "<code>[^maurer]</code>"


def test_places_are_told_by_source_in_the_order_of_the_page() -> None:
    html = (
        '<sup id="fnref:a.p-80"></sup><sup id="fnref:own"></sup><sup id="fnref:b"></sup>'
        '<sup id="fnref:a"></sup><sup id="fnref2:a.p-80"></sup>'
    )
    notes = [Note("a"), Note("a", locator="p. 80"), Note("b"), Note("never")]
    assert places_in(html, {each.name: each.key for each in notes}) == {
        "a": ("fnref:a.p-80", "fnref:a", "fnref2:a.p-80"),
        "b": ("fnref:b",),
    }
