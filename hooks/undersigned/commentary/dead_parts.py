"""Links at the heads of pages to parts of pages that are not there.

An engine looks at those in a page's words alone. What pages of the register hold, which templates
draw of data, is not looked at here.
"""

import re
from collections.abc import Iterator, Mapping
from html import unescape
from urllib.parse import unquote

from ..paths import PAGES
from ..problem import quoted
from .opening import Opening

_ID = re.compile(r"<[a-zA-Z][^<>]*? id=\"([^\"<>]+)\"")

# Of templates: there is such a part once the page is drawn.
_OF_TEMPLATES = "_"


def dead_parts(openings: Mapping[str, Opening], pages: Mapping[str, str]) -> Iterator[str]:
    """What is said of each link in key points, changes and readings that leads to no part.

    `pages` have the HTML of their words, by their paths in docs/.
    """
    known = dict[str, frozenset[str]]()
    for path, opening in openings.items():
        for at, anchor in dict.fromkeys(opening.anchors):
            if at not in pages or anchor.startswith(_OF_TEMPLATES):
                continue
            if at not in known:
                known[at] = frozenset(map(unescape, _ID.findall(pages[at])))
            if unquote(anchor) not in known[at]:
                message = f"has no part {quoted(f'#{anchor}')}; give the id of a heading there"
                yield f"{PAGES}/{path} leads at its head to {PAGES}/{at}, which {message}"
