"""What the value of a date states: a moment, a range, words for none, or words that are no date."""

import re
from dataclasses import replace
from functools import lru_cache

from ...dates import MONTHS
from ..latex.reading import plain
from .date_forms import Found, moment_in
from .moments import Moment, Reading

# A date needs fewer characters; longer values are words.
_LONGEST = 80

_PLAIN = re.compile(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?")
_UNDATED = {
    "", "n.d.", "nd", "n. d.", "no date", "undated", "s.d.", "s. d.", "s.a.", "s. a.",
    "o.j.", "o. j.",
}  # fmt: skip
# Words of publishing that stand where a date will be.
_TO_COME = re.compile(
    r"(?:forthcoming|in (?:press|preparation|review|print)|to appear|to be published|accepted"
    r"|submitted|under (?:review|revision)|unpublished|online first|ahead of print|im erscheinen"
    r"|à paraître|en prensa|in corso di stampa)",
    re.I,
)
# LaTeX’s sign for a space that does not break is EDTF’s for 'about' where a date ends or begins.
_ABOUT_SIGN = re.compile(r"(?<=[0-9Xu?])~(?=[\s}\]]*(?:/|$))|(?:^|(?<=/))~(?=[0-9])")
# A sign of doubt within a date (EDTF, level 2), behind which no range begins: '2004?-06'.
_WITHIN = re.compile(r"[0-9]{4}(?:-[0-9]{2})?[?~%]-[0-9]{2}(?![0-9])")
_SEPARATORS = ("/", "–", "—", " - ", " to ", "-")
_OPEN = ("", "..", "open", "unknown")
_NO_YEAR = "is not a year; write four digits, or leave it out"
_SHORT = re.compile(r"([0-9]{2})([0-9]{2})-([0-9]{2})")  # '1914-18', or a month
_HALF_OPEN = re.compile(r"(since|until) ", re.I)
_ANY_YEAR = re.compile(r"(?<![0-9])[0-9]{4}(?![0-9])")


def stated(value: object) -> str:
    """The text of a date without LaTeX."""
    if not value:
        return ""
    written = str(value)
    if _PLAIN.fullmatch(written):
        return written
    return plain(_ABOUT_SIGN.sub(r"\\textasciitilde{}", written))


@lru_cache(maxsize=4096)  # checker, renderer, sort key and CSL-JSON read each date
def reading(text: str, of_year: bool = False) -> Reading:
    """What a text without LaTeX states; in a field for years '1914-18' is a range of them."""
    text = text.strip()
    within = re.fullmatch(r"\[([^\[\]]*)\]", text)
    bare = within[1].strip() if within else text
    if bare.lower() in _UNDATED:
        return Reading()
    if _TO_COME.fullmatch(bare):
        return Reading(written=bare)
    found = _read(bare, of_year) if len(bare) <= _LONGEST else None
    if found is None:
        year = _ANY_YEAR.search(text)
        fault = _NO_YEAR if bare.isascii() and bare.isdecimal() else ""
        return Reading(written=text, known=False, fault=fault, year=int(year[0]) if year else 0)
    return replace(found, supplied=bool(within))


def _read(text: str, of_year: bool) -> Reading | None:
    if of_year and (years := _SHORT.fullmatch(text)):
        return _years(*years.groups())
    if words := _HALF_OPEN.match(text):
        end = text[words.end() :]
        return _range(end, "") if words[1].lower() == "since" else _range("", end)
    single = moment_in(text)
    if single.moment and not (single.fault and _is_next(text)):
        return Reading(single.moment, fault=single.fault)
    if _WITHIN.match(text):
        return None
    for separator in _SEPARATORS:
        first, found, last = text.partition(separator)
        if found and (range_ := _range(first.strip(), last.strip())):
            return range_
    return None


def _years(century: str, first: str, last: str) -> Reading | None:
    """The range of years in '1914-18', or the month in '2004-03'; None where it may be either."""
    if last <= first:
        found = moment_in(f"{century}{first}-{last}")
        return Reading(found.moment, fault=found.fault) if found.moment else None
    return _range(century + first, century + last) if int(last) > 12 else None


def _is_next(text: str) -> bool:
    """Whether a text is two years in succession, such as '1850-51'."""
    match = _SHORT.fullmatch(text)
    return match is not None and int(match[3]) == int(match[2]) + 1


def _range(first: str, last: str) -> Reading | None:
    """The range of two moments, of which one may be open; None where either is no moment."""
    if first in _OPEN or last in _OPEN:
        end = moment_in(first if last in _OPEN else last)
        if not end.moment:
            return None
        begins, ends = (None, end.moment) if first in _OPEN else (end.moment, None)
        return Reading(begins, ends, is_range=True, fault=end.fault)
    other = _last(first, last)
    one = _first(first, other.moment) if other.moment else Found()
    if not one.moment or not other.moment:
        return None
    if one == other:
        return Reading(one.moment, fault=one.fault)
    fault = one.fault or other.fault or _reversed(one.moment, other.moment)
    return Reading(one.moment, other.moment, is_range=True, fault=fault)


def _last(first: str, last: str) -> Found:
    """The last moment, with the century or the month of the first where it has none itself."""
    century = re.search(r"(?:^|[^0-9])([0-9]{2})[0-9]{2}[?~%]?$", first)
    if century and re.fullmatch(r"[0-9]{2}[?~%]?", last):
        return moment_in(f"{century[1]}{last}")
    found = moment_in(last)
    return found if found.moment else moment_in(f"{_month(first)} {last}")


def _first(first: str, last: Moment) -> Found:
    """The first moment, with the year or the month of the last where it has none itself."""
    month = MONTHS[last.day.month - 1] if last.day.month else ""
    texts = (first, f"{first} {last.day.year}", f"{first} {month} {last.day.year}")
    return next((found for text in texts if (found := moment_in(text)).moment), Found())


def _month(text: str) -> str:
    match = re.match(r"[^\W\d_]{3,}", text)
    return match[0] if match else ""


def _reversed(first: Moment, last: Moment) -> str:
    """That a range ends before it begins, as far as both ends are known."""
    one, other = first.day, last.day
    length = min(3 if one.day and other.day else 2 if one.month and other.month else 1, 3)
    return "ends before it begins" if other[:length] < one[:length] else ""
