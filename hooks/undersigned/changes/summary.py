"""A review as Markdown for GitHub."""

from collections.abc import Iterable, Iterator

from ..evidence.grades import Grade
from ..identity import id_of
from ..markup.untrusted import bounded, code, codes, cut
from ..model import Standing
from ..problem import Problem, Severity, counted
from . import entry_lines
from .compare import ChangeKind
from .review import Review
from .risks import Risk, risk_of, risks_of
from .unchecked import Counts

# In characters; a comment on GitHub holds 65,536.
LARGEST = 60_000

# Said beside everybody who asks for a change.
EVIDENCE_COUNTS = "the evidence of an entry counts, and not who asks"

# How many items a section lists; the rest are counted.
MOST = 40


def summary_text(review: Review, asked_by: str = "") -> str:
    """The summary, of at most `LARGEST` characters: altered entries come before new ones.

    All text of the branch is untrusted, and is shown as code; so is the login of who asks for it.
    """
    entries, problems = review.entries, review.problems
    sections = (
        _opening(review),
        _asker(asked_by),
        *(_altered(review, change) for change in ChangeKind),
        _section("Removed", map(entry_lines.removed, entries.removed)),
        _joining(review),
        _section("Added", (entry_lines.added(entry, problems) for entry in entries.added)),
        _folded(review),
        _numbers(review.before, review.after),
        _problems(review),
        _unread(review.unread),
        _pages(review),
    )
    return cut((line for section in sections for line in section), LARGEST) + "\n"


def _altered(review: Review, change: ChangeKind) -> Iterator[str]:
    altered = review.altered[change]
    lines = (entry_lines.altered(pair, review.names, review.problems) for pair in altered)
    return _section(change.value, lines)


def _joining(review: Review) -> Iterator[str]:
    altered = {id_of(entry.values) for entry in review.others}
    lines = (
        entry_lines.joining(
            each, review.version_of, id_of(each.there.values) not in altered, review.problems
        )
        for each in review.entries.joining
    )
    return _section("Endorses another version", lines)


def _asker(login: str) -> Iterator[str]:
    if login:
        yield ""
        yield f"Opened by {code(login)}, which proves nothing: {EVIDENCE_COUNTS}."


def _opening(review: Review) -> Iterator[str]:
    """One sentence on the whole: what to look at closely, or that there is nothing of the kind."""
    risky = list(_risky(review))
    if review.adds_one_drop_in_only:
        yield "**Adds one drop-in and touches nothing else.**"
    elif risky:
        yield "> [!CAUTION]"
        yield f"> **Look closely: this touches {'; '.join(risky)}.**"
    elif not review.files and not review.outside:
        yield "**Changes nothing.**"
    elif review.folded and not (review.entries.added or review.entries.joining):
        yield "**Folds drop-ins into the register and changes no entry.**"
    else:
        yield "**Touches neither what was signed, nor anybody else’s entry, nor code.**"


def _risky(review: Review) -> Iterator[str]:
    """What a maintainer has to look at: links and published texts, existing entries, then code."""
    risks = risks_of(review.files, review.outside, review.links)
    first = (Risk.LINK, Risk.TEXT, Risk.VERSIONS, Risk.BESIDE)
    for risk in first:
        if risk in risks:
            yield f"{risk} ({codes(risks[risk])})"
    if review.taken_over:
        yield f"an id that may now be somebody else’s ({codes(review.taken_over)})"
    if review.others:
        yield f"somebody else’s entry ({codes(map(entry_lines.name_of, review.others))})"
    for risk, paths in risks.items():
        if risk not in first:
            yield f"{risk} ({codes(paths)})"


def _section(title: str, entries: Iterable[Iterable[str]]) -> Iterator[str]:
    """A heading and the lines of the first `MOST` entries; nothing if there are none."""
    items = list(entries)
    if items:
        yield from ("", f"## {title}", "")
        yield from (line for each in items[:MOST] for line in each)
        if len(items) > MOST:
            yield f"- and {len(items) - MOST:,} more"


def _folded(review: Review) -> Iterator[str]:
    if folded := review.folded:
        count = counted(len(folded), "drop-in")
        names = codes(entry_lines.name_of(pair.after) for pair in folded)
        yield from ("", "## Folded", "", f"{count} moved into the register unchanged: {names}")


def _numbers(before: Counts, after: Counts) -> Iterator[str]:
    """Signatories by their standing, those who endorse by grade, then the entries they gave."""
    yield from ("", "## Counts", "", "| | before | after |", "| --- | ---: | ---: |")
    for standing, words in _STANDINGS.items():
        yield _row(words, before.standings[standing], after.standings[standing])
        if standing is Standing.ENDORSES:
            for known, how in _GRADES.items():
                yield _row(f"– {how}", before.grades[known], after.grades[known])
    yield _row("entries, each one endorsement", before.entries, after.entries)


def _row(words: str, before: int, after: int) -> str:
    return f"| {words} | {before:,} | {after:,} |"


_STANDINGS = {
    Standing.ENDORSES: "signatories who endorse",
    Standing.ENDED: "ended",
    Standing.WITHDRAWN: "withdrawn",
}

_GRADES = {
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
    if review.problems:
        yield ""
        yield from (f"- {line}" for line in bounded(map(_line, review.problems), MOST))


def _line(problem: Problem) -> str:
    return code(str(problem), entry_lines.LONGEST_MESSAGE)


def _unread(problems: Iterable[Problem]) -> Iterator[str]:
    """Problems of the register before: entries may be missing from counts and comparisons."""
    lines = [f"- {line}" for line in bounded(map(_line, problems), MOST)]
    if lines:
        yield from ("", "## Before this change", "", "Of the register as it was, not all is sound:")
        yield from ("", *lines)


def _pages(review: Review) -> Iterator[str]:
    """The touched files of content, which the opening does not name."""
    links = review.links
    content = [path for path in review.files if path not in links and risk_of(path) is None]
    if content and not review.adds_one_drop_in_only:
        yield from ("", "## Content touched", "")
        yield from (f"- {line}" for line in bounded(map(code, content), MOST))
