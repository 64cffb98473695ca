"""Formulas of LaTeX as text: symbols, superscripts and subscripts in Unicode's characters."""

import re
import unicodedata

from .commands import ARGUMENTS, DECLARATIONS, SIGNS
from .symbols import symbol_of

SCRIPTS = {
    "^": str.maketrans("0123456789+-=()in", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁱⁿ"),
    "_": str.maketrans("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎"),
}
_SCRIPT = re.compile(r"([\^_])\s*(?:\{([^{}]*)\}|([\w°′†‡∗*]))")
# Signs that stand raised as they are.
_RAISED = frozenset("°′†‡∗*")
_FRACTION = re.compile(r"\\[dt]?frac(?![a-zA-Z])\s*(?:\{([^{}]*)\}|(\w))\s*(?:\{([^{}]*)\}|(\w))")
_DOUBLED = re.compile(r"\{\s*\{([^{}]*)\}\s*\}")
_ORDINAL = re.compile(r"(?:st|nd|rd|th|er|re|e|o|a)")
_COMMAND = re.compile(r"\\(?:([a-zA-Z]+)|(.))", re.S)
_MARKS = {
    "hat": "\u0302", "widehat": "\u0302", "bar": "\u0304", "overline": "\u0305", "vec": "\u20d7",
    "tilde": "\u0303", "widetilde": "\u0303", "dot": "\u0307", "ddot": "\u0308",
    "acute": "\u0301", "grave": "\u0300", "breve": "\u0306", "check": "\u030c",
    "mathring": "\u030a",
}  # fmt: skip
_MARKED = re.compile(rf"\\({'|'.join(_MARKS)})(?![a-zA-Z])\s*(?:\{{\s*(\w|\\[a-zA-Z]+)\s*\}}|(\w))")

_NAMED = (
    "log ln lg exp sin cos tan cot sec csc sinh cosh tanh arcsin arccos arctan min max inf sup lim "
    "limsup liminf det dim ker deg gcd hom arg Pr bmod pmod mod"
)
_FUNCTIONS = frozenset(_NAMED.split())
_FONTS = (
    "left right big Big bigg Bigg bigl bigr Bigl Bigr middle mathrm mathbf mathit mathsf mathtt "
    "mathcal mathbb mathfrak mathscr mathnormal operatorname boldsymbol bm it"
)
_DROPPED = DECLARATIONS | frozenset(_FONTS.split())
_LITERAL = {"{": "\ue000", "}": "\ue001"}
_BACK = {0xE000: "{", 0xE001: "}"}


def formula_text(formula: str) -> tuple[str, list[str]]:
    """A formula as text, and the commands in it that are unknown, shown by their names."""
    unknown = list[str]()

    def shown(match: re.Match[str]) -> str:
        if match[2]:
            return _LITERAL.get(match[2], SIGNS.get(match[2], match[2]))
        text = _shown(match[1])
        if text is None:
            unknown.append(match[1])
            return match[1]
        return text

    formula = _FRACTION.sub(_fraction, _FRACTION.sub(_fraction, formula))
    formula = _COMMAND.sub(shown, _MARKED.sub(_marked, formula))
    text = _SCRIPT.sub(_script, _DOUBLED.sub(r"{\1}", formula))
    return re.sub(r"[{}$]", "", text).translate(_BACK), unknown


def scripted(text: str, sign: str) -> str:
    """The text as a superscript or subscript if Unicode has one for every character."""
    scripts = SCRIPTS[sign]
    return text.translate(scripts) if text and all(ord(each) in scripts for each in text) else text


def _shown(name: str) -> str | None:
    if name in _DROPPED or name in ARGUMENTS:
        return ""
    if name in _FUNCTIONS:
        return name
    return symbol_of(name)


def _fraction(match: re.Match[str]) -> str:
    return f"{match[1] or match[2] or ''}/{match[3] or match[4] or ''}"


def _marked(match: re.Match[str]) -> str:
    letter = match[2] or match[3]
    letter = symbol_of(letter[1:]) or letter if letter.startswith("\\") else letter
    return unicodedata.normalize("NFC", letter + _MARKS[match[1]])


def _script(match: re.Match[str]) -> str:
    """A superscript or subscript as a character; without one as written, but for '4th'."""
    inner = (match[2] if match[2] is not None else match[3]).strip()
    if match[1] == "^" and inner in _RAISED:
        return inner
    small = scripted(inner, match[1])
    ordinal = match[1] == "^" and match[2] is not None and _ORDINAL.fullmatch(inner)
    return small if small != inner or ordinal else f"{match[1]}{inner}"
