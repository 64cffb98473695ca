"""Notes as readers have them: beside the text, folded, by keyboard, without anchors, on paper."""

import re
from collections.abc import Iterator
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route, expect
from pypdf import PdfReader
from undersigned.markup.document import page as page_of

from tests.support.served import served
from tests.support.sites import SmallSite, with_settings
from tests.support.store import Store
from tests.support.tabs import Tabs

WATCHES = "background/watches/"

STYLES = ("colour", "theme", "theme-frame", "type", "notes", "frame", "menu")
LISTED = ", ".join(f"assets/undersigned/{name}.css" for name in STYLES)
MANY = 260
LONG = " Very long." * 40
FORMS = (
    with_settings(
        {
            "sane_lists]": "sane_lists, tables]",
            "plugins:": f"extra_css: [{LISTED}]\nplugins:",
        }
    )
    + f"""\
--- docs/forms.md
# Forms

| A | B |
| - | - |
| one cell with words[^t1] | two[^t2] |
| three | four[^t3] |

{"Words that need no note at all. " * 30}

- An item.[^l1]
- Another, with a list in it:
    1. deep[^l2]

> A quotation.[^q]

{"Words that need no note at all. " * 30}

Text again.[^l1] And another note.[^nn]

[^t1]: In a table.
[^t2]: In a table as well.
[^t3]: In its last row.
[^l1]: In a list.
[^l2]: In a list, and

    - a list by itself
[^q]: Of a quotation. {"Very long. " * 40}
[^nn]: A note that refers to another.[^n]
[^n]: The other.
--- docs/short.md
# Short

{" ".join(f"Claim {n}.[^n{n}]" for n in range(30))}

"""
    + "\n".join(
        f"[^n{n}]: Note {n} says more than its claim does. And more.{LONG if n == 5 else ''}"
        for n in range(30)
    )
    + f"""
--- docs/many.md
# Many

{" ".join(f"Claim.[^n{n}]" for n in range(MANY))}

"""
    + "\n".join(f"[^n{n}]: Note {n}." for n in range(MANY))
    + "\n"
)

# Where each note is and where its first place is, in CSS pixels of the page.
PLACED = """() => [...document.querySelectorAll('.undersigned-notes > .footnote > ol > li')]
  .filter(note => getComputedStyle(note).position === 'absolute')
  .map(note => [note, document.querySelector(`sup.footnote-${note.value}`)])
  .map(([note, mark]) => {
    const place = mark.getBoundingClientRect();
    const box = note.getBoundingClientRect();
    return { top: box.top, bottom: box.bottom, left: box.left, right: box.right,
             place: place.top, edge: place.right, inText: !mark.closest('.footnote') };
  })"""


@pytest.fixture(scope="module")
def forms(store: Store) -> Iterator[str]:
    site: SmallSite = store.built(FORMS)
    with served(site.root / "site") as address:
        yield address


def placed(view: Page) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = view.evaluate(PLACED)
    return found


def shown(view: Page) -> list[str]:
    """The ids of the notes that a reader sees."""
    notes = view.locator(".undersigned-notes > .footnote > ol > li").all()
    return [str(note.get_attribute("id")) for note in notes if note.is_visible()]


@pytest.mark.parametrize("width", [1280, 1920])
@pytest.mark.parametrize("page", [WATCHES])
def test_every_note_stands_beside_the_text_below_the_one_before(
    page: str, width: int, published: Path, tabs: Tabs
) -> None:
    with served(published) as address:
        view = tabs.tab(viewport={"width": width, "height": 900}, java_script_enabled=False)
        view.goto(address + page)
        notes = placed(view)
        assert len(notes) > 20
        for before, note in pairwise(notes):
            assert note["top"] >= before["bottom"] - 1
        for note in (each for each in notes if each["inText"]):
            assert note["edge"] <= note["left"]
            assert note["right"] <= width
            assert -2 <= note["top"] - note["place"] < 450  # half a screen, where there are many
        assert view.evaluate("document.documentElement.scrollWidth") == width
        expect(view.locator(".md-sidebar--secondary a").first).to_be_in_viewport()


def test_notes_of_tables_lists_and_quotations_stand_beside_their_lines(
    forms: str, tabs: Tabs
) -> None:
    view = tabs.tab(viewport={"width": 1280, "height": 900}, java_script_enabled=False)
    view.goto(forms + "forms/")
    notes = placed(view)
    assert len(notes) == 8
    beside = [abs(note["top"] - note["place"]) for note in notes]
    assert [number for number, far in enumerate(beside, 1) if far < 30] == [1, 2, 3, 4, 5, 6, 7, 8]


def test_notes_that_reach_below_the_text_push_the_foot_of_the_page_down(
    forms: str, tabs: Tabs
) -> None:
    view = tabs.tab(viewport={"width": 1280, "height": 900}, java_script_enabled=False)
    view.goto(forms + "short/")
    foot = view.locator(".md-footer").bounding_box()
    assert foot is not None
    assert foot["y"] > max(note["bottom"] for note in placed(view))
    assert view.evaluate("document.documentElement.scrollHeight") >= foot["y"] + foot["height"] - 1


def test_more_notes_than_there_are_rules_for_stay_beneath_the_text(forms: str, tabs: Tabs) -> None:
    view = tabs.tab(viewport={"width": 1280, "height": 900}, java_script_enabled=False)
    view.goto(forms + "many/")
    assert len(placed(view)) == 250
    assert len(shown(view)) == MANY
    last = view.locator("li[value='251']").bounding_box()
    text = view.locator("h1 + p").bounding_box()
    assert last is not None
    assert text is not None
    assert last["y"] > text["y"] + text["height"]
    assert last["x"] < 500


def test_a_page_that_runs_from_the_right_has_its_notes_on_the_left(forms: str, tabs: Tabs) -> None:
    view = tabs.tab(viewport={"width": 1280, "height": 900})
    view.goto(forms + "forms/")
    view.evaluate("document.body.dir = document.documentElement.dir = 'rtl'")
    text = view.locator("h1").bounding_box()
    assert text is not None
    assert all(note["right"] <= text["x"] for note in placed(view))
    assert view.evaluate("document.documentElement.scrollWidth") == 1280


@pytest.mark.parametrize("width", [390, 768])
def test_a_number_opens_its_note_alone_and_the_text_stays_where_it_is(
    width: int, published: Path, tabs: Tabs
) -> None:
    with served(published) as address:
        view = tabs.tab(viewport={"width": width, "height": 800}, java_script_enabled=False)
        view.goto(address + WATCHES)
        assert shown(view) == []
        number = view.locator("[id='fnref:seamarks2021keepers'] a")
        number.scroll_into_view_if_needed()
        before = number.bounding_box()
        number.click()
        assert shown(view) == ["fn:seamarks2021keepers"]
        note = view.locator("li:target")
        assert re.match(r"Institute for Seamarks\.", note.inner_text())
        expect(note).to_be_in_viewport(ratio=1)
        assert number.bounding_box() == before
        assert view.evaluate("document.documentElement.scrollWidth") == width
        way = note.locator(".footnote-backref").first
        assert re.fullmatch(r"‘[^‘’]{5,40}’", way.inner_text())
        way.click()
        assert shown(view) == []
        expect(number).to_be_in_viewport()


def test_an_open_note_has_the_number_that_was_followed(published: Path, tabs: Tabs) -> None:
    with served(published) as address:
        view = tabs.tab(viewport={"width": 390, "height": 800}, java_script_enabled=False)
        view.goto(address + WATCHES)
        number = view.locator("[id='fnref:seamarks2021keepers']").inner_text()
        view.goto(f"{address}{WATCHES}#fn:seamarks2021keepers")
        assert view.locator("li:target").get_attribute("value") == number
        content = "getComputedStyle(document.querySelector('li:target > *'), '::before').content"
        assert view.evaluate(content).startswith("counter(list-item)")


def test_the_heading_opens_and_folds_all_notes(published: Path, tabs: Tabs) -> None:
    with served(published) as address:
        view = tabs.tab(viewport={"width": 390, "height": 800}, java_script_enabled=False)
        view.goto(address + WATCHES)
        view.get_by_role("link", name="All notes of this page").click()
        assert len(shown(view)) == view.locator(".undersigned-notes li[value]").count() > 20
        view.get_by_role("link", name="Fold the notes").click()
        assert shown(view) == []


def test_a_crowded_note_is_whole_once_the_keyboard_is_in_it(forms: str, tabs: Tabs) -> None:
    view = tabs.tab(viewport={"width": 1280, "height": 900})
    view.goto(forms + "short/")
    note = view.locator("[id='fn:n5']")
    after = view.locator(f"li[value='{int(note.get_attribute('value') or 0) + 1}']")
    words, below = note.locator("p").first, after.bounding_box()
    short = words.bounding_box()
    view.locator("[id='fnref:n5'] a").focus()
    view.keyboard.press("Enter")
    view.keyboard.press("Tab")
    assert view.evaluate("document.activeElement.closest('li').id") == "fn:n5"
    whole = words.bounding_box()
    moved = after.bounding_box()
    assert short is not None
    assert whole is not None
    assert whole["height"] > short["height"]
    assert below is not None
    assert moved is not None
    assert moved["y"] - whole["y"] == pytest.approx(below["y"] - short["y"], abs=1)
    expect(note.locator(".footnote-backref").first).to_be_visible()


def test_the_way_back_from_the_bibliography_marks_the_place(published: Path, tabs: Tabs) -> None:
    with served(published) as address:
        view = tabs.tab(viewport={"width": 1280, "height": 900}, java_script_enabled=False)
        view.goto(address + "bibliography/")
        link = view.locator("#seamarks2021keepers .undersigned-source__cited a").first
        target = str(link.get_attribute("href")).partition("#")[2]
        link.click()
        expect(view.locator(f"sup[id='{target}']:target")).to_be_in_viewport()
        ground = "getComputedStyle(document.querySelector('sup:target a')).backgroundColor"
        assert view.evaluate(ground) != "rgba(0, 0, 0, 0)"


def test_a_browser_without_anchors_has_folded_notes_on_a_desk(
    published: Path, browser: Browser
) -> None:
    def without(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text().replace("anchor-name", "no-anchor"))

    with served(published) as address:
        view = browser.new_page(viewport={"width": 1280, "height": 900})
        view.route("**/*.css", without)
        view.goto(address + WATCHES)
        assert shown(view) == []
        view.locator(".footnote-ref").nth(3).click()
        assert len(shown(view)) == 1
        expect(view.locator("li:target")).to_be_in_viewport(ratio=1)
        view.close()


@pytest.mark.parametrize("path", [WATCHES, f"{WATCHES}#fn:seamarks2021keepers"])
def test_paper_has_every_note_once_after_the_text(path: str, published: Path, tabs: Tabs) -> None:
    with served(published) as address:
        view = tabs.tab(viewport={"width": 1280, "height": 900})
        view.goto(address + path)
        count = view.locator(".undersigned-notes li[value]").count()
        pdf = PdfReader(BytesIO(view.pdf(format="A4")))
    text = "\n".join(page.extract_text() for page in pdf.pages)
    _, heading, notes = text.rpartition("\nNotes\n")
    assert heading
    numbers = [int(number) for number in re.findall(r"^(\d+)\.\s", notes, re.MULTILINE)]
    assert [number for number in numbers if number <= count] == [*range(1, count + 1)]
    for word in ("Back to", "All notes", "Fold the"):
        assert word not in text


def test_every_page_has_its_notes_in_one_apparatus_and_says_on_paper_where_it_is_from(
    published: Path,
) -> None:
    noted = 0
    for path in published.rglob("index.html"):
        tree = page_of(path.read_bytes())
        notes = tree.select("article .footnote")
        assert len(notes) == len(tree.select("article .undersigned-notes > .footnote")), path
        noted += len(notes)
        assert tree.select("article .undersigned-colophon, .undersigned-document"), path
    assert noted > 10
