"""Pages that would send a reader's browser to another host, under the headers of the host."""

import json
import re
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser, Page

from tests.support.elsewhere import OTHER, Elsewhere, elsewhere
from tests.support.hosting import headers_of
from tests.support.served import served
from tests.support.sites import SmallSite, small_site, with_settings
from tests.support.store import Store

REFRESH = f"<meta http-equiv=refresh content='0;url={OTHER}/sent'>"

# What the theme's scripts are told, by the first element of this id; WORKER stands for its file.
CONFIGURED = (
    '{"base": "../false/", "features": [], "search": "WORKER", "translations": {'
    '"search.result.one": "#", "search.result.other": "#", "search.result.none": "none",'
    ' "search.result.placeholder": "-", "search.result.more.one": "1",'
    ' "search.result.more.other": "#", "search.result.term.missing": "-"}}'
)
# A search index of the contributor's own.
INDEX = {
    "config": {
        "lang": ["en"],
        "separator": r"[\s\-]+",
        "pipeline": ["stopWordFilter"],
        "fields": {"title": {"boost": 1000.0}, "text": {"boost": 1.0}, "tags": {"boost": 1.0}},
    },
    "docs": [{"location": f"{OTHER}/sent", "title": "The text", "text": "The text we sign."}],
}


class Trap(NamedTuple):
    """A page as somebody writes it, and what its message names."""

    written: str
    named: str


REDIRECTS = {
    "noscript": Trap(
        f'<noscript><p title="</noscript>{REFRESH}"></p></noscript>', "element 'noscript'"
    ),
    "title": Trap(f'<div><title><p title="</title>{REFRESH}"></p></title></div>', "'title'"),
    "noframes": Trap(f"<div><svg><noframes>{REFRESH}</noframes></svg></div>", "'noframes'"),
    "style": Trap(f"<div><svg><style>{REFRESH}</style></svg></div>", "'style'"),
    "refresh": Trap(f"<div>{REFRESH}</div>", "'meta'"),
}
REFERRERS = {
    "attribute": Trap(
        f'<a href="{OTHER}/followed" referrerpolicy="unsafe-url">a</a>', "'referrerpolicy'"
    ),
    "meta": Trap(f'<meta name="referrer" content="unsafe-url">\n\n[a]({OTHER}/followed)', "'meta'"),
}
SECOND_CONFIGURATION = Trap(
    f'<div><script id="__config" type="application/json">{CONFIGURED}</script></div>', "'script'"
)
BROKEN_CONFIGURATION = Trap("Words of a page.\n{ #__config }", "'__config'")
ALL = {
    **REDIRECTS,
    **REFERRERS,
    "configuration": SECOND_CONFIGURATION,
    "broken": BROKEN_CONFIGURATION,
}

FEATURE = "font: false\n  features: [content.tooltips]"
HERE = '<p class="copy">Here.</p>'
PAGE = f"--- docs/page.md\n# A page\n\n{HERE}\n--- docs/more.md\n# The text again\n"


@pytest.fixture(scope="module")
def refused(store: Store) -> str:
    """What is printed where each of the pages is in docs/."""
    pages = [f"--- docs/{name}.md\n# A page\n\n{trap.written}\n" for name, trap in ALL.items()]

    def build(root: Path) -> None:
        built = small_site(root, "".join(pages)).build()
        assert built.returncode == 1, built.stdout
        (root / "printed.txt").write_text(built.stderr, encoding="utf-8")

    folder = store.kept("".join(pages), build)
    return (folder / "printed.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ALL)
def test_the_build_refuses_each_of_them_and_says_where(name: str, refused: str) -> None:
    assert "Traceback" not in refused
    told = [line for line in refused.splitlines() if re.match(rf"(docs|site)/{name}\b", line)]
    assert any(ALL[name].named in line for line in told), refused


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> SmallSite:
    """A site to which the tests write what its check refuses."""
    site = small_site(tmp_path_factory.mktemp("redirects"), PAGE)
    built = site.build()
    assert built.returncode == 0, built.stderr
    assert HERE in site.page("page")
    place = site.root / "site/false/search/search_index.json"
    place.parent.mkdir(parents=True)
    place.write_text(json.dumps(INDEX), encoding="utf-8")
    return site


@pytest.fixture(scope="module")
def others() -> Iterator[Elsewhere]:
    with elsewhere() as others:
        yield others


@pytest.fixture
def tab(site: SmallSite, browser: Browser, others: Elsewhere) -> Iterator[Page]:
    """A tab whose addresses count from the site, and in which every other host is `others`."""
    others.asked.clear()
    with served(site.root / "site", headers_of) as address:
        context = others.context(browser, address, base_url=address)
        yield context.new_page()
        context.close()


def past_the_check(site: SmallSite, written: str) -> str:
    """The path of a built page into which something is written after it was judged."""
    page = site.page("page").replace(HERE, written)
    (site.root / "site/past/").mkdir(exist_ok=True)
    (site.root / "site/past/index.html").write_text(page, encoding="utf-8")
    return "past/"


def test_a_page_as_it_is_built_asks_no_other_host_for_anything(
    site: SmallSite, tab: Page, others: Elsewhere
) -> None:
    answer = tab.goto("page/", wait_until="networkidle")
    assert answer is not None
    assert answer.headers["content-security-policy"].startswith("default-src 'none';")
    assert others.asked == []


@pytest.mark.parametrize("name", REDIRECTS)
def test_past_the_check_a_page_sends_its_reader_to_another_host(
    name: str, site: SmallSite, tab: Page, others: Elsewhere
) -> None:
    tab.goto(past_the_check(site, REDIRECTS[name].written), wait_until="commit")
    tab.wait_for_url(f"{OTHER}/sent")
    assert others.asked == [f"GET {OTHER}/sent"]


@pytest.mark.parametrize("name", REFERRERS)
def test_past_the_check_a_link_says_which_page_was_read(
    name: str, site: SmallSite, tab: Page, others: Elsewhere
) -> None:
    written = REFERRERS[name].written.replace(
        f"[a]({OTHER}/followed)", f"<a href='{OTHER}/followed'>a</a>"
    )
    tab.goto(past_the_check(site, written))
    read = tab.url
    tab.locator(f"a[href='{OTHER}/followed']").click()
    tab.wait_for_url(f"{OTHER}/followed")
    assert others.asked == [f"GET {OTHER}/followed from {read}"]


def test_a_link_that_is_let_through_says_nothing_of_the_page(
    site: SmallSite, tab: Page, others: Elsewhere
) -> None:
    tab.goto(past_the_check(site, f"<a href='{OTHER}/followed'>a</a>"))
    tab.locator(f"a[href='{OTHER}/followed']").click()
    tab.wait_for_url(f"{OTHER}/followed")
    assert others.asked == [f"GET {OTHER}/followed"]


def test_past_the_check_a_second_configuration_leads_the_search_to_another_host(
    site: SmallSite, tab: Page, others: Elsewhere
) -> None:
    # the theme's own worker takes whatever index it is given; this project's has its own
    [worker] = (site.root / "site/assets/javascripts/workers").glob("search.*.js")
    named = f"../{worker.relative_to(site.root / 'site').as_posix()}"
    tab.goto(past_the_check(site, SECOND_CONFIGURATION.written.replace("WORKER", named)))
    tab.locator("input[name=query]").press_sequentially("text")
    tab.locator(".md-search-result__link").first.wait_for()
    tab.keyboard.press("Enter")
    tab.wait_for_url(f"{OTHER}/sent")
    assert others.asked[0].startswith(f"GET {OTHER}/sent")


def test_past_the_check_an_id_on_a_paragraph_breaks_the_scripts_of_a_page(
    site: SmallSite, tab: Page
) -> None:
    errors: list[str] = []
    tab.on("pageerror", lambda error: errors.append(str(error)))
    tab.goto("page/", wait_until="load")
    assert errors == []
    tab.goto(past_the_check(site, '<p id="__config">Words of a page.</p>'), wait_until="load")
    assert ["is not valid JSON" in error for error in errors] == [True]


def test_past_the_check_a_title_is_read_as_html_by_a_feature_of_the_theme(
    site: SmallSite, tab: Page, others: Elsewhere
) -> None:
    past_the_check(site, f'<span title="{escape(REFRESH)}">Words</span>')
    place = site.root / "site/past/index.html"
    page = place.read_text(encoding="utf-8")
    assert '"features": []' in page
    place.write_text(page.replace('"features": []', '"features": ["content.tooltips"]'))
    tab.goto("past/", wait_until="networkidle")
    tab.locator("[title]", has_text="Words").hover()
    tab.wait_for_url(f"{OTHER}/sent")
    assert others.asked == [f"GET {OTHER}/sent"]


@pytest.mark.parametrize(
    ("feature", "why"),
    [
        ("content.tooltips", "makes HTML of titles"),
        ("content.footnote.tooltips", "shows notes a second time"),
        ("search.share", "has a link run code"),
    ],
)
def test_features_that_reach_beyond_the_list_are_refused(
    feature: str, why: str, tmp_path: Path
) -> None:
    given = FEATURE.replace("content.tooltips", feature)
    built = small_site(tmp_path, with_settings({"font: false": given})).build()
    assert built.returncode == 1
    assert "Traceback" not in built.stderr
    assert f"theme feature '{feature}' {why}; remove it from mkdocs.yml" in built.stdout
