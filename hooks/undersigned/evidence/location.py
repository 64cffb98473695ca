"""What a web address names, normalised, so that no spelling makes one page look like another."""

import re
from typing import NamedTuple
from urllib.parse import SplitResult, unquote, urlsplit

from ..domain_names import in_ascii
from ..urls import FORBIDDEN, route_of

# Names that servers read differently once they are decoded: slashes, and steps in disguise.
_UNSAFE = re.compile(r"(?s:.*[/\\\x00-\x1f\x7f].*)|\.{1,2}(?:;.*)?")

_STEPS = frozenset((".", ".."))


# Addresses that are normalised as they stand, as most are, but for '//' and '/.' in the path.
_PLAIN = re.compile(r"https://(?:www\.)?([a-z0-9-]+(?:\.[a-z0-9-]+)+)(/[\w/.,=&@~-]*)?", re.A)

_NOT_PLAIN = re.compile(r"/[/.]")


class Location(NamedTuple):
    """Where an address leads: the host without ``www.``, the port, and the names of its path.

    The route of an application, after ``#/`` or ``#!``, follows the path; the mark before it
    holds a slash, as no name of a path does.
    """

    host: str
    port: int
    names: tuple[str, ...]
    query: str


def location_of(address: str) -> Location | None:
    """The location of an https address; None where servers could read the address differently.

    Normalised by RFC 3986, 6.2.2: case of the host, percent-encoding, dot segments, the default
    port. Refused are user names, encoded slashes, and dot segments that are hidden.
    """
    if (plain := _PLAIN.fullmatch(address)) and not _NOT_PLAIN.search(plain[2] or ""):
        return Location(plain[1], 443, tuple(filter(None, (plain[2] or "").split("/"))), "")
    if FORBIDDEN.search(address):
        return None
    try:
        parts = urlsplit(address)
        host, port = in_ascii(parts.hostname or ""), parts.port
    except ValueError:
        return None
    if parts.scheme != "https" or not host or "@" in parts.netloc or "%" in host:
        return None
    return _location(parts, host.removeprefix("www."), 443 if port is None else port)


def _location(parts: SplitResult, host: str, port: int) -> Location | None:
    route, _, options = route_of(parts.fragment).partition("?")
    names, steps = _names_of(parts.path), _names_of(route.lstrip("!"))
    # Browsers leave the dot segments of a route to the application.
    if names is None or steps is None or not _STEPS.isdisjoint(unquote(route).split("/")):
        return None
    if steps:
        names += ("#!/" if route.startswith("!") else "#/", *steps)
    return Location(host, port, names, "&".join(filter(None, (parts.query, options))))


def _names_of(path: str) -> tuple[str, ...] | None:
    """The decoded names of a path without dot segments; None where their reading is unsure."""
    written = [unquote(name, errors="surrogateescape") for name in path.split("/")]
    has_steps = not _STEPS.isdisjoint(written)
    # Servers differ on whether '..' takes back an empty name.
    if has_steps and "" in written[1:-1]:
        return None
    if any(_is_unsafe(name) for name in written if name not in _STEPS):
        return None
    names: list[str] = []
    for name in filter(None, written):
        if name == "..":
            del names[-1:]
        elif name != ".":
            names.append(name)
    return tuple(names)


def _is_unsafe(name: str) -> bool:
    # Some servers decode twice.
    again = unquote(name, errors="surrogateescape") if "%" in name else name
    return bool(_UNSAFE.fullmatch(name) or _UNSAFE.fullmatch(again))
