"""What BibTeX’s fields say: braces, accents and commands of LaTeX as letters and emphasis."""

import codecs
import re
from collections.abc import Iterator
from urllib.parse import urlsplit

import latexcodec  # noqa: F401 (registers the codec ulatex)
from pybtex.richtext import BaseText, HRef, Tag, Text

from .links import followable, unescaped

# What pybtex’s own reader of LaTeX cannot do: it calls itself for each brace, and knows neither
# emphasis nor addresses. Accents are left to latexcodec, which it uses as well.
_ADDRESS = re.compile(
    r"\\(?:url|nolinkurl|path)\s*\{([^{}]*)\}"
    r"|\\href\s*\{([^{}]*)\}\s*\{([^{}]*)\}"
    r"|(https?://[^\s{}<>\"|\\^`]*[^\s{}<>\"|\\^`.,;:!?')\]])",
    re.I,
)
_TOKEN = re.compile(
    r"\\(?P<emphasis>emph|textit|textsl|mkbibemph)\s*\{|\\(?P<name>(?:La|Bib)?TeX)(?![a-zA-Z])(?:\s*\{\}|\s+(?=[.,;:!?)]|$))?"
    r"|\\[a-zA-Z]+\s*|\\(?P<sign>.)|[{}]",
    re.S,
)
_SPACING = {**dict.fromkeys("\\/-!", ""), **dict.fromkeys(",:;", "\u202f")}
_SPACES = re.compile(r"[^\S\u00a0]+")

# Controls, halves of characters, and signs that turn the direction of all that follows.
_UNSEEN = re.compile(
    r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069]"
)

# What says more than itself; braces alone only hold capitals, which this style never changes.
_SPECIAL = re.compile(r"[\\~`$]|--|''|https?://", re.I)
_NEEDS_CODEC = re.compile(r"\\[^{}&%#$_]|`|''")
_DOTLESS = re.compile(r"(\\['`^\"~=.])\s*\{?\\([ij])(?![a-zA-Z])\s*\}?")

# Formulas, told from prices: a letter, or something raised or commanded, between dollars.
_FORMULA = re.compile(r"(?<!\\)\$([a-zA-Z]|[^\s$](?:[^$]*[^\s$\\])?)\$(?![0-9])")
_RAISED = re.compile(r"([\^_])(?:\{([^{}]*)\}|(\w))")
_RAISINGS = {
    "^": str.maketrans("0123456789+-=()in", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁱⁿ"),
    "_": str.maketrans("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎"),
}

# Commands for single signs, of which the codec would make other commands.
_SIGNS = {"backslash": "\\", "braceleft": "{", "braceright": "}", "asciitilde": "~"}
_SIGN = re.compile(rf"\\text({'|'.join(_SIGNS)})(?![a-zA-Z])(?:\{{\}}|\s)?")
_STANDINS = {name: chr(0xE000 + place) for place, name in enumerate(_SIGNS)}
_BACK = {ord(_STANDINS[name]): sign for name, sign in _SIGNS.items()}


def rich(value: object, linked: bool = True) -> Text:
    """A field as rich text in its own capitals; addresses in it become links named by their host.

    Without `linked` they are left as words: a link cannot stand in another.
    """
    value = cleaned(str(value))
    if not _SPECIAL.search(value):
        return Text(_without_braces(value))
    return Text(*_parts(value, linked))


def plain(value: object) -> str:
    """A field as bare words."""
    value = cleaned(str(value))
    if not _SPECIAL.search(value):
        return _without_braces(value)  # most fields, and pybtex’s rich text takes its time
    return str(rich(value, linked=False)).strip()


def cleaned(value: str) -> str:
    """The text on one line, without signs that nobody sees."""
    return _SPACES.sub(" ", _UNSEEN.sub("", value)).strip() if value else ""


def _without_braces(value: str) -> str:
    return value.replace("{", "").replace("}", "").strip()


def _parts(value: str, linked: bool) -> Iterator[BaseText | str]:
    end = 0
    for match in _ADDRESS.finditer(value):
        yield from _styled(value[end : match.start()])
        address = unescaped(match[1] or match[2] or match[4] or "")
        words = plain(match[3]) if match[3] else _name(address)
        yield HRef(address, words) if linked and words and followable(address) else words
        end = match.end()
    yield from _styled(value[end:])


def _name(address: str) -> str:
    """What to call an address: its host, or itself where it leads nowhere."""
    if not followable(address):
        return address
    return (urlsplit(address).hostname or address).removeprefix("www.")


def _styled(text: str) -> Iterator[BaseText | str]:
    """The words between braces and commands, emphasised where an open brace says so."""
    text, open_braces, end = _decoded(text), [False], 0
    for match in _TOKEN.finditer(text):
        yield _worded(text[end : match.start()], open_braces[-1])
        end = match.end()
        if match["emphasis"]:
            open_braces.append(True)
        elif match[0] == "{":
            open_braces.append(open_braces[-1])
        elif match[0] == "}":
            open_braces = open_braces[:-1] or [False]
        elif match["name"]:
            yield _worded(match["name"], open_braces[-1])
        elif match["sign"]:
            yield _worded(_SPACING.get(match["sign"], match["sign"]), open_braces[-1])
    yield _worded(text[end:], open_braces[-1])


def _worded(text: str, emphasised: bool) -> BaseText | str:
    words = text.replace("---", "—").replace("--", "–").replace("~", "\u00a0").translate(_BACK)
    return Tag("em", words) if emphasised else words


def _without_dollars(formula: re.Match[str]) -> str:
    """A formula in words; prices are left as they are."""
    told = formula[1]
    if len(told) > 1 and not re.search(r"[\\^_]", told):
        return formula[0]
    return _RAISED.sub(_raised, re.sub(r"\\[a-zA-Z]+\s*", _commanded, told))


def _commanded(match: re.Match[str]) -> str:
    """A command of a formula as its sign, such as a Greek letter, or by its name, such as log."""
    command = match[0].strip()
    sign = str(codecs.decode(f"${command}$", "ulatex"))  # type: ignore[call-overload]
    return command[1:] if "$" in sign else sign


def _raised(match: re.Match[str]) -> str:
    """What stands above or below the line, by its own signs where all of it has them."""
    inner = str(match[2] if match[2] is not None else match[3])
    signs = _RAISINGS[match[1]]
    return inner.translate(signs) if all(ord(sign) in signs for sign in inner) else match[0]


def _decoded(text: str) -> str:
    """Accents as letters. A percent sign is one, whoever forgot its backslash."""
    text = _FORMULA.sub(_without_dollars, text)
    text = _SIGN.sub(lambda match: _STANDINS[match[1]], text)
    if not _NEEDS_CODEC.search(text):
        return text
    text = _DOTLESS.sub(r"\1{\2}", re.sub(r"(?<!\\)%", r"\\%", text))
    try:
        return str(codecs.decode(text, "ulatex"))  # type: ignore[call-overload]
    except ValueError:
        return text
