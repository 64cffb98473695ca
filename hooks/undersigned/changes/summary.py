"""A review as Markdown for GitHub."""

from collections.abc import Callable, Iterable, Iterator

from ..evidence.grades import Grade
from ..identity import id_of
from ..markup.untrusted import bounded, code, codes, fitted
from ..model import Standing
from ..problem import Problem, Severity, counted
from ..text.source import Entry
from . import entry_lines, file_sections, proof_lines, record_sections
from .cautions import Caution
from .compare import ChangeKind, Joining, Pair
from .opening import opening
from .review import Review
from .sections import MOST, gravity, section

# In characters; a comment on GitHub holds 65,536.
LARGEST = 60_000

# Said beside everybody who asks for a change.
EVIDENCE_COUNTS = "the evidence of an entry counts, and not who asks"


def summary_text(review: Review, asked_by: str = "") -> str:
    """The summary, of at most `LARGEST` characters: altered entries come before new ones.

    No part of it can push another out, and within a part what is graver comes first.
    All text of the branch is untrusted, and is shown as code; so is the login of who asks for it.
    """
    entries = review.entries
    sections = (
        opening(review),
        _asker(asked_by),
        *record_sections.sections(review.record, review.problems),
        *(_altered(review, change) for change in ChangeKind),
        section("Removed", entries.removed, entry_lines.removed),
        _joining(review),
        _added(review),
        _folded(review),
        section("Moved", review.moved, entry_lines.moved),
        _proofs(review),
        file_sections.comments(review.notes.comments),
        _numbers(review),
        _problems(review),
        _unread((*review.unread, *review.record.unread)),
        file_sections.exempted(review.notes.exempted),
        file_sections.unrecorded(review.notes.unrecorded),
        file_sections.content(review),
        file_sections.others(review),
    )
    return fitted(sections, LARGEST) + "\n"


def _altered(review: Review, change: ChangeKind) -> Iterator[str]:
    rank = _gravity(review)
    altered = sorted(review.altered[change], key=lambda pair: rank(pair.after))

    def lines_of(pair: Pair) -> Iterator[str]:
        about = review.cautions_about(pair.after)
        return entry_lines.altered(pair, review.names, review.problems, about)

    return section(change.value, altered, lines_of)


def _joining(review: Review) -> Iterator[str]:
    altered = {id_of(entry.values) for entry in review.others}
    ordered = sorted(review.entries.joining, key=lambda each: not each.differences)

    def lines_of(each: Joining) -> Iterator[str]:
        return entry_lines.joining(
            each,
            review.version_of,
            id_of(each.there.values) not in altered,
            review.problems,
            review.cautions_about(each.entry),
        )

    return section("Endorses another version", ordered, lines_of)


def _gravity(review: Review) -> Callable[[Entry], int]:
    """A key by which the entries at which to look most closely come first."""
    return gravity((each[:2] for each in review.cautions), Caution)


def _added(review: Review) -> Iterator[str]:
    """New entries, first those at which to look most closely."""
    ordered = sorted(review.entries.added, key=_gravity(review))

    def lines_of(entry: Entry) -> Iterator[str]:
        return entry_lines.added(entry, review.problems, review.cautions_about(entry))

    return section("Added", ordered, lines_of)


def _asker(login: str) -> Iterator[str]:
    if login:
        yield ""
        yield f"Opened by {code(login)}, which proves nothing: {EVIDENCE_COUNTS}."


def _folded(review: Review) -> Iterator[str]:
    if folded := review.folded:
        count = counted(len(folded), "drop-in")
        names = codes(entry_lines.name_of(pair.after) for pair in folded)
        yield from ("", "## Folded", "", f"{count} moved into the register unchanged: {names}")


def _proofs(review: Review) -> Iterator[str]:
    """The kept copies that the change touches, and the grades that follow."""
    lines = [*section("Kept copies", proof_lines.ordered(review.proofs), proof_lines.lines_of)]
    if lines:
        yield from (*lines[:3], proof_lines.UNASKED, "", *lines[3:])


def _numbers(review: Review) -> Iterator[str]:
    """Signatories by their standing, those who endorse by grade, the entries, then the record."""
    before, after = review.before, review.after
    yield from ("", "## Counts", "", "| | before | after |", "| --- | ---: | ---: |")
    for standing, words in _STANDINGS.items():
        yield _row(words, before.standings[standing], after.standings[standing])
        if standing is Standing.ENDORSES:
            for known, how in _GRADES.items():
                if known is not Grade.PROVED or before.grades[known] or after.grades[known]:
                    yield _row(f"– {how}", before.grades[known], after.grades[known])
    yield _row("entries, each one endorsement", before.entries, after.entries)
    yield from (_row(*each) for each in record_sections.counts(review.record))


def _row(words: str, before: int, after: int) -> str:
    return f"| {words} | {before:,} | {after:,} |"


_STANDINGS = {
    Standing.ENDORSES: "signatories who endorse",
    Standing.ENDED: "ended",
    Standing.WITHDRAWN: "withdrawn",
}

_GRADES = {
    Grade.PROVED: "proved by their own servers",
    Grade.OWN_SITE: "stated on their own sites",
    Grade.RECORDED: "recorded by others",
    Grade.CONFIRMED: "confirmed by e-mail",
    Grade.STATED: "stated on a page not shown to be theirs",
}


def _problems(review: Review) -> Iterator[str]:
    yield from ("", "## The checker", "")
    problems = sum(each.severity is Severity.PROBLEM for each in review.problems)
    warnings = len(review.problems) - problems
    counts = [(problems, "problem"), (warnings, "warning")]
    found = ", ".join(counted(number, noun) for number, noun in counts if number)
    yield f"On this change: {found or 'nothing to mend'}."
    if review.lightened:
        notes = counted(review.lightened, "note")
        yield f"Not shown: {notes} on layout, on what waits, or on what was there before."
    if review.problems:
        yield ""
        yield from (f"- {line}" for line in bounded(map(_line, review.problems), MOST))


def _line(problem: Problem) -> str:
    return code(str(problem), entry_lines.LONGEST_MESSAGE)


def _unread(problems: Iterable[Problem]) -> Iterator[str]:
    """Problems of the lists before: entries may be missing from counts and comparisons."""
    lines = [f"- {line}" for line in bounded(map(_line, problems), MOST)]
    if lines:
        yield from (
            "",
            "## Before this change",
            "",
            "Of the entries as they were, not all are sound:",
        )
        yield from ("", *lines)
