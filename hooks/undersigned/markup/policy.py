"""What the content security policy would refuse on a page: whatever is not in a file of this site.

A policy without 'unsafe-inline' refuses scripts and styles that are written into a page (Content
Security Policy Level 3, 4.2.3): the elements, the attributes, and addresses that are scripts. Told
as well is what a page asks of other sites; no policy stops a refresh or an early connection.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ..problem import Problem, counted, quoted
from .external_requests import MARKS, loaded
from .tags import SPACE, Tag, tags, unescaped

# Blocks of data, which no browser runs (HTML standard, 4.12.1).
DATA = ("application/json", "application/ld+json")
ADDRESSES = ("href", "xlink:href", "src", "action", "formaction", "data")

_HANDLER = re.compile(r"on[a-z]+")
_IGNORED = re.compile(r"^[\x00-\x20]+|[\t\n\r]")

# How a script's tag is written that leads to a file, or holds data.
_OTHER = rf"{SPACE}++[a-z_-]++(?:=\"[^\"<>]*+\")?+"
_TO_FILE = rf"(?:{_OTHER})*?{SPACE}src="
_WITH_DATA = rf"(?:(?!{SPACE}++type){_OTHER})*?{SPACE}type=\"(?:{'|'.join(map(re.escape, DATA))})\""

# As an address that is a script begins, any of it perhaps as a character reference.
_JAV = r"(?:&|j[\t\n\r]*+(?:&|a[\t\n\r]*+[v&]))"

# Each begins with letters, which Python looks for quickly; what stands before is looked at later.
_MARKS = [
    re.compile(mark.encode())
    for mark in (
        rf"<script(?!{_TO_FILE}|{_WITH_DATA})",
        "<style",
        rf"style(?<=[\s\"'/]style){SPACE}*+=",
        rf"on(?<=[\s\"'/]on)[a-z]+{SPACE}*+=",
        rf"href{SPACE}*+={SPACE}*+[\"']?[\x00-\x20]*+{_JAV}",
        *MARKS,  # of other addresses
    )
]


class Violation(NamedTuple):
    """What a browser would refuse, told with its remedy, and where in the page it stands."""

    message: str
    start: int


def suspect(page: bytes) -> bool:
    """Whether a page could hold anything of the kind; no page of which this is false does."""
    text = page.lower()
    return any(mark.search(text) for mark in _MARKS)


def refused_on(html: str) -> Iterator[Violation]:
    """All that the policy would refuse on a page, in its order."""
    for tag in tags(html):
        yield from (Violation(message, tag.start) for message in _faults(tag))


def _faults(tag: Tag) -> Iterator[str]:
    if _inline_script(tag):
        yield _told("inline script", tag.text, "move it to a file and name that by src")
    if tag.name == "style":
        yield _told("style element", tag.text, "move its rules to a style sheet in extra_css")
    # An attribute without a value does nothing.
    for name, value in ((name, value) for name, value in tag.attributes.items() if value):
        if name == "style":
            yield _told("style attribute", value, "give it a class and style that in extra_css")
        elif _HANDLER.fullmatch(name):
            yield _told("event handler", name, f"listen for {quoted(name[2:])} in a script’s file")
        elif name in ADDRESSES and _is_script(value):
            yield _told("address", value, "lead to a page, or listen for clicks in a script’s file")
    yield from loaded(tag)


def _told(kind: str, text: str, remedy: str) -> str:
    words = " ".join(text.split())
    return f"{kind} {quoted(words)} is refused by the content security policy; {remedy}"


def _inline_script(tag: Tag) -> bool:
    kind = tag.attributes.get("type", "").strip().lower()
    return tag.name == "script" and "src" not in tag.attributes and kind not in DATA


def _is_script(address: str) -> bool:
    """Whether an address is a script, as browsers read it (URL standard, 4.4)."""
    return _IGNORED.sub("", unescaped(address)).lower().startswith("javascript:")


def policy_problems(pages: Iterable[tuple[str, bytes]]) -> list[Problem]:
    """What would be refused on built pages, given by path and bytes.

    A template's fault is on every page: it is told at the first place, with the number of others.
    """
    places: dict[str, list[Problem]] = {}
    for path, page in pages:
        html = page.decode(errors="replace") if suspect(page) else ""
        for message, start in refused_on(html):
            places.setdefault(message, []).append(_placed(path, html, start, message))
    return [_first(problems) for problems in places.values()]


def _first(problems: list[Problem]) -> Problem:
    first, others = problems[0], len(problems) - 1
    if not others:
        return first
    return first._replace(message=f"{first.message} (and in {counted(others, 'other place')})")


def _placed(path: str, html: str, start: int, message: str) -> Problem:
    line = html.count("\n", 0, start) + 1
    return Problem(path, line, start - html.rfind("\n", 0, start), message)
