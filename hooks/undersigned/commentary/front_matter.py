"""Key points, history and readings at the head of a page, each at its place."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import date

import yaml

from ..dates import StatedDate, stated_date
from ..paths import PAGES, path_in_pages
from ..problem import Problem, quoted
from ..text.pages import FRONT_MATTER
from ..text.source import Source, Text, with_line_feeds
from ..text.yaml_nodes import composed, nodes_of, pairs_of, text_of_node
from .linked_words import pieces_of, refused_address, unread_sign
from .opening import MOST_POINTS, Change, Opening
from .reading import Level, Reading

KEY_POINTS, HISTORY, READINGS = "key_points", "history", "readings"

# In characters: four lines of a column. A longer sentence is read no faster than the page.
LONGEST = 280
# A reading is described in a paragraph.
LONGEST_DESCRIPTION = 600

_CHANGE = ("date", "change")
_READING = ("source", "minutes", "level", "words")
_MINUTES = re.compile("[1-9][0-9]{0,3}")


def read_opening(
    page: Source, today: date, is_page: Callable[[str], bool]
) -> tuple[Opening, list[Problem]]:
    """What a page says of itself, and what is wrong with that.

    `is_page` is whether a site has a page of a path in docs/. What has a problem is left out.
    Front matter that is not YAML is reported elsewhere.
    """
    found = _Pass(page, today, is_page)
    return found.opening(), sorted(found.problems)


class _Pass:
    """A pass over the settings of one page."""

    def __init__(self, page: Source, today: date, is_page: Callable[[str], bool]) -> None:
        self.path, self.today, self.is_page = page.path, today, is_page
        self.problems: list[Problem] = []
        text = with_line_feeds(page.text)
        front = FRONT_MATTER.match(text)
        head = Source(page.path, text[: front.start(1)]) if front else None
        self._pairs = list(pairs_of(composed(head, aliases=False)[0])) if head else []

    def opening(self) -> Opening:
        nodes = dict(self._pairs)
        for name, number in Counter(name for name, _ in self._pairs).items():
            if name in (KEY_POINTS, HISTORY, READINGS) and number > 1:
                self._add(nodes[name], f"{name} stands here a second time; write one list of both")
        points = tuple(self._points(nodes[KEY_POINTS])) if KEY_POINTS in nodes else ()
        history = tuple(self._history(nodes[HISTORY])) if HISTORY in nodes else ()
        readings = tuple(self._readings(nodes[READINGS])) if READINGS in nodes else ()
        return Opening(path_in_pages(self.path), points, history, readings)

    def _points(self, node: yaml.Node) -> Iterator[str]:
        if not nodes_of(node):
            self._add(node, f"{KEY_POINTS} {_NO_LIST} such as '- They sell to governments.'")
        for item in nodes_of(node)[MOST_POINTS : MOST_POINTS + 1]:
            message = f"a page has at most {MOST_POINTS} key points; leave out those from here on"
            self._add(item, message)
        for item in nodes_of(node)[:MOST_POINTS]:
            if sentence := self._sentence(item, "a key point"):
                yield sentence

    def _history(self, node: yaml.Node) -> Iterator[Change]:
        if not nodes_of(node):
            self._add(node, f"{HISTORY} {_NO_LIST} such as {_SUCH}")
        newer: StatedDate | None = None
        for item in nodes_of(node):
            change = self._change(item)
            if change and newer and change.day.first_day > newer.first_day:
                message = f"{change.day} is after {newer}, the date above; put the newest first"
                self._add(item, message)
            elif change:
                newer = change.day
                yield change

    def _change(self, item: yaml.Node) -> Change | None:
        given = self._fields(item, "a change", _CHANGE, _SUCH)
        if not given:
            return None
        day = self._day(given["date"])
        words = self._sentence(given["change"], "a change")
        return Change(day, words) if day and words else None

    def _readings(self, node: yaml.Node) -> Iterator[Reading]:
        if not nodes_of(node):
            self._add(node, f"{READINGS} {_NO_LIST} such as {_SUCH_READING}")
        for item in nodes_of(node):
            if given := self._fields(item, "a reading", _READING, _SUCH_READING):
                source, minutes, level = (
                    text_of_node(given[name]) or Text("", 1, 1) for name in _READING[:3]
                )
                if not _MINUTES.fullmatch(minutes.value):
                    message = f"{quoted(minutes.value)} is no number of minutes; write one, as 20"
                    self._add(given["minutes"], message)
                elif level.value not in list(Level):
                    message = f"{quoted(level.value)} is no level; write one of {', '.join(Level)}"
                    self._add(given["level"], message)
                elif words := self._sentence(given["words"], "a description", LONGEST_DESCRIPTION):
                    yield Reading(source, int(minutes.value), Level(level.value), words)

    def _fields(
        self, item: yaml.Node, what: str, fields: Sequence[str], such: str
    ) -> dict[str, yaml.Node]:
        """The fields of an item, of which none is wanting; empty where one is."""
        given = dict(pairs_of(item))
        if missing := [name for name in fields if name not in given]:
            self._add(item, f"{what} needs {quoted(missing[0])}; write it as {such}")
            return {}
        for name, node in given.items():
            if name not in fields:
                self._add(node, f"unknown field {quoted(name)}; {what} has {', '.join(fields)}")
        return given

    def _day(self, node: yaml.Node) -> StatedDate | None:
        written = text_of_node(node) or Text("", 1, 1)
        day = stated_date(written.value)
        if day is None or day.day is None:
            self._add(node, f"{quoted(written.value)} is no day; write it as 2026-01-31")
        elif day.first_day > self.today:
            self._add(node, f"{day} is in the future; give the day on which the page changes")
        else:
            return day
        return None

    def _sentence(self, node: yaml.Node, what: str, longest: int = LONGEST) -> str:
        """The sentence of a node, on one line; empty where it is none, which is reported."""
        text = text_of_node(node) if isinstance(node, yaml.ScalarNode) else None
        sentence = " ".join(text.value.split()) if text else ""
        if wrong := _refused(sentence, what, longest) or self._leads_nowhere(sentence):
            self._add(node, wrong)
            return ""
        return sentence

    def _leads_nowhere(self, sentence: str) -> str:
        path = path_in_pages(self.path)
        for piece in pieces_of(sentence):
            if wrong := refused_address(piece.address, path):
                return wrong
            page, _ = piece.page_from(path)
            if page and not self.is_page(page):
                return (
                    f"{quoted(piece.address)} leads to {PAGES}/{page}, which is not there; mend it"
                )
        return ""

    def _add(self, node: yaml.Node, message: str) -> None:
        mark = node.start_mark
        self.problems.append(Problem(self.path, mark.line + 1, mark.column + 1, message))


_NO_LIST = "is no list; write each behind '- ' on a line of its own,"
_SUCH_READING = "'- {source: key, minutes: 20, level: for everyone, words: It explains the law.}'"
_SUCH = "'- {date: 2026-01-31, change: The figures of 2025 were added.}'"


def _refused(sentence: str, what: str, longest: int) -> str:
    """Why a sentence cannot be shown, with the remedy; empty where it can."""
    if not any(map(str.isalnum, sentence)):
        return f"{what} is no sentence; write one, between quotation marks if it holds ': ' or '#'"
    if len(sentence) > longest:
        return f"{what} has {len(sentence)} characters, at most {longest} are read; shorten it"
    if sign := unread_sign(sentence):
        return f"{quoted(sign)} is not read in {what}; write plain words, or '[words](page.md)'"
    return ""
