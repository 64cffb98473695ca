"""References to laws and judgments in the manner of legal citation."""

import re
from collections.abc import Iterator

from pybtex.database import Entry
from pybtex.richtext import Tag, Text

from .dates import issued_days, shown_issue
from .entry_types import CASES, LEGISLATION
from .fields import BODIES, bodies_of, container_of, text_of, words_of
from .moments import NO_DATE
from .numbers import (
    in_volume,
    is_neutral,
    shown_docket,
    shown_issue_number,
    shown_pages,
    shown_part,
    shown_report_series,
    shown_volume,
    shown_volumes,
)
from .particulars import editions, event, extent, original

_PLACES = ("jurisdiction", "location", "address")

# Reports whose volumes begin anew each year, so that the year is part of the citation and stands
# in square brackets (OSCOLA, section 2.1.2, and the guides of Canada, Ireland and New Zealand).
_BY_YEAR = {
    "ac", "qb", "kb", "ch", "fam", "wlr", "aller", "icr", "irlr", "bclc", "cmlr", "ecr", "eglr",
    "bcc", "fcr", "flr", "rtr", "lloydsrep", "scr", "ir", "ilrm", "nzlr", "slr", "mlj", "hklrd",
}  # fmt: skip
_SCOTS = {"sc", "jc", "slt", "sccr", "gwd"}  # 2003 SC 171
_YEAR_FIRST = re.compile(r"[\[(]")

# A court that is abbreviated, such as '9th Cir.' and 'N.D. Ill.', or the district of a state whose
# name is not: 'D. Utah' (Bluebook, table T1 and rule 10.4).
_US_COURT = re.compile(r"\.$|^(?:[CEMNSW]\. ?)?D\.\s")


def enactment(entry: Entry, author: str) -> Iterator[Text | str]:
    """The parts of a reference to a law: number, publication, legislator, date and jurisdiction.

    A law in numbered volumes, such as those of the Federal Register, is cited like a case by
    volume, name and first page, without the number of the issue. The year of a code stands in
    brackets behind the section (Bluebook, rule 12.3.2).
    """
    yield text_of(entry, "titleaddon")
    yield words_of(entry, "type")
    container, pages = _report(entry), words_of(entry, "pages")
    number, volume = words_of(entry, "number", "issue"), _volume(entry)
    in_code = bool(container) and pages.startswith("§")
    yield number if not container else ""
    if in_code:
        yield Text(_reported(entry), f" ({shown_issue(entry.fields)})")
    elif is_reported(entry):
        yield _reported(entry)
    elif container:
        yield Text(Tag("em", container), in_volume(volume, number))
        yield shown_pages(pages)
    else:
        yield shown_volume(volume)
        yield shown_pages(pages)
    yield from _further(entry)
    yield from bodies_of(entry, author)
    yield author
    if not in_code:
        yield shown_issue(entry.fields)
    yield text_of(entry, *_PLACES)
    yield from original(entry)


def judgment(entry: Entry, author: str) -> Text:
    """The reference to a case: docket, report and, in brackets, court and date.

    The court of a neutral citation follows it without a comma. A year that a citation begins with
    is not repeated.
    """
    docket = shown_docket(words_of(entry, "number", "docket"))
    neutral, days = bool(docket) and is_neutral(docket), issued_days(entry.fields)
    report = _by_year(entry, str(days[0].year) if days else "", neutral)
    decided = _decided(entry, author, docket if neutral else "", str(report))
    parts: list[Text | str] = [docket, report, text_of(entry, "titleaddon")]
    parts += [words_of(entry, "type"), *_further(entry), *original(entry)]
    parts = [part for part in parts if str(part)]
    if neutral:
        parts[0] = Text(docket, " " if decided else "", decided)
        decided = Text()
    before = Text(", ").join(parts)
    return Text(before, " " if parts and decided else "", decided)


def court_of(entry: Entry) -> str:
    """The court of a case, from the first field that names it; empty where there is none."""
    return words_of(entry, "court", *BODIES)


def is_reported(entry: Entry) -> bool:
    """Whether a law is cited by the volume and the pages of a numbered series."""
    volume = _volume(entry)
    return bool(_report(entry)) and volume[:1].isdigit() and bool(words_of(entry, "pages"))


def _decided(entry: Entry, author: str, docket: str, report: str) -> Text:
    """Court, place and date in brackets; empty where the citation has all of it.

    No comma parts the date from a court that is abbreviated: '(9th Cir. 2021)' (Bluebook, rule
    10.5).
    """
    courts = [text_of(entry, "court"), *bodies_of(entry, "")]
    if not court_of(entry):
        courts = [Text(author)]
    courts = [court for court in courts if not docket.endswith(f"({court})")]
    date = shown_issue(entry.fields)
    if any(date in cited[:6] for cited in (docket, report)) or (docket and date == NO_DATE):
        date = ""
    named = Text(", ").join([part for part in (*courts, text_of(entry, *_PLACES)) if str(part)])
    if not str(named) and not date:
        return Text()
    between = "" if not str(named) or not date else " " if _US_COURT.search(str(named)) else ", "
    return Text("(", named, between, date, ")")


def _by_year(entry: Entry, year: str, neutral: bool) -> Text:
    """The publication of a case, after the year in brackets where that is what finds the volume.

    So it is where there is no volume, or where volumes begin anew each year. Behind a neutral
    citation the year of any other report stands in round brackets.
    """
    report, volume = _letters(_report(entry)), _volume(entry)
    if not report or not year or _YEAR_FIRST.match(volume):
        return _reported(entry)
    bare = "" if volume == year else volume
    if report in _SCOTS:
        return Text(f"{year} ", _reported(entry, bare))
    if report in _BY_YEAR or (not bare and words_of(entry, "pages")):
        return Text(f"[{year}] ", _reported(entry, bare))
    round_ = neutral and shown_issue(entry.fields) == year and not court_of(entry)
    return Text(f"({year}) " if round_ else "", _reported(entry))


def _letters(text: Text) -> str:
    return re.sub(r"\W", "", str(text)).lower()


def _reported(entry: Entry, volume: str | None = None) -> Text:
    """The publication of a case or a law: volume, report with its series, and pages."""
    report, series = _report(entry), shown_report_series(words_of(entry, "series"))
    pages = re.sub(r"(?<=\w)\s*-+\s*(?=\w)", "–", words_of(entry, "pages"))
    named = Tag("em", report) if entry.type in LEGISLATION else report
    first = _volume(entry) if volume is None else volume
    if _part(entry):
        return Text(named, f" {first}", f", {shown_pages(pages)}" if pages else "")
    parts = [first, named if str(report) else Text(), series, pages]
    return Text(" ").join([part for part in parts if str(part)])


def _volume(entry: Entry) -> str:
    """The volume, after the letter of its part of a gazette: 'L 206' of the Official Journal."""
    return " ".join(filter(None, (_part(entry), words_of(entry, "volume"))))


def _part(entry: Entry) -> str:
    """The letter of a part of a gazette, which some give as its series or issue."""
    letter = words_of(entry, "series") or words_of(entry, "issue")
    in_gazette = words_of(entry, "volume")[:1].isdigit() and len(letter) == 1 and letter.isupper()
    return letter if in_gazette and str(_report(entry)) else ""


def _report(entry: Entry) -> Text:
    """The series of reports or the gazette in which a case or a law is published."""
    return container_of(entry) or text_of(entry, "reporter")


def _further(entry: Entry) -> Iterator[Text | str]:
    """What a law or a case may have as other sources do."""
    issue, series, part = words_of(entry, "issue"), words_of(entry, "series"), _part(entry)
    if issue and issue != part and (entry.type in CASES or words_of(entry, "number")):
        yield shown_issue_number(issue)
    yield shown_part(words_of(entry, "part"))
    yield shown_volumes(words_of(entry, "volumes"))
    if series and series != part and not (entry.type in CASES or is_reported(entry)):
        yield series
    yield from editions(entry)
    yield event(entry, "")
    yield from extent(entry, with_pages=False)
