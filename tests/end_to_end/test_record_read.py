"""The table of the record as it is read: on a phone, aloud, on paper, and of three hundred."""

import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Page
from undersigned.deeds.publishing import published as shown_on
from undersigned.problem import stopping
from undersigned.site import read_site

from benchmarks.deeds import record
from benchmarks.register import entries
from tests.support.files import drawn, plant
from tests.support.served import served
from tests.support.sites import SMALL
from tests.support.tabs import Tabs

from .test_print import printed, squeezed

OF_ALL = "signatories/deeds/"


def roles(view: Page) -> Counter[str]:
    """How often each role is told to programs that read aloud, within the table."""
    session = view.context.new_cdp_session(view)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    return Counter(each["role"]["value"] for each in nodes if not each["ignored"])


@pytest.mark.parametrize("width", [390, 1280])
def test_it_is_a_table_with_heads_to_who_hears_it_at_any_width(
    width: int, published: Path, tabs: Tabs
) -> None:
    view = tabs.tab(viewport={"width": width, "height": 844})
    with served(published) as address:
        view.goto(address + OF_ALL)
        table = view.locator(".undersigned-record").first
        rows = table.locator("tbody tr").count()
        told = roles(view)
        assert told["columnheader"] == 4
        assert told["rowheader"] == rows
        assert told["cell"] == 3 * rows
        assert table.evaluate("table => table.scrollWidth <= table.clientWidth")
        assert view.evaluate("document.scrollingElement.scrollWidth") == width


def test_a_phone_says_which_principle_each_cell_is_about(published: Path, tabs: Tabs) -> None:
    view = tabs.tab(viewport={"width": 390, "height": 844})
    with served(published) as address:
        view.goto(address + OF_ALL)
        row = view.locator(".undersigned-record tbody tr").first
        shown = row.locator("td").evaluate_all(
            "cells => cells.map(cell => getComputedStyle(cell, '::before').content)"
        )
    assert [each[:3] for each in shown] == [f'"{number}"' for number in range(1, 4)]


def test_a_phone_tells_the_number_of_a_principle_from_that_of_deeds(
    published: Path, tabs: Tabs
) -> None:
    view = tabs.tab(viewport={"width": 390, "height": 844})
    with served(published) as address:
        view.goto(address + OF_ALL)
        nodes = view.context.new_cdp_session(view).send("Accessibility.getFullAXTree")["nodes"]
    cells = [each["name"]["value"] for each in nodes if each["role"]["value"] == "cell"]
    assert len(cells) > 5
    assert all(
        re.match("commitment [1-3]: ([0-9]+ documented|looked|not looked)", each) for each in cells
    )


@pytest.mark.parametrize("page", [OF_ALL, f"{OF_ALL}hollin-head-lighthouse-society/"])
def test_paper_has_every_word_of_the_record(page: str, published: Path, tabs: Tabs) -> None:
    with served(published) as address:
        text = squeezed("".join(printed(tabs, address + page)))
        view = tabs.tab(viewport={"width": 1280, "height": 900})
        view.goto(address + page)
        said = view.locator(".undersigned-record :is(th, td), .undersigned-deeds li > p")
        words = said.evaluate_all("all => all.map(each => each.textContent)")
    assert len(words) > 4
    assert [each for each in words if squeezed(each) not in text] == []


def test_what_benchmarks_make_up_of_three_hundred_is_a_record_like_any_other(
    tmp_path: Path,
) -> None:
    register = entries(300)
    deeds, sources = record(register)
    made = {
        "docs/principles/1.0.md": "1. One\n2. Two\n3. Three\n4. Four\n5. Five\n",
        "signatories.yml": register, "deeds.yml": deeds, "references.bib": sources,
    }  # fmt: skip
    plant(tmp_path, drawn(SMALL) | made)
    site, problems = read_site(tmp_path)
    assert stopping(problems) == []
    shown = shown_on(site.record, site.register, site.library, date(2026, 7, 1))
    assert shown == site.record
    assert len({who for each in shown.entries for who in each.who}) == 240
