"""Values of BibTeX fields as rich or plain text: LaTeX's braces, accents and commands decoded."""

import codecs
import re
from collections.abc import Iterator
from urllib.parse import urlsplit

import latexcodec  # noqa: F401 (registers the codec ulatex)
from pybtex.richtext import BaseText, HRef, Tag, Text

from .links import followable, unescaped

# pybtex’s own reader of LaTeX recurses for each brace, and knows neither emphasis nor addresses.
# Accents are left to latexcodec, which pybtex uses as well.
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

# Control characters, surrogates, and characters that change the direction of text.
_INVISIBLE = re.compile(
    r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069]"
)

# LaTeX to decode; braces alone only protect capitals, which this style never changes.
_SPECIAL = re.compile(r"[\\~`$]|--|''|https?://", re.I)
_NEEDS_CODEC = re.compile(r"\\[^{}&%#$_]|`|''")
_DOTLESS = re.compile(r"(\\['`^\"~=.])\s*\{?\\([ij])(?![a-zA-Z])\s*\}?")

# Formulas as opposed to prices: between dollars a letter, or text that is not next to a space.
_FORMULA = re.compile(r"(?<!\\)\$([a-zA-Z]|[^\s$](?:[^$]*[^\s$\\])?)\$(?![0-9])")
_SCRIPT = re.compile(r"([\^_])(?:\{([^{}]*)\}|(\w))")
_SCRIPTS = {
    "^": str.maketrans("0123456789+-=()in", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁱⁿ"),
    "_": str.maketrans("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎"),
}

# Commands for single characters, which the codec would decode to parts of commands.
_CHARACTERS = {"backslash": "\\", "braceleft": "{", "braceright": "}", "asciitilde": "~"}
_CHARACTER = re.compile(rf"\\text({'|'.join(_CHARACTERS)})(?![a-zA-Z])(?:\{{\}}|\s)?")
_PLACEHOLDERS = {name: chr(0xE000 + number) for number, name in enumerate(_CHARACTERS)}
_REPLACED = {ord(_PLACEHOLDERS[name]): each for name, each in _CHARACTERS.items()}


def rich(value: object, linked: bool = True) -> Text:
    """A field as rich text in its own capitals; addresses in it become links named by their host.

    Without `linked` they stay words, since links cannot be nested.
    """
    value = cleaned(str(value))
    if not _SPECIAL.search(value):
        return Text(_without_braces(value))
    return Text(*_parts(value, linked))


def plain(value: object) -> str:
    """A field as plain text."""
    value = cleaned(str(value))
    if not _SPECIAL.search(value):
        return _without_braces(value)  # a shortcut for most fields: pybtex’s rich text is slow
    return str(rich(value, linked=False)).strip()


def cleaned(value: str) -> str:
    """The text on one line, without invisible characters."""
    return _SPACES.sub(" ", _INVISIBLE.sub("", value)).strip() if value else ""


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
    """The text of a link to an address: its host, or the address where it is not linked."""
    if not followable(address):
        return address
    return (urlsplit(address).hostname or address).removeprefix("www.")


def _styled(text: str) -> Iterator[BaseText | str]:
    """The text between braces and commands, emphasised within the braces of such a command."""
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
    words = text.replace("---", "—").replace("--", "–").replace("~", "\u00a0").translate(_REPLACED)
    return Tag("em", words) if emphasised else words


def _without_dollars(formula: re.Match[str]) -> str:
    """A formula as text; a price between two dollars is left as it is."""
    inner = formula[1]
    if len(inner) > 1 and not re.search(r"[\\^_]", inner):
        return formula[0]
    return _SCRIPT.sub(_script, re.sub(r"\\[a-zA-Z]+\s*", _symbol, inner))


def _symbol(match: re.Match[str]) -> str:
    """A command of a formula as its symbol, such as a Greek letter, or by its name, such as log."""
    command = match[0].strip()
    symbol = str(codecs.decode(f"${command}$", "ulatex"))  # type: ignore[call-overload]
    return command[1:] if "$" in symbol else symbol


def _script(match: re.Match[str]) -> str:
    """A superscript or subscript in Unicode's characters, if there is one for every character."""
    inner = str(match[2] if match[2] is not None else match[3])
    scripts = _SCRIPTS[match[1]]
    return inner.translate(scripts) if all(ord(each) in scripts for each in inner) else match[0]


def _decoded(text: str) -> str:
    """The text with accents as letters, and with '%' as a character even without a backslash."""
    text = _FORMULA.sub(_without_dollars, text)
    text = _CHARACTER.sub(lambda match: _PLACEHOLDERS[match[1]], text)
    if not _NEEDS_CODEC.search(text):
        return text
    text = _DOTLESS.sub(r"\1{\2}", re.sub(r"(?<!\\)%", r"\\%", text))
    try:
        return str(codecs.decode(text, "ulatex"))  # type: ignore[call-overload]
    except ValueError:
        return text
