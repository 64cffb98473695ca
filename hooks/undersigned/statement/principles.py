"""The numbered principles of a text, by which deeds are recorded."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from ..text.pages import code_masked
from ..text.source import lines_of
from .notes import without_marks

# An item of a list that is not within another: four spaces put it there, in Python-Markdown.
_ITEM = re.compile(r" {0,3}([0-9]{1,3})[.)][ \t]+(\S.*)")
_WITHIN = re.compile(r"\s")

# What begins something else than a further line of a paragraph: a list within, a heading, a quote,
# code, a rule or a table. A number that is not behind spaces is an item of the list itself.
_OTHER = re.compile(r"\s*(?:[-*+][ \t]|[0-9]{1,3}[.)][ \t]|#{1,6}[ \t]|>|```|~~~|\||[-*_=]{3})")

# A heading that begins with a number, or with a word and a number, such as 'Principle 2: …'.
_HEADING = re.compile(
    r"#{1,6}[ \t]+(?:[^\W\d_]+[ \t]+)?([0-9]{1,3})(?:[.):]|[ \t]*[–—-])?[ \t]+(\S.*)"
)
_HASHES = re.compile(r"[ \t]+#+[ \t]*\Z")


class Numbered(NamedTuple):
    """A numbered part of a text: its heading or first paragraph; whether an item goes on behind."""

    number: int
    words: str
    goes_on: bool = False


def principles_of(text: str) -> Mapping[int, str]:
    """The words of each principle of a text in Markdown by its number; empty where it has none.

    They are the headings that begin with a number, if there are two and no number stands twice;
    else the items of the longest numbered list, each in the words of its first paragraph. As in
    browsers, the items of a list are counted from the first one's number, whichever the others
    have.
    """
    return {each.number: each.words for each in numbered_parts(text)}


def numbered_parts(text: str) -> Sequence[Numbered]:
    """The principles of a text, as `principles_of` finds them."""
    lines = [*zip(lines_of(code_masked(text)), lines_of(text), strict=True)]
    headings = [
        Numbered(int(found[1]), _HASHES.sub("", line[found.start(2) :]))
        for masked, line in lines
        if (found := _HEADING.match(masked))
    ]
    if len(headings) > 1 and len({each.number for each in headings}) == len(headings):
        return headings
    lists = sorted(_lists(lines), key=len, reverse=True)  # of two as long, the first
    return lists[0]


def _lists(lines: Sequence[tuple[str, str]]) -> Iterator[list[Numbered]]:
    """The numbered lists of a text; what is neither an item nor within one ends a list.

    Each line comes with its code masked, and as it is.
    """
    items: list[Numbered] = []
    blank = begun = False
    for masked, line in lines:
        if found := _ITEM.match(masked):
            number = items[-1].number + 1 if items else int(found[1])
            items.append(Numbered(number, without_marks(line[found.start(2) :]).strip()))
        elif masked.strip() and blank and not _WITHIN.match(masked):
            yield items
            items = []
        blank = not masked.strip()
        begun = bool(found) or (begun and not blank and not _OTHER.match(masked))
        if items and not found and not blank:
            items[-1] = _with(items[-1], line, begun)
    yield items


def _with(item: Numbered, line: str, begun: bool) -> Numbered:
    """An item with a further line of its first paragraph, or with one of what is behind that."""
    if not begun:
        return item._replace(goes_on=True)
    return item._replace(words=f"{item.words} {without_marks(line).strip()}")


def among(numbers: Sequence[int]) -> str:
    """Which numbers there are, in words, such as 'from 1 to 5'."""
    first, last = numbers[0], numbers[-1]
    if len(numbers) > 2 and last - first == len(numbers) - 1:
        return f"from {first} to {last}"
    *others, last = numbers
    return f"{', '.join(map(str, others))} or {last}" if others else str(last)
