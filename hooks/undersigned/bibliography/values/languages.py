"""The names of languages as sources give them: babel's and BibLaTeX's keys, codes and names."""

import re
from functools import cache

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
_ENGLISH = "English"


def shown_languages(written: str) -> str:
    """The languages as English names them, in order; empty where it is English alone."""
    found = list(dict.fromkeys(map(_named, languages_in(written))))
    if found in ([], [_ENGLISH]):
        return ""
    return " and ".join(filter(None, (", ".join(found[:-1]), found[-1])))


def languages_in(written: str) -> list[str]:
    """The languages that a field names, each as it is written."""
    return [language for each in _BETWEEN.split(written) if (language := each.strip())]


def code_of(language: str) -> str:
    """The code of a language (ISO 639-1, with a country at most); as written if it is not known."""
    key = re.sub(r"^lang(?=[a-z])", "", language.lower())
    tongue, _, country = _KEYS.get(key, key).replace("_", "-").partition("-")
    tongue = _OF_THREE.get(tongue, tongue)
    code = tongue if tongue in _names() else _codes().get(tongue, "")
    if not code:
        return language
    return f"{code}-{country.upper()}" if len(country) == 2 else code


def _named(language: str) -> str:
    return _names().get(code_of(language).split("-")[0], language)


@cache
def _names() -> dict[str, str]:
    """English names by code."""
    # Imported late: most sources name no language.
    from babel import Locale

    languages = Locale("en", "GB").languages.items()
    return {code: name for code, name in languages if code.isalpha()}


@cache
def _codes() -> dict[str, str]:
    """Codes by English names in lower case."""
    return {name.lower(): code for code, name in _names().items()}
