"""The published versions of the text, as `versions.yml` lists them, oldest first."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from .dates import StatedDate, stated_date
from .reading.reader import read_entries
from .reading.source import Entry, Source, names_in, place_of, read_source
from .reporting.problems import Problem, quoted

PATH = "versions.yml"
TEXTS = "docs/principles"
_NUMBER = re.compile(r"[0-9]{1,4}(\.[0-9]{1,4}){1,2}")


@dataclass(frozen=True, slots=True)
class Version:
    """A text as published: its number, such as ``1.0``, its date and its words in Markdown."""

    number: str
    published: StatedDate
    text: str


def read_versions(root: Path, today: date) -> tuple[tuple[Version, ...], list[Problem]]:
    """The versions of a site, oldest first, and what is wrong with their list or their texts."""
    source = read_source(root, PATH)
    if isinstance(source, Problem):
        return (), [source]
    entries, problems = read_entries(source)
    if not entries and not problems:
        problems.append(Problem(PATH, 1, 1, "lists no version; name the published text"))
    versions: list[Version] = []
    for entry in entries:
        version = _version(root, entry, today)
        if isinstance(version, Version):
            problems.extend(_out_of_order(entry, versions, version))
            versions.append(version)
        else:
            problems.extend(version)
    return tuple(versions), problems or list(_unlisted(root, entries))


def in_force(versions: Sequence[Version], when: StatedDate) -> Version | None:
    """The latest version already published by then; nothing before the first publication."""
    published = [each for each in versions if each.published.first_day <= when.last_day]
    return published[-1] if published else None


def _version(root: Path, entry: Entry, today: date) -> Version | list[Problem]:
    problems = [*_misnamed(entry)]
    number, published = entry.get("version"), entry.get("published")
    when = stated_date(published.value) if published else None
    if number and not _NUMBER.fullmatch(number.value):
        wanted = f"version {quoted(number.value)} is not a number such as '1.0' or '1.2.1'"
        problems.append(entry.problem(wanted, "version"))
    if when and when.first_day > today:
        message = f"published '{when}' is in the future; list it when it is published"
        problems.append(entry.problem(message, "published"))
    if published and when is None:
        wanted = f"published {quoted(published.value)} is not a date such as 2023-03-27 or 2023-03"
        problems.append(entry.problem(wanted, "published"))
    if problems or number is None or when is None:
        return problems
    words = read_source(root, f"{TEXTS}/{number.value}.md")
    if isinstance(words, Problem):
        message = f"the text of version '{number.value}', {words.path}: {words.message}"
        return [entry.problem(message, "version")]
    if wrong := list(_not_a_text(words)):
        return wrong
    # A checkout on Windows may end lines in CRLF; the published text ends them in LF.
    return Version(number.value, when, words.text.replace("\r\n", "\n"))


def _not_a_text(words: Source) -> Iterator[Problem]:
    """A published text is words alone: what builds pages would change it or hide part of it."""
    if not words.text.strip():
        yield Problem(words.path, 1, 1, "the text is empty; write what signatories endorse")
    if words.text.startswith("---"):
        yield Problem(words.path, 1, 1, "a published text has no front matter; remove it")
    if match := re.search(r"^[ \t]*\\statement[ \t]*$", words.text, re.MULTILINE):
        place = place_of(words.text, match.start())
        yield Problem(words.path, *place, "a text cannot hold itself; remove '\\statement'")


def _unlisted(root: Path, entries: list[Entry]) -> Iterator[Problem]:
    """Every text in the folder of texts is a listed version: pages of no version look signed."""
    names = names_in(root, TEXTS)
    listed = {f"{number.value}.md" for entry in entries if (number := entry.get("version"))}
    for name in [] if isinstance(names, Problem) else names:
        if _NUMBER.fullmatch(name.removesuffix(".md")) and name not in listed:
            path = f"{TEXTS}/{name}"
            yield Problem(path, 1, 1, f"is no version of {PATH}; list it there, or rename it")


def _misnamed(entry: Entry) -> Iterator[Problem]:
    for field in ("version", "published"):
        if field not in entry.keys:
            yield entry.problem(f"a version needs '{field}'")
    for name, key in entry.keys.items():
        if name not in ("version", "published"):
            message = f"unknown field {quoted(name)}; a version has 'version' and 'published'"
            yield Problem(entry.path, key.line, key.column, message)


def _out_of_order(entry: Entry, earlier: list[Version], version: Version) -> Iterator[Problem]:
    if any(each.number == version.number for each in earlier):
        yield entry.problem(f"version '{version.number}' is listed twice", "version")
    elif earlier and version.published.last_day < earlier[-1].published.first_day:
        before = f"before version '{earlier[-1].number}'"
        message = f"version '{version.number}' is published {before}; list the oldest first"
        yield entry.problem(message, "published")
