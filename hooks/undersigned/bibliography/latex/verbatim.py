"""Addresses and identifiers as they are: without what LaTeX requires around and within them."""

import re
from html import unescape
from urllib.parse import urlsplit

from ...urls import refusal

# The fields that BibLaTeX reads verbatim or as addresses, and those that hold keys of entries.
_FIELDS = (
    "url doi eprint file pdf archiveurl crossref xref related xdata entryset ids keywords options "
    "eprinttype archiveprefix eprintclass primaryclass verba verbb verbc"
)
VERBATIM = frozenset(_FIELDS.split())

# An address in a text: up to a space, a brace or a quote, without the punctuation behind it.
ADDRESS = (
    r"(?i:https?)://(?:[^\s{}<>\"|\\^`]|\\[_%&#~$]|\{\\_\})*"
    r"(?:[^\s{}<>\"|\\^`.,;:!?')\]]|\\[_%&#~$]|\{\\_\})"
)
_SPECIAL = re.compile(r"[\\{}&$<>\s]")
_WRAPPED = re.compile(r"\\(?:url|nolinkurl|path)\s*\{((?:[^{}]|\{[^{}]*\})*)\}", re.I)
_TILDE = re.compile(
    r"\{?\\(?:text(?:ascii)?tilde(?:low)?|~)(?![a-zA-Z])\s*(?:\{\s*\})?\}?|\$\s*\\sim\s*\$"
)
_NAMED = {"textunderscore": "_", "slash": "/", "textendash": "–", "textasciicircum": "^"}
_WORD = re.compile(rf"\\({'|'.join(_NAMED)})(?![a-zA-Z])\s*(?:\{{\}})?")
_ESCAPED = re.compile(r"\\+([_%&#~$^{}-])")
_ENTITY = re.compile(r"&(?:amp;)*(#x?[0-9a-fA-F]+|amp|quot|apos|nbsp);")


def verbatim(value: object) -> str:
    """An address, a DOI or a key without braces, backslashes and entities of HTML.

    Where several addresses are given, spaces stay between them.
    """
    written = str(value).strip()
    if not _SPECIAL.search(written):
        return written
    written = _TILDE.sub("~", _WRAPPED.sub(r"\1", written))
    written = _WORD.sub(lambda match: _NAMED[match[1]], written)
    written = re.sub(r"[{}]", "", _ESCAPED.sub(_literal, written))
    written = _ENTITY.sub(lambda match: unescape(f"&{match[1]};"), written)
    return re.sub(r"^<(.*)>$", r"\1", written.strip()).strip()


def _literal(match: re.Match[str]) -> str:
    """The character behind a backslash; a hyphen there only says where a line may break."""
    return "" if match[1] == "-" else match[1]


def followable(address: str) -> bool:
    """Whether a page may link to an address: one of a public host, by ``https`` or ``http``."""
    scheme, colon, rest = address.partition(":")
    return bool(colon) and scheme.lower() in ("http", "https") and not refusal(f"https:{rest}")


def host_named(address: str) -> str:
    """The host of an address without ``www.``, as the text of a link."""
    return (urlsplit(address).hostname or address).removeprefix("www.")
