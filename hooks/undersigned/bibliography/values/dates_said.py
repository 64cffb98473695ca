"""Dates of sources as other languages than English write them, from Unicode CLDR."""

from datetime import date

from ...dates import StatedDate
from ...language.catalogue import N_, Catalogue
from ...language.set_apart import in_one_piece
from ...locale import shown_date
from .moments import Day, Moment, Reading

# In the order of `PARTS_OF_YEAR`: seasons, those of each hemisphere, quarters, thirds and halves.
_SEASONS = (
    N_("spring %(year)s"),
    N_("summer %(year)s"),
    N_("autumn %(year)s"),
    N_("winter %(year)s"),
)
_PARTS = (
    N_("first quarter of %(year)s"),
    N_("second quarter of %(year)s"),
    N_("third quarter of %(year)s"),
    N_("last quarter of %(year)s"),
    N_("first third of %(year)s"),
    N_("second third of %(year)s"),
    N_("last third of %(year)s"),
    N_("first half of %(year)s"),
    N_("second half of %(year)s"),
)
_OF_HEMISPHERES = 3 * len(_SEASONS)


def date_said(reading: Reading, catalogue: Catalogue) -> str:
    """A date in the language of a catalogue, or the text as written where it is none."""
    if not reading.moments:
        return reading.written or catalogue.gettext("no date")
    shown = [_moment(each, catalogue) for each in reading.moments]
    said = _range(reading, shown, catalogue) if reading.is_range else shown[0]
    return f"[{said}]" if reading.supplied else said


def _range(reading: Reading, shown: list[str], catalogue: Catalogue) -> str:
    _ = catalogue.gettext
    first, last = shown[0], shown[-1]
    if len(shown) == 1:
        return _("since %(date)s", date=first) if reading.begins else _("until %(date)s", date=last)
    if first == last:
        return first
    return f"{first}–{last}" if f"{first}{last}".isdecimal() else f"{first} – {last}"


def _moment(moment: Moment, catalogue: Catalogue) -> str:
    _, said = catalogue.gettext, _bare(moment, catalogue)
    if moment.about:
        said = _("about %(date)s", date=said)
    return _("probably %(date)s", date=said) if moment.probable else said


def _bare(moment: Moment, catalogue: Catalogue) -> str:
    _, year = catalogue.gettext, moment.day.year
    if moment.season:
        return _part(moment.season - 1, _year(year, catalogue), catalogue)
    if moment.unknown == 1:
        return _("%(year)ss", year=str(year))
    if moment.unknown:
        return _("between %(first)s and %(last)s", first=str(year), last=str(year + 99))
    return _day(moment.day, catalogue)


def _part(number: int, year: str, catalogue: Catalogue) -> str:
    _ = catalogue.gettext
    if number >= _OF_HEMISPHERES:
        return _(_PARTS[number - _OF_HEMISPHERES], year=year)
    said = _(_SEASONS[number % len(_SEASONS)], year=year)
    match number // len(_SEASONS):
        case 1:
            return _("%(date)s (northern hemisphere)", date=said)
        case 2:
            return _("%(date)s (southern hemisphere)", date=said)
    return said


def _day(day: Day, catalogue: Catalogue) -> str:
    """A day, month or year; in English where the calendar of Python has no such date."""
    if not day.month:
        return _year(day.year, catalogue)
    try:
        date(day.year, day.month, day.day or 1)
    except ValueError:
        return str(day)
    said = shown_date(StatedDate(day.year, day.month, day.day or None), catalogue.locale)
    return in_one_piece(said) if catalogue.from_right else said


def _year(year: int, catalogue: Catalogue) -> str:
    _ = catalogue.gettext
    if year < 0:
        return _("%(year)s BC", year=str(-year))
    return str(year) if year > 99 else _("AD %(year)s", year=str(year))
