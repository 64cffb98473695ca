"""A review as Markdown for GitHub."""

from collections.abc import Iterable, Iterator
from itertools import takewhile

from ..evidence.grades import Grade
from ..fields import FIELDS
from ..markup.untrusted import LONGEST, bounded, code, codes, cut
from ..problem import Problem, Severity, counted
from ..text.source import Entry
from ..urls import host_of
from .compare import Difference, Pair
from .review import EntryCounts, Review, grade
from .risks import Risk, risk_of, risks_of

# In characters; a comment on GitHub holds 65,536.
LARGEST = 60_000

# How many items a section lists; the rest are counted.
MOST = 40

# How many characters of a common beginning are shown before the first that differs.
SHARED = 40

# In characters.
LONGEST_MESSAGE = 1000

_LABELS = {field.name: field.label for field in FIELDS}
_IN_HEAD = ("name", "kind", "country", "website", "evidence", "confirmed_by_email")


def summary_text(review: Review) -> str:
    """The summary, of at most `LARGEST` characters: changed entries come before new ones.

    All text of the branch is untrusted, and is shown as code.
    """
    sections = (
        _opening(review),
        _section("Changed", (_altered(pair, review.problems) for pair in review.changed)),
        _section("Withdrawn", (_altered(pair, review.problems) for pair in review.withdrawn)),
        _section("Removed", map(_removed, review.entries.removed)),
        _section("Added", (_added(entry, review.problems) for entry in review.entries.added)),
        _folded(review),
        _numbers(review.before, review.after),
        _problems(review),
        _unread(review.unread),
        _pages(review),
    )
    return cut((line for section in sections for line in section), LARGEST) + "\n"


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
    elif review.folded and not review.entries.added:
        yield "**Folds drop-ins into the register and changes no entry.**"
    else:
        yield "**Touches neither what was signed, nor anybody else’s entry, nor code.**"


def _risky(review: Review) -> Iterator[str]:
    """What a maintainer has to look at: links and published texts, existing entries, then code."""
    risks = risks_of(review.files, review.outside, review.links)
    first = (Risk.LINK, Risk.TEXT, Risk.VERSIONS)
    for risk in first:
        if risk in risks:
            yield f"{risk} ({codes(risks[risk])})"
    if review.others:
        yield f"somebody else’s entry ({codes(map(_name, review.others))})"
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


def _added(entry: Entry, problems: Iterable[Problem]) -> Iterator[str]:
    values = entry.values
    about = (values.get(name) for name in ("kind", "country", "website"))
    yield f"- {', '.join([f'**{code(_name(entry))}**', *map(code, filter(None, about))])}"
    yield f"  - {_evidence(entry)}"
    for name, value in values.items():
        if name not in _IN_HEAD:
            yield f"  - {_label(name)}: {code(value)}"
    yield from _problems_of(entry, problems)


def _altered(pair: Pair, problems: Iterable[Problem]) -> Iterator[str]:
    yield f"- **{code(_name(pair.before))}**, somebody else’s entry"
    yield from (f"  - {_difference(each)}" for each in pair.differences)
    if {"evidence", "website"} & pair.changed_fields:
        yield f"  - now {_evidence(pair.after)}"
    yield from _problems_of(pair.after, problems)


def _removed(entry: Entry) -> Iterator[str]:
    yield f"- **{code(_name(entry))}**, somebody else’s entry, of {code(entry.path)}"


def _difference(difference: Difference) -> str:
    old, new = ("nothing" if value is None else code(value) for value in _shortened(difference))
    return f"{_label(difference.field)}: {old} → {new}"


def _shortened(difference: Difference) -> Iterable[str | None]:
    """Both values, with an ellipsis for a common beginning so long that it would hide the rest."""
    _, old, new = difference
    both = zip(old or "", new or "", strict=False)
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], both))
    skipped = shared - SHARED if shared > LONGEST - SHARED else 0
    return (value and (f"…{value[skipped:]}" if skipped else value) for value in (old, new))


def _evidence(entry: Entry) -> str:
    """How the endorsement is known, and where a maintainer can see that."""
    evidence = entry.values.get("evidence")
    match grade(entry):
        case Grade.OWN_SITE:
            return f"stated on its own site: {code(evidence or '')}"
        case Grade.RECORDED:
            return f"recorded by {code(host_of(evidence or ''))}: {code(evidence or '')}"
        case Grade.CONFIRMED:
            day = code(entry.values["confirmed_by_email"])
            return f"confirmed by e-mail on {day}, which the maintainer who has the reply can tell"
        case _ if evidence is not None:
            return f"evidence that is no public address: {code(evidence)}"
    return "no evidence"


def _problems_of(entry: Entry, problems: Iterable[Problem]) -> Iterator[str]:
    """A line for each problem on the lines of an entry."""
    for problem in problems:
        if _is_about(problem, entry):
            yield f"  - **{problem.severity}**: {code(problem.message, LONGEST_MESSAGE)}"


def _is_about(problem: Problem, entry: Entry) -> bool:
    return problem.path == entry.path and entry.line <= problem.line <= entry.last_line


def _folded(review: Review) -> Iterator[str]:
    if folded := review.folded:
        count = counted(len(folded), "drop-in")
        names = codes(_name(pair.after) for pair in folded)
        yield from ("", "## Folded", "", f"{count} moved into the register unchanged: {names}")


def _numbers(before: EntryCounts, after: EntryCounts) -> Iterator[str]:
    yield from ("", "## Counts", "", "| | before | after |", "| --- | ---: | ---: |")
    yield f"| endorse | {before.active:,} | {after.active:,} |"
    for known in Grade:
        yield f"| – {_GRADES[known]} | {before.grades[known]:,} | {after.grades[known]:,} |"
    yield f"| withdrawn | {before.withdrawn:,} | {after.withdrawn:,} |"


_GRADES = {
    Grade.OWN_SITE: "stated on their own sites",
    Grade.RECORDED: "recorded by others",
    Grade.CONFIRMED: "confirmed by e-mail",
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
    return code(str(problem), LONGEST_MESSAGE)


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


def _label(field: str) -> str:
    return _LABELS.get(field) or code(field)


def _name(entry: Entry) -> str:
    name = entry.get("name")
    return name.value if name else "an entry without a name"
