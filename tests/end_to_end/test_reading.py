"""Aids to reading: the chain of principles, and the first page at a glance."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.support.lighthouses import COMMITMENTS
from tests.support.served import served
from tests.support.tabs import Tabs

CHAIN = [f"letter/{commitment}/" for commitment in COMMITMENTS]


def test_the_principles_lead_to_one_another_by_keyboard(published: Path, tabs: Tabs) -> None:
    with served(published) as address:
        view = tabs.tab(java_script_enabled=False)
        view.goto(address + CHAIN[0])
        chain = view.get_by_role("navigation", name="The other commitments")
        expect(chain.locator("[rel=prev]")).to_contain_text("The text")
        for number, path in enumerate(CHAIN[1:], 2):
            link = chain.locator("[rel=next]")
            expect(link.locator(".undersigned-chain__numeral")).to_have_text(str(number))
            link.focus()
            view.keyboard.press("Enter")
            view.wait_for_url(address + path)
            expect(chain.locator("[rel=prev]")).to_contain_text("Previous commitment")
            expect(view.locator(".md-footer__link:visible")).to_have_count(0)
            endorse = view.locator("#_content").get_by_role("link", name="Endorse it")
            assert endorse.get_attribute("href") == "../../sign/"
        expect(chain.locator("[rel=next]")).to_contain_text("The text")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_first_page_answers_in_order_without_scrolling(
    scheme: str, published: Path, tabs: Tabs
) -> None:
    with served(published) as address:
        view = tabs.tab(
            viewport={"width": 1280, "height": 800},
            color_scheme="dark" if scheme == "dark" else "light",
        )
        view.goto(address, wait_until="networkidle")
        main = view.get_by_role("main")
        for answer in (
            main.get_by_role("heading", level=1),
            main.get_by_text("September 2022", exact=False).first,
            main.get_by_role("link", name="19 signatories"),
            main.get_by_role("link", name="Read the text"),
            main.get_by_role("link", name="Endorse it"),
            main.locator(".undersigned-doors li").last,
        ):
            box = answer.bounding_box()
            assert box is not None
            assert box["y"] + box["height"] <= 800


@pytest.mark.parametrize("path", ["", "cite/", "letter/print/", *CHAIN])
def test_nothing_is_wider_than_a_narrow_phone(path: str, published: Path, tabs: Tabs) -> None:
    with served(published) as address:
        view = tabs.tab(viewport={"width": 320, "height": 640})
        view.goto(address + path, wait_until="networkidle")
        assert view.evaluate("document.documentElement.scrollWidth") == 320
