"""References to laws and judgments in the manner of legal citation."""

import re
from collections.abc import Iterator

from pybtex.database import Entry
from pybtex.richtext import Tag, Text

from ..values.dates import is_undated, issued_days, shown_issue
from ..values.entry_types import CASES
from ..values.fields import BODIES, bodies_of, text_of, title_of, words_of
from ..values.said_in import catalogue_for
from .law_reports import (
    has_own_number,
    part_of,
    report_of,
    reported,
    reported_by_year,
    volume_of,
)
from .numbers import (
    in_volume,
    is_neutral,
    numbered,
    shown_docket,
    shown_issue_number,
    shown_pages,
    shown_part,
    shown_volume,
    shown_volumes,
)
from .particulars import editions, event, extent

_PLACES = ("jurisdiction", "location", "address")

# A court that is abbreviated, such as '9th Cir.' and 'N.D. Ill.', or the district of a state whose
# name is not: 'D. Utah' (Bluebook, table T1 and rule 10.4).
_US_COURT = re.compile(r"\.$|^(?:[CEMNSW]\. ?)?D\.\s")


def enactment(entry: Entry, author: str) -> Iterator[Text | str]:
    """The parts of a reference to a law: number, publication, legislator, date and jurisdiction.

    A law is known by its number or its publication, so that only one without them is said to have
    no date. The year of a code stands in brackets behind the section (Bluebook, rule 12.3.2).
    """
    yield text_of(entry, "titleaddon")
    yield from _kind_and_number(entry)
    in_code = bool(report_of(entry)) and words_of(entry, "pages").startswith("§")
    date = shown_issue(entry.fields, catalogue_for(entry))
    if in_code:
        yield Text(reported(entry), f" ({date})")
    else:
        yield from _publication(entry)
    yield from _further(entry)
    yield from bodies_of(entry, author)
    yield author
    if not (in_code or _is_dated_already(entry, date)):
        yield date
    yield text_of(entry, *_PLACES)


def _is_dated_already(entry: Entry, date: str) -> bool:
    """Whether the number of a law has its year, as in 'SI 2009/2819'; or stands for no date."""
    number = words_of(entry, "number")
    if is_undated(entry.fields):
        return bool(number or words_of(entry, "journal", "journaltitle", "volume"))
    return not report_of(entry) and date in re.findall("[0-9]+", number)


def _kind_and_number(entry: Entry) -> Iterator[str]:
    """What kind of law it is, and its number; neither where the title of the law says it."""
    title, in_gazette = str(title_of(entry)).casefold(), part_of(entry)
    kind, number = words_of(entry, "type"), words_of(entry, "number")
    catalogue = catalogue_for(entry)
    yield "" if kind.casefold() in title else kind
    if in_gazette:
        yield "" if number.casefold() in title else numbered(number, catalogue)
    elif has_own_number(entry):
        yield "" if number.casefold() in title else number
    elif not report_of(entry):
        yield numbered(number or words_of(entry, "issue"), catalogue)


def _publication(entry: Entry) -> Iterator[Text | str]:
    """Where a law is published.

    In numbered volumes, such as those of the Federal Register, it is cited like a case by volume,
    name and first page, without the number of the issue.
    """
    report, pages, volume = report_of(entry), words_of(entry, "pages"), volume_of(entry)
    catalogue = catalogue_for(entry)
    if is_reported(entry):
        yield reported(entry)
        return
    if report:
        number = (
            "" if part_of(entry) or has_own_number(entry) else words_of(entry, "number", "issue")
        )
        yield Text(Tag("em", report), in_volume(volume, number, catalogue=catalogue))
    else:
        yield shown_volume(volume, catalogue)
    yield shown_pages(pages, catalogue)


def judgment(entry: Entry, author: str) -> Text:
    """The reference to a case: docket, report and, in brackets, court and date.

    The court of a neutral citation follows it without a comma. A year that a citation begins with
    is not repeated; behind a neutral citation that of a report stands before it.
    """
    docket = shown_docket(words_of(entry, "number", "docket"), catalogue_for(entry))
    neutral, days = bool(docket) and is_neutral(docket), issued_days(entry.fields)
    year = str(days[0].year) if days else ""
    report = reported_by_year(entry, year, neutral and not court_of(entry))
    decided = _decided(entry, author, docket if neutral else "", str(report))
    parts: list[Text | str] = [docket, report, text_of(entry, "titleaddon")]
    parts += [words_of(entry, "type"), *_further(entry)]
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
    volume = volume_of(entry)
    return bool(report_of(entry)) and volume[:1].isdigit() and bool(words_of(entry, "pages"))


def _decided(entry: Entry, author: str, docket: str, report: str) -> Text:
    """Court, place and date in brackets; empty where the citation has all of it.

    No comma parts the date from a court that is abbreviated: '(9th Cir. 2021)' (Bluebook, rule
    10.5).
    """
    date, undated = shown_issue(entry.fields, catalogue_for(entry)), is_undated(entry.fields)
    if any(date in cited[:6] for cited in (docket, report)) or (docket and undated):
        date = ""
    named = _court_and_place(entry, author, docket)
    if not str(named) and not date:
        return Text()
    between = "" if not str(named) or not date else " " if _US_COURT.search(str(named)) else ", "
    return Text("(", named, between, date, ")")


def _court_and_place(entry: Entry, author: str, docket: str) -> Text:
    """The court with its place, which abbreviated stands before it: 'Ill. App. Ct.'."""
    courts = [text_of(entry, "court"), *bodies_of(entry, "")]
    if not court_of(entry):
        courts = [Text(author)]
    courts = [court for court in courts if str(court) and not docket.endswith(f"({court})")]
    place = text_of(entry, *_PLACES)
    if not str(place):
        return Text(", ").join(courts)
    if len(courts) == 1 and str(place).endswith(".") and str(courts[0]).endswith("."):
        return Text(place, " ", courts[0])
    return Text(", ").join([*courts, place])


def _further(entry: Entry) -> Iterator[Text | str]:
    """What a law or a case may have as other sources do."""
    issue, series, part = words_of(entry, "issue"), words_of(entry, "series"), part_of(entry)
    found, catalogue = issue in volume_of(entry).split() if part else False, catalogue_for(entry)
    if issue and not found and (entry.type in CASES or words_of(entry, "number")):
        yield shown_issue_number(issue, catalogue)
    yield shown_part(words_of(entry, "part"), catalogue)
    yield shown_volumes(words_of(entry, "volumes"), catalogue)
    if series and series != part and not (entry.type in CASES or is_reported(entry)):
        yield series
    yield from editions(entry)
    yield event(entry, "")
    yield from extent(entry, with_pages=False)
