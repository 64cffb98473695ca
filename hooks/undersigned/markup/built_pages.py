"""Built pages, judged as browsers read them: whole, and with nothing but what templates write."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from itertools import chain, islice
from pathlib import Path
from typing import NamedTuple

from ..problem import SCREENFUL, Problem, counted, quoted
from .document import Element, page
from .frame_list import refused_in_frame
from .inline_code import without_inline_code
from .nesting import stands_alone, unclosed
from .written_tags import TAG, VOID, Fault, Placed, tag_of, tags_written, unread

# What browsers take for a page; a site may hold some that no engine has made.
_PAGES = (".html", ".htm", ".xhtml")

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_NAME = re.compile(r"</?[a-zA-Z][a-zA-Z0-9]*")
_ADDED = ("<tbody", "</tbody")


class _Judgement(NamedTuple):
    """The name that a tag adds to those of a page, its id, and what is wrong with it."""

    name: str
    anchor: str = ""
    wrong: tuple[str, ...] = ()


class JudgedTags(dict[str, _Judgement]):
    """What is known of each tag, from page to page."""

    def __missing__(self, written: str) -> _Judgement:
        tag = tag_of(written)
        name = f"</{tag.name}" if tag.ends else f"<{tag.name}"
        if not tag.name or name in _ADDED:
            name = ""
        elif not tag.ends and tag.name not in VOID and stands_alone(Placed(tag, 0)):
            name = f"{name}</{tag.name}"
        wrong = tuple(refused_in_frame(tag))
        self[written] = found = _Judgement(name, tag.attributes.get("id", ""), wrong)
        return found


def pages_among(files: Iterable[Path]) -> list[Path]:
    """The files that browsers take for pages, sorted."""
    return sorted(each for each in files if each.suffix.lower() in _PAGES)


def contents(pages: Iterable[Path], site: Path, root: Path) -> Iterator[tuple[str, bytes]]:
    """Pages of a built site: the path, from the root if the site lies there, and the bytes."""
    folder = site.relative_to(root) if site.is_relative_to(root) else site
    for place in pages:
        yield (folder / place.relative_to(site)).as_posix(), place.read_bytes()


class Alike(NamedTuple):
    """What is wrong in some places of one page alike: the first of them, and their number."""

    first: Problem
    number: int


def refused(path: str, html: str, faults: Iterable[Fault]) -> list[Alike]:
    """The faults of a page, given by its path, those with one message together."""
    first: dict[str, Fault] = {}
    number = Counter[str]()
    for fault in faults:
        number[fault.message] += 1
        first.setdefault(fault.message, fault)
    return [Alike(_placed(path, html, each), number[each.message]) for each in first.values()]


def page_problems(pages: Iterable[Iterable[Alike]]) -> list[Problem]:
    """What is refused on built pages, given by what is refused on each.

    What a template writes is on every page: it is reported once, at its first occurrence, with the
    number of the others.
    """
    first: dict[str, Problem] = {}
    number = Counter[str]()
    for problem, times in chain.from_iterable(pages):
        number[problem.message] += times
        first.setdefault(problem.message, problem)
    return [_counted(problem, number[message] - 1) for message, problem in first.items()]


def read_page(
    html: str, tags: JudgedTags, ids: Collection[str] = ()
) -> tuple[Element | None, list[Fault]]:
    """The tree that a browser makes of a page, or all that it refuses or may misread there.

    Each fault has its remedy. `ids` are those of elements that are left out of what is given.
    """
    read, inline = without_inline_code(html)
    written = TAG.findall(read)
    names, anchors, wrong = zip(*map(tags.__getitem__, written), strict=True) if written else _NONE
    faults = [*inline, *islice(unread(read, len(written)), SCREENFUL)]
    faults += _by_list(read, tags) if any(wrong) else ()
    known = [*filter(None, anchors), *ids]
    faults += _given_twice(read, known, ids) if len(set(known)) < len(known) else ()
    if faults:
        return None, faults
    root = page(read)
    faults += _misread(read, root, "".join(names))
    return None if faults else root, faults


_NONE: tuple[tuple[()], tuple[()], tuple[()]] = ((), (), ())


def _by_list(html: str, judged: JudgedTags) -> Iterator[Fault]:
    for each in tags_written(html):
        for message in judged[each.tag.written].wrong:
            yield Fault(message, each.start, each.tag.written)


_OTHER_ID = "in its words, give the heading, or whatever has it there, another"


def _given_twice(html: str, ids: Iterable[str], met_before: Iterable[str]) -> Iterator[Fault]:
    again = {anchor for anchor, number in Counter(ids).items() if number > 1}
    met = set(met_before)
    for each in tags_written(html):
        anchor = each.tag.attributes.get("id", "")
        if anchor in again & met:
            message = f"id {quoted(anchor)} is on the page twice; {_OTHER_ID}"
            yield Fault(message, each.start, each.tag.written)
        met.add(anchor)


def _misread(html: str, root: Element, names: str) -> Iterator[Fault]:
    """A fault where the tree that the standard makes of a page has other names than its tags."""
    made = root.html
    if "<!--" in made:
        made = _COMMENT.sub("", made)
    if "".join(_NAME.findall(made)).lower().replace("</tbody", "").replace("<tbody", "") != names:
        faults = list(islice(unclosed(tags_written(html)), SCREENFUL))
        yield from faults or [Fault(_MOVED, 0)]


_MOVED = "a browser moves or drops elements of this page; close each, and nest them as HTML asks"


def _counted(first: Problem, others: int) -> Problem:
    if not others:
        return first
    return first._replace(message=f"{first.message} (and in {counted(others, 'other place')})")


def _placed(path: str, html: str, fault: Fault) -> Problem:
    start = fault.start
    line = html.count("\n", 0, start) + 1
    return Problem(path, line, start - html.rfind("\n", 0, start), fault.message)
