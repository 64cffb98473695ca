"""What a block of a page may hold, so that Python-Markdown reads it in time that grows with it.

Python-Markdown 3.11.3 looks through the rest of a block for each sign that may open something: 8 kB
of '[' take 16 s, '![' 6 s, '[a](' 1.2 s. So what is open at once is counted, wherever code is: what
is code to one reader may be none to another. A block is text between blank lines. Of this site's
pages none has more than 50 signs in a block.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

# Signs that begin or end something in a line; each that does so copies the rest of the block.
_SIGNS = "\\`*_[]{}<&"
MOST_SIGNS = 3_000
# Brackets that are open at once, and links whose address is not closed.
MOST_OPEN = 30
# Emphasis in emphasis; Python's own limit of recursion is met at about 300.
MOST_EMPHASES = 100
MOST_BRACES = 100
# Lines that end a paragraph: headings, rules, definitions without an address.
MOST_BREAKS = 300

_BRACKET = re.compile(r"\\.|[\[\]]", re.DOTALL)
_TARGET = re.compile(
    r"(?>(?:[^()\"'<>\[\]\n]++|\([^()\"'<>\[\]\n]*+\)|<[^<>\n]*+>)*)"
    r"(?:\"[^\"\n]*+\"|'[^'\n]*+')?[ \n]*+\)"
)
_LINK = re.compile(r"\]\(")
_EMPHASIS = re.compile(r"\*+|_+")
_BREAK = re.compile(
    r"^[ >]*+(?:#|(?>(?:[-*_=][ ]*+)+)$|\[[^\]\n]*+\]:[ \t]*+(?:\n|$))", re.MULTILINE
)


class Excess(NamedTuple):
    """What of a text is too much: its position, and a message that ends with a remedy."""

    position: int
    message: str


def excesses(block: str) -> Iterator[Excess]:
    """What a block has too much of, each at the first that is."""
    for counted in (_signs, _brackets, _targets, _emphases, _braces, _breaks):
        if found := counted(block):
            yield found


def _signs(block: str) -> Excess | None:
    count = sum(map(block.count, _SIGNS)) + block.count("  \n")
    if count <= MOST_SIGNS:
        return None
    message = f"a block has {count:,} signs of Markdown; put blank lines in it, so that none has"
    return Excess(0, f"{message} more than {MOST_SIGNS:,}")


def _brackets(block: str) -> Excess | None:
    if block.count("[") <= MOST_OPEN:
        return None
    opened = 0
    for bracket in _BRACKET.finditer(block):
        if bracket[0] == "[":
            opened += 1
        elif bracket[0] == "]":
            opened = max(0, opened - 1)
        if opened > MOST_OPEN:
            message = f"more than {MOST_OPEN} brackets are open here; close them, or write '\\['"
            return Excess(bracket.start(), message)
    return None


def _targets(block: str) -> Excess | None:
    """Links whose address or title is not closed, so that the rest of the block may be theirs."""
    if block.count("](") <= MOST_OPEN:
        return None
    opened = 0
    for link in _LINK.finditer(block):
        opened += _TARGET.match(block, link.end()) is None
        if opened > MOST_OPEN:
            message = f"more than {MOST_OPEN} addresses of links are not closed in this block"
            return Excess(link.start() + 1, f"{message}; close each with ')' on its line")
    return None


def _emphases(block: str) -> Excess | None:
    """Signs of emphasis that are open at once; what may both open and close counts as open."""
    if block.count("*") + block.count("_") <= MOST_EMPHASES:
        return None
    opened: dict[str, list[int]] = {"*": [], "_": []}
    for run in _EMPHASIS.finditer(block):
        _met(run, block, opened[run[0][0]])
        if len(opened["*"]) + len(opened["_"]) > MOST_EMPHASES:
            message = f"more than {MOST_EMPHASES} signs of emphasis are open here"
            return Excess(run.start(), f"{message}; close them, or write '\\{run[0][0]}'")
    return None


def _met(run: re.Match[str], block: str, opened: list[int]) -> None:
    """Add to those of its sign that are open what a run opens, or take away what it closes."""
    before, after = (
        block[run.start() - 1 : run.start()] or " ",
        block[run.end() : run.end() + 1] or " ",
    )
    length = len(run[0])
    if run[0][0] == "_" and before.isalnum() and after.isalnum():
        return
    both = not before.isspace() and not after.isspace()
    if both and opened and opened[-1] == length:
        opened.pop()
    elif not after.isspace():
        opened += [2] * (length // 2) + [1] * (length % 2)
    elif not before.isspace():
        while opened and length:
            taken = min(opened[-1], length)
            length, opened[-1] = length - taken, opened[-1] - taken
            if not opened[-1]:
                opened.pop()


def _braces(block: str) -> Excess | None:
    if block.count("{") <= MOST_BRACES:
        return None
    position = 0
    for line in block.split("\n"):
        if line.count("{") > MOST_BRACES:
            message = f"a line has more than {MOST_BRACES} signs '{{'; divide it"
            return Excess(position + line.index("{"), message)
        position += len(line) + 1
    return None


def _breaks(block: str) -> Excess | None:
    if block.count("\n") < MOST_BREAKS:
        return None
    for count, line in enumerate(_BREAK.finditer(block)):
        if count == MOST_BREAKS:
            message = f"a block has more than {MOST_BREAKS} headings, rules or empty definitions"
            return Excess(line.start(), f"{message}; put blank lines between them")
    return None
