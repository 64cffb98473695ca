"""What the attributes of a page's own content may hold."""

import re
from collections.abc import Callable, Mapping
from urllib.parse import quote

from ..problem import quoted
from .reserved import reserved_id

# Addresses by their schemes; others lead to a page or file of this site.
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_ELSEWHERE = re.compile(r"https?://(?=[^/?#@]+(?:[/?#]|\Z))|mailto:|tel:", re.IGNORECASE)
_UNPLAIN = re.compile(r"[\x00-\x20\\\x7f-\xa0\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")

# Ids that begin as reserved ones do, but are made by extensions of Markdown.
_CODE_LINE = re.compile(r"__(?:codelineno|span)-[0-9]+(?:-[0-9]+)?")
_TAB = re.compile(r"__tabbed_[0-9]+(?:_[0-9]+)?")
_NOTE = re.compile(r"fn(?:ref[0-9]*)?:\S+")

_PATTERNS: Mapping[str, str] = {
    "align": "left|right",
    "checked": "(?:checked)?",
    "colspan": "[1-9][0-9]{0,2}",
    "d": "[a-zA-Z0-9 ,.+-]*",
    "data-linenos": "[ 0-9]*",
    "data-tabs": "[0-9]+:[0-9]+",
    "datetime": "[-+0-9A-Z:. ]+",
    "dir": "ltr|rtl|auto",
    "disabled": "(?:disabled)?",
    "for": _TAB.pattern,
    "height": "[0-9]{1,4}",
    "lang": "[a-zA-Z]{2,8}(?:-[a-zA-Z0-9]{1,8})*",
    "loading": "lazy|eager",
    "name": f"{_CODE_LINE.pattern}|{_TAB.pattern}",
    "open": "(?:open)?",
    "rel": "(?:(?:nofollow|noopener|noreferrer|external|license|ugc) ?)+",
    "reversed": "(?:reversed)?",
    "rowspan": "[1-9][0-9]{0,2}",
    "scope": "(?:row|col)(?:group)?",
    "start": "-?[0-9]{1,9}",
    "target": "_blank",
    "type": "[1aAiI]|checkbox|radio",
    "viewbox": "[-0-9 .]+",
    "width": "[0-9]{1,4}%?",
    "xmlns": re.escape("http://www.w3.org/2000/svg"),
}
_COMPILED = {name: re.compile(pattern) for name, pattern in _PATTERNS.items()}

# The short names by which highlighted code is marked (Pygments).
_TOKEN = re.compile(r"[a-z][a-z0-9]{0,2}|l-[A-Za-z-]+")
_CHOSEN = re.compile(r"(?:language|key)-[a-zA-Z0-9_.+#-]+")

# The first place of a note, by the note’s number.
_PLACE = re.compile(r"footnote-[1-9][0-9]*")


def refused_value(element: str, name: str, value: str) -> str:
    """What is wrong with a value, and the remedy; empty where nothing is."""
    if judge := _JUDGES.get(name):
        return judge(element, value)
    pattern = _COMPILED.get(name)
    if pattern and not pattern.fullmatch(value):
        return "is not a value that pages need; give another, or leave the attribute out"
    return ""


def refused_class(element: str, name: str, allowed: frozenset[str]) -> bool:
    """Whether a class is not on the list.

    Marks of highlighted code are those of a `span`, marks of a note’s place those of a `sup`.
    """
    if name in allowed or _CHOSEN.fullmatch(name):
        return False
    if element == "sup" and _PLACE.fullmatch(name):
        return False
    return element != "span" or not _TOKEN.fullmatch(name)


def _leads(_: str, value: str) -> str:
    """Whether a link leads where a reader sees that it leads: by the schemes of the list alone."""
    if unplain := _UNPLAIN.search(value):
        number = ord(unplain[0])
        return f"has the character U+{number:04X} in an address; write {quoted(quote(chr(number)))}"
    if _SCHEME.match(value) and not _ELSEWHERE.match(value):
        return "leads elsewhere than https:, http:, mailto: and tel: do; lead to a page"
    if value.startswith("//"):
        return "is an address without its scheme; write 'https:' before it"
    return ""


def _shown(_: str, value: str) -> str:
    """Whether a picture is a file of this site."""
    if _UNPLAIN.search(value) or _SCHEME.match(value) or value.startswith("//"):
        return (
            "is not on this site, and pages ask for nothing else; put the file into docs/ and name"
            " it from there"
        )
    return ""


def _anchor(element: str, value: str) -> str:
    """Whether an id is the page's own, and no template's."""
    made = {"a": _CODE_LINE, "span": _CODE_LINE, "input": _TAB}
    if element in made and made[element].fullmatch(value):
        return ""
    if not value or _UNPLAIN.search(value):
        return "is no id; write one of letters, digits and '-'"
    if reserved_id(value) and not _NOTE.fullmatch(value):  # notes' own are judged by their place
        return "is an id that templates and notes use; give another, such as 'my-section'"
    return ""


_JUDGES: Mapping[str, Callable[[str, str], str]] = {"href": _leads, "id": _anchor, "src": _shown}
