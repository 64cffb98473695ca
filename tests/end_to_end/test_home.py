"""The first page, at every size of the register."""

import gzip
import re
from itertools import pairwise

import pytest
from playwright.sync_api import expect

from tests.support.pages import faults
from tests.support.registers import entry_text
from tests.support.served import served
from tests.support.sites import with_settings
from tests.support.store import Store
from tests.support.tabs import Tabs

SETTINGS = with_settings(
    {
        "extra:\n": """extra:
  register:
    split: 40
    named: [n007, n003]
    claimed: {count: 40, by: A post, on: 2023-04, source: https://paper.example/post}
"""
    }
)


def registered(count: int) -> str:
    """The site with so many signatories: the third has words, the seventh too, many months."""
    words = {3: "  statement: We say R&D.\n", 7: "  statement: And we say that.\n"}
    entries = [
        entry_text(f"N{place:03}", more=words.get(place, "")).replace(
            "2024-05-06", f"202{4 + place % 2}-{place % 12 + 1:02}"
        )
        for place in range(1, count + 1)
    ]
    gone = entry_text("Zoe", more="  withdrawn: 2025-02-03\n")
    return f"{SETTINGS}--- signatories.yml\n" + "\n".join([*entries, gone])


def words_of(html: str) -> str:
    """The words of a page’s content."""
    return " ".join(re.sub(r"<[^>]*>", " ", html.split("<main", 1)[1]).split())


def test_few_are_told_one_by_one_with_their_evidence_and_nothing_is_drawn(store: Store) -> None:
    site = store.built(registered(8))
    home = words_of(site.page(""))
    assert "8 organisations confirmed here, each with its evidence ." in home
    assert "A post counted 40 in April 2023." in home
    for expected in (
        "N007 And we say that. Company, Norway August 2025 ⌂ stated on its own site,",
        "N003 We say R&amp;D. Company, Norway",
        "N001 Company, Norway February 2025",
    ):
        assert expected in home
    assert home.index("N007") < home.index("N003") < home.index("N001")
    assert "Zoe" not in home
    for absent in ("undersigned-timeline", "undersigned-shares", "Newest"):
        assert absent not in site.page("")
    assert list(faults(site.root / "site", "https://small.example/")) == []


@pytest.mark.parametrize("count", [12, 60])
def test_many_are_told_by_numbers_drawings_and_whom_the_site_names(
    count: int, store: Store
) -> None:
    site = store.built(registered(count))
    html = site.page("")
    home = words_of(html)
    assert f"{count} organisations" in home
    assert ("A post counted 40" in home) == (count < 40)
    assert "Over time" in home
    assert f"Companies {count} By country Norway {count} N007 And we say that." in home
    assert "N001" not in home.split("Newest")[0]
    assert (
        1 <= len(re.findall("<li>", html.split('"undersigned-newest"')[1].split("</ul>")[0])) <= 5
    )
    assert html.count("M4 4V20") == -(-count // 25)
    assert list(faults(site.root / "site", "https://small.example/")) == []


@pytest.mark.parametrize("count", [8, 60])
def test_every_home_page_fits_a_phone_and_names_its_drawings(
    count: int, store: Store, tabs: Tabs
) -> None:
    site = store.built(registered(count))
    with served(site.root / "site") as address:
        page = tabs.tab(viewport={"width": 320, "height": 640})
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth") == 320
        expect(page.get_by_role("img", name="A tally: a stroke for each signatory")).to_be_visible()
        chart = page.get_by_role("img", name="Who endorses the text, by month")
        assert chart.count() == (count > 9)


def test_the_periods_of_a_drawing_do_not_run_into_each_other_on_a_phone(
    store: Store, tabs: Tabs
) -> None:
    sheets = ", ".join(f"assets/undersigned/{name}.css" for name in ("colour", "type", "views"))
    styled = registered(60).replace("theme:\n", f"extra_css: [{sheets}]\ntheme:\n", 1)
    with served(store.built(styled).root / "site") as address:
        page = tabs.tab(viewport={"width": 320, "height": 640})
        page.goto(address)
        boxes = page.eval_on_selector_all(
            ".undersigned-timeline text[y='218']",
            "all => all.map(each => each.getBoundingClientRect())"
            ".filter(box => box.width).map(box => [box.left, box.right])",
        )
        assert len(boxes) > 1
        for (_, end), (start, _) in pairwise(boxes):
            assert end + 4 < start


def test_nobody_is_no_number_and_what_others_counted_is_still_told(store: Store) -> None:
    settings = SETTINGS.replace("    named: [n007, n003]\n", "")
    home = store.built(f"{settings}--- signatories.yml\n[]\n").page("")
    assert "Nobody is confirmed here yet. A post counted 40 in April 2023." in words_of(home)
    assert "undersigned-strokes" not in home
    assert "Who stands behind it" not in home


def test_the_page_of_many_is_no_heavier_than_that_of_one(store: Store) -> None:
    many = registered(999).replace("split: 40", "split: 100")
    page = store.built(many).page("")
    assert "A stroke for every" not in page
    assert len(gzip.compress(page.encode())) < 12_000


def test_the_parts_of_a_text_that_no_page_is_about_lead_to_the_text(store: Store) -> None:
    home = store.built(registered(8)).page("")
    doors = home.partition('<ol class="undersigned-doors">')[2].partition("</ol>")[0]
    assert re.findall(r'href="(.*?)"', doors) == ["principles/", "principles/"]
    assert re.findall(r"<span>(.*?)</span>", doors) == ["Do no harm", "Say so"]
