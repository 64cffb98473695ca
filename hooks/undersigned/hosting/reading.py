"""Reading netlify.toml: its headers and redirects, each with its line, and what is wrong."""

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

from ..paths import HOSTING
from ..problem import Problem, quoted
from ..text.source import MEBIBYTE, read_source
from .rules import HeaderRule, Hosting, Redirect, unsaid
from .values import fault_of_name, fault_of_path, fault_of_target, fault_of_value, tidied_value

# In bytes; no site's is longer.
_LARGEST = MEBIBYTE // 4

# The tables of Netlify's 'File-based configuration'. What is built is not for a server to do.
_BUILT = ("build", "context", "dev", "plugins", "template")
_RUN = ("edge_functions", "functions", "images")
_READ = ("headers", "redirects")

_OF_HEADERS = ("for", "values")
_OF_REDIRECTS = ("from", "to", "status", "force")
_BESIDES = ("query", "conditions", "signed", "headers", "rate_limit")

# Netlify's own where none is given.
_MOVED = 301

Rule = TypeVar("Rule")

_PLACE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")


class _RuleError(Exception):
    """What is wrong with a rule, in words."""


def read_hosting(root: Path) -> tuple[Hosting | None, Sequence[Problem]]:
    """What netlify.toml asks for in serving a site; None, and the problems, where it is wrong."""
    if not (root / HOSTING).exists() and not (root / HOSTING).is_symlink():
        message = "is missing, and it says which headers and redirects there are; write it"
        return None, [Problem(HOSTING, 1, 1, message)]
    source, problems = read_source(root, HOSTING, _LARGEST)
    return hosting_in(source.text) if source else (None, problems)


def hosting_in(text: str) -> tuple[Hosting | None, Sequence[Problem]]:
    """What the text of netlify.toml asks for; None, and the problems, where it is wrong."""
    try:
        stated = tomllib.loads(text)
    except ValueError as error:  # also of a number with too many digits
        return None, [_no_toml(str(error))]
    except RecursionError:
        return None, [Problem(HOSTING, 1, 1, "is nested too deep to be read; make it flat")]
    problems = list(_unknown_tables(stated))
    headers = _rules(text, stated, "headers", _header_rule, problems)
    redirects = _rules(text, stated, "redirects", _redirect, problems)
    if problems:
        return None, problems
    here = ((name, f"'{name}'") for name in _RUN if name in stated)
    notes = [
        unsaid(_line_of(text, name), shown, "Netlify alone runs it; it says nothing to others")
        for name, shown in here
    ]
    return Hosting(headers, redirects, notes), []


def _no_toml(said: str) -> Problem:
    place = _PLACE.search(said)
    line, column = (int(each or 1) for each in place.groups()) if place else (1, 1)
    message = f"is no TOML: {quoted(_PLACE.sub('', said))}; mend it there"
    return Problem(HOSTING, line, column, message)


def _unknown_tables(stated: Mapping[str, Any]) -> Iterator[Problem]:
    for name in stated:
        if name not in (*_BUILT, *_RUN, *_READ):
            message = f"{quoted(name)} is nothing that Netlify knows; correct or remove it"
            yield Problem(HOSTING, 1, 1, message)


def _rules(
    text: str,
    stated: Mapping[str, Any],
    name: str,
    read: Callable[[int, Mapping[str, Any]], Rule],
    problems: list[Problem],
) -> Sequence[Rule]:
    """The rules of one kind, each read at its line; what is wrong with one is a problem."""
    given = stated.get(name, [])
    if not isinstance(given, list) or not all(isinstance(each, dict) for each in given):
        message = f"'{name}' is no list of tables; begin each with [[{name}]]"
        problems.append(Problem(HOSTING, _line_of(text, name), 1, message))
        return []
    found: list[Rule] = []
    for line, each in zip(_lines_of(text, name, len(given)), given, strict=True):
        try:
            found.append(read(line, each))
        except _RuleError as fault:
            problems.append(Problem(HOSTING, line, 1, str(fault)))
    return found


def _lines_of(text: str, name: str, number: int) -> Sequence[int]:
    """Where each of so many tables begins; 1 for all where lines do not tell."""
    begins = re.compile(rf"[ \t]*\[\[[ \t]*[\"']?{name}[\"']?[ \t]*\]\]")
    lines = [at for at, each in enumerate(text.split("\n"), 1) if begins.match(each)]
    return lines if len(lines) == number else [1] * number


def _line_of(text: str, name: str) -> int:
    begins = re.compile(rf"[ \t]*\[*[ \t]*[\"']?{name}\b")
    lines = (at for at, each in enumerate(text.split("\n"), 1) if begins.match(each))
    return next(lines, 1)


def _header_rule(line: int, stated: Mapping[str, Any]) -> HeaderRule:
    _refuse_unknown(stated, _OF_HEADERS, "headers")
    path = _checked(stated, "for", fault_of_path)
    values = stated.get("values", {})
    if not isinstance(values, dict):
        raise _RuleError("'values' is no table; give each header as NAME = \"VALUE\"")
    return HeaderRule(line, path, tuple(_header(name, values[name]) for name in values))


def _header(name: str, value: object) -> tuple[str, str]:
    """One header; several values are one, parted by commas, as Netlify sends them."""
    if fault := fault_of_name(name):
        raise _RuleError(f"the header {quoted(name)} {fault}")
    given = value if isinstance(value, list) else [value]
    if not all(isinstance(each, str) for each in given):
        raise _RuleError(f"the value of {name} is no text; put it between quotes")
    tidied = ", ".join(map(tidied_value, given))
    if fault := fault_of_value(tidied):
        raise _RuleError(f"the value of {name}, {quoted(tidied)}, {fault}")
    return name, tidied


def _redirect(line: int, stated: Mapping[str, Any]) -> Redirect:
    _refuse_unknown(stated, (*_OF_REDIRECTS, *_BESIDES), "redirects")
    besides = tuple(name for name in _BESIDES if stated.get(name))
    source = stated.get("from")
    if isinstance(source, str) and re.match(r"https?://", source):
        besides = (*besides, "a host in 'from'")
        source = _checked(stated, "from", fault_of_target)
    else:
        source = _checked(stated, "from", fault_of_path)
    status, forced = stated.get("status", _MOVED), stated.get("force", False)
    if type(status) is not int or not 200 <= status <= 599:
        raise _RuleError("'status' is no number of HTTP; give one such as 301 or 302")
    if type(forced) is not bool:
        raise _RuleError("'force' is neither true nor false; give one of both, or remove it")
    target = _checked(stated, "to", fault_of_target)
    if re.split(r"[?#]", target)[0].rstrip("/") == source.rstrip("/"):
        raise _RuleError(f"the redirect from {source} leads back to it; remove it")
    return Redirect(line, source, target, status, forced, besides)


def _checked(stated: Mapping[str, Any], key: str, fault_of: Callable[[str], str]) -> str:
    value = stated.get(key)
    if not isinstance(value, str):
        raise _RuleError(f"'{key}' is missing or no text; give a path, such as \"/text\"")
    if fault := fault_of(value.strip()):
        raise _RuleError(f"'{key}', {quoted(value)}, {fault}")
    return value.strip()


def _refuse_unknown(stated: Mapping[str, Any], known: Sequence[str], name: str) -> None:
    for key in stated:
        if key not in known:
            keys = ", ".join(known)
            raise _RuleError(f"{quoted(key)} is no key of [[{name}]]; it knows {keys}")
