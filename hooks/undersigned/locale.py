"""Dates and country names in the language of a site, from Unicode CLDR."""

from datetime import date
from functools import cache

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton

from .countries import COUNTRIES, NO_COUNTRY
from .dates import StatedDate
from .language.catalogue import catalogue_of


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


def is_known(tag: str) -> bool:
    """Whether Unicode knows the language of a tag such as ``pt-BR``."""
    try:
        Locale.parse(tag.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return False
    return True


def shown_date(stated: StatedDate, locale: str) -> str:
    """The date in the locale's long form: ``27 March 2023``, ``March 2023`` or ``2023``."""
    day: date = stated.first_day
    if stated.month is None:
        return format_skeleton("y", day, locale=locale)
    if stated.day is None:
        return shown_month(stated, locale)
    long = format_date(day, "long", locale=locale)
    # French has an ordinal for the first of a month alone, for which CLDR has no pattern.
    return f"1er{long[1:]}" if day.day == 1 and locale.startswith("fr") else long


def shown_month(stated: StatedDate, locale: str, short: bool = False) -> str:
    """The month and year of a date in a locale: ``March 2023``, or ``Mar 2023`` if short."""
    return format_skeleton("yMMM" if short else "yMMMM", stated.first_day, locale=locale)


@cache
def country_names(locale: str = "en_GB") -> dict[str, str]:
    """The names of all countries in a CLDR locale, by their codes."""
    territories = Locale.parse(locale).territories
    names = {code: name for code, name in territories.items() if code in COUNTRIES}
    # CLDR calls it 'Unknown Region', yet it is known that there is none.
    return names | {NO_COUNTRY: catalogue_of(locale).gettext("No country")}
