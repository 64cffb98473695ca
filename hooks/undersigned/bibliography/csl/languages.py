"""The language of a source as the code that CSL asks for (ISO 639-1, with a country at most)."""

import re
from functools import cache

from babel import Locale

from .fields import Fields

# Keys of BibLaTeX that are not the English name of a language; some tell the country as well.
_KEYS = {
    "american": "en-US", "usenglish": "en-US", "british": "en-GB", "ukenglish": "en-GB",
    "canadian": "en-CA", "australian": "en-AU", "newzealand": "en-NZ", "ngerman": "de",
    "deutsch": "de", "austrian": "de-AT", "naustrian": "de-AT", "swissgerman": "de-CH",
    "nswissgerman": "de-CH", "acadian": "fr-CA", "canadien": "fr-CA", "français": "fr",
    "francais": "fr", "brazil": "pt-BR", "brazilian": "pt-BR", "portuges": "pt", "español": "es",
    "espanol": "es", "italiano": "it", "magyar": "hu", "bahasa": "id", "polutonikogreek": "el",
    "norsk": "no", "nynorsk": "nn", "farsi": "fa", "русский": "ru", "中文": "zh", "日本語": "ja",
}  # fmt: skip
_BETWEEN = re.compile(r"\s*[,;/&]\s*|\s+and\s+", re.I)
_CODE = re.compile(r"([a-z]{2,3})(?:[-_]([a-z]{2}))?", re.I)


def language_of(fields: Fields) -> tuple[str, dict[str, str]]:
    """The code of the first language of a source, and all of several as they are written."""
    written = fields.take("language")
    first, *further = _BETWEEN.split(written) if written else [fields.take("langid", "hyphenation")]
    return _code(first), {"language": written} if further else {}


def _code(written: str) -> str:
    """The code of a language; the words themselves where it is not known."""
    key = re.sub(r"^lang(?=[a-z])", "", written.strip().lower())
    code = _CODE.fullmatch(key)
    if code and code[1] in _codes():
        return f"{code[1]}-{code[2].upper()}" if code[2] else code[1]
    return _KEYS.get(key) or _by_name().get(key) or written.strip()


@cache
def _codes() -> frozenset[str]:
    return frozenset(_by_name().values())


@cache
def _by_name() -> dict[str, str]:
    """The codes of languages by their English names in lower case."""
    languages = Locale("en", "GB").languages.items()
    return {name.lower(): code for code, name in languages if code.isalpha()}
