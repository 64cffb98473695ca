"""Hosts of web addresses, judged as browsers read them: public domain names, or not."""

import re
import unicodedata

from .domain_names import deception_in
from .normal_forms import nfkc

# A label of a host name, in any script.
_LABEL = re.compile(r"[^\W_]([\w-]*[^\W_])?")

# What stands within names of some languages: the dot of Catalan, the signs of Hebrew, joiners.
# Where each may stand is judged with the whole name (RFC 5892, appendix A).
_WITHIN = frozenset("\u00b7\u05f3\u05f4\u200c\u200d")

# The fillers of Hangul: letters to Python, nothing to browsers (UTS 46).
_LEFT_OUT = re.compile("[\u115f\u1160]")

# Dots that browsers read as full stops (UTS 46) and that are no compatible form of one.
_DOTS = re.compile("[。｡]")

# What ends in it is an IPv4 address to browsers, or nothing.
_NUMBER = re.compile(r"[0-9]+|0x[0-9a-f]*", re.A)

# Top-level names that the public DNS does not have, and that inner networks or other systems use:
# RFC 6761 (localhost), RFC 6762 (local, and those of its appendix G), RFC 7686 (onion), RFC 8375
# (home.arpa), RFC 9476 (alt), and internal, which ICANN reserved in July 2024. In arpa there are
# the DNS's own names besides.
INNER = frozenset((
    "alt", "arpa", "corp", "home", "internal", "intranet", "lan", "local", "localdomain",
    "localhost", "onion", "private",
))  # fmt: skip


def host_refusal(host: str) -> str | None:
    """Why a host is not a public domain name, with the remedy; None if it is one.

    A host whose last label is a number, decimal or hexadecimal after ``0x``, is an IPv4 address or
    invalid to browsers, whatever stands before it (URL Standard, the 'ends in a number checker').
    """
    read = as_read(host).removesuffix(".").split(".")
    if ":" in host or _NUMBER.fullmatch(read[-1]):
        return "names a machine by number; give the address with its domain name"
    written = host.removesuffix(".").split(".")
    if len(read) < 2 or not all(map(_is_label, written + read)) or read[-1].isdigit():
        return "has no domain name; copy it from the browser"
    if read[-1] in INNER:
        return "has a name that the public DNS does not know; give an address that all can open"
    return deception_in(host)


def _is_label(label: str) -> bool:
    """Whether a label has letters, digits and hyphens; vowel signs and such belong to a letter."""
    if not label.isascii():
        head, rest = label[:1], label[1:]
        label = head + "".join(each for each in rest if not _is_of_a_letter(each))
    return bool(_LABEL.fullmatch(label))


def _is_of_a_letter(character: str) -> bool:
    return character in _WITHIN or unicodedata.category(character) in ("Mn", "Mc")


def as_read(host: str) -> str:
    """A host as browsers take it before they look it up: with compatible characters as one.

    So full-width or mathematical letters, digits and dots are plain ones, and case does not count
    (UTS 46).
    """
    if host.isascii():
        return host.lower()
    plain = nfkc(host).casefold()
    return _DOTS.sub(".", _LEFT_OUT.sub("", plain))
