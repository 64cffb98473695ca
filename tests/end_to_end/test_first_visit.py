"""What a visit costs and leaves behind, and how narrow a page may get."""

import gzip
from html.parser import HTMLParser
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Response, expect

from tests.support.served import served

MOST = 150_000

# At which of some widths a page scrolls sideways: in a frame, which is laid out anew at each of
# them without a word between here and the browser.
SIDEWAYS = """async ([address, widths]) => {
    const frame = document.createElement("iframe");
    frame.style = "position: fixed; inset: 0; border: 0; height: 800px";
    const loaded = new Promise((done) => frame.onload = done);
    frame.src = address;
    document.body.append(frame);
    await loaded;
    const wider = widths.filter((width) => {
        frame.style.width = `${width}px`;
        const shown = frame.contentDocument.scrollingElement;
        if (frame.contentWindow.innerWidth !== width) throw new Error(`not ${width} wide`);
        return shown.scrollWidth > shown.clientWidth;
    });
    frame.remove();
    return wider;
}"""
WIDTHS = [320, 360, 480, 640, 768, 960, 1024, 1220, 1280]


def test_the_first_page_weighs_at_most_150_kilobytes(published: Path, browser: Browser) -> None:
    responses: list[Response] = []
    with served(published) as address:
        view = browser.new_page(viewport={"width": 390, "height": 844})
        view.on("response", lambda response: responses.append(response))
        view.goto(address, wait_until="networkidle")
        weights = {
            response.url.removeprefix(address): len(gzip.compress(response.body(), 9))
            for response in responses
            if response.url.startswith(address)
        }
        view.close()
    assert "" in weights
    assert any(path.startswith("assets/undersigned/hashed/site.") for path in weights)
    total = sum(weights.values())
    print(f"first page: {total} bytes in {len(weights)} answers: {weights}")
    assert total <= MOST, weights


def test_a_visitor_who_searches_and_chooses_colours_leaves_the_choice_alone_behind(
    published: Path, browser: Browser
) -> None:
    requests: list[str] = []
    with served(published) as address:
        context = browser.new_context(viewport={"width": 1280, "height": 900})
        context.on("request", lambda request: requests.append(request.url))
        view = context.new_page()
        view.goto(address + "about/")
        view.locator("input[name=query]").press_sequentially("register")
        expect(view.locator(".md-search-result__link").first).to_be_visible(timeout=60_000)
        view.keyboard.press("Escape")
        view.locator("[data-md-component=palette] label:visible").click()
        expect(view.locator("[data-md-component=palette] label:visible")).to_be_visible()
        kept = view.evaluate(
            """async () => [Object.keys(localStorage), Object.keys(sessionStorage),
                document.cookie, (await indexedDB.databases()).length,
                (await caches.keys()).length,
                (await navigator.serviceWorker.getRegistrations()).length]"""
        )
        cookies = context.cookies()
        context.close()
    assert kept == [["/.__palette"], [], "", 0, 0, 0]
    assert cookies == []
    assert [each for each in requests if not each.startswith((address, "data:", "blob:"))] == []


@pytest.mark.parametrize("part", [0, 1])
def test_no_page_scrolls_sideways_from_320_pixels_up(
    part: int, published: Path, browser: Browser
) -> None:
    with served(published) as address:
        # the theme's search slides to its new place, and would be caught on its way
        view = browser.new_page(reduced_motion="reduce")
        view.goto(f"{address}robots.txt")
        for page in sorted(published.rglob("*.html"))[part::2]:
            path = page.relative_to(published).as_posix()
            assert view.evaluate(SIDEWAYS, [address + path, WIDTHS]) == [], path
        view.close()


class Head(HTMLParser):
    """What a page says of itself, and under how many addresses."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.descriptions: list[str] = []
        self.canonical = 0
        self.feed(html)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = dict(attributes)
        if tag == "meta" and given.get("name") == "description":
            self.descriptions.append(given.get("content") or "")
        self.canonical += tag == "link" and given.get("rel") == "canonical"


def test_every_page_has_a_description_of_its_own(published: Path) -> None:
    seen: dict[str, Path] = {}
    for page in sorted(published.rglob("index.html")):
        head = Head(page.read_text(encoding="utf-8"))
        [text] = head.descriptions
        assert text, page
        assert text not in seen, (page, seen[text])
        seen[text] = page
        assert head.canonical == 1, page
    assert len(seen) > 20
