"""What of a page may cite: no code, comments, HTML, addresses or front matter."""

import re
from collections.abc import Iterator

from ...text.pages import HIDDEN, code_hidden
from ...text.unread import Region, Unread, unread

# Where an '@' belongs to an address or to a tag: autolinks and tags, targets of links, definitions
# of references, addresses in running text and lists of attributes.
_ELSEWHERE = re.compile(
    r"(?P<tag><(?:[a-zA-Z/!?][^<>\n]*|[^<>\s@]+@[^<>\s]+)>)"
    r"|(?P<target>\]\([^()\n]*(?>(?:\([^()\n]*\)[^()\n]*)*)\)"
    r"|^ {0,3}\[[^\]\n]+\]:[ \t]*<?(?:https?:|\.{0,2}/|#|mailto:)\S*"
    r"(?:[ \t]+(?:\"[^\"\n]*\"|'[^'\n]*'|\([^()\n]*\))[ \t]*$)?"
    r"|(?<!@)(?<!@\{)\b(?:https?://|ftp://|mailto:)[^\s<>\"\[\];]*)"
    r"|(?P<attributes>(?<!@)\{[ \t]*(?:[:#.]|[\w-]+=)[^{}\n]*\})",
    re.MULTILINE,
)
_WHY = {"tag": Unread.TAG, "target": Unread.TARGET, "attributes": Unread.ATTRIBUTES}
_FORMULA = re.compile(r"\$\$[^$]+\$\$")
_CITING_LINE = re.compile(r"^[^@\n]*@[^\n]*", re.MULTILINE)

# A backslash that makes an '@' a character, where a key would follow.
_ESCAPE = re.compile(r"(?<!\\)((?:\\\\)*)\\@(?=[\w{])")


def citable(text: str) -> str:
    """A page in which every '@' that cannot cite is replaced, as `code_hidden` does for code.

    Positions stay the same.
    """
    return parted(text)[0]


def parted(text: str) -> tuple[str, list[Region]]:
    """A page as `citable` gives it, and the parts, beside code and comments, that cannot cite."""
    hidden = code_hidden(text)
    if "@" not in hidden:
        return hidden, []
    blocks = unread(text)
    left = _without(hidden, blocks)
    formulas = [Region(*found.span(), Unread.FORMULA) for found in _FORMULA.finditer(left)]
    left = _without(left, formulas)
    elsewhere = list(_elsewhere(left))
    return _without(left, elsewhere), sorted([*blocks, *formulas, *elsewhere])


def uncited(text: str) -> str:
    """A page from `citable` with every '@' replaced that is left, without a backslash before it."""
    return _hidden(_ESCAPE.sub(rf"\1{HIDDEN}", text))


def _elsewhere(text: str) -> Iterator[Region]:
    for line in _CITING_LINE.finditer(text):
        for found in _ELSEWHERE.finditer(text, *line.span()):
            if "@" in found[0]:
                yield Region(*found.span(), _WHY[found.lastgroup or ""])


def _without(text: str, regions: list[Region]) -> str:
    """A page with every '@' in these parts replaced."""
    pieces, end = [], 0
    for start, stop, _ in regions:
        pieces += [text[end:start], _hidden(text[start:stop])]
        end = stop
    return "".join([*pieces, text[end:]])


def _hidden(text: str) -> str:
    return text.replace("@", HIDDEN)
