"""Figures on the pages of a built site, as readers see them, with scripts and without."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from undersigned.data.search import PARTS

from tests.support.hosting import headers_of
from tests.support.served import served
from tests.support.sites import SmallSite, small_site, with_settings
from tests.support.store import Store

STYLES = "extra_css: [assets/undersigned/colour.css, assets/undersigned/figures.css]\ntheme:\n"
SITE = """\
--- docs/background/figures/firms.yml
- title: Two counts & a <title> of @a
  kind: bars
  unit: firms
  alt: Two bars, of 80 and 40.
  caveat: They are *not* to be added, see [the text](../principles/index.md).
  sources: a
- label: Some
  value: 80
  bound: at least
  note: Not all.
  sources: a
- label: Others
  value: 40
--- docs/background/figures/events.yml
- title: Events
  kind: timeline
  alt: Two marks.
- date: 2020-01
  kind: law
  what: It becomes law.
  sources: a
- date: 2023-02-03
  kind: setback
  what: It is no longer law.
  sources: a
--- docs/background/page.md
# Figures

Of both.[@a]

\\figure{firms}

\\figure{events}

Behind.
"""


@pytest.fixture(scope="module")
def site(store: Store) -> SmallSite:
    """A small site with two figures on a page, built strictly."""

    def build(root: Path) -> None:
        built = small_site(root, with_settings({"theme:\n": STYLES}) + SITE).build()
        assert built.returncode == 0, built.stderr

    return SmallSite(store.kept("a small site with figures", build))


@pytest.fixture
def address(site: SmallSite) -> Iterator[str]:
    with served(site.root / "site", headers_of) as address:
        yield address


def test_a_page_has_its_figures_with_words_numbers_sources_and_ways_to_take_them(
    site: SmallSite,
) -> None:
    page = site.page("background/page")
    assert "<strong>Two counts &#38; a &#60;title&#62; of &#64;a</strong> Counted: firms." in page
    assert (
        'They are &#42;not&#42; to be added, see <a href="../../principles/">the text</a>' in page
    )
    assert "<strong>at least 80</strong>: Some. Not all. (A Source)" in page
    assert page.index("It is no longer law.") < page.index("It becomes law.")
    assert re.findall(r'<h2 id="(20\d\d)"', page) == ["2023", "2020"]
    assert "“Two counts &amp; a &lt;title&gt; of &#64;a”, figure in: Small statement, Small" in page
    assert "<!-- drawing" not in page
    assert "<!-- mark" not in page
    files = site.root / "site" / "figures"
    assert sorted(file.name for file in files.iterdir()) == [
        "events.csv", "events.svg", "firms.csv", "firms.svg",
    ]  # fmt: skip


def test_a_source_that_only_figures_cite_is_in_the_bibliography(site: SmallSite) -> None:
    assert 'href="../background/page/#fnref' in site.page("bibliography")


def test_the_search_finds_the_words_of_a_figure_and_no_drawing(site: SmallSite) -> None:
    index = (site.root / "site" / PARTS).read_text("utf-8")
    assert "They are *not* to be added" in index
    assert "<svg" not in index
    assert "drawing:" not in index


@pytest.mark.parametrize("scripts", [True, False])
def test_one_of_two_drawings_is_seen_and_nothing_runs_over(
    scripts: bool, address: str, browser: Browser
) -> None:
    for width in (320, 1280):
        context = browser.new_context(
            java_script_enabled=scripts, viewport={"width": width, "height": 800}
        )
        page = context.new_page()
        page.goto(f"{address}background/page/")
        form = {320: "narrow", 1280: "wide"}[width]
        assert shown(page) == [form, form]
        assert min(left for left, _ in sides(page)) >= 0
        assert max(right for _, right in sides(page)) <= width
        context.close()


def test_a_figure_as_a_file_is_shown_in_another_page(address: str, browser: Browser) -> None:
    page, elsewhere = browser.new_page(), browser.new_page()
    page.goto(f"{address}background/page/")
    copied = page.locator("#figure-firms pre.copy").last.text_content() or ""
    assert copied.startswith('<a href="https://small.example/background/page/#figure-firms"><img ')
    elsewhere.set_content(copied.replace("https://small.example/", address))
    assert elsewhere.evaluate("document.images[0].naturalWidth") == 688
    page.close()
    elsewhere.close()


def shown(page: Page) -> list[str]:
    """Which drawing of each figure is seen."""
    forms = page.locator(".undersigned-drawn .undersigned-drawing")
    seen = [each for each in forms.all() if each.is_visible()]
    names = [each.get_attribute("class") or "" for each in seen]
    return [name.rpartition("--")[2] for name in names]


def sides(page: Page) -> list[tuple[float, float]]:
    """From where to where the figures, and the letters of the drawings that are seen, stand."""
    found = page.locator(".drawn-figure, .undersigned-drawing text").all()
    seen = [box for each in found if (box := each.bounding_box()) and box["width"]]
    return [(box["x"], box["x"] + box["width"]) for box in seen]


def test_a_figure_in_html_is_refused_with_its_remedy(tmp_path: Path) -> None:
    page = "--- docs/background/page.md\n# A\n\n<div>\n\n\\figure{firms}\n\n</div>\n"
    built = small_site(tmp_path, SITE.partition("--- docs/background/page.md")[0] + page).build()
    assert "'\\figure{name}' stands in HTML, where it is not read; let it stand" in built.stderr
    assert "Traceback" not in built.stderr
