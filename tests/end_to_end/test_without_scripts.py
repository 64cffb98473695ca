"""The site with JavaScript off."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.support.served import served

FOOTNOTES = """() => [...document.querySelectorAll(".footnote-ref")].map((mark) => [
    mark.getAttribute("href"), mark.closest("sup").id])"""


@pytest.fixture
def plain(published: Path, browser: Browser) -> Iterator[tuple[Page, str]]:
    """A tab of a phone without scripts, and the address of the site."""
    with served(published) as address:
        context = browser.new_context(
            java_script_enabled=False, viewport={"width": 390, "height": 844}
        )
        yield context.new_page(), address
        context.close()


def addresses(published: Path) -> list[str]:
    return [path.relative_to(published).as_posix() for path in sorted(published.rglob("*.html"))]


def test_every_page_shows_all_its_words(
    published: Path, browser: Browser, plain: tuple[Page, str]
) -> None:
    view, address = plain
    # The filter's form and the buttons that copy are what only a script can serve.
    words = """article => {
        for (const each of article.querySelectorAll("form, .undersigned-copy__tools"))
            each.style.display = "none";
        return article.innerText.replace(/\\s+/g, " ").trim();
    }"""
    scripted = browser.new_page(viewport={"width": 390, "height": 844})
    for page in addresses(published):
        view.goto(address + page)
        scripted.goto(address + page)
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


def test_every_note_is_reached_from_its_mark_and_leads_back_to_it(
    published: Path, plain: tuple[Page, str]
) -> None:
    view, address = plain
    followed = 0
    for page in addresses(published):
        view.goto(address + page)
        for note, mark in view.evaluate(FOOTNOTES):
            view.evaluate("hash => { location.hash = hash }", note)
            assert view.locator(":target").get_attribute("id") == note[1:], page
            back = view.locator(f':target a.footnote-backref[href="#{mark}"]')
            expect(back).to_be_visible()
            expect(back).to_have_css("opacity", "1")
            followed += 1
        # One there and back on each page by the links themselves.
        for note, mark in view.evaluate(FOOTNOTES)[:1]:
            view.locator(f'[id="{mark}"] a').click()
            assert view.url.endswith(note)
            view.locator(f':target a.footnote-backref[href="#{mark}"]').click()
            assert view.url.endswith(f"#{mark}")
    assert followed > 50


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
