"""The style sheets of a site as one, so that a reader waits for one request and not for many."""

from collections.abc import Iterable
from hashlib import sha256
from typing import NamedTuple

# Where the project's own style sheets are on the site.
FOLDER = "assets/undersigned/"


class StyleSheet(NamedTuple):
    """A style sheet's path, whose name changes with what it holds, and its text.

    It lies in a folder of its own, so that a host can let browsers keep all that is there.
    """

    path: str
    text: str


def joined(sheets: Iterable[str]) -> StyleSheet:
    """The style sheets one after the other, in their order; later rules prevail as before."""
    text = "\n".join(sheets)
    return StyleSheet(f"{FOLDER}hashed/site.{sha256(text.encode()).hexdigest()[:12]}.css", text)
