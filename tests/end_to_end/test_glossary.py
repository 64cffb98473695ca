"""What terms mean, shown where a page links to them: in a browser, by hand and by keyboard."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.support.served import served
from tests.support.store import Store
from tests.support.tabs import Tabs

PAGES = """\
--- docs/background/glossary.md
---
template: undersigned/glossary.html
---
# Glossary

## Means

### Spyware

Software that watches.
--- docs/market.md
# Market

They sell [spyware](background/glossary.md#spyware).
"""
SIZES = [{"width": 1280, "height": 800}, {"width": 390, "height": 844}]


@pytest.fixture(scope="module")
def site(store: Store) -> Path:
    return store.built(PAGES).root / "site"


@pytest.fixture
def address(site: Path) -> Iterator[str]:
    with served(site) as address:
        yield address


def shown(view: Page) -> bool:
    return bool(
        view.evaluate("document.querySelector('.undersigned-term').matches(':popover-open')")
    )


@pytest.mark.parametrize("size", SIZES, ids=["desk", "phone"])
def test_a_term_is_explained_beside_its_link_until_escape(
    size: dict[str, int], address: str, tabs: Tabs
) -> None:
    view = tabs.tab(viewport=size)
    view.goto(address + "market/")
    link = view.get_by_role("link", name="spyware", exact=True)
    link.focus()
    assert not shown(view)
    view.keyboard.press("Enter")
    meaning = view.get_by_role("dialog", name="Spyware")
    expect(meaning).to_contain_text("Software that watches.")
    assert view.url == address + "market/"
    box, at = meaning.bounding_box(), link.bounding_box()
    assert box is not None
    assert at is not None
    assert 0 <= box["x"] <= box["x"] + box["width"] <= size["width"]
    assert at["y"] + at["height"] <= box["y"] <= box["y"] + box["height"] <= size["height"]
    view.keyboard.press("Escape")
    expect(meaning).to_be_hidden()
    expect(link).to_be_focused()
    link.click()
    view.get_by_role("button", name="Close").click()
    expect(meaning).to_be_hidden()
    link.click()
    view.get_by_role("link", name="In the glossary").click()
    view.wait_for_url(address + "background/glossary/#spyware")


def test_without_scripts_the_link_leads_to_the_glossary(address: str, tabs: Tabs) -> None:
    view = tabs.tab(java_script_enabled=False)
    view.goto(address + "market/")
    expect(view.locator(".undersigned-term")).to_be_hidden()
    view.get_by_role("link", name="spyware", exact=True).click()
    view.wait_for_url(address + "background/glossary/#spyware")
    expect(view.locator("h3:target")).to_be_visible()


def test_what_terms_mean_is_searched_for_in_the_glossary_alone(site: Path) -> None:
    index = (site / "search/parts.json").read_text(encoding="utf-8")
    assert index.count("Software that watches.") == 1
