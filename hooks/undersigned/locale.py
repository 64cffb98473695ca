"""Dates and country names in the language of a site, from Unicode CLDR."""

import unicodedata
from datetime import date
from difflib import get_close_matches
from functools import cache

from babel import Locale, UnknownLocaleError
from babel.core import get_global
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
    """The date in the locale's long form: ``27 March 2023``, or ``March 2023``."""
    day: date = stated.first_day
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


# What people call countries, where no language of CLDR does; 'England' is no country of ISO 3166-1.
_ALSO_CALLED = {
    "GB": "England | Scotland | Wales | Northern Ireland | Great Britain | Britain | U.K.",
    "US": "America | United States of America | The United States | U.S. | U.S.A. | the US",
    "NL": "Holland | the Netherlands",
    "EU": "European Union | Europe | the EU",
    "KR": "Korea | Republic of Korea | Korea, Republic of",
    "CZ": "Czech Republic",
    "TW": "Taiwan, Province of China",
    "RU": "Russian Federation",
    "TR": "Turkey",
    "MK": "Macedonia",
    "CI": "Ivory Coast",
    "CD": "DR Congo | DRC | Democratic Republic of the Congo",
    NO_COUNTRY: "international | global | worldwide | none | no country | n/a | intergovernmental",
}

# Languages in which a country may have been named; each takes some milliseconds to read.
_SPOKEN = (
    "en de fr es pt it nl sv da nb fi is pl cs sk sl hr sr hu ro bg el tr ru uk et lv lt ga ca eu"
    " ar he fa hi id vi th ja ko zh zh_Hant ka hy"
)


def nearest_code(text: str) -> str | None:
    """The country code probably meant by a code of another form or of another time, or by a name.

    Names count in many languages, and in English also where they are misspelt.
    """
    names = country_names()
    code = text.strip().upper()
    if code in names:
        return code
    successors = get_global("territory_aliases").get(code, [])
    if len(successors) == 1 and successors[0] in names and successors[0] != NO_COUNTRY:
        return str(successors[0])
    name = _folded_name(text)
    if name in _codes():
        return _codes()[name]
    by_name = {_folded_name(name): code for code, name in names.items()}
    close = get_close_matches(name, by_name, n=1, cutoff=0.8)
    return by_name[close[0]] if close else None


@cache
def _codes() -> dict[str, str]:
    """The code of each name in each language, of those that mean one country alone."""
    codes: dict[str, set[str]] = {}
    for language in _SPOKEN.split():
        for code, name in country_names(language).items():
            codes.setdefault(_folded_name(name), set()).add(code)
    single = {name: next(iter(meant)) for name, meant in codes.items() if len(meant) == 1}
    called = {
        _folded_name(name): code for code, line in _ALSO_CALLED.items() for name in line.split("|")
    }
    return single | called


def _folded_name(name: str) -> str:
    """A name in lower case, without accents, dots and an article."""
    letters = unicodedata.normalize("NFKD", name.strip().casefold())
    bare = "".join(each for each in letters if not unicodedata.combining(each) and each != ".")
    return bare.strip().removeprefix("the ")
