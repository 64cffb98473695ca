"""What a drawing has, judged by the widths that letters have at most."""

from collections.abc import Iterator

from undersigned.drawings.lettering import width_of
from undersigned.drawings.shapes import Drawing, Group, Line, Part


def lines_of(parts: tuple[Part, ...]) -> Iterator[Line]:
    """Every line of text in a drawing."""
    for part in parts:
        if isinstance(part, Group):
            yield from lines_of(part.parts)
        elif isinstance(part, Line):
            yield part


def cut_off(drawing: Drawing) -> list[str]:
    """The lines of text that reach beyond a drawing."""
    return [line.text for line in lines_of(drawing.parts) if _reaches_beyond(line, drawing)]


def _reaches_beyond(line: Line, drawing: Drawing) -> bool:
    wide = width_of(line.text, line.size, line.bold)
    left = {"start": line.x, "middle": line.x - wide / 2, "end": line.x - wide}[line.anchor]
    within = left >= -0.5 and left + wide <= drawing.width + 0.5
    return not within or line.y - line.size * 0.7 < 0 or line.y > drawing.height + 0.5
