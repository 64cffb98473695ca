"""Entries written one value a line, as `format` writes them, read without a parser of YAML.

Most of a long list has this form. What departs from it by a byte is for `parsed_entries`, which
reads the same of both: it takes several times as long, and finds all that is wrong.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Set
from typing import NamedTuple

from .source import Entry, Source

# Line ends, all that bars a text from being read, and marks that may begin a line (YAML 1.2,
# sections 5.1, 5.2 and 5.4).
_NONE_OF = r"\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff"

# A plain scalar on one line (YAML 1.2, section 7.3.3) that no reader takes for anything but text:
# behind the digits that may begin it stands what no number has there. Repetitions are bounded,
# since the memory for going back grows with them.
_PLAIN = rf"""
    (?! (?: [nN]ull | NULL | [tT]rue | TRUE | [fF]alse | FALSE ) \n )
    (?: [^\s{_NONE_OF}0-9~<.+=?:,[\]{{}}\#&*!|>'"%@`-] | [0-9]++ (?= [ A-DF-Za-df-np-wyz-] ) )
    (?: [^{_NONE_OF}:\ ]++ | : (?! [ \n] ) | [ ]++ (?! [\#\n] ) ){{0,200}}"""
_QUOTED = rf'"[^{_NONE_OF}"\\]*+"'
_VALUE = rf"(?: {_PLAIN} | {_QUOTED} )"
_NAME = r"(?! (?: null | true | false ) : ) [a-z][a-z0-9_]{0,99}+"
_FIELD = rf"{_NAME} : (?: [ ] {_VALUE} | (?: \n [ ]{{4}}-[ ] {_VALUE} ){{1,20}} )"
_ENTRY = re.compile(
    rf"(?=-) ( (?: (?: ^- | \n[ ] ) [ ] {_FIELD} ){{1,40}} ) \n (?: \n++ | (?= -[ ] ) | \Z )",
    re.M | re.X,
)

# A list that holds all of its text: comments, and then entries that begin where a line does.
_LIST = re.compile(r"(?: [ ]*+ (?: \#[^\n]*+ )? \n )* (?: -[ ] .* )?", re.S | re.X)
# Ends of documents, and of lines other than those that are counted.
_ENDS = re.compile(r"^(?:---|\.\.\.)|\r", re.M)


# What so short a value says is said by many entries, as by kinds and dates.
LONGEST_SHARED = 10


class Departing(NamedTuple):
    """A part of a text that has another form, and the line on which it begins."""

    text: str
    line: int

    @property
    def is_list(self) -> bool:
        """Whether it means by itself what it means in its place, if a parser takes it at all."""
        return bool(_LIST.fullmatch(self.text)) and not _ENDS.search(self.text)


def regular_entries(source: Source, several: Set[str]) -> Iterator[Entry | Departing]:
    """The entries of a text that have the form, and the parts between them, in order.

    An entry of which a field is given twice, or holds a list and is none of `several`, departs from
    the form as well.
    """
    path, text, end, line = source.path, source.text, 0, 1
    shared = dict[str, str]()
    for match in _ENTRY.finditer(text):
        if match.start() > end:
            yield Departing(text[end : match.start()], line)
            line += text.count("\n", end, match.start())
        lines = match[1][2:].split("\n  ")
        values, lists, count = *_values(lines, shared), len(lines)
        if '"' in match[1] or lists:
            values = _without_syntax(values, lists)
        if len(values) == count or _is_sound(values, lists, count, several):
            yield Entry(path, line, 3, line + count - 1, values, tuple(lists))
        else:
            yield Departing(match[0], line)
        end = match.end()
        line += count + end - match.end(1) - 1
    if end < len(text):
        yield Departing(text[end:], line)


def _values(
    lines: Iterable[str], shared: dict[str, str]
) -> tuple[dict[str, str], dict[str, list[str]]]:
    """The values of the fields of an entry as written, by name, and those of each list.

    Each name, country, kind and date is one object for all entries, which `shared` holds.
    """
    values: dict[str, str] = {}
    lists: dict[str, list[str]] = {}
    items: list[str] = []
    for line in lines:
        if line[0] == " ":
            items.append(line[len("  - ") :])
            continue
        name, _, value = line.partition(": ")
        if not value:
            name = name[:-1]
            items = lists[name] = []
        if len(value) <= LONGEST_SHARED:
            value = shared.setdefault(value, value)
        values[shared.setdefault(name, name)] = value
    return values, lists


def _is_sound(
    values: Mapping[str, str], lists: Mapping[str, list[str]], count: int, several: Set[str]
) -> bool:
    """Whether an entry of so many lines gives each field once, and lists where they are taken."""
    return len(values) + sum(map(len, lists.values())) == count and lists.keys() <= several


def _without_syntax(values: Mapping[str, str], lists: Mapping[str, list[str]]) -> dict[str, str]:
    """The values without the quotes around them, and those of lists with line feeds between."""
    return {
        name: "\n".join(map(_unquoted, lists[name])) if name in lists else _unquoted(value)
        for name, value in values.items()
    }


def _unquoted(value: str) -> str:
    return value[1:-1] if value[0] == '"' else value
