"""Publishing a draft as the next version: its problems, and the new text of versions.yml."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from ..dates import stated_date
from ..paths import VERSIONS
from ..problem import Problem
from ..text.source import Entry, Source
from ..text.yaml_reader import read_entries
from ..text.yaml_writer import plain_or_quoted
from .undrawn_points import undrawn_points
from .version import Version
from .versions import not_a_text, out_of_order, wrong_date, wrong_number

_ARGUMENTS = ("VERSION", "--date")
_EMPTY_LIST = re.compile(r"^\[[ \t]*\][ \t]*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Draft:
    """The words to be published, and the number and the date of their version."""

    words: Source
    number: str
    published: str

    def version(self) -> Version:
        """The version of a draft without problems; raises `ValueError` where its date is none."""
        when = stated_date(self.published)
        if when is None:
            raise ValueError(f"{self.published} has passed no date rule")
        return Version(self.number, when, self.words.text)


def refused_arguments(
    draft: Draft, versions: Sequence[Version], today: date
) -> Iterator[tuple[str, Problem]]:
    """The problems of the number and the date, each with its argument on the command line."""
    entry = Entry(VERSIONS, 1, 1, 2, {"version": draft.number, "published": draft.published})
    problems = [*wrong_number(entry, today), *wrong_date(entry, today)]
    if not problems:
        problems = [*out_of_order(entry, versions, draft.version())]
    for problem in problems:
        yield _ARGUMENTS[problem.line - 1], problem


def refused_words(draft: Draft, versions: Sequence[Version]) -> Iterator[Problem]:
    """The problems of the words: they are no text, or the same as those of the last version.

    Or they are not drawn as they are written, which nobody can mend once they are published.
    """
    yield from not_a_text(draft.words)
    yield from undrawn_points(draft.words)
    if versions and versions[-1].text.split() == draft.words.text.split():
        message = f"has the words of version '{versions[-1].number}'; write the new ones here"
        yield Problem(draft.words.path, 1, 1, message)


def listed_with(text: str, version: Version) -> tuple[str, list[Problem]]:
    """The text of versions.yml with the version at its end, and what prevents it, if anything."""
    end = "\r\n" if "\r\n" in text else "\n"
    kept = _EMPTY_LIST.sub("", text).rstrip()
    lines = [
        *([kept, ""] if kept else []),
        f"- version: {plain_or_quoted(version.number)}",
        f"  published: {version.published}",
        f"  sha256: {plain_or_quoted(version.sha256)}",
        "",
    ]
    extended = end.join(lines)
    before, after = (read_entries(Source(VERSIONS, each)) for each in (text, extended))
    if after[1] or [each.values for each in after[0][:-1]] != [each.values for each in before[0]]:
        message = "nothing can be put at its end; write each version as '- version: …' and so on"
        return text, [Problem(VERSIONS, 1, 1, message)]
    return extended, []
