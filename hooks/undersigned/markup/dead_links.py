"""Links of built pages that lead to no file of the site.

An engine warns of those that people write in Markdown. Those of a theme, of its navigation and of
HTML in a page are nobody's business until a reader follows them.
"""

import posixpath
import re
from collections.abc import Iterable, Iterator
from html import unescape
from pathlib import Path
from urllib.parse import unquote

from ..problem import counted, quoted

# The path of an address that counts from the page; what has a scheme or a host is another site's,
# and what counts from the root of a host may be: a site may lie beneath it. Each begins with
# literal letters, for which `re` searches fast. A reference may stand for any character, a colon
# too; without one the path is enough.
_PART = r"(?>(?:[?#][^\":&]*+)?)"
_LINKS = [
    re.compile(
        rf"{mark}(?<=[\s\"']{mark})(?!/)([^\":?#&]*+(?>(?:{_PART}&[^\":]*+)?)){_PART}\"", re.ASCII
    )
    for mark in ('href="', 'src="')
]
_CLIMB = "../"


def links_written(html: str) -> frozenset[str]:
    """The addresses in a page that count from it; where it tells enough, the path alone."""
    return frozenset(each for link in _LINKS for each in link.findall(html))


def dead_links(site: Path, pages: Iterable[tuple[str, Iterable[str]]]) -> Iterator[str]:
    """What is said of each file that pages of a built site lead to and that is not published.

    Pages are given by their files and the addresses that are written in them.
    """
    files = {each.relative_to(site).as_posix() for each in site.rglob("*") if each.is_file()}
    leading: dict[str, list[str]] = {}
    known: dict[tuple[str, str], str] = {}
    for file, written in pages:
        folder = posixpath.dirname(file)
        up = _CLIMB * file.count("/")
        led = set[str]()
        for each in written:
            # All pages lead to most places by way of the root, and those of one depth alike.
            where = (up, each) if up and each.startswith(up) else (folder, each)
            if where not in known:
                known[where] = _place(folder, each)
            led.add(known[where])
        for place in sorted(led - {_ELSEWHERE}):
            if place not in files and posixpath.join(place, "index.html") not in files:
                leading.setdefault(place, []).append(file)
    for place, (first, *others) in leading.items():
        more = f" (and {counted(len(others), 'other page')})" if others else ""
        yield f"{first}{more} links to {quoted(place)}, which is not published; {_REMEDY}"


_REMEDY = "publish that file, or remove it from the page and from 'nav' in mkdocs.yml"
_ELSEWHERE = ".."


def _place(folder: str, written: str) -> str:
    """Where an address in a page of a folder leads; what lies above the site is elsewhere."""
    address = unescape(written)
    path = re.split("[?#]", address, maxsplit=1)[0]
    # Python-Markdown spells an address of mail, its scheme included, in character references.
    if ":" in address or not path:
        return _ELSEWHERE
    place = posixpath.normpath(posixpath.join(folder, unquote(path)))
    if place.startswith(_ELSEWHERE):
        return _ELSEWHERE
    return "" if place == "." else place
