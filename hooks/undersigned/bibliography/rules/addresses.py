"""Rules about where a source leads."""

import re
from collections.abc import Iterator
from datetime import date

from ...problem import Problem, quoted
from ...urls import refusal
from ..style.links import DOI
from .reference import Reference

# A DOI is looked for in so many first characters of a value; DOIs in use are far shorter.
_SEARCHED = 500

# An http address, but not one within the address of an archived copy.
_HTTP_ADDRESS = re.compile(r"(?<![\w/=])http://[^\s{}]+", re.I)
_TEXT_FIELDS = ("howpublished", "note")


def addresses_are_public_pages(reference: Reference, _: date) -> Iterator[Problem]:
    """Addresses are https addresses of a named host, as in the register."""
    for name in ("url", "archiveurl"):
        address = reference.get(name)
        if address.lower().startswith("http://"):
            yield _insecure(reference, name, address)
        elif address and (why := refusal(address)):
            yield reference.problem(f"{name} {quoted(address)} {why}", name)


def no_other_address_is_insecure(reference: Reference, _: date) -> Iterator[Problem]:
    """Addresses in a note or in `howpublished` are https addresses as well."""
    for name in _TEXT_FIELDS:
        for address in _HTTP_ADDRESS.findall(reference.written(name)):
            yield _insecure(reference, name, address)


def dois_are_bare(reference: Reference, _: date) -> Iterator[Problem]:
    """A DOI is '10.', a number, '/' and a name, not an address (DOI Handbook, section 2.2)."""
    doi = reference.get("doi")
    if doi and not DOI.fullmatch(doi):
        bare = DOI.search(doi[:_SEARCHED])
        remedy = f"write {quoted(bare[0])}" if bare else "write it as '10.1234/name'"
        yield reference.problem(f"doi {quoted(doi)} does not look like one; {remedy}", "doi")


def _insecure(reference: Reference, name: str, address: str) -> Problem:
    remedy = "give the https one or, where the site has none, that of an archived copy"
    return reference.problem(f"{name} {quoted(address)} is an http address; {remedy}", name)
