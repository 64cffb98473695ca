"""Words that stand where somebody has to write their own."""

import re
from collections.abc import Iterator

from ..paths import CONFIGURATION
from ..problem import Problem, Severity, quoted
from ..text.pages import blanked, without_code
from ..text.source import Source, line_starts, place_in
from .reading import HOST, SiteFiles, is_for_examples, is_form, scalars

# What stands before words that only the owner of a site knows, also in comments.
_MARK = re.compile(r"\bREPLACE:(?:(?!-->)[^\n]){0,60}")

_WORDS = re.compile(r"\b(?:TODO|TBD|FIXME)\b|(?i:\blorem ipsum\b|<your [^<>\n]{1,40}>)")
_DATES = re.compile(r"\bYYYY(?:-MM(?:-DD)?)?\b")

# Samples in HTML, and comments of YAML and TOML.
_SAMPLE = re.compile(r"<(/?)(?:pre|code|samp|kbd)\b", re.IGNORECASE)
_COMMENT = re.compile(r"^[ \t]*#.*", re.MULTILINE)


def marked_words_are_replaced(files: SiteFiles) -> Iterator[Problem]:
    """Nothing is marked any more as to be replaced by what only the owner knows."""
    settings = [files.settings] if files.settings else []
    severity = Severity.PROBLEM if files.release else Severity.NOTE
    for source in (*settings, *files.pages, *files.beside):
        for place in _places(source, _MARK, source.text):
            message = f"{quoted(place[2])} is still to be done; write your words, then delete it"
            yield Problem(source.path, *place[:2], message, severity)


def nothing_stands_for_words_to_come(files: SiteFiles) -> Iterator[Problem]:
    """No page and no file beside them has words such as 'TODO', outside samples and comments.

    A form of an issue may say how a date is written.
    """
    for source in (*files.pages, *files.beside):
        words = read_by_people(source)
        for pattern in (_WORDS,) if is_form(source) else (_WORDS, _DATES):
            for line, column, found in _places(source, pattern, words):
                yield Problem(source.path, line, column, _unwritten(found))
    for text in scalars(files.node):
        if match := _WORDS.search(text.value):
            yield Problem(CONFIGURATION, text.line, text.column, _unwritten(match[0]))


def addresses_are_no_examples(files: SiteFiles) -> Iterator[Problem]:
    """No address outside samples is on a host for examples (RFC 2606, RFC 6761).

    A host alone, without what would make it an address, is one that a page writes about.
    """
    for source in (*files.pages, *files.beside):
        for line, column, found in _places(source, HOST, read_by_people(source)):
            if (host := HOST.match(found)) and is_for_examples(host[1]):
                message = f"the host {quoted(host[1])} is one for examples; give the one you mean"
                yield Problem(source.path, line, column, message)


def read_by_people(source: Source) -> str:
    """A file with spaces in place of its samples and comments; positions stay the same."""
    if not source.path.endswith(".md"):
        return _COMMENT.sub(lambda comment: blanked(comment[0]), source.text)
    text = without_code(source.text)
    pieces, end, begun = list[str](), 0, 0
    for tag in _SAMPLE.finditer(text):
        is_end, was = bool(tag[1]), begun
        begun = max(begun - 1, 0) if is_end else begun + 1
        if not was or (is_end and not begun):
            piece = text[end : tag.start()]
            pieces.append(blanked(piece) if was else piece)
            end = tag.start()
    return "".join([*pieces, text[end:]])


def _places(source: Source, pattern: re.Pattern[str], text: str) -> Iterator[tuple[int, int, str]]:
    """The line, the column and the words of everything that a pattern finds."""
    starts: list[int] = []
    for found in pattern.finditer(text):
        starts = starts or line_starts(source.text)
        yield *place_in(starts, found.start()), found[0].strip()


def _unwritten(found: str) -> str:
    return f"{quoted(found)} stands for words to come; write them"
