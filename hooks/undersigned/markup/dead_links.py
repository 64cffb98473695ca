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
# literal letters, for which `re` searches fast.
_LINKS = [re.compile(rf"{mark}(?<=[\s\"']{mark})(?!/)([^\":]+)\"") for mark in ('href="', 'src="')]


def dead_links(site: Path, pages: Iterable[tuple[str, Iterable[str]]]) -> Iterator[str]:
    """What is said of each file that pages of a built site lead to and that is not published.

    Pages are given by their paths and the places to which they lead.
    """
    files = {each.relative_to(site).as_posix() for each in site.rglob("*") if each.is_file()}
    leading: dict[str, list[str]] = {}
    for path, led in pages:
        for place in sorted(led):
            if place not in files and posixpath.join(place, "index.html") not in files:
                leading.setdefault(place, []).append(path)
    for place, (first, *others) in leading.items():
        more = f" (and {counted(len(others), 'other page')})" if others else ""
        yield f"{first}{more} links to {quoted(place)}, which is not published; {_REMEDY}"


_REMEDY = "publish that file, or remove it from the page and from 'nav' in mkdocs.yml"


def places(file: str, html: str) -> Iterator[str]:
    """Where the links of a page lead, by its file, but for what lies above the site."""
    folder = posixpath.dirname(file)
    found = {unescape(each) for link in _LINKS for each in link.findall(html)}
    # Python-Markdown spells an address of mail, its scheme included, in character references.
    for path in {re.split("[?#]", each, maxsplit=1)[0] for each in found if ":" not in each} - {""}:
        place = posixpath.normpath(posixpath.join(folder, unquote(path)))
        if not place.startswith(".."):
            yield "" if place == "." else place
