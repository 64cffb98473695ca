"""The register by country, by date and by evidence, built by MkDocs and seen in a browser."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.support.pages import faults
from tests.support.served import served
from tests.support.sites import SmallSite, split_at
from tests.support.store import Store
from tests.support.tabs import Tabs

ENTRY = """\
- name: {name}
  kind: company
  country: {country}
  website: https://{name}.com
  signed: {signed}
  evidence: https://{name}.com/news
"""

REGISTER = "--- signatories.yml\n" + "\n".join(
    (
        ENTRY.format(name="aa", country="NO", signed="2024-01"),
        ENTRY.format(name="bb", country="NO", signed="2024-01-31"),
        ENTRY.format(name="cc", country="AT", signed="2024-03-01"),
        ENTRY.format(name="dd", country="JP", signed="2024-02-01") + "  withdrawn: 2024-03-02\n",
    )
)

VIEWS = (
    *("signatories", "signatories/by-country", "signatories/by-date", "signatories/evidence"),
    "signatories/deeds",
)


@pytest.fixture(scope="module", params=["", split_at(2)], ids=["page", "sheets"])
def site(request: pytest.FixtureRequest, store: Store) -> SmallSite:
    """A register of four, of which one withdrew, on one page and on sheets."""
    return store.built(REGISTER + request.param)


def rows(html: str) -> list[list[str]]:
    """The cells of every row of the page's tables."""
    cells = (re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.S) for row in html.split("<tr>")[1:])
    return [[re.sub("<[^>]*>", "", cell) for cell in row] for row in cells]


def test_the_table_has_every_month_with_who_came_who_left_and_who_stands(site: SmallSite) -> None:
    assert rows(site.page("signatories/by-date")) == [
        ["Month", "Endorsed", "Withdrew", "Standing"],
        ["January 2024", "2", "0", "2"],
        ["February 2024", "1", "0", "3"],
        ["March 2024", "1", "−1", "3"],
    ]


def test_a_register_of_ten_is_drawn_with_a_name_and_in_words(store: Store, tabs: Tabs) -> None:
    dates = ["2024-01"] * 7 + ["2024-03"] * 3
    entries = [
        ENTRY.format(name=f"n{place:02}", country="NO", signed=date)
        for place, date in enumerate(dates)
    ]
    site = store.built("--- signatories.yml\n" + "\n".join(entries) + "  withdrawn: 2024-04-02\n")
    with served(site.root / "site") as address:
        page = tabs.tab()
        page.goto(f"{address}signatories/by-date/")
        image = page.get_by_role("img", name="Who endorses the text, by month")
        expect(image).to_be_visible()
        words = image.locator("desc").text_content() or ""
        assert image.locator("path").count() == 2
        assert image.get_by_text("−1", exact=True).count() == 1
    assert " ".join(words.split()) == (
        "From January 2024 to April 2024: 10 endorsements and 1 withdrawal."
        " Most in one month: 7, in January 2024. At the end, 9 endorse the text."
    )


def test_three_names_are_not_drawn(site: SmallSite) -> None:
    assert "undersigned-timeline" not in site.page("signatories/by-date")


def test_every_country_has_a_bar_as_long_as_its_share_of_the_largest(site: SmallSite) -> None:
    page = site.page("signatories/by-country")
    bars = re.findall(r'<rect width="([\d.]+)%" height="8"/></svg><span>(\d+)</span>', page)
    assert bars == [("100.0", "2"), ("50.0", "1")]
    assert page.index("Norway") < page.index("Austria")


def test_each_view_leads_to_the_others_and_to_those_who_withdrew(site: SmallSite) -> None:
    for view in VIEWS:
        links = site.page(view).split('aria-label="Views of the register"', 1)[1].split("</nav>")[0]
        told = re.findall(r">([^<>]+)</a>", links)
        assert told == ["All", "By country", "By date", "Withdrawn", "Evidence", "Deeds"]
        assert links.count('aria-current="page"') == 1
    assert list(faults(site.root / "site", "https://small.example/")) == []


def test_the_grades_are_told_by_five_symbols_that_screen_readers_leave_out(
    store: Store,
) -> None:
    site = store.built()
    symbols = re.findall(r'aria-hidden="true">(.)</span>', site.page("signatories/evidence"))
    assert symbols == ["●", "⌂", "≡", "@", "○"]
    assert '<span aria-hidden="true">⌂</span> <a' in site.page("signatories")


@pytest.mark.parametrize("register", ["[]", *(f"{count}" for count in (1, 250))])
def test_registers_of_any_size_and_of_many_countries_fit_a_phone(
    register: str, store: Store, tabs: Tabs
) -> None:
    codes = ("NO", "AT", "JP", "US", "DE", "FR", "GB", "IN", "BR", "CA", "SE", "NL", "ES", "IT")
    text = "\n".join(
        ENTRY.format(
            name=f"n{number:03}",
            country=codes[number % len(codes)],
            signed=f"{2024 + number % 2}-{number % 12 + 1:02}",
        )
        + f"  statement: {'y' * 90}\n"
        for number in range(int(register) if register != "[]" else 0)
    )
    site = store.built(f"--- signatories.yml\n{text or '[]'}\n")
    with served(site.root / "site") as address:
        page = tabs.tab(viewport={"width": 320, "height": 640})
        for view in VIEWS:
            page.goto(f"{address}{view}/")
            assert page.evaluate("document.documentElement.scrollWidth") == 320, view


@pytest.mark.parametrize("view", VIEWS[:3])
def test_names_have_room_on_a_desk(view: str, published: Path, tabs: Tabs) -> None:
    with served(published) as address:
        page = tabs.tab(viewport={"width": 1280, "height": 800})
        page.goto(f"{address}{view}/")
        box = page.locator(".undersigned-entry > div").first.bounding_box()
        assert box is not None
        assert box["width"] > 200


@pytest.mark.parametrize("mode", ["forced", "print"])
def test_the_entry_an_address_names_is_marked_in_forced_colours_and_in_print(
    published: Path, browser: Browser, mode: str
) -> None:
    with served(published) as address:
        page = browser.new_page()
        if mode == "forced":
            page.emulate_media(forced_colors="active")
        else:
            page.emulate_media(media="print")
        page.goto(f"{address}signatories/")
        anchor = page.locator(".undersigned-entry").first.get_attribute("id")
        page.goto(f"{address}signatories/#{anchor}")
        marked = page.locator(".undersigned-entry:target")
        expect(marked).to_have_css("outline-style", "solid")
        expect(page.locator(".undersigned-entry").last).to_have_css("outline-style", "none")
        page.close()
