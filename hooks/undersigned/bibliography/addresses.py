"""Where sources are found."""

import re
from collections.abc import Iterator
from datetime import date

from ..problem import Problem, quoted
from ..urls import refusal
from .library import Reference
from .style.links import DOI

# One is looked for at the head of a value; no DOI that is in use is half as long.
_HEAD = 500

# Not the address within that of an archived copy.
_WITHOUT_PROTECTION = re.compile(r"(?<![\w/=])http://[^\s{}]+", re.I)
_IN_THEIR_WORDS = ("howpublished", "note")


def addresses_are_public_pages(reference: Reference, _: date) -> Iterator[Problem]:
    """Addresses are https ones of a named host, as in the register."""
    for name in ("url", "archiveurl"):
        address = reference.get(name)
        if address.lower().startswith("http://"):
            yield _unprotected(reference, name, address)
        elif address and (why := refusal(address)):
            yield reference.problem(f"{name} {quoted(address)} {why}", name)


def no_other_address_is_unprotected(reference: Reference, _: date) -> Iterator[Problem]:
    """Addresses in a note are https ones as well."""
    for name in _IN_THEIR_WORDS:
        for address in _WITHOUT_PROTECTION.findall(reference.get(name)):
            yield _unprotected(reference, name, address)


def dois_are_bare(reference: Reference, _: date) -> Iterator[Problem]:
    """A DOI is '10.', a number, '/' and a name, not an address (DOI Handbook, section 2.2)."""
    doi = reference.get("doi")
    if doi and not DOI.fullmatch(doi):
        bare = DOI.search(doi[:_HEAD])
        mend = f"write {quoted(bare[0])}" if bare else "write it as '10.1234/name'"
        yield reference.problem(f"doi {quoted(doi)} does not look like one; {mend}", "doi")


def _unprotected(reference: Reference, name: str, address: str) -> Problem:
    mend = "give the https one or, where the site has none, that of an archived copy"
    return reference.problem(f"{name} {quoted(address)} is an http address; {mend}", name)


RULES = (addresses_are_public_pages, no_other_address_is_unprotected, dois_are_bare)
