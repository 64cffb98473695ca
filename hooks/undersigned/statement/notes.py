"""Notes of a text: their words are in its own file, within the bytes that are signed.

They are written as Python-Markdown's footnotes are, each a paragraph of its own. They are drawn
within the text, and not among the notes of a page, where another note of that name could take the
place of one, and where readers would not see which words are signed.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ..problem import Problem, quoted
from ..text.pages import code_masked
from ..text.source import Source

_LABEL = r"\[\^(?P<label>[\w-]{1,40})\]"
_REFERENCE = re.compile(rf"(?<!\\){_LABEL}")
_DEFINITION = re.compile(rf"{_LABEL}:[ \t]+(?P<words>\S.*)")

# What looks like a note that is within something else, or that follows words without a gap.
_WITHIN = re.compile(rf"[ \t]*(?:(?:>|[-*+]|[0-9]{{1,9}}[.)])[ \t]*)*{_LABEL}:")

# A heading, by its hashes or by the line beneath it.
_HASHES = re.compile(r" {0,3}#")
_BENEATH = re.compile(r" {0,3}(?:=+|-+)[ \t]*")

# How the ids of notes begin, and of the places that refer to them.
ANCHOR = "note-of-the-text-"


class Note(NamedTuple):
    """A note as it is written: its label, its words in one line, and its lines, from 0 on.

    The line `end` is the first that is no longer of it.
    """

    label: str
    words: str
    start: int
    end: int


def notes_of(lines: Sequence[str]) -> list[Note]:
    """The notes that the lines of a text define, in their order."""
    found: list[Note] = []
    pieces: list[str] = []
    may_begin = True
    for number, line in enumerate([*lines, ""]):
        begun = _DEFINITION.match(line) if may_begin else None
        if pieces and (begun or not line.strip()):
            found[-1] = found[-1]._replace(words=" ".join(pieces), end=number)
            pieces = []
        if begun:
            found.append(Note(begun["label"], "", number, number))
            pieces = [begun["words"].strip()]
        elif pieces:
            pieces.append(line.strip())
        may_begin = bool(pieces) or not line.strip()
    return found


def without_marks(words: str) -> str:
    """Words without the marks by which they refer to notes."""
    return _REFERENCE.sub("", words)


def with_notes(text: str) -> str:
    """The Markdown of a sound text with its notes behind it, as a page draws them.

    They are numbered in the order in which the text refers to them. A text without any is as it is.
    """
    lines = text.split("\n")
    notes = {note.label: note for note in notes_of(lines)}
    numbers: dict[str, int] = {}

    def mark(found: re.Match[str]) -> str:
        own = "" if found["label"] in numbers else "-place"
        number = numbers.setdefault(found["label"], len(numbers) + 1)
        place = f' id="{ANCHOR}{number}{own}"' if own else ""
        return f'<sup{place}><a href="#{ANCHOR}{number}">{number}</a></sup>'

    if not notes:
        return text
    of_notes = {at for note in notes.values() for at in range(note.start, note.end)}
    words = "\n".join(line for at, line in enumerate(lines) if at not in of_notes)
    # Marks that touch would be read as one number.
    drawn = _REFERENCE.sub(mark, words).replace("</sup><sup", "</sup>\u00a0<sup").rstrip()
    behind = [_drawn(notes[label].words, number) for label, number in numbers.items()]
    return "\n\n".join([drawn, "<section markdown>", *behind, "</section>\n"])


def _drawn(words: str, number: int) -> str:
    back = f'<a href="#{ANCHOR}{number}-place">{number}</a>'
    return f'<sup id="{ANCHOR}{number}">{back}</sup> {words}'


def faulty_notes(source: Source) -> Iterator[Problem]:
    """A problem for each note of a text by which a page would show something else than is signed.

    Whatever looks like one has to be one: a page, or an extension of Markdown, could make something
    else of it.
    """
    if "[^" not in source.text:
        return
    lines = source.text.split("\n")
    notes = notes_of(lines)
    of_notes = {at: note.start for note in notes for at in range(note.start, note.end)}
    marks = _Marks(source.text, lines, frozenset(note.label for note in notes))
    for number, (line, masked) in enumerate(
        zip(lines, code_masked(source.text).split("\n"), strict=True)
    ):
        marks.begin_line(number)
        for found in re.finditer(r"\[\^", line):
            if not found.start() and of_notes.get(number) == number:
                continue  # where a note begins
            if wrong := marks.wrong(found.start(), masked, number in of_notes):
                yield Problem(source.path, number + 1, found.start() + 1, wrong)
    yield from _unneeded(source.path, notes, marks.referred)
    for note in notes:
        after = next(((at, each) for at, each in _after(lines, note) if each.strip()), (0, ""))
        if after[1].startswith(("    ", "\t")):
            message = "a note of a published text is one paragraph; join this to its line"
            yield Problem(source.path, after[0] + 1, 1, message)


def _after(lines: Sequence[str], note: Note) -> Iterator[tuple[int, str]]:
    """The lines behind a note, each with its number."""
    return ((at, lines[at]) for at in range(note.end, len(lines)))


def _unneeded(path: str, notes: Sequence[Note], referred: set[str]) -> Iterator[Problem]:
    """A problem for each note that is written twice, or that nothing refers to."""
    before = set[str]()
    for note in notes:
        if note.label in before:
            message = f"note {quoted(note.label)} is written twice; give this one another name"
            yield Problem(path, note.start + 1, 1, message)
        elif note.label not in referred:
            message = f"nothing refers to note {quoted(note.label)}; put '[^{note.label}]' behind"
            yield Problem(path, note.start + 1, 1, f"{message} the words that it is about")
        before.add(note.label)


class _Marks:
    """The marks of a text, read line by line: a line may have very many, and be very long.

    Which notes are `known` is given, and which are `referred` to is known at the end.
    """

    def __init__(self, text: str, lines: Sequence[str], known: frozenset[str]) -> None:
        self.text, self.lines, self.known = text, lines, known
        self.line, self.start, self.next = "", 0, 0
        self.looks_begun, self.is_heading = -1, False
        self.referred = set[str]()

    def begin_line(self, number: int) -> None:
        """Read what concerns all marks of the line that follows."""
        self.line, self.start = self.lines[number], self.next
        self.next += len(self.line) + 1
        if "[^" in self.line:
            begun = _WITHIN.match(self.line)
            self.looks_begun = begun.end() if begun else -1
            beneath = "".join(self.lines[number + 1 : number + 2])
            heading = _HASHES.match(self.line) or _BENEATH.fullmatch(beneath)
            self.is_heading = heading is not None

    def wrong(self, at: int, masked: str, in_note: bool) -> str:
        """What is wrong with what looks like a mark in the line, if anything is."""
        line = self.line
        found = _REFERENCE.match(line, at)
        if masked[at] == " ":
            return ""  # in a comment, which is refused as that
        if masked[at] != line[at]:
            return "a published text has no '[^' in code, where it looks like a note; remove it"
        if in_note:
            return "a note of a published text has no notes; write its words here"
        if found is None:
            return "'[^' begins no note; write '[^1]', and a paragraph '[^1]: …' of this text"
        label = found["label"]
        self.referred.add(label)
        if self.looks_begun == found.end() + 1:
            return "a note is a paragraph by itself; begin a line with it, behind an empty one"
        if label not in self.known:
            message = f"this text has no note {quoted(label)}; write it behind an empty line, as"
            return f"{message} '[^{label}]: …'"
        if self.is_heading:
            return "a heading has no notes; put the mark into the words beneath it"
        if self._in_link(self.start + at):
            return "a note’s mark stands within a link; put it behind the link"
        return ""

    def _in_link(self, at: int) -> bool:
        """Whether brackets are open before a place of the text, or the address behind them."""
        opened, closed = (self.text.rfind(sign, 0, at) for sign in "[]")
        if opened > closed:
            return "\n\n" not in self.text[opened:at]
        return self.text.startswith("](", closed) and ")" not in self.text[closed:at]
