"""Fenced code as Python-Markdown's `fenced_code` takes it out of a page before all else.

Its rules are not those of `code`: a fence is closed by a line that is the same fence, and by no
longer one.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from typing import NamedTuple

_FENCE = re.compile(r"^(?P<signs>`{3,}|~{3,})(?P<rest>[^\n]*)$", re.MULTILINE)

# What opens a block: a language, or attributes that leave no doubt of where they end.
_VALUE = r"(?:\"[\w .,/#-]*\"|'[\w .,/#-]*'|[\w.,/#-]+)"
_PLAIN = re.compile(
    rf" *(?:\{{ *(?:[.#]?[\w-]+(?:={_VALUE})? *)*\}}"
    r"|\.?[\w#.+-]* *(?:hl_lines=(?:\"[\d -]*\"|'[\d -]*') *)?)"
)
# Lines that may open one by other rules than these.
_DOUBTFUL = re.compile(r"\{|hl_lines")


class Fences(NamedTuple):
    """The fenced blocks of a page, in order, and the places of fences that nothing closes.

    Behind a fence of which it is uncertain whether it opens a block, none is known.
    """

    blocks: tuple[tuple[int, int], ...]
    unclosed: tuple[int, ...]


def fences_in(text: str) -> Fences:
    """The fences of a page, whose lines end in line feeds."""
    lines = list(_FENCE.finditer(text))
    closing: dict[str, list[int]] = defaultdict(list)
    for line in lines:
        if not line["rest"].strip(" \t"):
            closing[line["signs"]].append(line.start())
    return Fences(*_paired(lines, closing))


def _paired(
    lines: list[re.Match[str]], closing: dict[str, list[int]]
) -> tuple[tuple[tuple[int, int], ...], tuple[int, ...]]:
    blocks, unclosed, position = list[tuple[int, int]](), list[int](), 0
    for line in lines:
        if line.start() < position:
            continue
        rest = line["rest"].replace("\t", " ")
        if not _PLAIN.fullmatch(rest):
            if _DOUBTFUL.search(rest):
                unclosed += (other.start() for other in lines if other.start() >= line.start())
                break
            continue
        places = closing[line["signs"]]
        following = bisect_left(places, line.end())
        if following == len(places):
            unclosed.append(line.start())
            continue
        position = places[following] + len(line["signs"])
        blocks.append((line.start(), position))
    return tuple(blocks), tuple(unclosed)


def without_fenced(text: str, fences: Fences) -> str:
    """A page with one word in place of each fenced block, as long; positions stay the same.

    Python-Markdown puts a word there, too, so text before and behind a block is one paragraph.
    """
    pieces, position = list[str](), 0
    for start, end in fences.blocks:
        pieces += [text[position:start], "x" * (end - start)]
        position = end
    return "".join([*pieces, text[position:]])
