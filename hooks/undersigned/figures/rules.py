"""What is asked of the values in a figure's file, one function for each rule."""

import re
from collections.abc import Collection, Iterator, Sequence
from decimal import Decimal
from difflib import get_close_matches
from enum import StrEnum

from ..dates import StatedDate, stated_date
from ..invisible import hidden_places
from ..problem import Problem, quoted
from ..text.source import Entry, Text
from .fields import LINKED, LONGEST
from .model import Bound, Break, EventKind, FigureKind, When
from .wording import faulty_link, plain

# Digits alone: a comma is a point to some readers.
_NUMBER = re.compile(r"[0-9]{1,12}(?:\.[0-9]{1,4})?")
_BREAK = re.compile(r"([1-9][0-9]?) (\S.*)")

# A line for each stands beneath its step.
MOST_BREAKS = 9

_MOST_GUESSED = 5


def faulty_words(entry: Entry) -> Iterator[Problem]:
    """Words are there, no longer than a drawing has room for, and every reader sees all of them."""
    for name, text in entry.texts():
        words = in_line(text.value)
        if not words:
            yield entry.problem_at(text, f"'{name}' is empty; fill it in, or remove the line")
        if (at := next(hidden_places(words), None)) is not None:
            message = f"'{name}' holds U+{ord(words[at]):04X}, which readers cannot see; remove it"
            yield entry.problem_at(text, message)
        most = LONGEST.get(name, 120)
        if (length := len(plain(words) if name in LINKED else words)) > most:
            message = f"'{name}' has {length} characters; a figure has room for {most}: shorten it"
            yield entry.problem_at(text, message)
        if name in LINKED and (wrong := faulty_link(words)):
            yield entry.problem_at(text, f"{name}: {wrong}")


def faulty_numbers(entry: Entry, kind: FigureKind) -> Iterator[Problem]:
    """Values are numbers from 0, in digits; those of a share are whole and part of no other."""
    for name in ("value", "of"):
        text = entry.get(name)
        if text is None:
            continue
        if not _NUMBER.fullmatch(text.value):
            message = f"{name} {quoted(text.value)} is not a number in digits, such as 74 or 3500"
            yield entry.problem_at(text, message)
        elif kind is FigureKind.SHARE and "." in text.value:
            message = (
                f"{name} {quoted(text.value)} is no whole number, and a share counts; give one"
            )
            yield entry.problem_at(text, message)
    value, whole = number(entry.get("value")), number(entry.get("of"))
    if value is not None and whole is not None and value > whole:
        message = f"value '{value}' is more than the '{whole}' of which it is a part; mend one"
        yield entry.problem(message, "value")


def faulty_choices(entry: Entry, kind: FigureKind | None) -> Iterator[Problem]:
    """Where a value is one of a few words, it is one of these."""
    choices: dict[str, type[StrEnum]] = {"bound": Bound} if kind else {"kind": FigureKind}
    if kind is FigureKind.TIMELINE:
        choices["kind"] = EventKind
    for name, words in choices.items():
        text = entry.get(name)
        if text and text.value not in list(words):
            near = get_close_matches(text.value, list(words), n=1)
            hint = f"; did you mean '{near[0]}'?" if near else ""
            known = ", ".join(words)
            yield entry.problem_at(text, f"{name} {quoted(text.value)} is none of {known}{hint}")


def faulty_dates(entry: Entry) -> Iterator[Problem]:
    """A date is of a day or a month; what ends a range, or another source gives, is after it."""
    first = dated(entry.get("date"))
    for name in ("date", "until", "or"):
        text = entry.get(name)
        when = dated(text)
        if text and when is None:
            message = f"{name} {quoted(text.value)} is not a date such as 2023-04-18 or 2023-04"
            yield entry.problem_at(text, message)
        elif text and when and name != "date" and first and when.first_day <= first.first_day:
            yield entry.problem_at(text, f"{name} '{when}' is not after date '{first}'; swap them")
    if (until := entry.get("until")) and "or" in entry.values:
        yield entry.problem_at(until, "an event has 'until' or 'or'; remove one of the two")


def faulty_breaks(entry: Entry) -> Iterator[Problem]:
    """What breaks a chain is a principle's number, a space, and words; a step has room for few."""
    breaks = list(entry.each("breaks"))
    for text in breaks[MOST_BREAKS : MOST_BREAKS + 1]:
        message = f"a step has room for {MOST_BREAKS} breaks, and this is one more; remove some"
        yield entry.problem_at(text, message)
    for text in breaks[:MOST_BREAKS]:
        if not _BREAK.fullmatch(in_line(text.value)):
            message = f"breaks {quoted(text.value)} is not the number of a principle, and words"
            yield entry.problem_at(text, f"{message}; write it as '2 No firm buys from the trade'")


def unknown_sources(entry: Entry, keys: Sequence[str], files: Collection[str]) -> Iterator[Problem]:
    """Every source is in the bibliography."""
    known = {key.lower() for key in keys}
    unknown = [text for text in entry.each("sources") if text.value.lower() not in known]
    for place, text in enumerate(unknown):
        # Of many unknown keys none is a slip.
        among = keys if place < _MOST_GUESSED else ()
        near = nearest(text.value, among)
        hint = f"did you mean {quoted(near)}?" if near else "add it, or correct the key"
        message = f"source {quoted(text.value)} is not in {', '.join(files)}; {hint}"
        yield entry.problem_at(text, message)


def nearest(written: str, known: Collection[str]) -> str:
    """The name that was probably meant; empty where none is like what was written."""
    # Imported late: a site in which all names are known never needs it.
    from rapidfuzz import fuzz, process

    found = process.extractOne(written, known, scorer=fuzz.ratio, score_cutoff=60)
    return str(found[0]) if found else ""


def in_line(value: str) -> str:
    """A value on one line: white space is a space."""
    return " ".join(value.split())


def number(text: Text | None) -> Decimal | None:
    """The number that a value states; none where it states none."""
    return Decimal(text.value) if text and _NUMBER.fullmatch(text.value) else None


def dated(text: Text | None) -> StatedDate | None:
    """The date that a value states; none where it states none."""
    return stated_date(text.value) if text else None


def when_of(entry: Entry) -> When | None:
    """When a row is, by its three fields of dates."""
    first = dated(entry.get("date"))
    return When(first, dated(entry.get("until")), dated(entry.get("or"))) if first else None


def breaks_of(entry: Entry) -> Iterator[Break]:
    """Where principles break the chain at a step."""
    for text in entry.each("breaks"):
        if match := _BREAK.fullmatch(in_line(text.value)):
            yield Break(int(match[1]), match[2])
