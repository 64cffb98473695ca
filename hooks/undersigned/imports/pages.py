"""What stands in a list where the address of a page should: words, a file, an e-mail address."""

import re

from ..problem import quoted
from ..text.characters import email_addresses

# A host, by its last label, or a sign that an address was meant.
_HOST = re.compile(r"(?:[\w-]+\.)+([^\W\d_]{2,})")
_SCHEME = re.compile(r"https?:|://|\bwww\.", re.IGNORECASE)

# Endings of files that are no top-level domains (IANA's list of these).
_FILES = {"doc", "docx", "eml", "jpeg", "jpg", "msg", "odt", "pdf", "png", "txt", "xls", "xlsx"}

_SEVERAL = re.compile(r"https?://\S+(?:[\s,;|]+https?://\S+)+", re.IGNORECASE)

_WANTED = (
    "give that of the page that states the endorsement, or 'confirmed_by_email', the date on which"
    " maintainers confirmed it"
)


def instead_of_page(text: str) -> str:
    """Why a cell of evidence names no page, and what to give; empty where it may name one.

    Whatever says 'not yet', in any language, holds no address, and an address of a person is none.
    """
    if _SCHEME.search(text):
        return ""
    addresses = email_addresses(text)
    rest = re.sub(r"\bmailto:", "", text, flags=re.IGNORECASE)
    for each in sorted(addresses, key=len, reverse=True):
        rest = rest.replace(each, " ")
    if any(each[1].lower() not in _FILES for each in _HOST.finditer(rest)):
        return ""
    if addresses:  # which is not repeated, since accounts are pasted into issues
        return f"evidence is an e-mail address, not that of a page; ask there, and {_WANTED}"
    return f"evidence {quoted(text)} is no address; {_WANTED}"


def several_pages(name: str, text: str) -> str:
    """What is wrong with a cell that holds several addresses; empty where it does not."""
    if not _SEVERAL.fullmatch(text):
        return ""
    return f"{name} {quoted(text)} is more than one address; keep one"
