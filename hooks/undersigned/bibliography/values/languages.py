"""The names of languages as sources give them: babel's and BibLaTeX's keys, codes and names."""

import re
from functools import cache

from ...language.catalogue import ENGLISH, Catalogue
from ...language.enumerated import enumerated

# Keys of BibLaTeX that are not a language's English name, by code; some tell the country as well.
_KEYS = {
    "american": "en-US", "british": "en-GB", "canadian": "en-CA", "australian": "en-AU",
    "newzealand": "en-NZ", "usenglish": "en-US", "ukenglish": "en-GB", "ngerman": "de",
    "naustrian": "de-AT", "austrian": "de-AT", "nswissgerman": "de-CH", "swissgerman": "de-CH",
    "deutsch": "de", "acadian": "fr-CA", "canadien": "fr-CA", "français": "fr", "francais": "fr",
    "brazil": "pt-BR", "brazilian": "pt-BR", "portuges": "pt", "español": "es", "espanol": "es",
    "italiano": "it", "magyar": "hu", "bahasa": "id", "polutonikogreek": "el", "nynorsk": "nn",
    "norsk": "no", "farsi": "fa", "русский": "ru", "中文": "zh", "日本語": "ja",
}  # fmt: skip
# Codes of three letters (ISO 639-2) of languages that have one of two.
_OF_THREE = {
    "eng": "en", "ger": "de", "deu": "de", "fre": "fr", "fra": "fr", "spa": "es", "ita": "it",
    "por": "pt", "rus": "ru", "chi": "zh", "zho": "zh", "jpn": "ja", "ara": "ar", "dut": "nl",
    "nld": "nl", "pol": "pl", "swe": "sv",
}  # fmt: skip
_BETWEEN = re.compile(r"\s*[,;/&]\s*|\s+and\s+", re.I)


def shown_languages(written: str, catalogue: Catalogue = ENGLISH, but_own: bool = True) -> str:
    """The languages as that of a site names them, in order.

    Empty where it is that of the site alone, or its name if this is asked for too.
    """
    names = _names(catalogue.locale)
    own = names[catalogue.locale.partition("_")[0]]
    written_in = languages_in(written)
    found = list(dict.fromkeys(names.get(code_of(each).split("-")[0], each) for each in written_in))
    if found in ([], [own]):
        return "" if but_own else own
    return enumerated(found, catalogue)


def languages_in(written: str) -> list[str]:
    """The languages that a field names, each as it is written."""
    return [language for each in _BETWEEN.split(written) if (language := each.strip())]


def code_of(language: str) -> str:
    """The code of a language (ISO 639-1, with a country at most); as written if it is not known."""
    key = re.sub(r"^lang(?=[a-z])", "", language.lower())
    tongue, _, country = _KEYS.get(key, key).replace("_", "-").partition("-")
    tongue = _OF_THREE.get(tongue, tongue)
    code = tongue if tongue in _names(ENGLISH.locale) else _codes().get(tongue, "")
    if not code:
        return language
    return f"{code}-{country.upper()}" if len(country) == 2 else code


@cache
def _names(locale: str) -> dict[str, str]:
    """The names of languages in a CLDR locale, by code."""
    # Imported late: most sources name no language.
    from babel import Locale

    languages = Locale.parse(locale).languages.items()
    return {code: name for code, name in languages if code.isalpha()}


@cache
def _codes() -> dict[str, str]:
    """Codes by English names in lower case."""
    return {name.lower(): code for code, name in _names(ENGLISH.locale).items()}
