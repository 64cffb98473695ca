"""The site's search, used as a reader uses it: what is found first, and what is found at all."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.support.served import served
from tests.support.tabs import Tabs

# What stands in the list for a query: the addresses that its links lead to, page by page.
LISTED = """list => [...list.querySelectorAll(":scope > li")].map((item) =>
    [...item.querySelectorAll("a")].map((link) => {
        const address = new URL(link.href);
        return address.pathname.slice(1) + address.hash;
    }))"""


@pytest.fixture
def view(published: Path, tabs: Tabs) -> Iterator[Page]:
    with served(published) as address:
        view = tabs.tab()
        view.goto(address)
        yield view


def found(view: Page, words: str) -> list[list[str]]:
    """What is listed once these words were typed, key by key, as the theme listens to keys."""
    field = view.locator("input[name=query]")
    field.click()
    field.fill("")
    field.press_sequentially(words)
    expect(view.locator(".md-search-result__meta")).to_contain_text("matching", timeout=60_000)
    view.wait_for_timeout(300)  # the theme adds results while they are looked at
    listed: list[list[str]] = view.locator(".md-search-result__list").evaluate(LISTED)
    return listed


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("is trinity a signatory", "signatories/#aldersund-lamp-works"),
        ("is graupel a signatory", "signatories/#graupel-optics"),
        ("automation", "background/glossary/#automation"),
        ("take a name off", "sign/#how-to-take-a-name-off"),
        ("log-book", "background/glossary/#log-book"),
        ("Log book", "background/glossary/#log-book"),
        ("charactr", "background/glossary/#character"),
        ("what has hollin head done", "signatories/deeds/hollin-head-lighthouse-society/"),
        ("deeds of kittiwake", "signatories/deeds/kittiwake-charts/"),
    ],
)
def test_what_a_reader_asks_for_is_found_first(words: str, first: str, view: Page) -> None:
    page, *parts = found(view, words)[0]
    assert page == first.partition("#")[0]
    assert not parts or parts[0] == first


@pytest.mark.parametrize("words", ["is trinity a signatory", "automation", "keeper", "log-book"])
def test_no_part_of_a_page_is_found_twice(words: str, view: Page) -> None:
    links = [link for page in found(view, words) for link in page]
    assert len(links) == len(set(links)) > 1


def test_words_that_are_in_any_text_find_nothing_by_themselves(view: Page) -> None:
    everything = found(view, "chart")
    assert found(view, "the chart of a") == everything
    assert found(view, "of to with") == []


def test_a_result_shows_the_words_around_what_was_asked_for(view: Page) -> None:
    found(view, "take a name off")
    part = view.locator(".md-search-result__link").nth(1)
    expect(part.locator("h2")).to_have_text("How to take a name off")
    expect(part.locator("p mark").first).to_have_text("name")


def test_what_is_searched_is_fetched_with_the_first_words(
    published: Path, browser: Browser
) -> None:
    fetched: list[str] = []
    with served(published) as address:
        view = browser.new_page()
        view.on("request", lambda request: fetched.append(request.url.removeprefix(address)))
        view.goto(address, wait_until="networkidle")
        assert "search/parts.json" not in fetched
        found(view, "automation")
        found(view, "keeper")
        assert fetched.count("search/parts.json") == 1
        view.close()
    # what the theme fetches of its own with every page is empty
    index = json.loads((published / "search/search_index.json").read_bytes())
    assert index["docs"] == []


def test_notes_are_searched_for_where_their_sources_are_listed(published: Path) -> None:
    pages = json.loads((published / "search/parts.json").read_bytes())
    parts = {page["address"]: page["parts"] for page in pages}
    watches = " ".join(words for _, _, words in parts["background/watches/"])
    assert "Harbour Stair Press" not in watches
    assert "↩" not in watches
    assert len({page["address"] for page in pages}) == len(pages)
