"""Points of a text that are numbered where it is written, and not where it is drawn.

Python-Markdown, with its extension `sane_lists`, begins a list where a block does, and a block
behind an empty line or a heading. A number within a paragraph, or one with a bracket, stays words
(3.10, `OListProcessor` and `SaneOListProcessor`): readers would see one point where two are signed.
"""

import re
from collections.abc import Iterator

from ..problem import Problem, quoted
from ..text.pages import code_masked
from ..text.source import Source, lines_of

# What begins a point for whoever writes, of so few digits that it is no year; and what is drawn so.
_WRITTEN = re.compile(r" {0,3}([0-9]{1,3})([.)])[ \t]+\S")
_DRAWN = re.compile(r" {0,3}[0-9]+\.[ ]")

_HEADING = re.compile(r" {0,3}#")
_INDENT = (" " * 4, "\t")


def undrawn_points(text: Source) -> Iterator[Problem]:
    """A problem for each numbered line that would be drawn as words of another point."""
    within = begins_list = listed = False
    for number, line in enumerate(lines_of(code_masked(text.text)), start=1):
        if not line.strip() or _HEADING.match(line):
            within, listed = False, listed and not line.strip()
            continue
        if not within:
            begins_list, indented = _DRAWN.match(line) is not None, line.startswith(_INDENT)
            listed = begins_list or (listed and indented)
            if indented and not listed:
                continue  # which is code, and a block of its own
        if (found := _WRITTEN.match(line)) and (message := _fault(found, within, begins_list)):
            yield Problem(text.path, number, found.start(1) + 1, message)
        within = True


def _fault(found: re.Match[str], within: bool, begins_list: bool) -> str:
    """Why a number is drawn as words, with the remedy; empty where it begins a point."""
    written = quoted(found[1] + found[2])
    if found[2] == ")":
        return f"{written} is drawn as words, not as a number; write '{found[1]}.'"
    if within and not begins_list:
        return f"{written} is drawn as words of the paragraph above; put an empty line before it"
    return ""
