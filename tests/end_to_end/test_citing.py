"""How the statement is cited and previewed, on real sites."""

import json
import re
import struct
from html.parser import HTMLParser
from pathlib import Path

from playwright.sync_api import Browser
from pybtex.database import parse_file
from undersigned.look.settings import read_look

from tests.support.lighthouses import ANNOTATED, LIGHTHOUSES, SITE_URL, STATEMENT
from tests.support.served import served
from tests.support.sites import REPOSITORY, small_site
from tests.support.tabs import Tabs

ASSETS = REPOSITORY / "overrides/assets/undersigned"

HOSTILE = """\
--- docs/hostile.md
---
description: '"><script>alert(2)</script>'
---
# `</script><script>alert(1)</script>"&`

Words.
"""
TITLED = "--- docs/titled.md\n---\ntitle: '</script><script>alert(1)</script>'\n---\nWords.\n"


class Head(HTMLParser):
    """What a page tells machines."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.told: dict[str, str] = {}
        self.data = ""
        self.scripts = 0
        self.inside = False
        self.feed(html)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attributes}
        if tag == "meta" and "content" in given:
            self.told[given.get("property") or given.get("name") or ""] = given["content"]
        self.scripts += tag == "script"
        self.inside = given.get("type") == "application/ld+json"

    def handle_data(self, data: str) -> None:
        self.data += data if self.inside else ""

    def handle_endtag(self, tag: str) -> None:
        self.inside = False


def pages_of(site: Path) -> dict[str, Head]:
    return {
        path.relative_to(site).as_posix(): Head(path.read_text(encoding="utf-8"))
        for path in site.rglob("*.html")
    }


def test_the_mark_for_phones_has_the_size_that_they_ask_for() -> None:
    assert struct.unpack(">II", (ASSETS / "touch.png").read_bytes()[16:24]) == (180, 180)


def test_the_colours_told_to_browsers_are_those_of_the_paper(published: Path) -> None:
    home = (published / "index.html").read_text(encoding="utf-8")
    told = re.findall(r'name="theme-color" content="(#\w+)"', home)
    colours = read_look(LIGHTHOUSES)[0].colours
    assert told == [colours.day.paper, colours.night.paper]


def test_a_fork_shows_neither_another_statements_picture_nor_an_address_it_lacks(
    tmp_path: Path,
) -> None:
    site = small_site(tmp_path)
    settings = tmp_path / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("site_url: https://small.example/\n", ""), encoding="utf-8")
    result = site.build()
    assert result.returncode == 0, result.stderr
    for path, head in pages_of(tmp_path / "site").items():
        assert "og:image" not in head.told, path
        assert "og:url" not in head.told, path
        assert head.told["twitter:card"] == "summary"
        assert "small.example" not in head.data


def test_a_hostile_title_stays_text_in_the_head(tmp_path: Path) -> None:
    site = small_site(tmp_path, HOSTILE)
    built = site.build()
    assert built.returncode == 0, built.stderr
    html = site.page("hostile")
    ours = html[html.index("print.css") : html.index("</head>")]
    assert len(re.findall("<script", ours)) == 1
    assert len(re.findall("</script", ours)) == 1
    head = Head("<link " + ours)
    assert "alert(2)" in head.told["og:description"]
    assert json.loads(head.data)["@graph"][1]["description"] == '"><script>alert(2)</script>'


def test_a_title_of_tags_stops_the_build(tmp_path: Path) -> None:
    # The theme prints titles of settings as they are.
    built = small_site(tmp_path, TITLED).build()
    assert built.returncode == 1
    assert "\ndocs/titled.md:2:9: title or setting '</script>" in built.stderr


def test_the_files_at_the_root_can_be_read_by_programs(independent: Path) -> None:
    text, edition = parse_file(str(independent / "statement.bib")).entries.values()
    assert text.fields["url"] == STATEMENT["address"]
    assert edition.fields["url"] == SITE_URL
    items = json.loads((independent / "statement.csl.json").read_text(encoding="utf-8"))
    authors = [[{"literal": name}] for name in (STATEMENT["publisher"], ANNOTATED)]
    assert [item["author"] for item in items] == authors


def test_without_scripts_the_page_shows_each_form_as_the_file_has_it(
    independent: Path, tabs: Tabs
) -> None:
    with served(independent) as address:
        view = tabs.tab(java_script_enabled=False)
        view.goto(address + "cite/")
        shown = view.locator("pre").all_text_contents()
    line, edition, *blocks = shown
    assert edition.startswith(f"{ANNOTATED}. ")
    assert line.startswith(f"{STATEMENT['publisher']}. ")
    for name, block in zip(("statement.bib", "statement.csl.json"), blocks, strict=True):
        assert block.strip() == (independent / name).read_text(encoding="utf-8").strip()


def test_a_button_copies_what_is_to_be_copied_whole(published: Path, browser: Browser) -> None:
    allowed = ["clipboard-read", "clipboard-write"]
    with served(published) as address, browser.new_context(permissions=allowed) as context:
        tab = context.new_page()
        for path in ("cite/", "data/", "bibliography/"):
            tab.goto(f"{address}{path}")
            tab.evaluate(
                "for (const each of document.querySelectorAll('details')) each.open = true"
            )
            blocks, buttons = (
                tab.locator(".undersigned-copy, .copy"),
                tab.get_by_role("button", name="Copy"),
            )
            assert blocks.count() == buttons.count() > 0, path
            for place in (0, blocks.count() - 1):
                buttons.nth(place).click()
                tab.locator("output", has_text="Copied").nth(0).wait_for()
                copied = tab.evaluate("navigator.clipboard.readText()")
                assert copied == blocks.nth(place).text_content(), path


def test_where_a_page_may_not_copy_the_words_are_selected(
    published: Path, browser: Browser
) -> None:
    with served(published) as address, browser.new_context() as context:
        tab = context.new_page()
        tab.goto(f"{address}cite/")
        tab.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject() }")
        tab.get_by_role("button", name="Copy").first.click()
        tab.locator("output", has_text="Selected").wait_for()
        assert (
            tab.evaluate("getSelection().toString()").strip()
            == (tab.locator(".undersigned-copy, .copy").first.text_content() or "").strip()
        )
