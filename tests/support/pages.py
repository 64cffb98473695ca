"""Built HTML, looked at the way a browser would follow it."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit


class _Page(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.anchors: list[str] = []
        self.links: list[tuple[int, str]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = dict(attributes)
        if anchor := given.get("id"):
            self.anchors.append(anchor)
        for name in ("href", "src"):
            if (target := given.get(name)) is not None:
                self.links.append((self.getpos()[0], target))


def faults(site: Path, site_url: str) -> Iterator[str]:
    """Every link inside the site that leads nowhere, and every anchor that is there twice."""
    pages = _pages(site)
    for name, page in pages.items():
        for anchor in sorted({each for each in page.anchors if page.anchors.count(each) > 1}):
            yield f"{name}: anchor {anchor} stands there twice"
        for line, link in page.links:
            target = urlsplit(urljoin(site_url + name, link))
            if target.scheme in ("http", "https") and urljoin(site_url, "/") == (
                f"{target.scheme}://{target.netloc}/"
            ):
                yield from _fault(
                    site, pages, f"{name}:{line}: {link}", target.path, target.fragment
                )


def dead_addresses(site: Path, site_url: str) -> Iterator[str]:
    """Every address of the site that stands whole in any of its files and leads nowhere."""
    # Quotation marks are written as references in HTML, and end an address in a command or in HTML
    # that is shown.
    pages = _pages(site)
    whole = re.compile(re.escape(site_url) + r"(?:(?!&#3[49];|&quot;)[^\s\"'<>\\,}])*")
    for path in sorted(site.rglob("*")):
        if path.suffix in (".html", ".txt", ".json", ".csv", ".xml", ".bib", ".yml"):
            for address in sorted(set(whole.findall(path.read_text(encoding="utf-8")))):
                place, fragment = urldefrag(address.removeprefix(site_url))
                link = f"{path.relative_to(site)}: {address}"
                # Statements and sites as such are known by addresses that no page has.
                fragment = "" if fragment in ("site", "statement") else fragment
                yield from _fault(site, pages, link, place, fragment)


def _pages(site: Path) -> dict[str, _Page]:
    return {
        path.relative_to(site).as_posix(): _Page(path.read_text(encoding="utf-8"))
        for path in sorted(site.rglob("*.html"))
    }


def _fault(
    site: Path, pages: dict[str, _Page], link: str, path: str, fragment: str
) -> Iterator[str]:
    file = site / unquote(path).lstrip("/")
    if file.is_dir():
        file /= "index.html"
    if not file.is_file():
        yield f"{link} leads to no file"
    elif fragment and file.suffix == ".html":
        known = pages[file.relative_to(site).as_posix()].anchors
        if unquote(fragment) not in known:
            yield f"{link} leads to no anchor"
