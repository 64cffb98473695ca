"""The versions that `versions.yml` lists, and the rules for the list and the texts."""

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path

from ..dates import StatedDate, stated_date
from ..invisible import hidden_places
from ..paths import VERSIONS
from ..problem import Problem, Severity, quoted, stopping
from ..text.modelines import modelines_in
from ..text.source import (
    MEBIBYTE,
    Entry,
    Source,
    names_in,
    place_of,
    read_source,
    with_line_feeds,
)
from ..text.yaml_reader import misnamed_fields, read_entries
from ..text_paths import TextPaths
from .naming import texts_set_for
from .notes import faulty_notes
from .pictures import malformed_pictures, other_pictures
from .undrawn_points import undrawn_points
from .version import UNPUBLISHED, Version, digest

FIELDS = ("version", "published", "sha256")
NUMBER = re.compile(r"(0|[1-9][0-9]{0,3})(\.(0|[1-9][0-9]{0,3})){1,2}")

# What is said in a draft to whoever writes it.
_GUIDANCE = re.compile(r"<!--.*?-->", re.DOTALL)
_DIGEST = re.compile(r"[0-9a-f]{64}")


def is_text(path: str, texts: TextPaths) -> bool:
    """Whether a path, relative to the root of the site, is that of a version's text."""
    folder, _, name = path.rpartition("/")
    return (
        folder == texts.source
        and name.endswith(".md")
        and NUMBER.fullmatch(name.removesuffix(".md")) is not None
    )


def read_versions(
    root: Path, today: date, texts: TextPaths | None = None
) -> tuple[tuple[Version, ...], list[Problem]]:
    """The versions of a site, oldest first, and the problems of their list and their texts.

    The `texts` are where mkdocs.yml says, unless they are given.

    Whether each text is still the one that was published is for `lock.broken_locks` to say. Before
    the first is published, the draft stands in its place, so that the site can be looked at.
    """
    source, problems = read_source(root, VERSIONS)
    if source is None:
        return (), problems
    entries, problems = read_entries(source)
    problems += modelines_in(source, sound=not problems)
    texts = texts or texts_set_for(root)
    if not entries and not problems:
        return _drafted(root, today, texts)
    versions: list[Version] = []
    for entry in entries:
        version, wrong = _version(root, texts, entry, today)
        problems += wrong
        if version:
            problems += out_of_order(entry, versions, version)
            versions.append(version)
    return tuple(versions), problems or list(_unlisted(root, texts, entries))


def none_published() -> Problem:
    """That there is no version, with the way to publish the first."""
    return Problem(VERSIONS, 1, 1, "lists no version; 'undersigned publish' publishes the first")


def _drafted(
    root: Path, today: date, texts: TextPaths
) -> tuple[tuple[Version, ...], list[Problem]]:
    """The draft as a version of the number that no version has, and a note that it is none."""
    draft = read_text(root, texts.draft)[0] if (root / texts.draft).is_file() else None
    if draft is None:
        return (), [none_published()]
    # As many lines as before, for the places of problems.
    words = _GUIDANCE.sub(lambda found: "\n" * found[0].count("\n"), draft.text)
    message = f"lists no version, so the draft is shown as {UNPUBLISHED}; 'undersigned publish'"
    note = Problem(VERSIONS, 1, 1, f"{message} publishes the first", Severity.NOTE)
    source = Source(texts.draft, words)
    pictures = other_pictures(root, texts.source, source, drafted=True)
    problems = [note, *not_a_text(source), *undrawn_points(source), *pictures]
    if stopping(problems):
        return (), problems
    published = StatedDate(today.year, today.month, today.day)
    return (Version(UNPUBLISHED, published, f"{words.strip()}\n", texts=texts),), problems


def read_text(root: Path, path: str) -> tuple[Source | None, list[Problem]]:
    """A text with line feeds as line ends, or none and the problem that makes it unreadable."""
    source, problems = read_source(root, path, MEBIBYTE)
    if source is None:
        return None, problems
    if source.marked:
        message = "begins with a byte order mark, which no digest expects; save it without one"
        return None, [Problem(path, 1, 1, message)]
    return Source(path, with_line_feeds(source.text)), []


def out_of_order(entry: Entry, earlier: Sequence[Version], version: Version) -> Iterator[Problem]:
    """Each version has a higher number than the one before, and is not published before it."""
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
    """A version's number is two or three numbers with dots between them."""
    number = entry.get("version")
    if number and (not NUMBER.fullmatch(number.value) or number.value == UNPUBLISHED):
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
    """A version has its three fields and no other; a missing digest is reported with the text."""
    return misnamed_fields(entry, "a version", FIELDS, needed=FIELDS[:2])


_RULES: tuple[Callable[[Entry, date], Iterator[Problem]], ...] = (
    _misnamed,
    wrong_number,
    wrong_date,
)


def _version(
    root: Path, texts: TextPaths, entry: Entry, today: date
) -> tuple[Version | None, list[Problem]]:
    problems = [problem for rule in _RULES for problem in rule(entry, today)]
    number, published = entry.get("version"), entry.get("published")
    when = stated_date(published.value) if published else None
    if problems or number is None or when is None:
        return None, problems
    source, unreadable = read_text(root, texts.text_of(number.value))
    for path, _, _, why, *_ in unreadable:
        message = f"the text of version '{number.value}', {path}: {why}"
        problems.append(entry.problem(message, "version")._replace(also=path))
    if source is None:
        return None, problems
    pictures = other_pictures(root, texts.source, source)
    if wrong := [*not_a_text(source), *pictures, *_wrong_digest(entry, source)]:
        return None, wrong
    return Version(number.value, when, source.text, entry.get("sha256"), texts), []


def _wrong_digest(entry: Entry, source: Source) -> Iterator[Problem]:
    """A version states the digest of its text."""
    stated = entry.get("sha256")
    wanted = f"the digest of {source.path}"
    if stated is None:
        yield entry.problem(f"a version needs 'sha256'; {wanted} is '{digest(source.text)}'")
    elif not _DIGEST.fullmatch(stated.value):
        message = f"sha256 {quoted(stated.value)} is not 64 digits of 0-9 and a-f; give {wanted}"
        yield entry.problem(message, "sha256")


def _unlisted(root: Path, texts: TextPaths, entries: list[Entry]) -> Iterator[Problem]:
    """Every text in the folder of texts is that of a listed version, or it would look signed."""
    names, _ = names_in(root, texts.source)
    listed = {f"{number.value}.md" for entry in entries if (number := entry.get("version"))}
    for name in names:
        path = f"{texts.source}/{name}"
        if is_text(path, texts) and name not in listed:
            yield Problem(path, 1, 1, f"is no version of {VERSIONS}; list it there, or rename it")


# What MkDocs, Markdown or its extensions would not render as words, with the messages.
_BARRED = (
    (r"\A---", "a published text has no front matter; remove it"),
    (r"^[ \t]*\\statement[ \t]*$", "a text cannot hold itself; remove '\\statement'"),
    (r"^[ \t]*\\figure\b", "a published text has no figures; show it in the commentary"),
    (r"<(?!https?://)[A-Za-z/!?]", "a published text holds no HTML; write Markdown alone"),
    (r"\[[^\[\]\n]*@\w", "a published text cites nothing; cite it in the commentary"),
    (
        r"^ {0,3}\[(?!\^)[^\]\n]+\]:",
        "the words of this line are on no page; write the address as a link",
    ),
    (r"^[ \t]*-+8<-+", "a published text holds no other file; write its words here"),
    (r"\{[{%]", "a published text has nothing filled in; write the words themselves"),
    (r"\{:", "what stands in these braces is on no page; remove it"),
)


def not_a_text(source: Source) -> Iterator[Problem]:
    """A text is words alone: anything else would be signed without being read."""
    text = source.text
    if not text.strip():
        yield Problem(source.path, 1, 1, "the text is empty; write what signatories endorse")
    for pattern, message in _BARRED:
        if match := re.search(pattern, text, re.MULTILINE):
            yield Problem(source.path, *place_of(text, match.start()), message)
    yield from faulty_notes(source)
    yield from malformed_pictures(source)
    hidden = (at for at in hidden_places(text) if text[at] not in "\n\t")
    if (at := next(hidden, None)) is not None:
        message = f"holds U+{ord(text[at]):04X}, which readers cannot see; remove it"
        yield Problem(source.path, *place_of(text, at), message)
