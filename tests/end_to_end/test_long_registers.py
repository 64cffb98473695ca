"""A register too long for one page, built by MkDocs."""

import gzip
import json
import random
import re
from pathlib import Path

import pytest
from playwright.sync_api import expect
from undersigned.names.collation import by_name
from undersigned.names.slug import slug

from tests.support.pages import faults
from tests.support.served import served
from tests.support.sites import SmallSite, small_site, split_at, with_settings
from tests.support.store import Store
from tests.support.tabs import Tabs

NAMES = [f"{letter}{word}" for letter in "ABCQÉØΩГ株3" for word in map(str, range(30))]
GONE = "Aardvark"

ENTRY = """\
- name: "{name}"
  kind: company
  country: {country}
  website: https://{site}.com
  signed: 2024-05-06
  evidence: https://{site}.com/news
"""


def entry(name: str, number: int) -> str:
    country = ("NO", "US", "JP")[number % 3]
    return ENTRY.format(name=name, country=country, site=f"site{number}")


def register_of(names: list[str]) -> str:
    entries = {name: entry(name, number) for number, name in enumerate(names)}
    entries[GONE] = entry(GONE, len(names)) + "  withdrawn: 2025-01-02\n"
    return "\n".join(entries[name] for name in sorted(entries, key=by_name))


def built(store: Store, register: str) -> SmallSite:
    return store.built(f"{split_at(100)}--- signatories.yml\n{register}")


@pytest.fixture(scope="module")
def long(store: Store) -> SmallSite:
    return built(store, register_of(NAMES))


def sheets(site: SmallSite) -> dict[str, str]:
    pages = sorted((site.root / "site/signatories/list").glob("*/index.html"))
    return {page.parent.name: page.read_text(encoding="utf-8") for page in pages}


def test_every_entry_has_its_anchor_on_exactly_one_sheet(long: SmallSite) -> None:
    anchors = [
        anchor
        for html in sheets(long).values()
        for anchor in re.findall(r'<li class="undersigned-entry" id="([^"]+)"', html)
    ]
    assert sorted(anchors) == sorted(slug(name) for name in [*NAMES, GONE])


def test_the_overview_has_the_totals_and_the_way_to_every_sheet(long: SmallSite) -> None:
    overview = long.page("signatories")
    linked = set(re.findall(r'<a href="[./signatories]*list/([^/"]+)/"', overview))
    assert linked == set(sheets(long))
    assert len(linked) == 11
    assert f"{len(NAMES)} organisations" in overview
    assert re.search(r'kind/company/">Companies</a></dt><dd>.*<span>300</span>', overview)
    assert overview.count('class="undersigned-entry"') == 5  # the newest


def test_every_link_and_anchor_of_a_long_register_resolves(long: SmallSite) -> None:
    assert list(faults(long.root / "site", "https://small.example/")) == []


def test_a_sheet_leads_to_the_next_and_the_one_before(long: SmallSite) -> None:
    page = sheets(long)["b"]
    assert '<link rel="prev" href="../a/">' in page
    assert '<link rel="next" href="../c/">' in page


def test_each_kind_and_each_country_leads_to_its_names_and_each_name_to_its_entry(
    long: SmallSite,
) -> None:
    assert ">Norway</a>" in long.page("signatories/by-country")
    for address, count in (("kind/company", 300), ("country/no", 100)):
        page = long.page(f"signatories/{address}")
        led = re.findall(
            r'__name"><a href="\.\./\.\./\.\./signatories/list/([\w-]+)/#([^"]+)"', page
        )
        assert len(led) == count
        for sheet, who in led[:: count // 10]:
            assert f'<li class="undersigned-entry" id="{who}"' in sheets(long)[sheet]


def test_the_menu_and_the_views_mark_the_page_that_leads_to_a_sheet(long: SmallSite) -> None:
    for address, marked in (
        ("list/b", "All"),
        ("kind/company", "All"),
        ("country/no", "By country"),
        ("list/withdrawn", "Withdrawn"),
    ):
        views = long.page(f"signatories/{address}").split('class="undersigned-views"')[1]
        found = re.findall(r'aria-current="(\w+)">(.*?)</a>', views.split("</nav>")[0])
        assert found == [("page" if marked == "Withdrawn" else "true", marked)]
        menu = long.page(f"signatories/{address}").split('class="undersigned-nav"')[1]
        marks = re.findall(r'aria-current="true">(.*?)</a>', menu.split("</nav>")[0])
        assert marks == ["Signatories by country" if marked == "By country" else "Signatories"]


@pytest.fixture(scope="module")
def styled(store: Store) -> SmallSite:
    """The same with the style sheets of the published site."""
    sheets = ", ".join(f"assets/undersigned/{name}.css" for name in STYLES)
    settings = {
        "extra:\n": "extra:\n  register: {split: 100}\n",
        "theme:\n": f"extra_css: [{sheets}]\ntheme:\n",
    }
    return store.built(f"{with_settings(settings)}--- signatories.yml\n{register_of(NAMES)}")


STYLES = (
    "colour", "theme", "theme-frame", "type", "frame", "menu",
    "register", "chips", "views", "filter",
)  # fmt: skip


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_no_page_is_wider_than_its_window_and_no_date_is_broken(
    width: int, styled: SmallSite, tabs: Tabs
) -> None:
    with served(styled.root / "site") as address:
        page = tabs.tab(viewport={"width": width, "height": 800})
        for view in ("", "list/a/", "list/withdrawn/", "kind/company/", "country/no/"):
            page.goto(f"{address}signatories/{view}")
            assert page.evaluate("document.documentElement.scrollWidth") == width, view
            assert page.evaluate(LINES, ".undersigned-entry time") == [1], view
            assert page.evaluate(LINES, ".undersigned-entry__name") == [1], view
        page.goto(f"{address}signatories/?text=a")
        expect(page.locator(".undersigned-results time").first).to_be_visible()
        assert page.evaluate(LINES, ".undersigned-results time") == [1]


# In how many lines each of these stands.
LINES = """(selector) => [...new Set(
  [...document.querySelectorAll(selector)].map((each) => each.getClientRects().length),
)].filter((lines) => lines)"""


def test_on_a_desk_an_entry_takes_one_line(styled: SmallSite, tabs: Tabs) -> None:
    with served(styled.root / "site") as address:
        page = tabs.tab(viewport={"width": 1280, "height": 800})
        page.goto(f"{address}signatories/list/b/")
        rows = page.locator(".undersigned-entry").all()
        assert max(box["height"] for row in rows if (box := row.bounding_box())) < 45


def test_the_letters_stand_in_one_line_on_a_desk_and_lead_to_their_sheets(
    styled: SmallSite, tabs: Tabs
) -> None:
    with served(styled.root / "site") as address:
        page = tabs.tab(viewport={"width": 1280, "height": 800})
        page.goto(f"{address}signatories/")
        letters = page.locator("#_names + .undersigned-chips li")
        assert len({box["y"] for each in letters.all() if (box := each.bounding_box())}) == 1
        letters.get_by_role("link", name="Cyrillic").click()
        page.wait_for_url("**/list/cyrillic/")


def test_those_who_withdrew_are_apart(long: SmallSite) -> None:
    pages = sheets(long)
    assert f">{GONE}</a>" in pages["withdrawn"]
    assert "They are not counted." in pages["withdrawn"]
    assert not any(f">{GONE}</a>" in html for name, html in pages.items() if name != "withdrawn")


def test_countries_are_counted_and_not_listed(long: SmallSite) -> None:
    page = long.page("signatories/by-country")
    assert re.search("Norway</a></dt><dd id=.*><svg .*</svg><span>100</span></dd>", page)
    assert "undersigned-entry" not in page


def test_the_search_does_not_grow_with_the_register(long: SmallSite, store: Store) -> None:
    index = (long.root / "site/search/parts.json").read_text(encoding="utf-8")
    assert not [name for name in [*NAMES, GONE] if name in index]
    short = built(store, register_of([])).root / "site/search/parts.json"
    # a register on one page has its names there, and nothing else differs
    long_parts, short_parts = (
        {page["address"]: page["parts"] for page in json.loads(text)}
        for text in (index, short.read_text("utf-8"))
    )
    assert len(short_parts.pop("signatories/")) > len(long_parts.pop("signatories/"))
    assert long_parts == short_parts


def test_no_page_is_too_large_whatever_strangers_write(store: Store) -> None:
    letters = random.Random(1)
    unlike = ["".join(chr(letters.randint(0x4E00, 0x9FA0)) for _ in range(198)) for _ in range(600)]
    site = built(store, register_of([f"A{name}" for name in unlike]))
    pages = (site.root / "site").rglob("*.html")
    assert max(len(gzip.compress(page.read_bytes())) for page in pages) < 150_000
    assert len(sheets(site)) > 3


@pytest.mark.parametrize("split", ["many", "0", "-1", "1.5", "true"])
def test_a_split_that_is_no_number_is_told_of(split: str, tmp_path: Path) -> None:
    settings = with_settings({"extra:\n": f"extra:\n  register: {{split: {split}}}\n"})
    result = small_site(tmp_path, settings).build()
    assert result.returncode == 1
    assert "mkdocs.yml:1:1: extra.register.split is not a number of entries" in result.stderr
    assert "Traceback" not in result.stderr
