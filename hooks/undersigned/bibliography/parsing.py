"""Entries as parsed by pybtex, with a problem at its place for each that pybtex refuses."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from pybtex.database import Entry
from pybtex.exceptions import PybtexError

from ..paths import BIBLIOGRAPHY
from ..problem import Problem, quoted
from .items import Item, ItemType
from .layout import entry_text
from .style.persons import EntryParser

# The greatest length of a string's value; nested strings could make it exceed any memory.
LONGEST_STRING = 1_000

_READ = (ItemType.ENTRY, ItemType.STRING, ItemType.PREAMBLE)


def parsed(items: Sequence[Item]) -> tuple[Mapping[str, Entry], list[Problem]]:
    """Each entry by its key, and a problem for each item that pybtex refuses or fails on.

    Where there is a problem, there are no entries. Items are parsed one by one, with the strings
    above each, so that every failure has a place.
    """
    parser = _parser()
    problems: list[Problem] = []
    for item in items:
        if item.kind in _READ and _refusal(parser, item.text):
            problems += _refused(parser, item)
        elif item.kind is ItemType.STRING and len(parser.macros[item.key.value]) > LONGEST_STRING:
            parser.macros[item.key.value] = ""
            name = quoted(item.key.value)
            message = f"string {name} stands for over {LONGEST_STRING:,} characters; shorten it"
            problems.append(Problem(BIBLIOGRAPHY, item.key.line, item.key.column, message))
    return ({} if problems else parser.data.entries), problems


def _refused(parser: Any, item: Item) -> Iterator[Problem]:
    """A problem for each field that is refused by itself, or else one for the item as a whole."""
    reported = False
    for field in item.fields if item.kind is ItemType.ENTRY else ():
        alone = entry_text(replace(item, fields=(field,)))
        if why := _refusal(_parser(macros=parser.macros), alone):
            reported = True
            message = f"field {quoted(field.name.value)} cannot be read: {why}; correct it"
            yield Problem(BIBLIOGRAPHY, *field.content, message)
    if not reported:
        named = f"{item.kind} {quoted(item.key.value)}" if item.key.value else f"this {item.kind}"
        why = _refusal(_parser(macros=parser.macros), item.text) or "it is refused"
        message = f"{named} cannot be read: {why}; correct it"
        yield Problem(BIBLIOGRAPHY, item.key.line, item.key.column, message)


def _refusal(parser: Any, text: str) -> str | None:
    """Why pybtex refuses a text, or None; what it raises for malformed text is not documented."""
    try:
        parser.parse_string(text)
    except PybtexError as error:
        return _in_our_words(str(error))
    except Exception as error:
        return f"pybtex fails with {type(error).__name__}"
    return None


def _parser(**options: Any) -> Any:
    return EntryParser(**options)


def _in_our_words(message: str) -> str:
    bare = re.sub(r"^[a-z ]+ in line \d+: |^syntax error: ", "", message)
    if match := re.match(r"undefined string in line \d+: (.*)", message, re.DOTALL):
        return f"there is no @string {quoted(match[1])} above it"
    return quoted(bare)[1:-1]
