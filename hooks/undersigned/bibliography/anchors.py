"""The anchors of sources: what a key is called in addresses, ids and the labels of notes."""

import re

# What any address, id and label may hold; everything else is written by its number.
_OTHER = re.compile(r"[^\w-]")


def anchor_of(key: str) -> str:
    """The anchor of the source with a key: letters, digits, '-', '_' and ':' only, no dot.

    It is the key itself where that has letters, digits, '-' and '_' alone. Otherwise '::' stands
    for ':', and ':2f:' for '/' and so on, by the code point in hexadecimal: `DBLP:conf/sp/X` has
    the anchor `DBLP::conf:2f:sp:2f:X`. So no two keys have one anchor. The number of colons is
    even, so an anchor after `fn:` or `fnref:`, the ids of a note, is no other source's anchor.
    """
    return _OTHER.sub(_by_number, key)


def _by_number(sign: re.Match[str]) -> str:
    return "::" if sign[0] == ":" else f":{ord(sign[0]):x}:"
