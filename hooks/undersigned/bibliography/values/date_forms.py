"""The forms of a single moment: EDTF’s levels 0 and 1 (ISO 8601-2), and words such as '3 May 2004'.

A time of day is read and not shown, as in BibLaTeX: no reference of this style has one.
"""

import re
from calendar import monthrange
from typing import NamedTuple

from ...dates import month_named
from .moments import PARTS_OF_YEAR, Day, Moment


class Found(NamedTuple):
    """The moment in a text, if there is one, and what is plainly wrong with it."""

    moment: Moment | None = None
    fault: str = ""


_EDTF = re.compile(
    r"(?P<year>-?[0-9]{4}|[0-9]{3}[Xu]|[0-9]{2}[Xu]{2})"
    r"(?:-(?P<month>[0-9]{1,2}|XX|uu)(?:-(?P<day>[0-9]{1,2}|XX|uu))?)?"
    r"(?:[T ][0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:[.,][0-9]+)?)?"
    r" ?(?:Z|UTC|[+-][0-9]{2}(?::?[0-9]{2})?)?)?"
)
_COMPACT = re.compile(r"^([0-9]{4})([0-9]{2})([0-9]{2})$")
_YEAR = re.compile(
    r"(?:(?:AD|A\.D\.) ?)?(?P<year>[0-9]{1,4})"
    r"(?: ?(?P<era>BCE?|B\.C\.(?:E\.)?|AD|A\.D\.|CE|C\.E\.))?"
)
_ERA = re.compile(r"(?<=\s)(?:AD ([0-9]{1,4})|([0-9]{1,4}) BC)$")
_DECADE = re.compile(r"(?:the )?([0-9]{3})0['’]?s")
_DOTTED = re.compile(r"([0-9]{1,2})\. ?([0-9]{1,2})\. ?([0-9]{4})")
_ABOUT = re.compile(
    r"(?:c\. ?|c |(?:ca|cca|circa)[. ] ?|about |around |approx\. |[~∼≈] ?(?=[0-9]))", re.I
)
# '198?' is a year of the 1980s, not the year 198.
_CUT_YEAR = re.compile(r"[0-9]{1,3}\?+")
_PROBABLY = re.compile(r"\s*(?:\(\?\)|\[\?\])$")
_SEASONS = {"spring": 1, "summer": 2, "autumn": 3, "fall": 3, "winter": 4}
_HYPHENED = re.compile(r"(?<=[A-Za-z.])-(?=[0-9]{4}$)|(?<=[0-9])-(?=[A-Za-z]{3})")
_FILLING = ("of", "the", "")


def moment_in(text: str) -> Found:
    """The moment that a text states."""
    if _CUT_YEAR.fullmatch(text.strip()):
        return Found()
    text, about, probable = _unqualified(text.strip())
    found = _edtf(text) or _year(text) or _dotted(text) or _words(text)
    if found is None or found.moment is None:
        return found or Found()
    return Found(found.moment._replace(about=about, probable=probable), found.fault)


def _unqualified(text: str) -> tuple[str, bool, bool]:
    """The text without its signs and words of doubt: whether it is about, and probably, that."""
    bare = _PROBABLY.sub("?", text)
    stem = bare.rstrip("?~%")
    signs = set(bare[len(stem) :])
    likely = re.match(r"probably ", stem, re.I)
    stem = stem[likely.end() :] if likely else stem
    before = _ABOUT.match(stem)
    stem = stem[before.end() :] if before else stem
    about, probable = before or signs & {"~", "%"}, likely or signs & {"?", "%"}
    return stem.strip(), bool(about), bool(probable)


def _edtf(text: str) -> Found | None:
    match = _EDTF.fullmatch(_COMPACT.sub(r"\1-\2-\3", text))
    if not match or match["year"] == "0000":
        return None
    digits = match["year"]
    unknown = len(digits) - len(digits.rstrip("Xu"))
    if unknown:
        year = int(digits[:-unknown]) * 10**unknown
        return Found(Moment(Day(year), unknown=unknown)) if year and not match["month"] else None
    year = int(digits) if digits[0] != "-" else int(digits) - 1  # the year 0 of ISO 8601 is 1 BC
    month, day = _number(match["month"]), _number(match["day"])
    if 20 < month <= 20 + len(PARTS_OF_YEAR) and not match["day"]:
        return Found(Moment(Day(year), season=month - 20))
    return dated(year, month, day)


def _year(text: str) -> Found | None:
    """A year of three digits, one with its era, or a decade such as '1990s'."""
    if decade := _DECADE.fullmatch(text):
        return Found(Moment(Day(int(decade[1]) * 10), unknown=1)) if int(decade[1]) else None
    match = _YEAR.fullmatch(text)
    if not match or not int(match["year"]) or (text.isdecimal() and len(text) != 3):
        return None
    year = int(match["year"])
    return Found(Moment(Day(-year if "B" in (match["era"] or "") else year)))


def _dotted(text: str) -> Found | None:
    """A date such as '26.9.2013': wherever dots stand between the numbers, the day is first."""
    match = _DOTTED.fullmatch(text)
    return dated(int(match[3]), int(match[2]) or 99, int(match[1]) or 99) if match else None


def _words(text: str) -> Found | None:
    """A date in words, such as '27 March 2023', 'March 27, 2023', 'Mar. 2023' or 'Spring 2004'."""
    if part := _part_of_year(text):
        return part
    season, month, day = 0, 0, 0
    era = _ERA.search(text)
    year = int(era[1] or f"-{era[2]}") if era else 0
    for token in re.split(r"[\s,]+", _parted(text[: era.start()] if era else text)):
        word = token.rstrip(".").lower()
        if word in _FILLING:
            continue
        if re.fullmatch(r"[0-9]{3,4}", word) and not year:
            year = int(word)
        elif word in _SEASONS and not season:
            season = _SEASONS[word]
        elif (named := not month and word.isalpha() and month_named(word)) and len(word) > 2:
            month = named
        elif (match := re.fullmatch(r"([0-9]{1,2})(?:st|nd|rd|th)?", word)) and not day:
            day = int(match[1]) or 99
        else:
            return None
    if not year or bool(month) + bool(season) != 1 or (day and not month):
        return None
    return Found(Moment(Day(year), season=season)) if season else dated(year, month, day)


def _part_of_year(text: str) -> Found | None:
    """A part of a year that ISO 8601-2 numbers, such as 'first quarter of 2004'."""
    year = re.search(r"(?:AD )?[0-9]{1,4}(?: BC)?", text)
    if not year or (found := _year(year[0]) or _edtf(year[0])) is None or not found.moment:
        return None
    form = text.lower().replace(year[0].lower(), "{}", 1)
    season = PARTS_OF_YEAR.index(form) + 1 if form in PARTS_OF_YEAR else 0
    return Found(found.moment._replace(season=season)) if season else None


def _parted(text: str) -> str:
    """The text with a space between a number and the name of a month, as strings join them."""
    text = _HYPHENED.sub(" ", text)
    return re.sub(r"(?<=[0-9])(?=[A-Za-z]{3})|(?<=[A-Za-z]{3})(?=[0-9])", " ", text)


def dated(year: int, month: int, day: int) -> Found:
    """The date, without a month or a day that does not exist, and that as its fault."""
    if not month:
        return Found(Moment(Day(year)))
    if month > 12:
        return Found(Moment(Day(year)), f"has a month {month}")
    iso = year if year > 0 else year + 1
    # Until 1582 every fourth year had a 29 February (Julian calendar).
    if day > monthrange(iso if iso > 1582 else 2000 + iso % 4, month)[1]:
        return Found(Moment(Day(year, month)), "has a day that is not in that month")
    return Found(Moment(Day(year, month, day)))


def _number(written: str | None) -> int:
    """A month or a day by its number; 0 where it is not given, or not known."""
    return int(written) if written and written.isdecimal() else 0
