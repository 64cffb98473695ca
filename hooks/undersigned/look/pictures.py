"""The pictures that a site shows of itself: its logo, its icons, and the card beside links."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from struct import unpack
from typing import NamedTuple

import yaml

from ..paths import CONFIGURATION, PAGES
from ..problem import Problem, quoted
from ..statement.card import words_on
from ..text.source import MEBIBYTE, content_of
from ..text.yaml_nodes import node_at, place_of_mark, text_of_node
from .mark import FAVICON, TOUCH_ICON, favicon
from .palette import OURS

# How the files of each kind begin. Of drawings, as of all in docs/, the list of files judges more.
_PNG = b"\x89PNG\r\n\x1a\n"
_BEGIN = {
    ".png": re.compile(re.escape(_PNG) + rb".{4}IHDR.{8}", re.DOTALL),
    ".jpg": re.compile(rb"\xff\xd8\xff"),
    ".jpeg": re.compile(rb"\xff\xd8\xff"),
    ".webp": re.compile(rb"RIFF.{4}WEBP", re.DOTALL),
    ".ico": re.compile(rb"\x00\x00\x01\x00"),
    ".svg": re.compile(rb"(?s).{0,4096}<svg\b"),
}

# In bytes; no picture of a site is larger.
_LARGEST = 16 * MEBIBYTE

# Icons that a theme brings, which no site has to have.
_BROUGHT = (FAVICON, "assets/images/favicon.png")


class _Role(NamedTuple):
    """What a picture is for: its keys in mkdocs.yml, the kinds of files it may be."""

    keys: tuple[str, ...]
    kinds: tuple[str, ...]


_LOGO = _Role(("theme", "logo"), (".svg", ".png", ".jpg", ".jpeg", ".webp"))
_FAVICON = _Role(("theme", "favicon"), (".svg", ".png", ".ico"))
_CARD = _Role(("extra", "look", "card"), (".png",))
_TOUCH = _Role(("extra", "look", "touch"), (".png",))

# What `extra.look` has of them.
NAMES = (_CARD.keys[-1], _TOUCH.keys[-1])


class Picture(NamedTuple):
    """A PNG: its path from the root of the site, its size in pixels, the words stored in it."""

    path: str
    width: int
    height: int
    words: tuple[str, ...] = ()


class Pictures(NamedTuple):
    """The pictures of a site that it has instead of those that it comes with.

    Of the logo and the `favicon`, the theme's own settings have the paths: here it is known whether
    there is an icon of its own. The `icons` are the paths of those that can be drawn anew in the
    site's colours, since nobody has put another picture in their place.
    """

    card: Picture | None = None
    touch: Picture | None = None
    favicon: bool = False
    icons: tuple[str, ...] = (FAVICON, TOUCH_ICON)


AS_BROUGHT = Pictures()


def read_pictures(root: Path, node: yaml.Node | None) -> tuple[Pictures, list[Problem]]:
    """The pictures that mkdocs.yml, of which this is the root node, names; what is wrong with them.

    What is wrong is left as if it were not set.
    """
    problems = [*_faults(root, node, _LOGO), *_faults(root, node, _FAVICON)]
    card, of_card = _png(root, node, _CARD)
    touch, of_touch = _png(root, node, _TOUCH)
    if touch and touch.width != touch.height:
        message = f"is {touch.width} by {touch.height} pixels, and phones show a square; cut it"
        touch, of_touch = None, [_problem(node, _TOUCH, message)]
    own = _path(node, _FAVICON) not in ("", *_BROUGHT)
    icons = tuple(each for each in (FAVICON, TOUCH_ICON) if not _is_replaced(root, node, each))
    return Pictures(card, touch, own, icons), [*problems, *of_card, *of_touch]


def _png(
    root: Path, node: yaml.Node | None, role: _Role
) -> tuple[Picture | None, Sequence[Problem]]:
    path, problems = _path(node, role), list(_faults(root, node, role))
    if not path or problems:
        return None, problems
    content = content_of(root, f"{PAGES}/{path}", MEBIBYTE)[0] or b""
    width, height = unpack(">II", content[len(_PNG) + 8 :][:8])
    try:
        words = words_on(content)
    except ValueError:
        words = ()  # which are not UTF-8, so nobody has drawn them here
    return Picture(path, width, height, words), []


def _faults(root: Path, node: yaml.Node | None, role: _Role) -> Iterator[Problem]:
    given = node_at(node, *role.keys)
    if text_of_node(given) is None and given is not None:
        yield _problem(node, role, f"is no path; {_SUCH}")
    elif (path := _path(node, role)) and (wrong := _wrong(root, node, role, path)):
        yield _problem(node, role, wrong)


def _path(node: yaml.Node | None, role: _Role) -> str:
    """The path of a picture; empty where none is given."""
    given = node_at(node, *role.keys)
    text = text_of_node(given)
    return text.value.strip() if given and text and given.tag != _NULL else ""


_NULL = "tag:yaml.org,2002:null"
_SUCH = "give that of a file in docs/, such as 'assets/logo.svg'"


def _wrong(root: Path, node: yaml.Node | None, role: _Role, path: str) -> str:
    if role.keys[0] == "theme" and (path in _BROUGHT or _is_of_templates(root, node, path)):
        return ""
    parts = path.split("/")
    if "://" in path or path.startswith("//"):
        return f"{quoted(path)} is on another server; save it in docs/, and give its path there"
    if not path.isprintable() or "\\" in path or not all(parts) or {".", ".."} & {*parts}:
        return f"{quoted(path)} is no path within docs/; {_SUCH}"
    if any(part.startswith(".") for part in parts):
        return f"{quoted(path)} is hidden, so nobody publishes it; rename it without the dot"
    if parts[0] == PAGES and _is_file(root, path) and not _is_file(root, f"{PAGES}/{path}"):
        return f"{quoted(path)} begins with docs/; write '{path.removeprefix(f'{PAGES}/')}'"
    return _wrong_file(root, path, role.kinds)


def _wrong_file(root: Path, path: str, kinds: Sequence[str]) -> str:
    kind = Path(path).suffix.lower()
    if kind not in kinds:
        return f"{quoted(path)} is not of kind {' or '.join(kinds)}; save it as such a file"
    content, problems = content_of(root, f"{PAGES}/{path}", MEBIBYTE, "save it smaller")
    if content is None:
        return f"{quoted(f'{PAGES}/{path}')}: {problems[0].message}"
    if not _BEGIN[kind].match(content):
        return f"{quoted(path)} is no {kind[1:].upper()}, whatever it is called; save it as one"
    return ""


def _is_of_templates(root: Path, node: yaml.Node | None, path: str) -> bool:
    """Whether a file is among the site's own templates, which are code."""
    folder = _templates(node)
    return folder is not None and _is_file(root, f"{folder}/{path}")


def _is_file(root: Path, path: str) -> bool:
    """Whether there is such a file; what a system says of a path that is none is no error here."""
    return content_of(root, path, _LARGEST)[0] is not None


def _templates(node: yaml.Node | None) -> str | None:
    """The folder of the site's own templates, if it has one."""
    text = text_of_node(node_at(node, "theme", "custom_dir"))
    return text.value if text and text.value.isprintable() else None


def _is_replaced(root: Path, node: yaml.Node | None, path: str) -> bool:
    """Whether a site has a picture of its own at the path of one that it comes with.

    Among templates it is the one that it comes with, unless the tab's icon is another.
    """
    if _is_file(root, f"{PAGES}/{path}"):
        return True
    folder = _templates(node)
    content = content_of(root, f"{folder}/{FAVICON}", MEBIBYTE)[0] if folder else None
    return content is not None and content != favicon(OURS.day).encode()


def _problem(node: yaml.Node | None, role: _Role, message: str) -> Problem:
    given = node_at(node, *role.keys)
    place = place_of_mark(given.start_mark) if given else (1, 1)
    return Problem(CONFIGURATION, *place, f"{'.'.join(role.keys)} {message}")
