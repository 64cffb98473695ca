"""Dates and country names in the language of a site, from Unicode CLDR."""

from datetime import date
from functools import cache

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton

from .dates import StatedDate


def locale_of(tag: str) -> str:
    """The CLDR locale for a language tag such as ``pt-BR``; ``en_GB`` where there is none.

    English without a country is ``en_GB`` as well, the English of this project.
    """
    if tag == "en":
        return "en_GB"
    try:
        return str(Locale.parse(tag.replace("-", "_")))
    except (UnknownLocaleError, ValueError):
        return "en_GB"


def shown_date(stated: StatedDate, locale: str) -> str:
    """The date in the locale's long form: ``27 March 2023``, ``March 2023`` or ``2023``."""
    day: date = stated.first_day
    if stated.month is None:
        return format_skeleton("y", day, locale=locale)
    if stated.day is None:
        return shown_month(stated, locale)
    return format_date(day, "long", locale=locale)


def shown_month(stated: StatedDate, locale: str, short: bool = False) -> str:
    """The month and year of a date in a locale: ``March 2023``, or ``Mar 2023`` if short."""
    return format_skeleton("yMMM" if short else "yMMMM", stated.first_day, locale=locale)


# Two-letter codes in CLDR that ISO 3166-1 has not assigned to a country: exceptional
# reservations, user-assigned codes and groupings. Three more are used here: EU, XK for Kosovo, and
# ZZ for a body of no country.
_NOT_IN_ISO = {
    "AC", "CP", "CQ", "DG", "EA", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ",
}  # fmt: skip
NO_COUNTRY = "ZZ"


_NOWHERE = {"en": "No country"}


@cache
def country_names(locale: str = "en_GB") -> dict[str, str]:
    """The names of a CLDR locale by ISO 3166-1 alpha-2 code, and of EU, XK and `NO_COUNTRY`."""
    territories = Locale.parse(locale).territories
    names = {
        code: name
        for code, name in territories.items()
        if len(code) == 2 and code.isalpha() and code not in _NOT_IN_ISO
    }
    # CLDR calls it 'Unknown Region', yet it is known that there is none; 001 is the world.
    return names | {NO_COUNTRY: _NOWHERE.get(locale[:2], territories["001"])}
