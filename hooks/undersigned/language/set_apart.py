"""English on pages that are read from right to left: set apart, so that its marks stay in place.

A sentence in English would have its full stop before it there, and a number at its beginning behind
it. Isolates (Unicode annex 9, section 2.4.2) keep it as it is, and what stands at its places too.
"""

import re
from gettext import NullTranslations

_FROM_LEFT, _BY_FIRST_LETTER, _END = "\u2066", "\u2068", "\u2069"

# A place of a message; not those at which a link begins or ends, which are no words.
_PLACE = re.compile(r"%\((?!(?:\w+_)?(?:start|end)\))\w+\)s")
_LETTER = re.compile(r"[^\W\d_]")


def set_apart(message: str) -> str:
    """An English message between isolates, each of its places as well; marks alone as they are."""
    if not _LETTER.search(_PLACE.sub("", message)):
        return message
    places = _PLACE.sub(lambda place: in_one_piece(place[0]), message)
    return f"{_FROM_LEFT}{places}{_END}"


def in_one_piece(words: str) -> str:
    """Words between isolates, in the direction of the first of their letters."""
    return f"{_BY_FIRST_LETTER}{words}{_END}"


class SetApart(NullTranslations):
    """Says what a language lacks in English that is set apart."""

    def gettext(self, message: str) -> str:
        """A message."""
        return set_apart(message)

    def ngettext(self, one: str, several: str, n: int) -> str:
        """A message in the form that English has for a number."""
        return set_apart(super().ngettext(one, several, n))

    def pgettext(self, context: str, message: str) -> str:
        """A message of a context."""
        return set_apart(message)

    def npgettext(self, context: str, one: str, several: str, n: int) -> str:
        """A message of a context in the form that English has for a number."""
        return set_apart(super().npgettext(context, one, several, n))
