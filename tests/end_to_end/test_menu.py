"""The menu at phone width, used with keys alone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.support.served import served
from tests.support.tabs import Tabs

PHONE = {"width": 390, "height": 844}


@pytest.fixture(params=[True, False], ids=["with scripts", "without scripts"])
def phone(published: Path, tabs: Tabs, request: pytest.FixtureRequest) -> Iterator[Page]:
    """The register's page on a phone."""
    with served(published) as address:
        view = tabs.tab(viewport=PHONE, java_script_enabled=request.param)
        view.goto(address + "signatories/")
        yield view


def tab_to(view: Page, target: str, at_most: int = 12) -> None:
    """Press Tab until the target has the focus."""
    for _ in range(at_most):
        view.keyboard.press("Tab")
        if view.locator(f"{target}:focus").count():
            return
    pytest.fail(f"Tab does not reach {target}")


def test_tab_reaches_the_button_and_enter_opens_links_that_can_be_followed(phone: Page) -> None:
    link = phone.locator("#_menu a", has_text="Privacy")
    expect(link).to_be_hidden()
    tab_to(phone, ".undersigned-menu")
    phone.keyboard.press("Enter")
    expect(link).to_be_visible()
    tab_to(phone, "#_menu a[href$='privacy/']", at_most=40)
    phone.keyboard.press("Enter")
    expect(phone.locator("h1")).to_contain_text("Privacy")


def test_a_closed_menu_keeps_its_links_out_of_the_order_of_tab(phone: Page) -> None:
    for _ in range(25):
        phone.keyboard.press("Tab")
        assert phone.locator("#_menu a:focus").count() == 0


@pytest.mark.parametrize("phone", [True], indirect=True, ids=["with scripts"])
@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_either_key_opens_and_escape_closes_and_gives_the_focus_back(key: str, phone: Page) -> None:
    button = phone.locator(".undersigned-menu")
    expect(button).to_have_attribute("aria-expanded", "false")
    tab_to(phone, ".undersigned-menu")
    phone.keyboard.press(key)
    expect(button).to_have_attribute("aria-expanded", "true")
    expect(phone.locator("#_menu a:focus")).to_have_attribute("aria-current", "page")
    phone.keyboard.press("Escape")
    expect(button).to_have_attribute("aria-expanded", "false")
    expect(button).to_be_focused()
    expect(phone.locator("#_menu a").last).to_be_hidden()


@pytest.mark.parametrize("phone", [True], indirect=True, ids=["with scripts"])
def test_a_finger_opens_the_menu_and_closes_it_beside_it(phone: Page) -> None:
    link = phone.locator("#_menu a").last
    phone.locator(".undersigned-menu").click()
    expect(link).to_be_visible()
    phone.mouse.click(380, 400)
    expect(link).to_be_hidden()


def test_a_finger_closes_the_menu_without_scripts_too(published: Path, tabs: Tabs) -> None:
    with served(published) as address:
        view = tabs.tab(viewport=PHONE, java_script_enabled=False)
        view.goto(address + "signatories/")
        view.locator(".undersigned-menu").click()
        close = view.locator(".undersigned-nav__close")
        expect(close).to_be_visible()
        close.click()
        expect(close).to_be_hidden()


def test_a_desk_has_tabs_and_no_button(published: Path, tabs: Tabs) -> None:
    with served(published) as address:
        view = tabs.tab(viewport={"width": 1280, "height": 800})
        view.goto(address + "signatories/")
        expect(view.locator(".md-tabs")).to_be_visible()
        expect(view.locator(".undersigned-menu")).to_be_hidden()
        expect(view.locator(".undersigned-nav__close")).to_be_hidden()


@pytest.mark.parametrize("width", [320, 390])
def test_a_phone_calls_the_site_by_a_name_that_it_has_room_for(
    width: int, published: Path, tabs: Tabs
) -> None:
    with served(published) as address:
        view = tabs.tab(viewport={"width": width, "height": 600}, java_script_enabled=False)
        view.goto(address + "about/")
        name = view.locator(".md-header .md-ellipsis").first
        shown = name.evaluate("each => getComputedStyle(each, '::before').content")
        assert shown == f'"{name.get_attribute("data-name") or ""}"' != '""'
        wanted = name.evaluate("""each => {
            const whole = document.createElement("span");
            whole.textContent = each.dataset.name;
            each.parentElement.parentElement.append(whole);
            whole.style.whiteSpace = "nowrap";
            whole.style.position = "absolute";
            return whole.getBoundingClientRect().width;
        }""")
        assert wanted <= name.evaluate("each => each.clientWidth")
