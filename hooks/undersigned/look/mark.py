"""The mark, a tally of five on a square of the accent, in the colours of a site: as its icons."""

from collections.abc import Iterator, Sequence
from math import hypot
from struct import pack
from zlib import compress, crc32

from .palette import Palette

# Where the icons are, from the root of the site.
FAVICON, TOUCH_ICON = "assets/undersigned/favicon.svg", "assets/undersigned/touch.png"

# In units of a square of 32: the strokes, from one point to another, and their width.
_SIZE, _WIDTH = 32.0, 2.6
_STROKES = (
    (8.5, 7.0, 8.5, 25.0), (13.5, 7.0, 13.5, 25.0), (18.5, 7.0, 18.5, 25.0),
    (23.5, 7.0, 23.5, 25.0), (4.5, 21.5, 27.5, 10.5),
)  # fmt: skip
_PATH = "M8.5 7v18M13.5 7v18M18.5 7v18M23.5 7v18M4.5 21.5l23-11"

# In pixels, what phones ask for.
_PIXELS = 180

# So many shades lie between stroke and ground, where a pixel has some of both.
_SHADES = 255


def favicon(colours: Palette) -> str:
    """The icon of a browser's tab."""
    stroke = f'stroke="{colours.paper}" stroke-width="{_WIDTH}" stroke-linecap="round"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_SIZE:.0f} {_SIZE:.0f}">\n'
        f'  <path fill="{colours.accent}" d="M0 0h32v32H0z" />\n'
        f'  <path fill="none" {stroke} d="{_PATH}" />\n'
        "</svg>\n"
    )


def touch_icon(colours: Palette) -> bytes:
    """The icon of phones, as a PNG."""
    ground, stroke = _parts(colours.accent), _parts(colours.paper)
    pairs = list(zip(ground, stroke, strict=True))
    shades = [
        bytes(round(a + (b - a) * share / _SHADES) for a, b in pairs)
        for share in range(_SHADES + 1)
    ]
    rows = (b"\0" + b"".join(shades[share] for share in row) for row in _drawn())
    # Eight bits of red, green and blue each (PNG, section 11.2.1).
    head = pack(">IIBBBBB", _PIXELS, _PIXELS, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", compress(b"".join(rows), 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, body) for name, body in chunks)


def _chunk(name: bytes, body: bytes) -> bytes:
    return pack(">I", len(body)) + name + body + pack(">I", crc32(name + body))


def _drawn() -> Iterator[Sequence[int]]:
    """For each row, how much of each pixel is stroke."""
    scale = _PIXELS / _SIZE
    strokes = [tuple(scale * each for each in stroke) for stroke in _STROKES]
    for row in range(_PIXELS):
        yield [_share(column + 0.5, row + 0.5, strokes, scale) for column in range(_PIXELS)]


def _share(x: float, y: float, strokes: Sequence[tuple[float, ...]], scale: float) -> int:
    apart = min(_distance(x, y, *stroke) for stroke in strokes)
    covered = _WIDTH / 2 * scale - apart + 0.5
    return round(_SHADES * min(1.0, max(0.0, covered)))


def _distance(x: float, y: float, x1: float, y1: float, x2: float, y2: float) -> float:
    """How far a point is from a stroke, whose ends are round."""
    across, down = x2 - x1, y2 - y1
    along = ((x - x1) * across + (y - y1) * down) / (across * across + down * down)
    along = min(1.0, max(0.0, along))
    return hypot(x - x1 - along * across, y - y1 - along * down)


def _parts(colour: str) -> bytes:
    return bytes.fromhex(colour[1:])
