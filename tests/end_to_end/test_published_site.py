"""The site as it is published."""

import re
from hashlib import sha256
from pathlib import Path

from mkdocs.config import load_config
from playwright.sync_api import Browser, ConsoleMessage
from undersigned.look.palette import OURS, style_sheet

from tests.support.pages import faults
from tests.support.served import served
from tests.support.sites import REPOSITORY, VERSIONS
from tests.support.tabs import Tabs

CONFIGURATION = load_config(str(REPOSITORY / "mkdocs.yml"))
SITE_URL = CONFIGURATION.site_url or ""


def test_every_link_and_anchor_inside_the_site_resolves(published: Path) -> None:
    assert list(faults(published, SITE_URL)) == []


def test_a_dead_link_a_dead_anchor_and_a_doubled_anchor_are_found(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(
        '<p id="a"><p id="a"><a href="gone/">x</a>\n<a href="#b">y</a><a href="/#a">z</a>'
    )
    assert list(faults(tmp_path, SITE_URL)) == [
        "index.html: anchor a stands there twice",
        "index.html:1: gone/ leads to no file",
        "index.html:2: #b leads to no anchor",
    ]


def test_the_exact_bytes_of_the_text_are_served(published: Path) -> None:
    for version in VERSIONS:
        text = (REPOSITORY / f"docs/principles/{version.number}.md").read_bytes()
        assert (published / f"principles/{version.number}.txt").read_bytes() == text


def test_the_principles_page_shows_every_word_of_the_text(published: Path) -> None:
    html = (published / "principles/index.html").read_text(encoding="utf-8")
    for line in VERSIONS[-1].text.splitlines():
        assert re.sub(r"^\d+\. ", "<li>", line) in html


def test_no_page_has_a_console_error_or_a_request_that_leaves_the_host(
    published: Path, browser: Browser
) -> None:
    pages = sorted(published.rglob("*.html"))
    requests: list[str] = []
    errors: list[str] = []

    def note_error(said: ConsoleMessage) -> None:
        if said.type == "error":
            errors.append(said.text)

    with served(published) as address:
        context = browser.new_context()
        context.on("request", lambda request: requests.append(request.url))
        context.on("console", note_error)
        context.on("weberror", lambda error: errors.append(str(error.error)))
        # A page rests once it has asked for nothing in half a second; several do so at once.
        views = [context.new_page() for _ in range(6)]
        for start in range(0, len(pages), len(views)):
            for view, page in zip(views, pages[start:], strict=False):
                view.goto(address + page.relative_to(published).as_posix())
            for view in views:
                view.wait_for_load_state("networkidle")
        stored = {
            item["name"]
            for state in context.storage_state()["origins"]
            for item in state["localStorage"]
        }
        cookies = context.cookies()
        context.close()
    assert len(pages) > 5
    assert any(each.endswith(".css") for each in requests)
    assert [each for each in requests if not each.startswith((address, "data:"))] == []
    assert errors == []
    assert cookies == []
    assert stored == {"/.__palette"}


def test_the_style_sheets_are_served_as_one_named_after_what_it_holds(published: Path) -> None:
    home = (published / "index.html").read_text(encoding="utf-8")
    [name] = re.findall(r'href="assets/undersigned/hashed/(site\.[0-9a-f]{12}\.css)"', home)
    text = (published / "assets/undersigned/hashed" / name).read_text(encoding="utf-8")
    places = [REPOSITORY / "overrides" / path for path in CONFIGURATION.extra_css]
    assert len(places) > 5
    parts = [style_sheet(OURS), *(place.read_text(encoding="utf-8") for place in places)]
    assert text == "\n".join(parts)
    assert name == f"site.{sha256(text.encode()).hexdigest()[:12]}.css"
    assert not [path for path in CONFIGURATION.extra_css if (published / path).exists()]


def test_no_date_of_the_timeline_is_broken_over_two_lines(published: Path, tabs: Tabs) -> None:
    with served(published) as address:
        page = tabs.tab(viewport={"width": 1280, "height": 900})
        page.goto(f"{address}background/timeline/")
        heights = page.eval_on_selector_all(
            ".drawn-events small > span", "all => all.map(each => each.offsetHeight)"
        )
        assert len(heights) > 40
        assert max(heights) == min(heights)
