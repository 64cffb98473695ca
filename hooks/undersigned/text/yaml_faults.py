"""Faults in the lines of YAML that is written by hand, each with the place and what to write.

A parser says where it stopped, which is often a line below the fault and in words of its own. Where
one has stopped, the lines around that place are looked through for what people get wrong.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from ..problem import QUOTED_AT_MOST, Problem, printable, quoted
from .source import Source, lines_of

# Longer lines are nobody's field; looking through them could take time quadratic in their length.
_LONGEST = 1000

# More lines with one fault would be one habit, told often enough.
_AT_MOST = 20


class _Fault(NamedTuple):
    """A fault of a line: the position in it, from 0, and the message with its remedy."""

    position: int
    message: str


_Check = Callable[[str], _Fault | None]

_FENCE = re.compile(r"\s*(`{3,}|~{3,})")
_TAB = re.compile(r"( *(?:- *)?)\t[ \t]*(?=\S)")
_ODD_SPACES = "\u00a0\u1680\u2000-\u200b\u202f\u205f\u2060\u3000\ufeff"
_ODD_SPACE = re.compile(rf"( *(?:- *)?(?:[\"']?\w+[\"']? *:)? *)([{_ODD_SPACES}])")
_WIDE_COLON = re.compile(r"( *(?:- +)?\w+ *)[：﹕꞉]")
_BULLET = re.compile(r"( *)(?:[*+•·–—−](?=[ \t]*[A-Za-z_]+ *:)|-(?=[A-Za-z_]+ *:))")
_NO_SPACE = re.compile(r"( *(?:- +)?)([A-Za-z_]{2,20}):(?=[^\s:/])(.*)")
_EQUALS = re.compile(r"( *(?:- +)?)([A-Za-z_]{2,20}) *=+ *(?=[^\s=])(.*)")
_REMARK = re.compile(r"( *)(//|;|--(?!-)|<!--)")
_HEADED = re.compile(r"\w *: *$")
_HEADING = re.compile(r"[A-Za-z_]+ *: *$")

# A field, or a value of a list, with what is written behind the colon or the dash.
_FIELD = re.compile(r"( *(?:- +)*(?:[\"']?[\w -]+?[\"']? *: +)?)(?=\S)(.*?) *")
_CLOSED = re.compile(r""""(?:[^"\\]|\\.)*"|'(?:[^']|'')*'""")
_BEHIND = re.compile(r"(?: +#.*)?")
_BLOCK = re.compile(r"[|>][0-9+-]{0,2}(?: +#.*)?")
_LINK = re.compile(r"!?\[[^\]]*\]\(<?([^)\s>]+)>?\)")
_CODE = re.compile("`+([^`]+)`+")
_BRACKETED = re.compile(r"[\[{]\s*[\"']?([^\[\]{},\"']+?)[\"']?\s*[\]}]")
_ESCAPE = re.compile(r"""\\(?![0abtnvfre "/\\N_LP]|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U\w{8})""")


def in_lines(source: Source, problems: Sequence[Problem]) -> list[Problem]:
    """The faults of lines around the places of these problems, with those like them elsewhere.

    None where no line near them has a fault that is known.
    """
    if not problems:
        return []
    lines = lines_of(source.text)
    near = _around(lines, {each.line for each in problems})
    found = list(_faults(lines))
    kinds = {kind for kind, number, _ in found if number in near}
    faults = [(number, fault) for kind, number, fault in found if kind in kinds]
    if not faults:
        faults = list(_open_quotes(lines, problems)) or list(_misplaced_fields(lines, near))
    return [
        Problem(source.path, number, fault.position + 1, fault.message)
        for number, fault in faults[:_AT_MOST]
    ]


def cuts_an_entry(source: Source, problems: Sequence[Problem]) -> bool:
    """Whether the last entry that was read lacks what stands behind the first of these problems."""
    if not problems:
        return False
    lines = lines_of(source.text)
    line = lines[min(problems[0].line, len(lines)) - 1]
    return line.startswith("---") or not line.startswith("-")


def _around(lines: Sequence[str], numbers: Iterable[int]) -> set[int]:
    """The numbers of the lines from the entry before each of these lines to the line behind it."""
    begins = [at for at, line in enumerate(lines, start=1) if line.startswith(("-", "*", "•"))]
    begins_and_ends = [0] * (len(lines) + 2)
    for number in numbers:
        line = min(number, len(lines))
        before = bisect_left(begins, line)
        begins_and_ends[begins[before - 2] if before > 1 else 1] += 1
        begins_and_ends[min(number + 1, len(lines)) + 1] -= 1
    return {at for at, covering in enumerate(accumulate(begins_and_ends)) if covering}


def _faults(lines: Sequence[str]) -> Iterator[tuple[_Check, int, _Fault]]:
    """The first fault of each line, by what finds it and its number."""
    for number, line in enumerate(lines, start=1):
        for check in _CHECKS if len(line) <= _LONGEST else ():
            if fault := check(line):
                yield check, number, fault
                break
    head = next((at for at, line in enumerate(lines) if line.strip(" -") and line[0] != "#"), 0)
    below = next((line for line in lines[head + 1 :] if line.strip()), "")
    if _HEADING.fullmatch(lines[head]) and below.lstrip().startswith("- "):
        message = f"the file is the list itself; remove the line {quoted(lines[head].strip())}"
        yield _fence, head + 1, _Fault(0, message)


def _fence(line: str) -> _Fault | None:
    match = _FENCE.match(line)
    return match and _Fault(match.start(1), f"{quoted(match[1])} is no entry; remove the line")


def _tab(line: str) -> _Fault | None:
    match = _TAB.match(line)
    if match is None:
        return None
    spaces = "one space" if match[1].endswith("-") else "two spaces"
    return _Fault(match.end(1), f"a tab stands here; put {spaces} in its place")


def _odd_space(line: str) -> _Fault | None:
    match = _ODD_SPACE.match(line)
    if match is None:
        return None
    code = f"U+{ord(match[2]):04X}"
    return _Fault(match.start(2), f"{code} looks like a space and is none; put plain spaces here")


def _punctuation(line: str) -> _Fault | None:
    if match := _WIDE_COLON.match(line):
        return _Fault(match.end(1), "this is no plain colon; write ': '")
    if match := _BULLET.match(line):
        return _Fault(match.end(1), "an entry begins with a dash and a space; write '- '")
    if (match := _NO_SPACE.match(line) or _EQUALS.match(line)) and len(line) < QUOTED_AT_MOST:
        field = f"{match[2]}: {match[3].strip()}"
        return _Fault(match.end(1), f"a field needs a colon and a space; write {quoted(field)}")
    if match := _REMARK.match(line):
        return _Fault(match.end(1), "a comment begins with '#'; write '#' here")
    return None


def _value(line: str) -> _Fault | None:
    match = _FIELD.fullmatch(line)
    if match is None or line.lstrip().startswith("#") or not match[1].strip():
        return None
    value = match[2]
    is_quoted = value[0] in "\"'"
    if ":" not in match[1] and not is_quoted and (value.endswith(":") or not line.startswith(" ")):
        return None  # a field whose value stands on the lines below, or an entry
    message = _of_quoted(value) if is_quoted else _of_plain(value)
    return _Fault(match.end(1), message) if message else None


def _of_quoted(value: str) -> str:
    """What is wrong with a value that begins with a quote, if anything is."""
    match = _CLOSED.match(value)
    if match is None:
        return ""
    rest = value[match.end() :]
    if value[0] == '"' and not rest and _ESCAPE.search(match[0]):
        return f"a backslash begins an escape here; {_between_quotes(value[1:-1])}"
    if _BEHIND.fullmatch(rest):
        return ""
    if rest.strip() in (",", ";"):
        return f"{quoted(rest.strip())} stands behind the quotes; remove it"
    whole = value
    if not rest.startswith(" "):
        whole = value[1:-1] if value.endswith(value[0]) else value[1:]
    return f"the value goes on behind its quotes; {_between_quotes(whole)}"


def _of_plain(value: str) -> str:
    """What is wrong with a value that begins without a quote, if anything is."""
    if link := _LINK.fullmatch(value):
        return f"a link in Markdown is no value; write {printable(link[1])}"
    if code := _CODE.fullmatch(value):
        return f"code in Markdown is no value; write {printable(code[1])}"
    if listed := _BRACKETED.fullmatch(value):
        return f"brackets are no part of a value; write {printable(listed[1])} without them"
    if value[0] in "@`%*&![{" or value.startswith(("- ", "? ")):
        return f"a value cannot begin with {quoted(value[0])}; {_between_quotes(value)}"
    if value[0] in "|>" and not _BLOCK.fullmatch(value):
        return f"a value cannot begin with {quoted(value[0])}; {_between_quotes(value)}"
    words = re.split(r" +#", value)[0]
    if ": " in words or words.endswith(":"):
        return f"the value holds a colon and a space; {_between_quotes(words)}"
    return ""


def _between_quotes(value: str) -> str:
    """The remedy of writing a value between quotes, which is shown where it is short."""
    plain = '"' not in value and "\\" not in value
    if len(value) > QUOTED_AT_MOST:
        how = "double" if plain else "single"
        return f"put all of it between {how} quotes" + ("" if plain else ", and write ' twice")
    return "write " + printable(f'"{value}"' if plain else "'{}'".format(value.replace("'", "''")))


def _open_quotes(lines: Sequence[str], problems: Sequence[Problem]) -> Iterator[tuple[int, _Fault]]:
    """The quotes that open on a line, are not closed there and reach as far as a problem."""
    opening = {at: match for at, line in enumerate(lines, start=1) if (match := _opened(line))}
    numbers = list(opening)
    holding = {
        quote: [at for at, line in enumerate(lines, start=1) if quote in line] for quote in "\"'"
    }
    for stop in {min(each.line, len(lines)) for each in problems}:
        if before := bisect_right(numbers, stop):
            match = opening[number := numbers[before - 1]]
            places = holding[match[2][0]]
            below = bisect_right(places, number)
            if below == len(places) or places[below] >= stop:
                message = "the quotes that open here do not close; close them"
                yield number, _Fault(match.end(1), message)


def _opened(line: str) -> re.Match[str] | None:
    """The field of a line whose value begins with a quote that is not closed on the line."""
    match = (
        _FIELD.fullmatch(line) if len(line) <= _LONGEST and ("'" in line or '"' in line) else None
    )
    if match is None or match[2][0] not in "\"'" or _CLOSED.match(match[2]):
        return None
    return match


def _misplaced_fields(lines: Sequence[str], near: set[int]) -> Iterator[tuple[int, _Fault]]:
    """The fields that stand further left or right than the first of their entry."""
    wanted: int | None = None
    for number, line in enumerate(lines, start=1):
        field = re.match(r"( *)(- +)?[A-Za-z_]+ *:(?: |$)", line)
        if field is None:
            continue
        begins = bool(field[2]) and (wanted is None or len(field[1]) < wanted)
        if begins:
            wanted = len(field[1]) + len(field[2])
        elif wanted is not None and number in near:
            if field[2]:
                message = "a dash stands before a field that is not the first; remove the dash"
                yield number, _Fault(len(field[1]), message)
            elif len(field[1]) != wanted and not _HEADED.search(lines[number - 2]):
                message = (
                    f"a field stands {wanted} spaces from the margin, this one {len(field[1])}"
                )
                yield number, _Fault(len(field[1]), f"{message}; indent it like the others")


_CHECKS: tuple[_Check, ...] = (_fence, _tab, _odd_space, _punctuation, _value)
