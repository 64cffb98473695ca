"""The record in Markdown: what its pages say once drawn, and that entries are text alone."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import markdown
from undersigned.bibliography.citations.footnotes import Footnotes
from undersigned.dates import StatedDate
from undersigned.deeds.model import Bearing, Recorded, Reply
from undersigned.markup.content import Given, content_faults
from undersigned.markup.document import Element, page
from undersigned.views.principle_markdown import MOST, principle_words
from undersigned.views.record_markdown import record_words

from tests.support.examples import examples
from tests.support.recorded import dated, deed, library, search, shown, site, text
from tests.support.signatories import signatory

ACME = signatory("Acme")
BOLT = signatory("Bolt", website="https://bolt.org")
SOURCES = library(
    own="https://acme.com/a",
    bolts="https://bolt.org/b",
    court="https://www.justice.gov/c",
    paper="https://paper.example/d",
)
OWN = "https://acme.com/r"


def drawn(words: str) -> Element:
    """A page as its Markdown is drawn, with the definitions of its notes."""
    notes = Footnotes(SOURCES)
    noted = notes.noted(words)
    whole = "\n\n".join([noted.text, *noted.definitions()])
    html = markdown(whole, extensions=["md_in_html", "attr_list", "footnotes", "sane_lists"])
    html = notes.worded(html, "../bibliography/")
    assert content_faults(html, given=Given(deeds=1)) == ()
    return page(f"<body>{html}</body>")


def of(*entries: Recorded, who: str = "acme") -> Element:
    """The drawn page of a signatory."""
    view = shown(site([ACME, BOLT], entries, [text("1.0")], SOURCES))
    [record] = [each for each in view.record.pages if each.signatory.id == who]
    return drawn(record_words(record, view.words))


def lines(element: Element) -> list[str]:
    return [" ".join(each.text.split()) for each in element.select("li p")]


def test_a_deed_is_dated_and_says_how_it_is_read_and_whose_pages_document_it() -> None:
    entry = deed(
        *("a", "acme bolt", "2024-03"),
        sources=("own", "bolts", "court", "paper"),
        bearing=Bearing.AT_ODDS,
        unarchived=dated("2026-01-02"),
    )
    found = of(entry)
    [item] = [each for each in found.select("li") if each.attributes.get("id") == "a"]
    assert lines(item) == [
        "March 2024, before its endorsement",
        "Sued a seller.",
        "Together with Bolt.",
        "The editors’ reading: at odds.",
        "Sources: its own page1; Bolt’s own page2; a court’s or a state’s page3; another’s page4",
        "The editors had no archived copy to link to on 2 January 2026.",
    ]
    [way] = [each.attributes["href"] for each in item.select("a") if each.text == "Bolt"]
    assert way == "../bolt/index.md#a"
    assert [each.attributes["id"] for each in found.select("section")] == ["principle_1"]
    assert [each.text for each in found.select("h2")] == ["1. Do no harm"]
    assert [each.text for each in found.select("h1")] == ["The record of Acme"]


def test_a_deed_of_pages_without_a_date_says_when_these_were_seen() -> None:
    entry = deed("a", date=None, seen=dated("2026-01-02"))
    assert lines(of(entry))[0] == "Seen on 2 January 2026, on a page without a date"


@pytest.mark.parametrize(
    ("reply", "said"),
    [
        (Reply("No.", StatedDate(2025, 7), OWN), "It replied in July 2025 on its own site:"),
        (Reply("No.", by_email=StatedDate(2025, 7, 1)), "It replied on 1 July 2025 by e-mail:"),
        (Reply("No.", source=OWN), "It replied on its own site:"),
    ],
)
def test_a_reply_stands_beneath_its_entry_with_when_and_how_it_came(
    reply: Reply, said: str
) -> None:
    for entry in (deed("a", reply=reply), search("a", reply=reply)):
        found = of(entry)
        assert lines(found.select("section")[0])[-2] == said
        assert [each.text.strip() for each in found.select("li > blockquote")] == ["No."]
        leads = [
            each.attributes["href"] for each in found.select("li a") if each.text == "its own site"
        ]
        assert leads == ([reply.source] if reply.source else [])


def test_a_search_says_when_and_where_it_was_looked() -> None:
    found = of(search("a", where=("its site", "the press; of 2025")))
    assert lines(found) == [
        "Looked on 6 May 2025: nothing found.",
        "Places searched: its site; the press; of 2025",
    ]


def test_an_earlier_version_is_named_and_a_text_without_numbers_is_one_part() -> None:
    view = shown(site([ACME], [deed("a"), deed("b", version="2.0", principle=None)],
                      [text("1.0"), text("2.0", "Words.\n")], SOURCES))  # fmt: skip
    found = drawn(record_words(view.record.pages[0], view.words))
    assert [each.text for each in found.select("h2")] == ["The text", "Version 1.0: 1. Do no harm"]
    anchors = [each.attributes["id"] for each in found.select("section")]
    assert anchors == ["whole_text", "version_1.0_principle_1"]


def test_an_entry_that_is_called_as_a_template_calls_something_has_another_anchor() -> None:
    found = of(deed("now-2024"), deed("fn-a"))
    assert [each.attributes["id"] for each in found.select("section li")] == ["now-2024_", "fn-a"]


SIGNS = [
    *"\\`*_{}[]()#+-.!@<>&;:|~^$=%'\"aÜ…”\u2028", "\\statement", "[@own]", "@own", "{: #x .y }",
    "](x)", "[^a]:", "    ", "1. ", "- ", "<b>", "</div>", "<!--", "&amp;", "&#64;", "**", "```",
    "~~~", "\\figure{a}", "*[Acme]: x", "[x]: y", "https://a.example", "===", "---", "|a|",
]  # fmt: skip
HOSTILE = st.lists(st.sampled_from(SIGNS), min_size=1, max_size=8).map("".join)


@settings(max_examples=examples(200))
@given(HOSTILE, HOSTILE, HOSTILE)
def test_whatever_an_entry_says_is_read_as_text(first: str, second: str, third: str) -> None:
    plain = of(deed("a", reply=Reply("a", source="https://acme.com/r")), search("b"))
    source = "https://acme.com/" + third.replace("\\", "/").replace(" ", "").replace("\u2028", "")
    found = of(
        deed("a", deed=f"{first}.", reply=Reply(second, source=source)), search("b", where=(third,))
    )
    assert [each.name for each in found.descendants()] == [
        each.name for each in plain.descendants()
    ]
    assert [each.text for each in found.select("span")] == [f"{first}.", third]
    assert found.select("blockquote p")[0].text == second
    [lead] = [each for each in found.select("li a") if each.text == "its own site"]
    assert lead.attributes["href"] == source


@settings(max_examples=examples(100))
@given(HOSTILE.map("N{}N".format), HOSTILE.map("One {} one".format))
def test_whatever_a_name_and_a_principle_say_is_read_as_text(name: str, words: str) -> None:
    who = signatory("Acme")
    who = who._replace(latest=who.latest._replace(name=name))
    version = text("1.0", f"1. {words}\n2. Two\n")
    view = shown(site([who, BOLT], [deed("a", "acme bolt")], [version], SOURCES))
    found = drawn(record_words(view.record.pages[0], view.words))
    assert found.select("h1")[0].text == f"The record of {name}"
    assert not found.select("h2 *")
    ends = drawn(principle_words(view.record, 1, "a/b.md", view.words))
    assert [each.text for each in ends.select("li bdi")] == [name, "Bolt"]


def test_the_page_of_a_principle_ends_with_each_deed_once_newest_first() -> None:
    gone = signatory("Gone", withdrawn=dated("2026-01-02"), website="https://gone.example")
    entries: list[Recorded] = [
        deed("a", "acme bolt gone"),
        deed("b", day="2023-05", sources=("own", "court"), reply=Reply("No.", source=OWN)),
        deed("c", "bolt", principle=2),
        deed("d", "bolt", date=None, seen=dated("2026-02-03"), bearing=Bearing.DISPUTED),
        search("e"),
    ]
    view = shown(site([ACME, BOLT, gone], entries, [text("1.0")], SOURCES))
    found = drawn(principle_words(view.record, 1, "principles/one.md", view.words))
    assert [" ".join(each.text.split()) for each in found.select(".undersigned-deeds li")] == [
        "Bolt, seen 3 February 2026: Sued a seller.1 The editors’ reading: disputed.",
        "Acme, Bolt and Gone (withdrew on 2 January 2026), 6 May 2025: Sued a seller.1"
        " The editors’ reading: in line.",
        "Acme (before its endorsement), May 2023: Sued a seller.23 The editors’ reading: in line."
        " Its reply.",
    ]
    leads = [each.attributes["href"] for each in found.select("li a") if each.text == "Acme"]
    assert set(leads) == {"../signatories/deeds/acme/index.md#principle_1"}
    [reply] = [each.attributes["href"] for each in found.select("li a") if each.text == "Its reply"]
    assert reply == "../signatories/deeds/acme/index.md#b"
    assert principle_words(view.record, 3, "principles/one.md", view.words) == ""


def test_the_page_of_a_principle_has_no_more_deeds_than_are_read() -> None:
    entries = [deed(f"d{number}") for number in range(MOST + 2)]
    view = shown(site([ACME], entries, [text("1.0")], SOURCES))
    found = drawn(principle_words(view.record, 1, "one.md", view.words))
    assert len(found.select(".undersigned-deeds li")) == MOST
    assert "2 older ones" in found.text


def test_deeds_under_an_earlier_version_are_not_on_the_page_of_a_principle() -> None:
    view = shown(site([ACME], [deed("a")], [text("1.0"), text("2.0")], SOURCES))
    assert principle_words(view.record, 1, "one.md", view.words) == ""
