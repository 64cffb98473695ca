"""How two values differ that look alike, or whose order a reader could take for the reverse."""

import re
import unicodedata

from ..names.similarity import skeleton
from ..normal_forms import nfkc

# So many code points say where two values part.
_MOST = 6

_SPACES = re.compile(r"\s+")


def distinction(old: str | None, new: str | None) -> str:
    """The code points in which two values differ that look alike; empty where they do not."""
    if not old or not new or old == new:
        return ""
    one, other = _visible(old), _visible(new)
    # Of ASCII letters anybody tells 'I' from 'l' in a code span.
    alike = one == other or (not (old + new).isascii() and skeleton(one) == skeleton(other))
    return " → ".join(_code_points(part) for part in _parting(old, new)) if alike else ""


def _visible(text: str) -> str:
    """A text without what is not seen of it: spaces, hidden characters, how it is composed."""
    composed = _SPACES.sub("", nfkc(text))
    return "".join(each for each in composed if unicodedata.category(each) not in _HIDDEN)


_HIDDEN = frozenset(("Cc", "Cf", "Cn", "Mn"))


def _parting(old: str, new: str) -> tuple[str, str]:
    """What is left of two texts without a common beginning and a common end."""
    fewer = min(len(old), len(new))
    begin = next((at for at in range(fewer) if old[at] != new[at]), fewer)
    fewer -= begin
    end = next((at for at in range(fewer) if old[-1 - at] != new[-1 - at]), fewer)
    return old[begin : len(old) - end], new[begin : len(new) - end]


def _code_points(text: str) -> str:
    shown = " ".join(f"U+{ord(each):04X}" for each in text[:_MOST])
    return f"{shown} …" if len(text) > _MOST else shown or "nothing"


def runs_leftwards(text: str | None) -> bool:
    """Whether a text holds letters written from right to left.

    These draw what stands between two such texts into their own order (Unicode annex 9), so that
    of 'old → new' a reader sees the new one first.
    """
    if not text or text.isascii():
        return False
    return any(unicodedata.bidirectional(each) in ("R", "AL", "AN") for each in text)
