"""What readers have of a built site, whatever engine drew it, and what differs between two."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urljoin

from selectolax.lexbor import LexborHTMLParser, LexborNode
from undersigned.markup.inline_code import without_inline_code

# What an engine and a theme add of their own, and what is made of all files.
OF_ENGINES = (
    "assets/javascripts/", "assets/stylesheets/", "assets/images/favicon.png", "assets/frame.css",
    "search.json",
)  # fmt: skip
OF_ALL = ("SHA256SUMS", "sitemap.xml", "sitemap.xml.gz", "search/search_index.json")

# The way on from the link that skips to the words, which Zensical puts into the article.
IDS_OF_ENGINES = ("__skip",)

LINKS = {"a": "href", "img": "src", "script": "src"}


# What a page says of itself to machines, whatever stands about it, and the scripts of its words.
OF_MACHINES = (
    'meta[property^="og:"], meta[property^="article:"], meta[name^="twitter:"],'
    ' meta[name="robots"], meta[name="description"], meta[name="theme-color"],'
    ' link[rel="alternate"], link[rel="canonical"], link[rel="apple-touch-icon"],'
    ' link[href*="/undersigned"], script[type="application/ld+json"], script[src*="/copy.js"],'
    ' script[src*="/filter.js"], script[src*="/terms.js"]'
)


class Article(NamedTuple):
    """A page: its title, what it says to machines, a notice, and of its article the words.

    Of the article there are also the links, from the site's root, and the ids.
    """

    title: str
    machines: list[str]
    notice: str
    words: str
    links: list[str]
    ids: list[str]


def articles(site: Path, address: str) -> Mapping[str, Article]:
    """Every page of a built site by its path; the site is served at an address."""
    return {
        path: _article(place.read_text(encoding="utf-8"), urljoin(address, path))
        for path, place in _files(site)
        if place.suffix == ".html"
    }


def data(site: Path) -> Mapping[str, bytes]:
    """Every file of a built site that is no page, and that no engine adds."""
    return {
        path: place.read_bytes()
        for path, place in _files(site)
        if place.suffix != ".html" and path not in OF_ALL and not path.startswith(OF_ENGINES)
    }


def refused(site: Path) -> list[str]:
    """What the content security policy would refuse of the pages of a site."""
    found = []
    for path, place in _files(site):
        if place.suffix == ".html":
            html = place.read_text(encoding="utf-8")
            found += [f"{path}: {fault}" for fault in without_inline_code(html)[1]]
            tree = LexborHTMLParser(html)
            found += [f"{path}: {node.html}" for node in tree.css("[style], [onclick]")]
    return found


def differences(one: Path, other: Path, address: str) -> list[str]:
    """What readers of two builds of a site would find to differ, in a line each."""
    return [
        *_between(articles(one, address), articles(other, address)),
        *_between(data(one), data(other)),
    ]


def _between(one: Mapping[str, object], other: Mapping[str, object]) -> Iterator[str]:
    for path in sorted(one.keys() | other.keys()):
        before, after = one.get(path), other.get(path)
        if before is None or after is None:
            yield f"{path} is only in {'the second' if before is None else 'the first'}"
        elif isinstance(before, Article) and isinstance(after, Article):
            for name in Article._fields:
                was, now = getattr(before, name), getattr(after, name)
                if was != now:
                    yield f"{path}: {name}: {_first_difference(was, now)}"
        elif before != after:
            yield f"{path}: its bytes"


def _first_difference(one: str | list[str], other: str | list[str]) -> str:
    shorter = min(len(one), len(other))
    at = next((i for i in range(shorter) if one[i] != other[i]), shorter)
    near = slice(max(0, at - 20), at + 40) if isinstance(one, str) else slice(at, at + 2)
    return f"{one[near]!r} is {other[near]!r}"


def _article(html: str, address: str) -> Article:
    tree = LexborHTMLParser(html)
    title, article = tree.css_first("title"), tree.css_first("article")
    assert title is not None, address
    assert article is not None, address
    assert "edition" in (article.attributes.get("class") or "").split(), address
    inner = [node for node in article.traverse() if node.mem_id != article.mem_id]
    notice = tree.css_first("aside.undersigned-preview")
    return Article(
        title.text().strip(),
        sorted({_said(each, address) for each in tree.css(OF_MACHINES)}),
        " ".join(notice.text().split()) if notice else "",
        " ".join(article.text().split()),
        [link for node in inner if (link := _link(node, address))],
        [each for node in inner if (each := node.id) and each not in IDS_OF_ENGINES],
    )


def _said(node: LexborNode, address: str) -> str:
    """What an element of the head says, with its address from the root of the site."""
    given = {name: value or "" for name, value in node.attributes.items()}
    led = {name: urljoin(address, given[name]) for name in ("href", "src") if name in given}
    return f"{node.tag} {given | led} {node.text()}"


def _link(node: LexborNode, address: str) -> str:
    """Where a node leads from the page at an address; empty where it leads nowhere."""
    name = LINKS.get(node.tag or "")
    if name is None or name not in node.attributes:
        return ""
    whole, mark, part = urljoin(address, node.attributes[name] or "").partition("#")
    return f"{whole.removesuffix('index.html')}{mark}{part}"


def _files(site: Path) -> Iterator[tuple[str, Path]]:
    for place in sorted(site.rglob("*")):
        if place.is_file():
            yield place.relative_to(site).as_posix(), place
