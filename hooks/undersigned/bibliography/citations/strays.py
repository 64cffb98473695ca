"""Bare keys of no source, such as a handle: they stay text, and `check` says so."""

import re
from collections.abc import Collection, Iterable, Iterator
from difflib import get_close_matches

from ...problem import counted, quoted
from .citation import written_key
from .losses import PLACE, Loss
from .occurrences import Occurrence

# Keys as scholars make them: a name and a year.
_DATED = re.compile(r"[^\W\d_]{2,}[-_:.]?(?:1[5-9]|20)\d\d(?!\d)")
_PLACE = re.compile(rf"[ \t]*{PLACE}", re.IGNORECASE)

# Beyond so many on one page no similar key is looked for, which takes milliseconds each.
HINTED = 100

_REMEDY = "write '\\@' or put it between backticks if it cites nothing"


def strays(text: str, occurring: Iterable[Occurrence], keys: Collection[str]) -> Iterator[Loss]:
    """The bare keys of a page that no source has, with a remedy.

    One that looks like a citation is named by itself, once: it is much like a known key, is made of
    a name and a year, or a locator follows. For all others there is one, at the first.
    """
    found: dict[str, tuple[int, int]] = {}
    for each in occurring:
        if each.stray:
            found.setdefault(each.citations[0].key, (each.citations[0].position, each.end))
    others = list[tuple[str, int]]()
    for number, (key, (position, end)) in enumerate(found.items()):
        near = get_close_matches(key, keys, n=1, cutoff=0.8) if number < HINTED else []
        if near or _DATED.match(key) or _PLACE.match(text, end):
            hint = (
                f"did you mean {quoted(written_key(near[0]))}?" if near else f"add it, or {_REMEDY}"
            )
            yield Loss(
                position,
                f"{quoted(written_key(key))} is not in references.bib and will stay text; {hint}",
            )
        else:
            others.append((key, position))
    if others:
        (key, position), *more = others
        named = quoted(written_key(key))
        named += f" and {counted(len(more), 'other word')} like it" if more else ""
        yield Loss(position, f"{named}, which no source has for a key, will stay text; {_REMEDY}")
