"""The colours of a site by day and by night, each by its name, and how three values make all."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from .colours import BLACK, WHITE, contrast, lighter, mixed, toned, towards

# The least contrast of text (WCAG 2.2, 1.4.3), that of lines that mean something (1.4.11), and that
# of text as it is made here where three values leave room (1.4.6).
TEXT, LINES, AMPLE = 4.5, 3.0, 7.0

# Shares of ink in paper: of a shaded ground, of a hairline, of lines, and of paper in pale ink.
_SHADE, _HAIRLINE, _LINE, _PALE = 0.05, 0.17, 0.5, 0.27

# The lightness of paper and ink at night, and their most chroma, for a tint is enough there; that
# of the accent (OKLab).
_NIGHT_PAPER, _NIGHT_INK, _TINT, _NIGHT_CHROMA = 0.2, 0.925, 0.03, 0.11


class Three(NamedTuple):
    """What a site may choose: the ground of a page by day, its letters, and one accent."""

    paper: str
    ink: str
    accent: str


class Palette(NamedTuple):
    """The colours of a page.

    Text in `ink`, `pale` and `accent` is read on `paper`, and on `shade`, a ground a little apart.
    A `hairline` parts, and text in `ink` may be marked by it; a `line` means something.
    """

    paper: str
    shade: str
    ink: str
    pale: str
    hairline: str
    line: str
    accent: str


class Palettes(NamedTuple):
    """The colours by day and by night; the accent in print, where paper is white and ink black."""

    day: Palette
    night: Palette
    printed: str


# What a site has that chooses nothing: ink on warm paper, and the same at night.
OURS = Palettes(
    day=Palette(
        paper="#fbf9f4",
        shade="#f2eee4",
        ink="#1e1b17",
        pale="#514b42",
        hairline="#d8d0c0",
        line="#857b6b",
        accent="#8a2414",
    ),
    night=Palette(
        paper="#181613",
        shade="#221f1b",
        ink="#ece6da",
        pale="#bdb4a5",
        hairline="#3d3831",
        line="#8d8374",
        accent="#f0a48f",
    ),
    printed="#7a1f10",
)
OUR_THREE = Three(OURS.day.paper, OURS.day.ink, OURS.day.accent)


def palettes_of(three: Three) -> Palettes:
    """All colours of three whose text can be read on paper: ink and accent have `TEXT` to one.

    At night paper has the hue of ink, ink that of paper, and the accent is as light as it must be.
    """
    if three == OUR_THREE:
        return OURS
    paper = toned(three.ink, _NIGHT_PAPER, _TINT)
    ink = toned(three.paper, _NIGHT_INK, _TINT)
    ground = mixed(paper, ink, _SHADE)
    night = Three(paper, ink, _apart(lighter(three.accent, _NIGHT_CHROMA), ground) or ink)
    printed = _apart(towards(three.accent, BLACK), WHITE) or BLACK
    return Palettes(_palette(three), _palette(night), printed)


def declarations(palettes: Palettes) -> Iterator[str]:
    """Each colour as a custom property of CSS, on which the style sheets build."""
    for name, palette in (("day", palettes.day), ("night", palettes.night)):
        for part, colour in palette._asdict().items():
            yield f"--undersigned-{name}-{part}: {colour};"
    yield f"--undersigned-printed-accent: {palettes.printed};"


def style_sheet(palettes: Palettes) -> str:
    """A style sheet that has each colour, and applies none."""
    lines = (f"  {each}\n" for each in declarations(palettes))
    return f":root {{\n{''.join(lines)}}}\n"


def _palette(three: Three) -> Palette:
    paper, ink, accent = three
    shade = _most(paper, ink, _SHADE, lambda at: min(contrast(ink, at), contrast(accent, at)))

    def on_both(colour: str) -> float:
        # A mix can be lighter than paper, whose green it has less of, and then paper is the darker.
        return min(contrast(colour, paper), contrast(colour, shade))

    lines = towards(paper, ink, _LINE)
    return Palette(
        paper=paper,
        shade=shade,
        ink=ink,
        pale=_most(ink, paper, _PALE, on_both, min(AMPLE, on_both(ink))),
        hairline=_most(paper, ink, _HAIRLINE, lambda ground: contrast(ink, ground)),
        line=next((each for each in lines if on_both(each) >= LINES), ink),
        accent=accent,
    )


def _most(
    one: str, other: str, share: float, measured: Callable[[str], float], least: float = TEXT
) -> str:
    """The first colour with as much of another as leaves the least contrast; at most that share."""
    mixes = (mixed(one, other, share * each / 20) for each in range(20, 0, -1))
    return next((each for each in mixes if measured(each) >= least), one)


def _apart(colours: Iterable[str], ground: str) -> str | None:
    """The first of some colours with ample contrast to the ground."""
    return next((each for each in colours if contrast(each, ground) >= AMPLE), None)
