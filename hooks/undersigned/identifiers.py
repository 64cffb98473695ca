"""Identifiers of signatories in public registers: their form, check digits and addresses."""

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple


class Scheme(NamedTuple):
    """A register: what its identifiers look like, whether one is valid, and where it is looked up.

    `shape` describes an identifier to people.
    """

    shape: str
    is_valid: Callable[[str], bool]
    address: str


def _is_lei(text: str) -> bool:
    """A Legal Entity Identifier (ISO 17442), whose last two digits check the others."""
    # Imported late: few entries have one.
    from stdnum import lei

    return text == text.upper() and lei.is_valid(text)


# Crockford's base 32, without the letters that look like others.
_DIGITS = "0123456789abcdefghjkmnpqrstvwxyz"
_ROR = re.compile(f"0([{_DIGITS}]{{6}})([0-9]{{2}})")


def _is_ror(text: str) -> bool:
    """An identifier of the Research Organization Registry.

    Behind the 0 come six digits of base 32, then two that check them (ISO/IEC 7064, MOD 97-10).
    """
    match = _ROR.fullmatch(text)
    if match is None:
        return False
    number = 0
    for digit in match[1]:
        number = number * len(_DIGITS) + _DIGITS.index(digit)
    return int(match[2]) == 98 - number * 100 % 97


def _is_item(text: str) -> bool:
    """The number of an item of Wikidata."""
    return re.fullmatch(r"Q[1-9][0-9]{0,11}", text) is not None


SCHEMES: Mapping[str, Scheme] = {
    "lei": Scheme(
        "20 letters and digits, the last two of which check the others",
        _is_lei,
        "https://search.gleif.org/#/record/{}",
    ),
    "ror": Scheme(
        "0, six letters or digits and two that check them", _is_ror, "https://ror.org/{}"
    ),
    "wikidata": Scheme("Q and a number", _is_item, "https://www.wikidata.org/wiki/{}"),
}

# How the schemes are offered to people.
_OFFERED = "'lei:…', 'ror:…' or 'wikidata:Q…'"


def fault_of(identifier: str) -> str:
    """What is wrong with an identifier, with the remedy; empty where nothing is."""
    scheme, colon, text = identifier.partition(":")
    if meant := _meant(identifier):
        return f"is not written as identifiers are here; write '{meant}'"
    if not colon or scheme not in SCHEMES:
        return f"names no register that is known here; write {_OFFERED}"
    if not SCHEMES[scheme].is_valid(text):
        return f"is no valid {scheme} ({SCHEMES[scheme].shape}); copy it from the register"
    return ""


# As people copy them: the address of an entry, or the name of the register in other letters.
_COPIED = {
    "lei": re.compile(
        r"(?:https?://search\.gleif\.org/#/record/|lei\b[:\s]*)?([0-9a-z]{18}[0-9]{2})/?", re.I
    ),
    "ror": re.compile(r"(?:ror:\s*)?(?:(?:https?://)?ror\.org/)?(0[0-9a-z]{6}[0-9]{2})/?", re.I),
    "wikidata": re.compile(
        r"(?:wikidata:\s*)?(?:https?://(?:www\.)?wikidata\.org/(?:wiki|entity)/)?(Q[0-9]+)/?", re.I
    ),
}


def _meant(identifier: str) -> str:
    """The identifier that was copied in another form; empty where it is in its own, or unknown."""
    for scheme, copied in _COPIED.items():
        if match := copied.fullmatch(identifier.strip()):
            text = match[1].lower() if scheme == "ror" else match[1].upper()
            meant = f"{scheme}:{text}"
            return meant if meant != identifier and SCHEMES[scheme].is_valid(text) else ""
    return ""


def address_of(identifier: str) -> str:
    """Where a valid identifier is looked up."""
    scheme, _, text = identifier.partition(":")
    return SCHEMES[scheme].address.format(text)
