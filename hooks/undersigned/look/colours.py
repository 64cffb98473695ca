"""Colours as ``#rrggbb``: how light they are, their contrast, and what lies between two of them."""

import re
from collections.abc import Callable, Iterable

BLACK, WHITE = "#000000", "#ffffff"

# So many steps lead from one colour to another; in fewer than 8 bits of each part, all are seen.
_STEPS = 200

_DIGITS = re.compile(r"#(?:[0-9a-f]{3}|[0-9a-f]{6})", re.IGNORECASE)

_Three = tuple[float, float, float]


def colour_of(text: str) -> str | None:
    """The colour that ``#`` and 3 or 6 hexadecimal digits name, or none."""
    if not _DIGITS.fullmatch(text):
        return None
    digits = text[1:].lower()
    return f"#{digits if len(digits) == 6 else ''.join(each * 2 for each in digits)}"


def luminance(colour: str) -> float:
    """Relative luminance, from 0 for black to 1 for white (WCAG 2.2, 'relative luminance')."""
    red, green, blue = _linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, from 1 to 21 (WCAG 2.2, 'contrast ratio')."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def mixed(one: str, other: str, share: float) -> str:
    """A colour with a share of another in it, from 0 to 1, by even steps to the eye (OKLab)."""
    pairs = zip(_oklab(one), _oklab(other), strict=True)
    light, a, b = (mine + (theirs - mine) * share for mine, theirs in pairs)
    return _of_oklab(light, a, b)


def toned(colour: str, lightness: float, most: float) -> str:
    """A colour of the same hue, of a lightness from 0 to 1 and a chroma of at most so much."""
    _, a, b = _oklab(colour)
    chroma = (a * a + b * b) ** 0.5
    share = min(1.0, most / chroma) if chroma else 0.0
    return _of_oklab(lightness, a * share, b * share)


def towards(colour: str, other: str, first: float = 0.0) -> Iterable[str]:
    """The colours from one to another in even steps, both included, from the share `first` on."""
    begin = round(first * _STEPS)
    return (mixed(colour, other, step / _STEPS) for step in range(begin, _STEPS + 1))


def nearest(colour: str, other: str, good: Callable[[str], bool]) -> str | None:
    """The first good colour on the way from one to another, or none."""
    return next(filter(good, towards(colour, other)), None)


def lighter(colour: str, most: float) -> Iterable[str]:
    """A colour, and those of its hue that are lighter, with a chroma of at most so much."""
    lightness = _oklab(colour)[0]
    yield colour
    for step in range(_STEPS + 1):
        yield toned(colour, lightness + (1 - lightness) * step / _STEPS, most)


def _linear(colour: str) -> _Three:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return _light(red), _light(green), _light(blue)


def _light(part: float) -> float:
    """The light of a part of a colour that is given as sRGB has it (IEC 61966-2-1)."""
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def _stored(light: float) -> int:
    """A part of a colour in 8 bits; what no screen shows is the nearest that one does."""
    light = min(1.0, max(0.0, light))
    part = light * 12.92 if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055
    return round(part * 255)


# OKLab by Björn Ottosson, https://bottosson.github.io/posts/oklab/: from light to the three cones
# of the eye, and from the cube roots of these to lightness and two axes of hue; and back.
_TO_CONES = (
    (0.4122214708, 0.5363325363, 0.0514459929),
    (0.2119034982, 0.6806995451, 0.1073969566),
    (0.0883024619, 0.2817188376, 0.6299787005),
)
_TO_LAB = (
    (0.2104542553, 0.7936177850, -0.0040720468),
    (1.9779984951, -2.4285922050, 0.4505937099),
    (0.0259040371, 0.7827717662, -0.8086757660),
)
_FROM_LAB = (
    (1.0, 0.3963377774, 0.2158037573),
    (1.0, -0.1055613458, -0.0638541728),
    (1.0, -0.0894841775, -1.2914855480),
)
_FROM_CONES = (
    (4.0767416621, -3.3077115913, 0.2309699292),
    (-1.2684380046, 2.6097574011, -0.3413193965),
    (-0.0041960863, -0.7034186147, 1.7076147010),
)


def _oklab(colour: str) -> _Three:
    long, middle, short = _times(_TO_CONES, _linear(colour))
    return _times(_TO_LAB, (long ** (1 / 3), middle ** (1 / 3), short ** (1 / 3)))


def _of_oklab(light: float, a: float, b: float) -> str:
    long, middle, short = _times(_FROM_LAB, (light, a, b))
    parts = _times(_FROM_CONES, (long**3, middle**3, short**3))
    return "#" + "".join(f"{_stored(each):02x}" for each in parts)


def _times(matrix: tuple[_Three, _Three, _Three], values: _Three) -> _Three:
    x, y, z = values
    one, two, three = (a * x + b * y + c * z for a, b, c in matrix)
    return one, two, three
