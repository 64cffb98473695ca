"""The names of languages as sources give them: babel's and BibLaTeX's keys, codes and names."""

import re
from functools import cache

from babel import Locale

# Keys of BibLaTeX that are not a language's English name, by code.
_KEYS = {
    "american": "en", "british": "en", "canadian": "en", "australian": "en", "newzealand": "en",
    "usenglish": "en", "ukenglish": "en", "ngerman": "de", "naustrian": "de",
    "austrian": "de", "nswissgerman": "de", "swissgerman": "de", "deutsch": "de", "acadian": "fr",
    "canadien": "fr", "français": "fr", "francais": "fr", "brazil": "pt", "brazilian": "pt",
    "portuges": "pt", "español": "es", "espanol": "es", "italiano": "it", "magyar": "hu",
    "bahasa": "id", "polutonikogreek": "el", "nynorsk": "nn", "norsk": "no", "farsi": "fa",
    "русский": "ru", "中文": "zh", "日本語": "ja",
}  # fmt: skip
_BETWEEN = re.compile(r"\s*[,;/&]\s*|\s+and\s+", re.I)
_ENGLISH = "English"


def shown_languages(written: str) -> str:
    """The languages as English names them, in order; empty where it is English alone."""
    found = list(dict.fromkeys(map(_named, filter(None, _BETWEEN.split(written)))))
    if found in ([], [_ENGLISH]):
        return ""
    return " and ".join(filter(None, (", ".join(found[:-1]), found[-1])))


def _named(written: str) -> str:
    key = re.sub(r"^lang(?=[a-z])", "", written.strip().lower())
    names = _names()
    code = _KEYS.get(key, re.split("[-_]", key)[0])
    return names.get(code) or names.get(key) or written.strip()


@cache
def _names() -> dict[str, str]:
    """English names by code, and by themselves in lower case."""
    languages = {
        code: name for code, name in Locale("en", "GB").languages.items() if code.isalpha()
    }
    three = {"eng": "en", "ger": "de", "deu": "de", "fre": "fr", "fra": "fr", "spa": "es",
             "ita": "it", "por": "pt", "rus": "ru", "chi": "zh", "zho": "zh", "jpn": "ja",
             "ara": "ar", "dut": "nl", "nld": "nl", "pol": "pl", "swe": "sv"}  # fmt: skip
    by_three = {code: languages[two] for code, two in three.items()}
    return {name.lower(): name for name in languages.values()} | languages | by_three
