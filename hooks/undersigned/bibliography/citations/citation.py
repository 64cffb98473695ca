"""The parser of a single citation: its key, the words before it and the locator behind it.

The syntax is Pandoc's (manual, 'Citation syntax'). A pair of brackets holds parts between
semicolons. A part is a citation if its first '@' begins a key: the text before it is the prefix,
what stands behind the key, in braces or after a comma, the locator.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

# A key begins with a letter, a digit or '_' and has single punctuation inside; any other stands in
# braces. Of Pandoc's punctuation '<', '>' and '&' are left out: tags and entities begin with them.
_KEY = r"@(?:(\w(?>(?:\w|[-:.#$%+?~/](?=\w)|[:/](?=/))*))|\{([^\s{}]+)\})"

# An '@' after a letter is an e-mail address, not a citation; one after a backslash is a character.
CITING = re.compile(rf"(?<![\w.+\\])(?<!\w-){_KEY}")

# Outside of brackets a key begins a word.
BARE = re.compile(rf"(?<![^\s(\[{{\"'“‘«„—–*_>|])-?{_KEY}")

# A semicolon in braces, or at the end of an entity, separates nothing.
_PART = re.compile(r"(?>(?:&#?\w{1,31};|\{[^{}]*\}|[^;])+)")
_LOCATOR = re.compile(r"(?:\s*,\s*|\s*(?=\{))(?:\{(?P<braced>[^{}]*)\})?(?P<words>.*)")


class Citation(NamedTuple):
    """A citation as it is written, and the position of its '@' in the text, in characters.

    With '-' before its '@' it is `nameless`: the author's name is in the sentence already.
    """

    key: str
    prefix: str
    locator: str
    position: int
    nameless: bool = False


def citations_in(inside: str, start: int = 0) -> list[Citation]:
    """The citations in the text inside a pair of brackets, which begins at the position `start`."""
    found = (citation_of(part, start + at) for at, part in parts_of(inside))
    return [citation for citation in found if citation]


def parts_of(inside: str) -> Iterator[tuple[int, str]]:
    """The parts of the text inside a pair of brackets, with their positions in it."""
    return ((part.start(), part[0]) for part in _PART.finditer(inside))


def citation_of(part: str, start: int) -> Citation | None:
    """The citation of a part, if its first '@' begins one."""
    key = CITING.match(part, part.find("@")) if "@" in part else None
    if key is None:
        return None
    prefix, nameless = part[: key.start()], part.endswith("-", 0, key.start())
    locator = locator_of(part[key.end() :])
    return Citation(key_in(key), prefix.removesuffix("-"), locator, start + key.start(), nameless)


def key_in(found: re.Match[str]) -> str:
    """The key of a match of `CITING` or `BARE`, without its braces."""
    return str(found[1] or found[2])


def written_key(key: str) -> str:
    """A key with its '@', in braces where it needs them."""
    found = CITING.fullmatch(f"@{key}")
    return f"@{key}" if found and found[1] else f"@{{{key}}}"


def locator_of(behind: str) -> str:
    """The locator in what stands behind a key: after a comma, or in braces, which are not shown."""
    place = _LOCATOR.fullmatch(behind)
    return (place["braced"] or "") + place["words"] if place else ""


def is_lost(behind: str) -> bool:
    """Whether what stands behind a key has words, but is no locator."""
    return bool(behind.strip()) and not _LOCATOR.fullmatch(behind)


# What any address, id and label may hold; everything else is written by its number.
_OTHER = re.compile(r"[^\w-]")

# What the page has already: the anchor of its heading, and those of its theme, which '_' begins.
_HEADING = "bibliography"


def anchor_of(key: str) -> str:
    """The anchor of the source with a key: letters, digits, '-', '_' and ':' only, no dot.

    It is the key itself where that has letters, digits, '-' and '_' alone. Otherwise '::' stands
    for ':', and ':2f:' for '/' and so on, by the code point in hexadecimal: `DBLP:conf/sp/X` has
    the anchor `DBLP::conf:2f:sp:2f:X`. So have a first '_', and the first letter of a key that is
    the page's heading. So no two keys have one anchor. The number of colons is even, so an anchor
    after `fn:` or `fnref:`, the ids of a note, is no other source's anchor.
    """
    if key.startswith("_") or key.lower() == _HEADING:
        return f":{ord(key[0]):x}:{_OTHER.sub(_by_number, key[1:])}"
    return _OTHER.sub(_by_number, key)


def _by_number(sign: re.Match[str]) -> str:
    return "::" if sign[0] == ":" else f":{ord(sign[0]):x}:"
