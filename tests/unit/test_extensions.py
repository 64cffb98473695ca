"""The extensions of Markdown by Python-Markdown alone, by the names that it imports."""

import re
from pathlib import Path

import markdown
import pytest

from tests.support.files import plant
from tests.support.lighthouses import LIGHTHOUSES
from tests.support.work import growth

NAMES = [
    "footnotes", "tables", "attr_list", "md_in_html", "sane_lists", "fenced_code",
    "undersigned.bibliography.citations.extension", "undersigned.markup.lists_after_html",
    "undersigned.markup.notes_in_order", "undersigned.markup.tables_by_class",
]  # fmt: skip
SOURCES = """\
@book{a, title = {One}, author = {Doe, J.}, publisher = {P}, year = 2018}
@misc{b, title = {Two}, year = 2020}
"""


def drawn(text: str, root: Path, address: str = "bibliography/") -> str:
    """A page as Python-Markdown draws it with the package's extensions."""
    cited = {"root": str(root), "bibliography": address}
    settings = {
        "undersigned.bibliography.citations.extension": cited,
        "footnotes": {"USE_DEFINITION_ORDER": False},
    }
    return str(markdown.markdown(text, extensions=NAMES, extension_configs=settings))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    plant(tmp_path, {"references.bib": SOURCES})
    return tmp_path


def test_a_citation_is_a_note_that_leads_to_its_source(root: Path) -> None:
    html = drawn("So.[see @a, p. 3; @B] And `[@a]`, [@nobody], me [me@a.org].", root)
    assert html.count('<li id="fn:') == 2
    assert "See J. Doe. <em>One</em>. P, 2018, p. 3&#46; " in html
    assert '<a class="cited-source" href="bibliography/#a">Bibliography</a>' in html
    assert "<code>[@a]</code>, [@nobody], me [me@a.org]." in html


def test_a_source_cited_twice_in_one_way_has_one_note(root: Path) -> None:
    html = drawn("One.[@a] Two.[@a] Three.[@a, p. 4]", root)
    assert html.count('<li id="fn:') == 2
    assert 'id="fnref2:a"' in html


def test_the_places_of_a_note_are_named_and_led_back_to_in_the_order_of_the_page(
    root: Path,
) -> None:
    text = (
        "| x |\n| - |\n| One[@b] |\n\nTwo.[@b]\n\n- Three.[@b] [@a]\n\nFour.[^own]\n\n"
        "[^own]: [@b]\n"
    )
    html = drawn(text, root)
    assert re.findall(r'<sup(?: class="footnote-1")? id="(fnref\d*:b)">', html) == [
        "fnref:b", "fnref2:b", "fnref3:b", "fnref4:b",
    ]  # fmt: skip
    ways = re.findall(r'class="footnote-backref" dir="auto" href="#([^"]*)">([^<]*)<', html)
    assert ways == [
        ("fnref:b", "‘One’"), ("fnref2:b", "‘Two’"), ("fnref3:b", "‘Three’"),
        ("fnref4:b", "the text"), ("fnref:a", "‘Three’"), ("fnref:own", "‘Four’"),
    ]  # fmt: skip


def test_many_places_of_a_note_take_no_more_than_their_share_of_time() -> None:
    extensions = ["footnotes", "undersigned.markup.notes_in_order"]

    def page(times: int) -> str:
        return "\n\n".join(["x[^a]"] * times) + "\n\n[^a]: A.\n"

    def draw(text: str) -> object:
        return markdown.markdown(text, extensions=extensions)

    assert growth(draw, page(100), page(200)) < 2.2


def test_notes_are_numbered_as_they_are_met_lists_and_tables_included(root: Path) -> None:
    text = (
        "- In a list.[@b]\n\nIn a paragraph.[^own]\n\n| a |\n| -: |\n| x[@a] |\n\n[^own]: Mine.\n"
    )
    html = drawn(text, root)
    places = [html.index(f'href="#fn:{name}">{number}<') for number, name in enumerate("b", 1)]
    places += [html.index('href="#fn:own">2<'), html.index('href="#fn:a">3<')]
    assert places == sorted(places)
    notes = [html.index(f'<li id="fn:{name}"') for name in ("b", "own", "a")]
    assert notes == sorted(notes)
    assert '<td class="align-right">' in html
    assert "style=" not in html


@pytest.mark.parametrize("kind", ["ol", "ul"])
@pytest.mark.parametrize("items", ["1. One\n2. Two", "1. One\n\n2. Two", "- One\n- Two"])
def test_a_list_behind_one_in_html_without_items_is_a_list_of_its_own(
    kind: str, items: str, root: Path
) -> None:
    html = drawn(f'<{kind} markdown="span">None</{kind}>\n\n{items}\n\nWords\n', root)
    first, _, behind = html.partition(f"</{kind}>")
    assert first == f"<{kind}>None"
    assert behind.strip() == drawn(f"{items}\n\nWords\n", root).strip()


def test_a_bibliography_that_is_none_is_refused_with_its_place(root: Path) -> None:
    plant(root, {"references.bib": "@misc{a, title = {x}\n"})
    with pytest.raises(ValueError, match=r"references\.bib:1:1: entry 'a' is still open"):
        drawn("So.[@a]", root)


def test_the_notes_of_a_page_are_those_that_mkdocs_draws(published: Path) -> None:
    page = "background/watches"
    text = (LIGHTHOUSES / f"docs/{page}.md").read_text(encoding="utf-8")
    words = text.partition("\n---\n")[2] if text.startswith("---") else text
    alone = drawn(words, LIGHTHOUSES, "../../bibliography/")
    built = (published / page / "index.html").read_text(encoding="utf-8")
    notes = alone[alone.index('<div class="footnote">') :]
    assert notes.count("<li id=") > 1
    assert notes.strip() in built
