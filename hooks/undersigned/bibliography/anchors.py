"""The anchors of sources: what a key is called in addresses, ids and the labels of notes."""

import re

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
