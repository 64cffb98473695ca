"""How wide letters are, near enough: fonts differ by system, and nothing is measured in one."""

import unicodedata
from collections.abc import Iterator

# Shares of the size of the letters, those of DejaVu Sans, the widest that systems commonly have.
_NARROW = frozenset("ijl.,:;'’‘|!()[]ftrI “”-")
_WIDE = frozenset("mwMW@%—&")
_WIDTHS = {"narrow": 0.38, "wide": 0.97, "capital": 0.7, "usual": 0.61}
BOLD = 1.12

# A word longer than a line is broken; so much of it is at least on each.
_LEAST = 4


def width_of(text: str, size: float, bold: bool = False) -> float:
    """How wide a text is drawn in letters of a size, at most."""
    return size * sum(map(_share, text)) * (BOLD if bold else 1.0)


def lines_within(text: str, size: float, width: float) -> list[str]:
    """The text in lines, each as wide as there is room for; an empty text has none."""
    lines = list[str]()
    for word in text.split():
        for piece in _pieces(word, size, width):
            joined = f"{lines[-1]} {piece}" if lines else piece
            if lines and width_of(joined, size) <= width:
                lines[-1] = joined
            else:
                lines.append(piece)
    return lines


def _pieces(word: str, size: float, width: float) -> Iterator[str]:
    """A word, in parts where it is longer than a line."""
    while width_of(word, size) > width and len(word) > _LEAST:
        end = _LEAST
        while width_of(word[: end + 1], size) <= width:
            end += 1
        yield word[:end]
        word = word[end:]
    if word:
        yield word


def _share(character: str) -> float:
    if character in _NARROW:
        return _WIDTHS["narrow"]
    if character in _WIDE:
        return _WIDTHS["wide"]
    if unicodedata.east_asian_width(character) in ("W", "F"):
        return 1.05
    if unicodedata.combining(character):
        return 0.0
    return _WIDTHS["capital" if character.isupper() else "usual"]
