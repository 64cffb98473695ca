"""The country that a text names, by a code or by its name in many languages."""

import re
from difflib import get_close_matches
from functools import cache, lru_cache

from babel import Locale
from babel.core import get_global

from ...countries import COUNTRIES, NO_COUNTRY
from ...locale import country_names
from ...names.folding import folded

# CLDR's languages. The first suffice for most lists; the others take half a second to read.
_FIRST = ("en", "en_GB")
_OTHERS = (
    *("de", "fr", "es", "pt", "it", "nl", "sv", "nb", "nn", "da", "fi", "is", "pl"),
    *("cs", "sk", "hu", "ro", "hr", "sl", "sr", "bg", "el", "tr", "et", "lv", "lt"),
    *("ru", "uk", "ca", "eu", "gl", "ga", "cy", "ar", "he", "fa", "hi", "id", "ms"),
    *("vi", "th", "ja", "ko", "zh", "zh_Hant"),
)

# Names that CLDR has under another form: official ones by the United Nations' list of members,
# former ones, and parts of the United Kingdom, which ISO 3166-1 has as one.
_NAMES = {
    "GB": "great britain, britain, england, scotland, wales, northern ireland, uk, gb, u k,"
    " united kingdom of great britain and northern ireland, grossbritannien, england uk",
    "US": "usa, u s a, us, u s, united states of america, america, etats unis d amerique, eua,"
    " eeuu, ee uu, vereinigte staaten von amerika, vs, stati uniti d america",
    "NL": "holland, holanda, olanda, hollande, kingdom of the netherlands",
    "CZ": "czech republic, ceska republika, tschechische republik, republique tcheque",
    "SK": "slovak republic",
    "CI": "ivory coast, cote d ivoire",
    "KR": "korea, republic of korea, rep of korea, s korea",
    "KP": "democratic people s republic of korea, dprk",
    "RU": "russian federation",
    "VN": "viet nam",
    "IR": "islamic republic of iran",
    "SY": "syrian arab republic",
    "TR": "turkey, turkiye, republic of turkiye",
    "MD": "republic of moldova",
    "TZ": "united republic of tanzania",
    "VE": "bolivarian republic of venezuela",
    "BO": "plurinational state of bolivia",
    "LA": "lao people s democratic republic, lao pdr",
    "BN": "brunei darussalam",
    "MM": "burma",
    "SZ": "swaziland",
    "MK": "macedonia, fyrom, republic of north macedonia",
    "CV": "cape verde",
    "TL": "east timor",
    "CD": "democratic republic of the congo, dr congo, drc, congo kinshasa",
    "CG": "republic of the congo, congo brazzaville",
    "GM": "gambia",
    "BS": "bahamas",
    "VA": "holy see, vatican, holy see vatican city state",
    "PS": "palestine, state of palestine",
    "HK": "hong kong",
    "MO": "macau, macao",
    "TW": "taiwan r o c, taiwan province of china, republic of china",
    "CN": "people s republic of china, p r china, pr china, prc",
    "IE": "republic of ireland, eire",
    "AE": "uae, u a e",
    "BA": "bosnia, bosnia and herzegovina",
    "EU": "european union, e u",
    "DE": "federal republic of germany, brd",
    "CH": "swiss confederation",
    NO_COUNTRY: "no country",
}

# What may mean these, for people to say.
_PERHAPS = {
    "europe": "EU",
    **dict.fromkeys(("international", "global", "worldwide", "intergovernmental"), NO_COUNTRY),
}

# What two countries are called by themselves.
_SHARED = {"congo", "kongo"}

# Words without a meaning of their own, and one that CLDR shortens.
_SILENT = {"the", "of", "and"}
_SHORT = {"saint": "st", "sainte": "st", "sankt": "st"}

_NO_LETTERS = re.compile(r"[\W_]+")


@lru_cache(maxsize=4096)  # a list has few countries
def country_meant(text: str) -> str | None:
    """The code of the country that a text names; None where it names none, or more than one.

    Read are codes of two or three letters (ISO 3166-1) in any case, and names by Unicode CLDR in
    many languages, without regard to case, accents and punctuation.
    """
    code = text.strip().upper()
    if code in COUNTRIES:
        return code
    key = _key(text)
    if found := _names(_FIRST).get(key):
        return found
    successors = get_global("territory_aliases").get(code, []) if code.isascii() else []
    found = successors[0] if len(code) == 3 and len(successors) == 1 else NO_COUNTRY
    if found != NO_COUNTRY and found in COUNTRIES:
        return str(found)
    return _names(_OTHERS).get(key)


@cache
def _names(languages: tuple[str, ...]) -> dict[str, str]:
    """The codes by name. A name that is two countries' in two languages is left out."""
    found: dict[str, set[str]] = {}
    for language in languages:
        territories = Locale.parse(language).territories
        for code in sorted(COUNTRIES):
            if name := territories.get(code):
                found.setdefault(_key(name), set()).add(code)
    names = {
        name: min(codes) for name, codes in found.items() if len(codes) == 1 and name not in _SHARED
    }
    if languages == _FIRST:
        names |= {_key(name): code for code, listed in _NAMES.items() for name in listed.split(",")}
    return names


def _key(text: str) -> str:
    """The words of a name, in an order of their own: lists write 'Korea, Republic of', too."""
    words = _NO_LETTERS.sub(" ", folded(text)).split()
    told = [_SHORT.get(word, word) for word in words if word not in _SILENT]
    return " ".join(sorted(told or words))


def nearest_country(text: str) -> str | None:
    """The code of the country that a text probably means.

    Names count in English also where they are misspelt, and so do words that may mean a country.
    """
    if meant := country_meant(text) or _PERHAPS.get(_key(text)):
        return meant
    by_name = {_key(name): code for code, name in country_names().items()}
    close = get_close_matches(_key(text), by_name, n=1, cutoff=0.8)
    return by_name[close[0]] if close else None
