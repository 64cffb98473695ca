"""What stands in the file of a staged page: Markdown that draws the page, or else its HTML."""

import re
from collections.abc import Callable, Mapping
from html import escape
from posixpath import dirname, relpath
from urllib.parse import quote, unquote, urljoin, urlsplit, urlunsplit

from ..markup.nesting import headed, parted
from ..markup.tags import tags, unescaped
from .addresses import leads_out
from .markdown import Reading
from .page import StagedPage

_TITLE = re.compile(r"# [^\n]+\n")
_REFERENCE = re.compile(r"\[\^([^\[\]\s]+)\](:?)")
_DEFINITION = re.compile(r"^\[\^[^\[\]\s]+\]: .*(?:\n|\Z)", re.MULTILINE)
_PLACE = re.compile(r'<sup[^<>]* id="fnref\d*:([^"]+)"[^<>]*>.*?</sup>')
_BETWEEN = re.compile(r"\s*(<[^<>]+>)\s*")
_SITE = "https://site.invalid/"


def body_of(
    page: StagedPage, article: str, bare: Reading, linked: Callable[[str], str] = str
) -> str:
    """The Markdown of a page if an engine with no more than `bare` draws its article of it.

    Or else the article, which an engine passes on as it is. Of all HTML the links are `linked`.
    """
    words = _as_markdown(page, article, str)
    if words and _same(bare.drawn(words, page.path).html, article):
        return _as_markdown(page, article, linked)
    return _fragment(linked(article))


def _fragment(html: str) -> str:
    """HTML that Markdown passes on as it is; empty where there is none."""
    return f"<div>\n{html.strip()}\n</div>\n" if html.strip() else ""


def _as_markdown(page: StagedPage, article: str, linked: Callable[[str], str]) -> str:
    """The words of a page with what its template adds, where the two can be told apart."""
    title = _TITLE.match(page.markdown)
    drawn_title, rest = headed(parted(page.content, "div", "footnote")[0])
    if title is None or not rest.strip() or article.count(str(rest)) != 1:
        return ""
    before, after = article.split(str(rest))
    above, found, opening = before.partition(str(drawn_title))
    if not found:
        return ""
    words = _DEFINITION.sub("", page.markdown[title.end() :])
    above, opening, after = (_fragment(linked(each)) for each in (above, opening, after))
    parts = above, title[0], opening, _with_places(words, page), after
    return "\n".join(filter(None, parts))


def _with_places(words: str, page: StagedPage) -> str:
    """Markdown with finished references to notes, whose numbers Markdown would give otherwise."""
    places: dict[str, list[str]] = {}
    for each in _PLACE.finditer(page.content):
        places.setdefault(unescaped(each[1]), []).append(each[0])

    def finished(reference: re.Match[str]) -> str:
        left = places.get(reference[1])
        return left.pop(0) + reference[2] if left else reference[0]

    return _REFERENCE.sub(finished, words)


def _same(drawn: str, article: str) -> bool:
    """Whether two pieces of HTML differ in no more than white space and in what wraps them."""
    return _plain(drawn) == _plain(article)


def _plain(html: str) -> str:
    whole = html.replace("<div>", "").replace("</div>", "")  # fragments stand in one each
    return " ".join(_BETWEEN.sub(r"\1", whole).split())


def linked_from_source(html: str, page: StagedPage, sources: Mapping[str, str]) -> str:
    """HTML with its links as from the file of the page in place of where the page is served.

    `sources` has the path in docs/ of each page, by its address from the root of the site.
    """
    pieces, end = list[str](), 0
    for tag in tags(html):
        written = html[tag.start : tag.end]
        for name in ("href", "src"):
            given = tag.attributes.get(name, "")
            if given and not leads_out(link := unescaped(given)) and not link.startswith("#"):
                moved = escape(_moved(link, page, sources))
                written = written.replace(f'{name}="{given}"', f'{name}="{moved}"', 1)
        pieces += [html[end : tag.start], written]
        end = tag.end
    return "".join([*pieces, html[end:]])


def _moved(link: str, page: StagedPage, sources: Mapping[str, str]) -> str:
    _, _, path, query, part = urlsplit(urljoin(urljoin(_SITE, page.url), link))
    address = path.removeprefix("/") or "./"
    way = relpath(sources.get(address, unquote(address)), dirname(page.path) or ".")
    return urlunsplit(("", "", quote(way), query, part))
