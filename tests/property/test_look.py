"""Whatever three colours a site chooses: they are refused, or text in all of theirs can be read."""

from itertools import product

from hypothesis import assume, example, given
from hypothesis import strategies as st
from undersigned.look.colours import BLACK, WHITE, contrast, luminance, nearest
from undersigned.look.legible import illegible
from undersigned.look.palette import LINES, TEXT, Palette, Three, palettes_of

COLOURS = st.integers(0, 0xFFFFFF).map("#{:06x}".format)
TEXTS, GROUNDS = ("ink", "pale", "accent"), ("paper", "shade")


def readable(colour: str, paper: str) -> str:
    """The colour, or the nearest darker one that can be read on paper."""
    darker = nearest(colour, BLACK, lambda each: luminance(each) < luminance(paper)) or BLACK
    return nearest(darker, BLACK, lambda each: contrast(each, paper) >= TEXT) or BLACK


@example("#00eae3", "#dbdf91", "#000000")  # whose shade is lighter than its paper
@given(COLOURS, COLOURS, COLOURS)
def test_what_is_accepted_can_be_read_by_day_at_night_and_in_print(
    paper: str, ink: str, accent: str
) -> None:
    lighter = nearest(paper, WHITE, lambda each: contrast(each, BLACK) >= TEXT) or WHITE
    three = Three(lighter, readable(ink, lighter), readable(accent, lighter))
    assert list(illegible(three)) == []
    made = palettes_of(three)
    for palette in (made.day, made.night):
        _is_readable(palette)
    assert contrast(made.printed, WHITE) >= TEXT


@given(COLOURS, COLOURS, COLOURS)
def test_what_is_refused_cannot_be_read(paper: str, ink: str, accent: str) -> None:
    assume(contrast(paper, ink) < TEXT or contrast(paper, accent) < TEXT)
    found = list(illegible(Three(paper, ink, accent)))
    assert found
    assert all(each.message.isprintable() and ";" in each.message for each in found)


def _is_readable(palette: Palette) -> None:
    for text, ground in product(TEXTS, GROUNDS):
        assert contrast(getattr(palette, text), getattr(palette, ground)) >= TEXT, (text, ground)
    assert contrast(palette.ink, palette.hairline) >= TEXT  # of a word that the search marks
    assert contrast(palette.line, palette.paper) >= LINES
