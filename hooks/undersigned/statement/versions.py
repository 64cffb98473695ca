"""The versions that `versions.yml` lists, oldest first, held against its rules."""

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path

from ..dates import stated_date
from ..paths import TEXTS, VERSIONS, text_of_version
from ..problem import Problem, quoted
from ..text.characters import hides
from ..text.source import (
    MEBIBYTE,
    Entry,
    Source,
    misnamed_fields,
    names_in,
    place_of,
    read_source,
    with_line_feeds,
)
from ..text.yaml_reader import read_entries
from .version import Version, digest

FIELDS = ("version", "published", "sha256")
NUMBER = re.compile(r"(0|[1-9][0-9]{0,3})(\.(0|[1-9][0-9]{0,3})){1,2}")
_DIGEST = re.compile(r"[0-9a-f]{64}")


def is_text(path: str) -> bool:
    """Whether a path, from the root of the site, is that of the text of a version."""
    folder, _, name = path.rpartition("/")
    return (
        folder == TEXTS
        and name.endswith(".md")
        and NUMBER.fullmatch(name.removesuffix(".md")) is not None
    )


def read_versions(root: Path, today: date) -> tuple[tuple[Version, ...], list[Problem]]:
    """The versions of a site, oldest first, and what is wrong with their list or their texts.

    Whether each text is still the one that was published is left to `locks`.
    """
    source = read_source(root, VERSIONS)
    if isinstance(source, Problem):
        return (), [source]
    entries, problems = read_entries(source)
    if not entries and not problems:
        message = "lists no version; 'undersigned publish' publishes the first"
        problems.append(Problem(VERSIONS, 1, 1, message))
    versions: list[Version] = []
    for entry in entries:
        version = _version(root, entry, today)
        if isinstance(version, Version):
            problems.extend(out_of_order(entry, versions, version))
            versions.append(version)
        else:
            problems.extend(version)
    return tuple(versions), problems or list(_unlisted(root, entries))


def read_text(root: Path, path: str) -> Source | Problem:
    """The words of a text, its line ends normalised, or what bars them."""
    words = read_source(root, path, MEBIBYTE)
    if isinstance(words, Problem):
        return words
    if words.marked:
        message = "begins with a byte order mark, which no digest expects; save it without one"
        return Problem(path, 1, 1, message)
    return Source(path, with_line_feeds(words.text))


def out_of_order(entry: Entry, earlier: Sequence[Version], version: Version) -> Iterator[Problem]:
    """Each version has a number above the last one's, and is not published before it."""
    if not earlier:
        return
    last = earlier[-1]
    same = next((each.number for each in earlier if each.parts == version.parts), None)
    if same is not None:
        known = "" if same == version.number else f" as '{same}'"
        message = f"version '{version.number}' is listed already{known}; give another number"
        yield entry.problem(message, "version")
    elif version.published.last_day < last.published.first_day:
        message = f"version '{version.number}' is published before version '{last.number}'"
        yield entry.problem(f"{message}; list the oldest first", "published")
    elif version.parts < last.parts:
        message = f"version '{version.number}' follows version '{last.number}'"
        yield entry.problem(f"{message}; give a later version a higher number", "version")


def wrong_number(entry: Entry, _: date) -> Iterator[Problem]:
    """A version is numbered by two or three numbers with dots between them."""
    number = entry.get("version")
    if number and not NUMBER.fullmatch(number.value):
        message = f"version {quoted(number.value)} is not a number such as '1.0' or '1.2.1'"
        yield entry.problem(message, "version")


def wrong_date(entry: Entry, today: date) -> Iterator[Problem]:
    """A version was published on a day, or in a month, that is not in the future."""
    published = entry.get("published")
    when = stated_date(published.value) if published else None
    if published and when is None:
        wanted = f"published {quoted(published.value)} is not a date such as 2023-03-27 or 2023-03"
        yield entry.problem(wanted, "published")
    if when and when.first_day > today:
        message = f"published '{when}' is in the future; list it when it is published"
        yield entry.problem(message, "published")


def _misnamed(entry: Entry, _: date) -> Iterator[Problem]:
    """A version has its three fields and no other; the missing digest is told with the text."""
    return misnamed_fields(entry, "a version", FIELDS, needed=FIELDS[:2])


_RULES: tuple[Callable[[Entry, date], Iterator[Problem]], ...] = (
    _misnamed,
    wrong_number,
    wrong_date,
)


def _version(root: Path, entry: Entry, today: date) -> Version | list[Problem]:
    problems = [problem for rule in _RULES for problem in rule(entry, today)]
    number, published = entry.get("version"), entry.get("published")
    when = stated_date(published.value) if published else None
    if problems or number is None or when is None:
        return problems
    words = read_text(root, text_of_version(number.value))
    if isinstance(words, Problem):
        message = f"the text of version '{number.value}', {words.path}: {words.message}"
        return [entry.problem(message, "version")._replace(also=words.path)]
    if wrong := [*not_a_text(words), *_wrong_digest(entry, words)]:
        return wrong
    return Version(number.value, when, words.text, entry.get("sha256"))


def _wrong_digest(entry: Entry, words: Source) -> Iterator[Problem]:
    """A version states the digest of its text."""
    stated = entry.get("sha256")
    add = f"the digest of {words.path}"
    if stated is None:
        yield entry.problem(f"a version needs 'sha256'; {add} is '{digest(words.text)}'")
    elif not _DIGEST.fullmatch(stated.value):
        message = f"sha256 {quoted(stated.value)} is not 64 digits of 0-9 and a-f; give {add}"
        yield entry.problem(message, "sha256")


def _unlisted(root: Path, entries: list[Entry]) -> Iterator[Problem]:
    """Every text in the folder of texts is a listed version: pages of no version look signed."""
    names = names_in(root, TEXTS)
    listed = {f"{number.value}.md" for entry in entries if (number := entry.get("version"))}
    for name in [] if isinstance(names, Problem) else names:
        path = f"{TEXTS}/{name}"
        if is_text(path) and name not in listed:
            yield Problem(path, 1, 1, f"is no version of {VERSIONS}; list it there, or rename it")


# What the builder of pages would take for something else than words, and why it is refused.
_BARRED = (
    (r"\A---", "a published text has no front matter; remove it"),
    (r"^[ \t]*\\statement[ \t]*$", "a text cannot hold itself; remove '\\statement'"),
    (r"<(?!https?://)[A-Za-z/!?]", "a published text holds no HTML; write Markdown alone"),
    (r"\[[^\[\]\n]*@\w", "a published text cites nothing; cite it in the commentary"),
    (r"\[\^", "a published text has no notes; write them into the commentary"),
    (r"!\[", "a published text has no pictures; describe in words what they show"),
    (r"^ {0,3}\[[^\]\n]+\]:", "the words of this line are on no page; write the address as a link"),
    (r"\{:", "what stands in these braces is on no page; remove it"),
)


def not_a_text(words: Source) -> Iterator[Problem]:
    """A text is words alone: whatever else it holds would be signed, and not be read."""
    if not words.text.strip():
        yield Problem(words.path, 1, 1, "the text is empty; write what signatories endorse")
    for pattern, message in _BARRED:
        if match := re.search(pattern, words.text, re.MULTILINE):
            yield Problem(words.path, *place_of(words.text, match.start()), message)
    hidden = (place for place, sign in enumerate(words.text) if sign not in "\n\t" and hides(sign))
    if (place := next(hidden, None)) is not None:
        message = f"holds U+{ord(words.text[place]):04X}, which readers cannot see; remove it"
        yield Problem(words.path, *place_of(words.text, place), message)
