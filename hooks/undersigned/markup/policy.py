"""Violations of the content security policy on built pages: inline code and external requests.

A policy without 'unsafe-inline' refuses inline scripts and styles (Content Security Policy
Level 3, 4.2.3): elements, attributes and 'javascript:' addresses. Requests to other sites are
reported too, since no policy prevents a refresh or an early connection.
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from ..problem import Problem, counted, quoted
from .external_requests import MARKS, loaded
from .tags import SPACE, Tag, tags, unescaped

# Types of data blocks, which browsers do not execute (HTML standard, 4.12.1).
DATA = ("application/json", "application/ld+json")
ADDRESSES = ("href", "xlink:href", "src", "action", "formaction", "data")

_HANDLER = re.compile(r"on[a-z]+")
_IGNORED = re.compile(r"^[\x00-\x20]+|[\t\n\r]")

# The rest of a script's tag that refers to a file or holds data.
_OTHER = rf"{SPACE}++[a-z_-]++(?:=\"[^\"<>]*+\")?+"
_TO_FILE = rf"(?:{_OTHER})*?{SPACE}src="
_WITH_DATA = rf"(?:(?!{SPACE}++type){_OTHER})*?{SPACE}type=\"(?:{'|'.join(map(re.escape, DATA))})\""

# How a 'javascript:' address begins, perhaps as character references.
_JAV = r"(?:&|j[\t\n\r]*+(?:&|a[\t\n\r]*+[v&]))"

# Each begins with literal letters, for which `re` searches fast; what precedes is looked behind.
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


# What browsers take for a page; a site may hold some that no engine has made.
_PAGES = (".html", ".htm", ".xhtml")


class Violation(NamedTuple):
    """What a browser would refuse: the message with the remedy, and its position in the page."""

    message: str
    start: int


def suspect(page: bytes) -> bool:
    """Whether a page may hold a violation; where this is false, it holds none."""
    text = page.lower()
    return any(mark.search(text) for mark in _MARKS)


def refused_on(html: str) -> Iterator[Violation]:
    """All violations of the policy on a page, in document order."""
    for tag in tags(html):
        yield from (Violation(message, tag.start) for message in _faults(tag))


def _faults(tag: Tag) -> Iterator[str]:
    if _inline_script(tag):
        yield _message("inline script", tag.text, "move it to a file and name that by src")
    if tag.name == "style":
        yield _message("style element", tag.text, "move its rules to a style sheet in extra_css")
    # An attribute without a value does nothing.
    for name, value in ((name, value) for name, value in tag.attributes.items() if value):
        if name == "style":
            yield _message("style attribute", value, "give it a class and style that in extra_css")
        elif _HANDLER.fullmatch(name):
            yield _message(
                "event handler", name, f"listen for {quoted(name[2:])} in a script’s file"
            )
        elif name in ADDRESSES and _is_script(value):
            yield _message(
                "address", value, "lead to a page, or listen for clicks in a script’s file"
            )
    yield from loaded(tag)


def _message(kind: str, text: str, remedy: str) -> str:
    words = " ".join(text.split())
    return f"{kind} {quoted(words)} is refused by the content security policy; {remedy}"


def _inline_script(tag: Tag) -> bool:
    kind = tag.attributes.get("type", "").strip().lower()
    return tag.name == "script" and "src" not in tag.attributes and kind not in DATA


def _is_script(address: str) -> bool:
    """Whether browsers read an address as a 'javascript:' one (URL standard, 4.4)."""
    return _IGNORED.sub("", unescaped(address)).lower().startswith("javascript:")


def pages_in(site: Path, root: Path) -> Iterator[tuple[str, bytes]]:
    """The pages of a built site: the path, from the root if the site lies there, and the bytes."""
    folder = site.relative_to(root) if site.is_relative_to(root) else site
    for page in sorted(each for each in site.rglob("*") if each.suffix.lower() in _PAGES):
        yield (folder / page.relative_to(site)).as_posix(), page.read_bytes()


def policy_problems(pages: Iterable[tuple[str, bytes]]) -> list[Problem]:
    """The violations of the policy on built pages, given by path and bytes.

    A violation of a template is on every page: it is reported once, at its first occurrence,
    with the number of the others.
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
