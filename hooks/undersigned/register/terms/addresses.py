"""Web addresses as people paste them, and the accepted ones that these mean."""

import re

from ...urls import refusal

# What stands around an address: angle brackets, quotes, and the punctuation of a sentence.
_AROUND = " \t\u00a0<>\"'“”‘’„«»(),;"
_MARKDOWN = re.compile(r"!?\[[^\]]*\]\(\s*<?([^)\s>]+)>?(?:\s+[\"'][^)]*)?\)")

# The scheme, also doubled, misspelt, or without one of its signs.
_SCHEME = re.compile(r"(?:(?:h\s?t{1,3}p{1,2}s?|ttps?)\s?(?:[:;]\s?/{1,3}|:|/{2,3})\s?)+", re.I)
_OTHER_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:(?![0-9])", re.I)
_NAMED_HOST = re.compile(r"(?:[\w-]+\.)+[^\W\d_]{2,}(?:[:/?#].*)?")


def address_meant(text: str) -> str | None:
    """The https address that a text means, where that is certain; None where it is not.

    It may lack its scheme, have it twice or as ``http``, or stand in a link or in brackets.
    """
    link = _MARKDOWN.fullmatch(text.strip())
    bare = (link[1] if link else text).strip(_AROUND)
    scheme = _SCHEME.match(bare)
    rest = bare[scheme.end() :].lstrip("/") if scheme else bare
    if _OTHER_SCHEME.match(rest) or not _NAMED_HOST.fullmatch(rest):
        return None
    address = f"https://{rest}"
    return address if refusal(address) is None else None
