"""The numbered principles of a text, by which deeds are recorded."""

import re
from collections.abc import Iterator, Mapping, Sequence

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

# An item in a list: its number, and its first paragraph.
_Item = tuple[int, str]


def principles_of(text: str) -> Mapping[int, str]:
    """The words of each principle of a text in Markdown by its number; empty where it has none.

    They are the headings that begin with a number, if there are two and no number stands twice;
    else the items of the longest numbered list, each in the words of its first
    paragraph. As in browsers, the items of a list are counted
    from the first one's number, whichever the others have.
    """
    lines = [*zip(lines_of(code_masked(text)), lines_of(text), strict=True)]
    headings = [
        (int(found[1]), _HASHES.sub("", line[found.start(2) :]))
        for masked, line in lines
        if (found := _HEADING.match(masked))
    ]
    if len(headings) > 1 and len(dict(headings)) == len(headings):
        return dict(headings)
    lists = sorted(_lists(lines), key=len, reverse=True)  # of two as long, the first
    return dict(lists[0])


def _lists(lines: Sequence[tuple[str, str]]) -> Iterator[list[_Item]]:
    """The numbered lists of a text; what is neither an item nor within one ends a list.

    Each line comes with its code masked, and as it is.
    """
    items: list[_Item] = []
    blank = begun = False
    for masked, line in lines:
        if found := _ITEM.match(masked):
            number = items[-1][0] + 1 if items else int(found[1])
            items.append((number, without_marks(line[found.start(2) :]).strip()))
        elif masked.strip() and blank and not _WITHIN.match(masked):
            yield items
            items = []
        blank = not masked.strip()
        begun = bool(found) or (begun and not blank and not _OTHER.match(masked))
        if begun and items and not found:
            number, words = items[-1]
            items[-1] = number, f"{words} {without_marks(line).strip()}"
    yield items


def among(numbers: Sequence[int]) -> str:
    """Which numbers there are, in words, such as 'from 1 to 5'."""
    first, last = numbers[0], numbers[-1]
    if len(numbers) > 2 and last - first == len(numbers) - 1:
        return f"from {first} to {last}"
    *others, last = numbers
    return f"{', '.join(map(str, others))} or {last}" if others else str(last)
