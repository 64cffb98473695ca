"""The icons that a site comes with, as files in the colours of the site."""

from collections.abc import Callable, Iterator, Mapping

from ..build.output import Docs, File
from .mark import FAVICON, TOUCH_ICON, favicon, touch_icon
from .palette import Palette
from .settings import Look

_MADE: Mapping[str, Callable[[Palette], bytes]] = {
    FAVICON: lambda colours: favicon(colours).encode(),
    TOUCH_ICON: touch_icon,
}


def icons(look: Look) -> Iterator[File]:
    """Each icon whose colours are not those of its file; one that the site has itself stays."""
    for path in look.pictures.icons if look.own_colours else ():
        yield _icon(path, look.colours.day)


def _icon(path: str, colours: Palette) -> File:
    return File(path, lambda: (_MADE[path](colours),), Docs.NOTHING)
