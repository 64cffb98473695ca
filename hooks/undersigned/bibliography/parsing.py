"""Entries as pybtex understands them, whatever it thinks of some."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from pybtex.database import Entry
from pybtex.database.input.bibtex import Parser
from pybtex.exceptions import PybtexError

from ..paths import BIBLIOGRAPHY
from ..problem import Problem, quoted
from .items import Item, ItemType
from .layout import entry_text
from .style.people import ROLES

# What strings stand for; each may be made of others many times over, and so outgrow any machine.
LONGEST_STRING = 1_000

_READ = (ItemType.ENTRY, ItemType.STRING, ItemType.PREAMBLE)


def parsed(items: Sequence[Item]) -> tuple[Mapping[str, Entry], list[Problem]]:
    """Each entry by its key, or a problem where pybtex refuses or stumbles over it.

    Entry by entry, with the strings above it, so that whatever happens has its place.
    """
    parser = _parser()
    problems: list[Problem] = []
    for item in items:
        if item.kind in _READ and _refusal(parser, item.text):
            problems += _told(parser, item)
        elif item.kind is ItemType.STRING and len(parser.macros[item.key.value]) > LONGEST_STRING:
            parser.macros[item.key.value] = ""
            told = f"string {quoted(item.key.value)} stands for over {LONGEST_STRING:,} characters"
            problems.append(
                Problem(BIBLIOGRAPHY, item.key.line, item.key.column, f"{told}; shorten it")
            )
    return ({} if problems else parser.data.entries), problems


def _told(parser: Any, item: Item) -> Iterator[Problem]:
    """The fields that are refused by themselves, or else the entry as a whole."""
    told = False
    for field in item.fields if item.kind is ItemType.ENTRY else ():
        alone = entry_text(replace(item, fields=(field,)))
        if why := _refusal(_parser(macros=parser.macros), alone):
            told = True
            message = f"field {quoted(field.name.value)} cannot be read: {why}; correct it"
            yield Problem(BIBLIOGRAPHY, *field.content, message)
    if not told:
        named = f"{item.kind} {quoted(item.key.value)}" if item.key.value else f"this {item.kind}"
        why = _refusal(_parser(macros=parser.macros), item.text) or "it is refused"
        message = f"{named} cannot be read: {why}; correct it"
        yield Problem(BIBLIOGRAPHY, item.key.line, item.key.column, message)


def _refusal(parser: Any, text: str) -> str | None:
    """Why pybtex does not take a text. It promises no kind of error for what it stumbles over."""
    try:
        parser.parse_string(text)
    except PybtexError as error:
        return _in_our_words(str(error))
    except Exception as error:
        return f"pybtex fails with {type(error).__name__}"
    return None


def _parser(**options: Any) -> Any:
    return Parser("utf-8", person_fields=ROLES, **options)


def _in_our_words(said: str) -> str:
    bare = re.sub(r"^[a-z ]+ in line \d+: |^syntax error: ", "", said)
    if match := re.match(r"undefined string in line \d+: (.*)", said, re.DOTALL):
        return f"there is no @string {quoted(match[1])} above it"
    if match := re.match(r"Too many commas in '(.*)'", bare, re.DOTALL):
        return f"the name {quoted(match[1])} has too many commas ('and' goes between names)"
    return quoted(bare)[1:-1]
