"""Words of strangers in Markdown, where they may do nothing."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from ..problem import printable

# A name of the register has 200 characters at most, a statement 280.
LONGEST = 300

_TICKS = re.compile("`+")


def code(text: str, longest: int = LONGEST) -> str:
    """A text as a code span on one line: no mention, link, HTML or emphasis is read in one.

    Fenced by one backtick more than it holds in a row, and set off by spaces from backticks at
    its ends (CommonMark 0.31, section 6.1). What shows as nothing or turns the reading direction
    is written out.
    """
    shortened = text if len(text) <= longest else f"{text[: longest - 1]}…"
    shown = printable(shortened)
    if not shown.strip():
        shown = repr(shown)
    fence = fence_for(shown)
    apart = " " if {shown[0], shown[-1]} & {"`", " "} else ""
    return f"{fence}{apart}{shown}{apart}{fence}"


def fence_for(text: str) -> str:
    """The backticks between which a text is code: one more than it has in a row anywhere."""
    return "`" * (max(map(len, _TICKS.findall(text)), default=0) + 1)


def codes(texts: Iterable[str]) -> str:
    """Texts in one line, of many the first."""
    return ", ".join(bounded(map(code, texts), 10))


def bounded(lines: Iterable[str], most: int) -> Iterator[str]:
    """The first lines, and how many more there are."""
    rest = iter(lines)
    yield from islice(rest, most)
    if more := sum(1 for _ in rest):
        yield f"and {more:,} more"


def cut(lines: Iterable[str], most: int) -> str:
    """The lines as a text of so many characters at most; where it is cut, it says so."""
    kept, size = [], 0
    for line in lines:
        size += len(line) + 1
        if size > most:
            kept += ["", "**Cut here: the rest is too long to be shown.**"]
            break
        kept.append(line)
    return "\n".join(kept)
