"""The language of a site, as Unicode CLDR knows it."""

from datetime import date

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton

from .dates import StatedDate


def locale_of(tag: str) -> str:
    """The CLDR locale for a language tag such as ``pt-BR``; English where there is none.

    English without a country is British, the English of this project.
    """
    if tag == "en":
        return "en_GB"
    try:
        return str(Locale.parse(tag.replace("-", "_")))
    except (UnknownLocaleError, ValueError):
        return "en_GB"


def shown_date(stated: StatedDate, locale: str) -> str:
    """The date in words: ``27 March 2023``, or ``March 2023``."""
    day: date = stated.first_day
    if stated.day is None:
        return shown_month(stated, locale)
    return format_date(day, "long", locale=locale)


def shown_month(stated: StatedDate, locale: str, short: bool = False) -> str:
    """Its month and year in words: ``March 2023``, or ``Mar 2023``."""
    return format_skeleton("yMMM" if short else "yMMMM", stated.first_day, locale=locale)
