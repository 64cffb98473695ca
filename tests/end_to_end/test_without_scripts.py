"""The site with JavaScript off."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.support.served import served

# Each note with its mark; what is shown once the address leads to it, and whether the way back is
# seen. The theme lets that fade in, which here would only have to be waited for.
FOOTNOTES = """() => {
    const still = document.createElement("style");
    still.textContent = "* { transition: none !important }";
    document.head.append(still);
    return [...document.querySelectorAll(".footnote-ref")].map((ref) => {
        const [note, mark] = [ref.getAttribute("href"), ref.closest("sup").id];
        location.hash = note;
        const shown = document.querySelector(":target");
        const back = shown?.querySelector(`a.footnote-backref[href="#${mark}"]`);
        const box = back?.getBoundingClientRect();
        const seen = Boolean(box?.width && box.height && back.checkVisibility({
            visibilityProperty: true, contentVisibilityAuto: true
        }) && getComputedStyle(back).opacity === "1");
        return [note, mark, `#${shown?.id}`, seen];
    });
}"""


@pytest.fixture
def plain(published: Path, browser: Browser) -> Iterator[tuple[Page, str]]:
    """A tab of a phone without scripts, and the address of the site."""
    with served(published) as address:
        context = browser.new_context(
            java_script_enabled=False, viewport={"width": 390, "height": 844}
        )
        yield context.new_page(), address
        context.close()


# Of so many parts, for two workers to share what takes long.
PARTS = range(2)


def addresses(published: Path, part: int) -> list[str]:
    pages = sorted(published.rglob("*.html"))
    return [path.relative_to(published).as_posix() for path in pages[part :: len(PARTS)]]


@pytest.mark.parametrize("part", PARTS)
def test_every_page_shows_all_its_words(
    part: int, published: Path, browser: Browser, plain: tuple[Page, str]
) -> None:
    view, address = plain
    # The filter's form and the buttons that copy are what only a script can serve.
    words = """article => {
        for (const each of article.querySelectorAll("form, .undersigned-copy__tools"))
            each.style.display = "none";
        return article.innerText.replace(/\\s+/g, " ").trim();
    }"""
    scripted = browser.new_page(viewport={"width": 390, "height": 844})
    for page in addresses(published, part):
        scripted.goto(address + page, wait_until="commit")
        view.goto(address + page)
        scripted.wait_for_load_state()
        shown = view.locator("#_content").evaluate(words)
        assert len(shown) > 50, page
        # What a script adds may be more; nothing may wait for it.
        hidden = set(scripted.locator("#_content").evaluate(words).split()) - set(shown.split())
        assert hidden == set(), page
    scripted.close()


def test_every_signatory_stands_in_the_page_and_is_seen(
    published: Path, plain: tuple[Page, str]
) -> None:
    view, address = plain
    view.goto(address + "signatories/")
    entries = view.locator(".undersigned-entry")
    assert entries.count() > 0
    for entry in entries.all():
        expect(entry).to_be_visible()


@pytest.mark.parametrize("part", PARTS)
def test_every_note_is_reached_from_its_mark_and_leads_back_to_it(
    part: int, published: Path, plain: tuple[Page, str]
) -> None:
    view, address = plain
    followed = 0
    for page in addresses(published, part):
        if "footnote-ref" not in (published / page).read_text(encoding="utf-8"):
            continue
        view.goto(address + page)
        notes = view.evaluate(FOOTNOTES)
        for note, _, shown, seen in notes:
            assert (shown, seen) == (note, True), page
            followed += 1
        # One there and back on each page by the links themselves.
        for note, mark, *_ in notes[:1]:
            view.locator(f'[id="{mark}"] a').click()
            assert view.url.endswith(note)
            view.locator(f':target a.footnote-backref[href="#{mark}"]').click()
            assert view.url.endswith(f"#{mark}")
    assert followed > 3


def test_the_search_and_the_choice_of_colours_are_hidden_not_broken(
    plain: tuple[Page, str],
) -> None:
    view, address = plain
    for width in (390, 1280):
        view.set_viewport_size({"width": width, "height": 844})
        view.goto(address)
        for part in (".md-search", "[for=__search].md-header__button", "[name=__palette]"):
            for each in view.locator(part).all():
                expect(each).to_be_hidden()


def test_a_system_that_is_dark_gets_dark_pages(plain: tuple[Page, str]) -> None:
    view, address = plain
    view.goto(address)
    grounds = []
    for scheme in ("light", "dark"):
        view.emulate_media(color_scheme=scheme)
        grounds.append(view.evaluate("getComputedStyle(document.body).backgroundColor"))
    light, dark = (sum(map(int, ground[4:-1].split(","))) for ground in grounds)
    assert light > 700
    assert dark < 100
