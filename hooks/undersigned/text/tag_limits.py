"""How many tags a page may have, and how deep they may stand in each other.

Python's `html.parser`, which Python-Markdown and MkDocs' search read pages by, looks through the
rest of a page for the end of each tag, and through all that are open for the beginning of each.
Tags in comments and in code count as well: what is code to one reader may be none to another.
"""

import re
from collections import Counter

from .block_limits import Excess

MOST_TAGS = 5_000
MOST_BROKEN = 50
MOST_OPEN = 200
MOST_MARKDOWN = 50

_TAG = re.compile(
    r"<(?:(?P<end>/?)(?P<name>[a-zA-Z][^\s\"'<>/`]*+)"
    r"(?P<rest>(?>(?:[^<>\"'`]++|\"[^\"<>]*+\"|'[^'<>]*+')*))>|!--|[a-zA-Z/!?])"
)
_COMMENT_END = re.compile("--!?>")
_READ = re.compile(r"\smarkdown(?![\w-])")

# Elements without an end (HTML standard, 13.1.2), which leave nothing open.
_VOID = frozenset(
    "area base br col embed hr img input link meta param source track wbr".split()  # noqa: SIM905
)


class _Open:
    """The elements that are open, of each whether it is read as Markdown."""

    def __init__(self) -> None:
        self.elements: list[tuple[str, bool]] = []
        self.names = Counter[str]()
        self.read = 0

    def meet(self, tag: re.Match[str]) -> None:
        """Open or close an element by a tag; one that closes nothing is nothing."""
        name, rest = tag["name"].lower(), tag["rest"]
        if tag["end"]:
            while self.names[name] and self._pop() != name:
                pass
        elif name not in _VOID and not rest.endswith("/") and not {":", "@"} & {*name}:
            read = bool(_READ.search(rest))
            self.elements.append((name, read))
            self.names[name] += 1
            self.read += read

    def _pop(self) -> str:
        name, read = self.elements.pop()
        self.names[name] -= 1
        self.read -= read
        return name


def tag_excess(text: str) -> Excess | None:
    """Where a page, without its fenced code, has too many tags, or too many that are open."""
    if text.count("<") <= MOST_BROKEN:
        return None
    opened, broken = _Open(), 0
    last_comment = max((end.start() for end in _COMMENT_END.finditer(text)), default=-1)
    for count, tag in enumerate(_TAG.finditer(text)):
        if tag["name"]:
            opened.meet(tag)
        else:
            broken += tag[0] != "<!--" or tag.end() > last_comment
        if message := _fault(count, broken, opened):
            return Excess(tag.start(), message)
    return None


def _fault(count: int, broken: int, opened: _Open) -> str:
    if count >= MOST_TAGS:
        return f"the page has more than {MOST_TAGS:,} tags; divide it into several pages"
    if broken > MOST_BROKEN:
        return f"more than {MOST_BROKEN} tags are not closed by '>'; {_OR_CODE}"
    if opened.read > MOST_MARKDOWN:
        return f"more than {MOST_MARKDOWN} elements with 'markdown' stand in each other; close some"
    if len(opened.elements) > MOST_OPEN:
        return f"more than {MOST_OPEN} elements are open here; close them, or {_OR_CODE}"
    return ""


_OR_CODE = "write '&lt;' for a sign, and put code between fences"
