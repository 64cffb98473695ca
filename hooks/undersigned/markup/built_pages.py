"""Built pages, judged as browsers read them: whole, and with nothing but what templates write."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from ..problem import SCREENFUL, Problem, counted, quoted
from .document import page
from .frame_list import refused_in_frame
from .inline_code import without_inline_code
from .nesting import unclosed
from .written_tags import TAG, Fault, tag_of, tags_written, unread

# What browsers take for a page; a site may hold some that no engine has made.
_PAGES = (".html", ".htm", ".xhtml")

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_NAME = re.compile(r"</?[a-zA-Z][a-zA-Z0-9]*")
_CLOSED = re.compile(r"<(circle|ellipse|line|path|polygon|polyline|rect)([^<>]*)/>")
_ADDED = ("<tbody", "</tbody")

# Tags that rows of the register write, of which a long one has a hundred thousand.
_PLAIN = re.compile(
    r'<a href="https://[^"&<>\s\\@\x00-\x20\x7f-\uffff]+" rel="nofollow noopener">'
    r'|<time datetime="[-0-9]+">|<data class="[a-z_-]+" value="[0-9.]+">'
    r'|<li class="undersigned-entry" id="(?P<id>[a-z0-9-]+)">'
)


class _Judged(dict[str, tuple[str, tuple[str, ...]]]):
    """The id of each tag, and what is wrong with it, kept from page to page."""

    def __missing__(self, written: str) -> tuple[str, tuple[str, ...]]:
        if plain := _PLAIN.fullmatch(written):
            return plain["id"] or "", ()
        tag = tag_of(written)
        self[written] = found = tag.attributes.get("id", ""), tuple(refused_in_frame(tag))
        return found


def pages_in(site: Path, root: Path) -> Iterator[tuple[str, bytes]]:
    """The pages of a built site: the path, from the root if the site lies there, and the bytes."""
    folder = site.relative_to(root) if site.is_relative_to(root) else site
    for place in sorted(each for each in site.rglob("*") if each.suffix.lower() in _PAGES):
        yield (folder / place.relative_to(site)).as_posix(), place.read_bytes()


def page_problems(pages: Iterable[tuple[str, bytes]]) -> list[Problem]:
    """What is refused on built pages, given by path and bytes.

    What a template writes is on every page: it is reported once, at its first occurrence, with the
    number of the others.
    """
    judged = _Judged()
    first: dict[str, Problem] = {}
    number = Counter[str]()
    for path, content in pages:
        html = content.decode(errors="replace")
        for fault in faults_of(html, judged):
            number[fault.message] += 1
            if fault.message not in first:
                first[fault.message] = _placed(path, html, fault)
    return [_counted(problem, number[message] - 1) for message, problem in first.items()]


def faults_of(html: str, judged: _Judged | None = None) -> list[Fault]:
    """A fault, with its remedy, for all on a page that a browser refuses or may misread."""
    known = _Judged() if judged is None else judged
    read, inline = without_inline_code(html)
    written = TAG.findall(read)
    found = [known[each] for each in written]
    faults = [*inline, *islice(unread(read, len(written)), SCREENFUL)]
    if any(messages for _, messages in found):
        faults += _by_list(read, known)
    ids = [anchor for anchor, _ in found if anchor]
    if len(set(ids)) < len(ids):
        faults += _given_twice(read, ids)
    return faults or list(_misread(read))


def _by_list(html: str, judged: _Judged) -> Iterator[Fault]:
    for each in tags_written(html):
        for message in judged[each.tag.written][1]:
            yield Fault(message, each.start, each.tag.written)


def _given_twice(html: str, ids: list[str]) -> Iterator[Fault]:
    again = {anchor for anchor, number in Counter(ids).items() if number > 1}
    met = set[str]()
    for each in tags_written(html):
        anchor = each.tag.attributes.get("id", "")
        if anchor in again & met:
            message = f"id {quoted(anchor)} is on the page twice; give this one another"
            yield Fault(message, each.start, each.tag.written)
        met.add(anchor)


def _misread(html: str) -> Iterator[Fault]:
    """A fault where the tree that the standard makes of a page has not the tags that it writes."""
    written = _CLOSED.sub(r"<\1\2></\1>", html) if "/>" in html else html
    made = page(html).html
    if _NAME.findall(written) == _NAME.findall(made) or _names(written) == _names(made):
        return
    faults = list(islice(unclosed(tags_written(html)), SCREENFUL))
    yield from faults or [Fault(_MOVED, 0)]


_MOVED = "a browser moves or drops elements of this page; close each, and nest them as HTML asks"


def _names(html: str) -> list[str]:
    names = _NAME.findall(_COMMENT.sub("", html).lower())
    return [name for name in names if name not in _ADDED]


def _counted(first: Problem, others: int) -> Problem:
    if not others:
        return first
    return first._replace(message=f"{first.message} (and in {counted(others, 'other place')})")


def _placed(path: str, html: str, fault: Fault) -> Problem:
    start = fault.start
    line = html.count("\n", 0, start) + 1
    return Problem(path, line, start - html.rfind("\n", 0, start), fault.message)
