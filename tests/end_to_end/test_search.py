"""The site's search, used as a reader uses it."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.support.served import served
from tests.support.tabs import Tabs


@pytest.mark.parametrize(
    ("words", "pages"),
    [
        ("Pegasus", ["background/glossary/", "background/market/"]),
        ("Entity List", ["background/glossary/", "principles/counter-the-market/"]),
        ("Pall Mall", ["background/glossary/", "principles/handle-legal-requests/"]),
    ],
)
def test_a_search_finds_the_pages_that_speak_of_it(
    words: str, pages: list[str], published: Path, tabs: Tabs
) -> None:
    with served(published) as address:
        view = tabs.tab()
        view.goto(address)
        # typed key by key: the theme listens to keys, and hears nothing of a filled field
        view.locator("input[name=query]").press_sequentially(words)
        found = view.locator(".md-search-result__link")
        expect(found.first).to_be_visible(timeout=60_000)
        # the theme adds results while they are looked at, so each is waited for by its address
        for page in pages:
            link = view.locator(
                f".md-search-result__link:is([href^='{address}{page}'], [href^='{page}'])"
            )
            expect(link.first).to_be_attached(timeout=60_000)
