"""Where laws and judgments are published: series of reports, gazettes and codes."""

import re

from pybtex.database import Entry
from pybtex.richtext import Tag, Text

from ..values.dates import shown_issue
from ..values.entry_types import LEGISLATION
from ..values.fields import container_of, text_of, words_of
from ..values.said_in import catalogue_for
from .numbers import shown_pages, shown_report_series

# Reports whose volumes begin anew each year, so that the year is part of the citation and stands
# in square brackets (OSCOLA, section 2.1.2, and the guides of Canada, Ireland and New Zealand).
_BY_YEAR = {
    "ac", "qb", "kb", "ch", "fam", "wlr", "aller", "icr", "irlr", "bclc", "cmlr", "ecr", "eglr",
    "bcc", "fcr", "flr", "rtr", "lloydsrep", "scr", "ir", "ilrm", "nzlr", "slr", "mlj", "hklrd",
}  # fmt: skip
_SCOTS = {"sc", "jc", "slt", "sccr", "gwd"}  # 2003 SC 171
# The reports of the Court of Justice: '[2002] ECR II-2905'.
_EUROPEAN = "ecr"
# 'Pub. L. No. 88-206' and 'Regulation (EU) 2016/679', but not 'Special issue 3'.
_OWN_NUMBER = re.compile(r"[^\W\d_]{2,}\b.*[0-9]")
_ISSUE = re.compile(
    r"(?:nos?|n[ro]|doc|num|issue|iss|spec(?:ial)?|suppl(?:ement)?|ser(?:ies)?|part|pt|teil|tome|vol)\b",
    re.I,
)
_YEAR_FIRST = re.compile(r"[\[(]")


def report_of(entry: Entry) -> Text:
    """The series of reports or the gazette in which a case or a law is published."""
    return container_of(entry) or text_of(entry, "reporter")


def part_of(entry: Entry) -> str:
    """The letter of a part of a gazette, which some give as its series or issue."""
    letter = words_of(entry, "series") or words_of(entry, "issue")
    if len(letter) != 1 or not letter.isupper() or not str(report_of(entry)):
        return ""
    numbers = (words_of(entry, name) for name in ("volume", "issue"))
    return letter if any(number[:1].isdigit() for number in numbers) else ""


def has_own_number(entry: Entry) -> bool:
    """Whether the number is the law's own, and not that of an issue: it names what it counts."""
    number = words_of(entry, "number")
    return bool(_OWN_NUMBER.match(number)) and not _ISSUE.match(number)


def volume_of(entry: Entry) -> str:
    """The volume, after the letter of its part of a gazette: 'L 206' of the Official Journal."""
    if part := part_of(entry):
        return f"{part} {words_of(entry, 'volume', 'issue')}"
    return words_of(entry, "volume")


def reported(entry: Entry, volume: str | None = None) -> Text:
    """The publication of a case or a law: volume, report with its series, and pages."""
    report, series = report_of(entry), shown_report_series(words_of(entry, "series"))
    pages = re.sub(r"(?<=\w)\s*-+\s*(?=\w)", "–", words_of(entry, "pages"))
    named = Tag("em", report) if entry.type in LEGISLATION else report
    first = volume_of(entry) if volume is None else volume
    if part_of(entry):
        return Text(
            named, f" {first}", f", {shown_pages(pages, catalogue_for(entry))}" if pages else ""
        )
    if _letters(report) == _EUROPEAN and first in ("I", "II") and pages:
        return Text(named, f" {first}-{pages}")
    parts = [first, named if str(report) else Text(), series, pages]
    return Text(" ").join([part for part in parts if str(part)])


def reported_by_year(entry: Entry, year: str, with_year: bool) -> Text:
    """The publication of a case, after the year in brackets where that is what finds the volume.

    So it is where there is no volume, or where volumes begin anew each year. In any other report
    the year stands in round brackets, if it is to be given.
    """
    report, volume = _letters(report_of(entry)), volume_of(entry)
    if not report or not year or _YEAR_FIRST.match(volume):
        return reported(entry)
    bare = "" if volume == year else volume
    if report in _SCOTS:
        return Text(f"{year} ", reported(entry, bare))
    if report in _BY_YEAR or (not bare and words_of(entry, "pages")):
        return Text(f"[{year}] ", reported(entry, bare))
    round_ = with_year and shown_issue(entry.fields) == year
    return Text(f"({year}) " if round_ else "", reported(entry))


def _letters(text: Text) -> str:
    return re.sub(r"\W", "", str(text)).lower()
