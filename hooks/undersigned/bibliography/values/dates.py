"""The dates of a source, read in one way for its reference, place, data and check."""

from collections.abc import Mapping

from ...dates import MONTHS
from ...language.catalogue import ENGLISH, N_, Catalogue
from ..latex.reading import plain
from .date_reading import reading, stated
from .dates_said import date_said
from .moments import NO_DATE, Day, Reading

# The words for the keys of BibLaTeX’s `pubstate`; any other value is shown as written.
_STATES = {
    "inpreparation": N_("in preparation"),
    "inpress": N_("in press"),
    "prepublished": N_("published ahead of print"),
}


def issue(fields: Mapping[str, str]) -> Reading:
    """The date of issue: `date`, or else `year` with its month and day."""
    written = stated(fields.get("date", ""))
    by_date = reading(written)
    year = stated(fields.get("year", ""))
    # A `date` that is a year alone may have its month beside it.
    is_year = len(written) == 4 and written.isdecimal() and year in ("", written)
    if written and not (is_year and fields.get("month")):
        return by_date
    return _of_parts(
        written or year, stated(fields.get("month", "")), stated(fields.get("day", ""))
    )


def _of_parts(year: str, month: str, day: str) -> Reading:
    """The date in fields of BibTeX; the month may include the day, as in '27 March'."""
    by_year = reading(year, of_year=True)
    if not month:
        return by_year
    number = int(month.lstrip("0")[:3] or 0) if month.isascii() and month.isdecimal() else 0
    if number > 12 or month.strip("0") == "":
        return by_year
    named = MONTHS[number - 1] if number else month
    # The month may include the year as well, as in 'April 2017'.
    whole = " ".join(filter(None, (day, named, "" if year and year in named else year)))
    found = reading(whole)
    if found.moments:
        return found
    written = f"{day} {named}".strip()
    written = written if year and year in named else f"{written} {year}".strip()
    return Reading(written=written, known=False, year=by_year.sorted_by or 0)


def issued_days(fields: Mapping[str, str]) -> list[Day]:
    """The date of issue, or the first and the last day of a range; none where there is no date.

    A decade is no day: its words are the reading’s `literal`.
    """
    found = issue(fields)
    return [] if any(each.unknown for each in found.moments) else found.days


def is_undated(fields: Mapping[str, str]) -> bool:
    """Whether a source says neither when it was issued nor in what state it is."""
    return shown_issue(fields) == NO_DATE


def shown_issue(fields: Mapping[str, str], catalogue: Catalogue = ENGLISH) -> str:
    """The date of issue: in words, as written where it is none, or 'no date'.

    The state of publication is put before the date, or in its place.
    """
    state, found = plain(fields.get("pubstate", "")), issue(fields)
    if known := _STATES.get(state.lower()):
        state = catalogue.gettext(known)
    date_shown = _in_words(found, catalogue)
    if not state:
        return date_shown
    return state if found.words == NO_DATE or date_shown == state else f"{state}, {date_shown}"


def shown_day(written: str, catalogue: Catalogue = ENGLISH) -> str:
    """A date in words, or the text as plain text where it is none."""
    found = reading(stated(written))
    return _in_words(found, catalogue) if found.moments else plain(written)


def _in_words(found: Reading, catalogue: Catalogue) -> str:
    return found.words if catalogue.english else date_said(found, catalogue)
