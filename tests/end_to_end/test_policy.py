"""The site under its content security policy: everything works, and nothing is refused."""

import re
from collections.abc import Iterator
from pathlib import Path
from time import sleep

import pytest
from playwright.sync_api import Browser, Route, expect

from tests.support.hosting import headers_of
from tests.support.listening import Listening, visited
from tests.support.served import served
from tests.support.sites import SmallSite, small_site
from tests.support.store import Store

from .test_filter import built as forged

NOTES = "background/watches/"
# Every colour that the page has when a frame is drawn.
COLOURS = """
globalThis.seen = [];
const look = () => {
  if (document.body) seen.push(getComputedStyle(document.body).backgroundColor);
  requestAnimationFrame(look);
};
look();
"""
FEATURES = "navigation.instant, announce.dismiss, content.tabs.link"
# A page of a fork: tabs, aligned columns, and pages fetched without leaving the first.
FORK = """\
--- docs/tabs.md
# Tabs

| name | figure {.figure} | middle | plain |
| :--- | ---: | :---: | --- |
| a | 1 | b | c |

=== "One"

    First

=== "Two"

    Second

=== "Three"

    Third

[Home](index.md)
--- docs/more.md
# More tabs

=== "One"

    First again

=== "Two"

    Second again
"""


@pytest.fixture(scope="module")
def address(published: Path) -> Iterator[str]:
    """The published site, with every header that its host sends."""
    with served(published, headers_of) as address:
        yield address


@pytest.fixture
def tab(browser: Browser) -> Iterator[Listening]:
    """A tab of a desk that says at its end that nothing was refused."""
    allowed = ["clipboard-read", "clipboard-write"]
    context = browser.new_context(
        permissions=allowed, viewport={"width": 1280, "height": 800}, color_scheme="light"
    )
    listening = Listening(context)
    yield listening
    context.close()
    assert listening.complaints == []


def test_no_page_and_no_drawing_has_anything_refused(
    address: str, published: Path, tab: Listening
) -> None:
    assert visited(tab, address, published) > 30


def test_search_notes_terms_menu_and_copying_work(address: str, tab: Listening) -> None:
    page = tab.page
    page.goto(address + NOTES, wait_until="networkidle")
    page.locator("input[name=query]").press_sequentially("tower")
    expect(page.locator(".md-search-result__link").first).to_be_visible(timeout=60_000)
    page.goto(address + NOTES)
    page.locator(".footnote-ref").first.click()
    expect(page.locator(".undersigned-notes li:target")).to_be_visible()
    page.get_by_role("link", name="automation", exact=True).first.click()
    expect(page.get_by_role("dialog", name="Automation")).to_be_visible()
    page.goto(address + "cite/")
    page.get_by_role("button", name="Copy").first.click()
    expect(page.locator("output", has_text="Copied")).to_have_count(1)
    page.set_viewport_size({"width": 390, "height": 844})
    page.locator(".undersigned-menu").click()
    expect(page.locator("#_menu a", has_text="Privacy")).to_be_visible()


@pytest.mark.parametrize("split", [1000, 50], ids=["one page", "sheets"])
def test_the_filter_works(split: int, store: Store, tab: Listening) -> None:
    with served(forged(store, split), headers_of) as address:
        tab.page.goto(address + "signatories/")
        tab.page.get_by_label("Name, affiliation or website").fill("lodz")
        expect(tab.page.locator(".undersigned-filter output")).to_have_text("1 of 125 match")


def test_a_page_that_is_not_there_has_its_styles_and_scripts_at_any_depth(
    address: str, tab: Listening
) -> None:
    answer = tab.page.goto(address + "no/such/page/at/all", wait_until="networkidle")
    assert answer is not None
    assert answer.status == 404
    expect(tab.page.locator("h1")).to_have_text("Page not found")
    assert tab.page.evaluate("__md_scope.pathname") == "/"
    expect(tab.page.locator("html.js")).to_have_count(1)
    # The browser notes that the page itself was answered with 404, and must note nothing else.
    assert tab.complaints.pop().startswith(f"{tab.page.url}: {tab.page.url}: Failed to load")


def later(route: Route) -> None:
    """Let an answer wait for some frames."""
    sleep(0.3)
    route.continue_()


@pytest.mark.parametrize(("system", "clicks"), [("light", 2), ("dark", 1), ("dark", 3)])
def test_chosen_colours_are_there_before_anything_is_drawn(
    system: str, clicks: int, address: str, tab: Listening
) -> None:
    page = tab.page
    page.emulate_media(color_scheme="dark" if system == "dark" else "light")
    page.goto(address, wait_until="networkidle")
    for _ in range(clicks):
        page.locator("[data-md-component=palette] label:visible").click()
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.add_init_script(COLOURS)
    # The theme's own script is the last to come, and would mend whatever was wrong until then.
    page.route("**/bundle.*.js", later)
    for path in ("", NOTES):
        page.goto(address + path, wait_until="networkidle")
        assert set(page.evaluate("seen")) == {ground}
        expect(page.locator("[data-md-component=palette] label:visible")).to_have_count(1)


@pytest.fixture(scope="module")
def fork(tmp_path_factory: pytest.TempPathFactory) -> SmallSite:
    """A site that has what this one has not: tabs, instant pages, a notice to dismiss."""
    site = small_site(tmp_path_factory.mktemp("fork"), FORK)
    configuration = site.root / "mkdocs.yml"
    configuration.write_text(
        configuration.read_text()
        .replace("extra:\n", "extra:\n  classes: [figure]\n")
        .replace("sane_lists]", "sane_lists, tables, pymdownx.tabbed: {alternate_style: true}]")
        .replace(
            "  font: false\n",
            f"  font: false\n  features: [{FEATURES}]\nextra_css: [assets/undersigned/type.css]\n",
        )
    )
    main = site.root / "overrides/main.html"
    main.write_text(main.read_text() + "\n{% block announce %}<p>A notice</p>{% endblock %}\n")
    built = site.build()
    assert built.returncode == 0, built.stderr
    return site


def test_a_fork_may_have_tabs_notices_and_instant_pages(fork: SmallSite, tab: Listening) -> None:
    page = tab.page
    with served(fork.root / "site", headers_of) as address:
        # The theme fetches what the sitemap names, at the page's host but not at its port.
        sitemap = fork.root / "site/sitemap.xml"
        sitemap.write_text(sitemap.read_text().replace("https://small.example/", address))
        page.goto(address + "tabs/#__tabbed_1_3", wait_until="networkidle")
        expect(page.get_by_text("Third")).to_be_visible()
        page.locator("label", has_text="Two").click()
        page.get_by_role("button", name="Don't show this again").click()
        page.evaluate("globalThis.stayed = true")
        page.get_by_role("link", name="More tabs").first.click()
        expect(page.get_by_text("Second again")).to_be_visible()
        assert page.evaluate("[globalThis.stayed, location.pathname]") == [True, "/more/"]
        page.get_by_role("link", name="Tabs", exact=True).first.click()
        expect(page.get_by_role("table")).to_be_visible()
        assert page.evaluate("[globalThis.stayed, location.pathname]") == [True, "/tabs/"]
        page.goto(address + "more/")
        expect(page.get_by_text("Second again")).to_be_visible()
        expect(page.get_by_text("A notice")).to_be_hidden()


def test_columns_are_aligned_by_class(fork: SmallSite, tab: Listening) -> None:
    with served(fork.root / "site", headers_of) as address:
        tab.page.goto(address + "tabs/")
        for number, side in enumerate(("left", "right", "center", "left")):
            for cell in tab.page.locator(f":is(th, td):nth-child({number + 1})").all():
                expect(cell).to_have_css("text-align", side)
    assert '<th class="figure align-right">figure</th>' in fork.page("tabs")


@pytest.mark.parametrize(
    ("partial", "words"),
    [("base", "__md_scope=new URL"), ("content", "var target=document.getElementById")],
)
def test_without_an_override_the_build_stops_and_names_page_and_line(
    partial: str, words: str, tmp_path: Path
) -> None:
    site = small_site(tmp_path)
    (site.root / f"overrides/partials/javascripts/{partial}.html").unlink()
    built = site.build()
    assert built.returncode == 1
    assert "Traceback" not in built.stderr
    [told] = [line for line in built.stderr.splitlines() if line.startswith("site/404.html:")]
    place, _, message = told.partition(": ")
    path, line, column = place.split(":")
    assert message.startswith(f"inline script '{words}")
    assert "; move it to a file and name that by src" in message
    text = (site.root / path).read_text(encoding="utf-8").splitlines()[int(line) - 1]
    assert text[int(column) - 1 :].startswith("<script>")
    assert built.stdout.endswith("the site is not to be published until these are mended\n")


def test_what_an_author_writes_into_a_page_stops_the_build(tmp_path: Path) -> None:
    site = small_site(
        tmp_path,
        '--- docs/evil.md\n# Evil\n\n<p onclick="a()" style="color: red">b</p>\n\n'
        "[c](javascript:d)\n\n![e](https://f.example/g.png)\n\n<div hidden>\n\nAll is well.\n"
        "--- docs/set.md\n# Set\n\nA paragraph.\n{ #__config }\n"
        "--- docs/titled.md\n---\ntitle: <b>A</b>\n---\n# B\n",
    )
    built = site.build()
    assert built.returncode == 1
    assert "Traceback" not in built.stderr
    said = re.findall(r"^(?:docs/.*|\d+ problems)$", built.stderr, re.MULTILINE)
    assert said == [
        "docs/evil.md:3:1: attribute 'style' is refused by the content security policy; remove it",
        "docs/evil.md:3:1: event handler 'onclick' runs code; remove it",
        "docs/evil.md:5:5: href 'javascript:d' leads elsewhere than https:, http:, mailto: and tel:"
        " do; lead to a page",
        "docs/evil.md:7:6: src 'https://f.example/g.png' is not on this site, and pages ask for"
        " nothing else; put the file into docs/ and name it from there",
        "docs/evil.md:9:1: '<div hidden>' is not closed; write '</div>' where it ends",
        "docs/evil.md:9:1: attribute 'hidden' hides what is on the page; remove it",
        "docs/set.md:4:4: id '__config' is an id that templates and notes use; give another,"
        " such as 'my-section'",
        "docs/titled.md:2:8: title or setting '<b>A</b>' holds HTML; write words alone",
        "8 problems",
    ]


def test_a_page_that_no_template_draws_stops_the_build(tmp_path: Path) -> None:
    built = small_site(tmp_path, "--- docs/old.HTM\n<p><script>h()</script>\n").build()
    assert built.returncode == 1
    assert "docs/old.HTM:1:1: is a page that no template draws; " in built.stderr


def test_a_setting_that_a_template_prints_sends_nobody_away(tmp_path: Path) -> None:
    author = "author: '0;url=https://a.example\" http-equiv=\"refresh'"
    site = small_site(tmp_path, f"--- docs/sent.md\n---\n{author}\n---\n# Sent\n")
    built = site.build()
    assert built.returncode == 1
    assert "\nsite/sent/index.html:" in built.stderr
    assert "attribute 'http-equiv' can send a reader elsewhere; remove it" in built.stderr


def test_what_a_template_adds_stands_in_no_element_of_the_page(tmp_path: Path) -> None:
    hidden = (
        "<details markdown>\n<summary>More</summary>\n\n## In it\n\n</details>\n\n## After it\n"
    )
    site = small_site(tmp_path, f"--- docs/data.md\n# Data\n\n{hidden}")
    built = site.build()
    assert built.returncode == 0, built.stderr
    page = site.page("data")
    assert page.index("</details>") < page.index('id="_files"') < page.index('id="after-it"')


def test_signs_in_a_heading_are_text_wherever_the_theme_writes_it(tmp_path: Path) -> None:
    heading = "`</title><meta http-equiv=refresh content=0>` &lt;p&gt; & a < b"
    site = small_site(tmp_path, f"--- docs/signs.md\n# {heading}\n")
    built = site.build()
    assert built.returncode == 0, built.stderr
    assert "<title>&lt;/title&gt;&lt;meta " in site.page("signs")
