"""Untrusted text in Markdown, written so that it has no effect."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from ..problem import printable

# A name of the register has 200 characters at most, a statement 280.
LONGEST = 300

_TICKS = re.compile("`+")


def code(text: str, longest: int = LONGEST) -> str:
    """A text as a code span on one line, in which no mention, link, HTML or emphasis is read.

    The fence has one backtick more than the longest run in the text, and spaces set it off from
    backticks at the ends of the text (CommonMark 0.31, section 6.1). Invisible characters and
    those that change the direction of text are escaped. Longer texts than `longest` are cut.
    """
    shortened = text if len(text) <= longest else f"{text[: longest - 1]}…"
    shown = printable(shortened)
    if not shown.strip():
        shown = repr(shown)
    fence = fence_for(shown)
    apart = " " if {shown[0], shown[-1]} & {"`", " "} else ""
    return f"{fence}{apart}{shown}{apart}{fence}"


def fence_for(text: str) -> str:
    """The fence of a code span around a text: one backtick more than the longest run in it."""
    return "`" * (max(map(len, _TICKS.findall(text)), default=0) + 1)


def codes(texts: Iterable[str], most: int = 10, longest: int = LONGEST) -> str:
    """The first `most` texts as code spans on one line, and how many more there are."""
    return ", ".join(bounded((code(text, longest) for text in texts), most))


def bounded(lines: Iterable[str], most: int) -> Iterator[str]:
    """The first `most` lines, and one that says how many more there are."""
    rest = iter(lines)
    yield from islice(rest, most)
    if more := sum(1 for _ in rest):
        yield f"and {more:,} more"


def cut(lines: Iterable[str], most: int) -> str:
    """The lines as a text of at most `most` characters, which says so where it is cut."""
    kept, size = [], 0
    for line in lines:
        size += len(line) + 1
        if size > most:
            kept += ["", "**Cut here: the rest is too long to be shown.**"]
            break
        kept.append(line)
    return "\n".join(kept)


# What a section that is cut needs to say so.
_SAYING_SO = 60


def fitted(sections: Iterable[Iterable[str]], most: int) -> str:
    """The sections as a text of at most `most` characters, of which none can push another out.

    Each may be as long as the others leave room, and at least its equal share; it says so where it
    is cut.
    """
    texts = [list(section) for section in sections]
    sizes = [sum(len(line) + 1 for line in lines) for lines in texts]
    left, share = most, [0] * len(texts)
    by_size = sorted(range(len(texts)), key=lambda number: sizes[number])
    for count, number in enumerate(by_size):
        share[number] = min(sizes[number], left // (len(texts) - count))
        left -= share[number]
    return "\n".join(
        "\n".join(lines)
        if share[number] == sizes[number]
        else cut(lines, share[number] - _SAYING_SO)
        for number, lines in enumerate(texts)
        if lines
    )
