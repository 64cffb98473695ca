r"""Slips of people and programs in values, put as what they stand for.

Reference managers escape the LaTeX or the HTML that a title was copied with, and write
``\$\textbackslash alpha\$`` for the formula ``$\alpha$``; a value closes with a comma; both quotes
close. Seen in files of Zotero, Mendeley, BibDesk and JabRef.
"""

import re
from collections import Counter

from .commands import ARGUMENTS
from .symbols import symbol_of

_FINAL_COMMA = re.compile(r"[, ]*,[, ]*(?=\}*$)")
_BOTH_CLOSE = re.compile(r"(?:(?<=[\s(\[—–-])|(?<![^{]))'' ?([^']*(?:'[^']+)*)''")

# A formula between escaped dollars; a price has none of the signs of one.
_DOLLAR = r"(?:\{\\\$\}|\\\$)"
_FORMULA = re.compile(rf"{_DOLLAR}((?:(?!{_DOLLAR}).){{1,80}}?){_DOLLAR}")
_SIGN_OF_FORMULA = re.compile(r"\\[a-zA-Z]{2}|[\^_=]|\A[a-zA-Z](?:\([a-zA-Z]\))?\Z")

# Signs that were escaped, in braces or not; a space behind a command ends its name.
_SIGNS = {
    "backslash": "\\", "asciicircum": "^", "asciitilde": "~", "braceleft": "{", "braceright": "}",
}  # fmt: skip
_NAMED = rf"\\text({'|'.join(_SIGNS)})(?![a-zA-Z])"
_ESCAPED = re.compile(rf"\{{{_NAMED}\}}|{_NAMED}(?:\{{\}}|\s)?|\\([_^~{{}}])")

# An accent over a letter, or a command with its argument, behind an escaped backslash.
_BACKSLASH = r"(?:\{\\textbackslash\}|\\textbackslash(?![a-zA-Z])(?:\{\})?\s?)"
_ACCENT = re.compile(rf"{_BACKSLASH}([\"'`^~=.])\s?(?=\{{*\w)")
_OPENED = r"(?:\{\\textbraceleft\}|\\textbraceleft(?:\{\})?\s?|\\\{)"
_CLOSED = r"(?:\{\\textbraceright\}|\\textbraceright(?:\{\})?\s?|\\\})"
_COMMAND = re.compile(rf"{_BACKSLASH}([a-zA-Z]+){_OPENED}([^\\]*?){_CLOSED}")
_SYMBOL = re.compile(rf"{_BACKSLASH}(text[a-z]+)(?![a-zA-Z])")

_LESS = r"(?:<|\{?\$<\$\}?|\{\\textless\}|\\textless(?:\{\}|\s)?|&lt;)"
_GREATER = r"(?:>|\{?\$>\$\}?|\{\\textgreater\}|\\textgreater(?:\{\}|\s)?|&gt;)"
_ELEMENTS = {
    "i": r"\emph{", "em": r"\emph{", "sub": r"\textsubscript{", "sup": r"\textsuperscript{",
    "b": "{", "strong": "{", "span": "{", "scp": "{", "sc": "{", "u": "{",
}  # fmt: skip
_TAG = re.compile(
    rf"{_LESS}(/?)({'|'.join(_ELEMENTS)}|br|p|div)(?:\s[^<>]{{0,80}}?)?\s*/?{_GREATER}", re.I
)


def without_slips(value: str) -> str:
    """The value as its author meant it; one in which nothing looks like a slip is as it was."""
    if value.endswith((",", ",}", ", ", ",}}")):
        value = _FINAL_COMMA.sub("", value)
    if "\\text" in value or "\\$" in value:
        value = _ACCENT.sub(r"\\\1", _FORMULA.sub(_formula, value))
        value = _SYMBOL.sub(_symbol, _COMMAND.sub(_command, value))
    if ("<" in value or "less" in value or "&lt;" in value) and _TAG.search(value):
        value = _without_tags(value)
    if "''" in value and "``" not in value:
        value = _BOTH_CLOSE.sub(r"``\1''", value)
    return value


def _formula(match: re.Match[str]) -> str:
    written = _ESCAPED.sub(lambda sign: sign[3] or _SIGNS[sign[1] or sign[2]], match[1])
    written = written.replace("{{", "").replace("}}", "")
    return rf"\({written}\)" if _SIGN_OF_FORMULA.search(written) else match[0]


def _command(match: re.Match[str]) -> str:
    known = match[1] in ARGUMENTS or len(match[1]) == 1
    return f"\\{match[1]}{{{match[2]}}}" if known else match[0]


def _symbol(match: re.Match[str]) -> str:
    return match[0] if symbol_of(match[1]) is None else f"\\{match[1]}{{}}"


def _without_tags(value: str) -> str:
    """The value with the commands that a few elements of HTML stand for; others are words."""
    tags = Counter((match[1], match[2].lower()) for match in _TAG.finditer(value))
    closed = {name for _, name in tags if tags["", name] == tags["/", name]}

    def shown(match: re.Match[str]) -> str:
        name = match[2].lower()
        if name not in _ELEMENTS:
            return " "
        command = "}" if match[1] else _ELEMENTS[name]
        return command if name in closed else match[0]

    return " ".join(_TAG.sub(shown, value).split())
