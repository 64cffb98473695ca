"""Rules about where a source leads."""

import re
from collections.abc import Iterator
from datetime import date

from ...problem import Problem, quoted
from ...urls import refusal
from ..latex.verbatim import ADDRESS, verbatim
from ..values.links import DOI, addresses_of, addresses_written, bare_doi
from .reference import Reference

# A DOI is looked for in so many first characters of a value; DOIs in use are far shorter.
_SEARCHED = 500

# An http address, but not one within the address of an archived copy.
_HTTP_ADDRESS = re.compile(rf"(?<![\w/=])(?=http:){ADDRESS}", re.I)

# The fields that are addresses, and those of text that may have some.
ADDRESS_FIELDS = ("url", "archiveurl")
TEXT_FIELDS = ("howpublished", "note")

# Types of sources that are found by their address alone.
_ONLINE = ("online", "electronic", "www")


def addresses_are_public_pages(reference: Reference, _: date) -> Iterator[Problem]:
    """Addresses are https addresses of a named host, as in the register.

    One of another kind is not linked; that is a problem where nothing else leads to the source.
    """
    for name in ADDRESS_FIELDS:
        addresses = addresses_written(reference.entry.fields.get(name, ""))
        if any(not re.match(r"https?://", each, re.I) for each in addresses[1:]):
            why = "holds a space or a character that no address has; copy it from the browser"
            yield reference.problem(f"{name} {quoted(reference.get(name))} {why}", name)
            continue
        for address in addresses:
            secure = re.sub(r"^http:", "https:", address, flags=re.I)
            if why_not := refusal(secure):
                report = reference.problem if _needed(reference) else reference.warning
                yield report(f"{name} {quoted(address)} {why_not}", name)
            elif secure != address:
                yield _insecure(reference, name, address)


def _needed(reference: Reference) -> bool:
    """Whether nothing but a followable address leads to the source."""
    found = reference.states("doi", "eprint") or addresses_of(reference.entry)
    return reference.type in _ONLINE and not found


def no_other_address_is_insecure(reference: Reference, _: date) -> Iterator[Problem]:
    """Addresses in a note or in `howpublished` are https addresses as well."""
    for name in TEXT_FIELDS:
        for address in insecure_in_text(str(reference.entry.fields.get(name, ""))):
            yield _insecure(reference, name, address)


def insecure_in_text(value: str) -> list[str]:
    """The http addresses in a text, without the LaTeX of each."""
    return [verbatim(address) for address in _HTTP_ADDRESS.findall(value)]


def dois_are_bare(reference: Reference, _: date) -> Iterator[Problem]:
    """A DOI is '10.', a number, '/' and a name (DOI Handbook, section 2.2).

    One that is given as an address, or after 'doi:', is read as the DOI.
    """
    doi = reference.get("doi")
    bare = bare_doi(doi)
    if doi and not DOI.fullmatch(bare):
        message = f"doi {quoted(doi)} does not look like one"
        yield reference.problem(f"{message}; {_meant(bare[:_SEARCHED])}", "doi")
    elif doi and not DOI.match(doi):
        message = f"doi {quoted(doi)} is read as {quoted(bare)}; write that alone"
        yield reference.note(message, "doi")


def _meant(written: str) -> str:
    """The remedy for what is no DOI: the one within it, or the field that it belongs into."""
    joined = re.sub(r"\s", "", written)
    found = DOI.fullmatch(joined) if joined.count("10.") == 1 else DOI.search(written)
    if found:
        return f"write {quoted(found[0])}"
    if re.match(r"https?://", written, re.I):
        return "give an address as url"
    return "write it as '10.1234/name', or leave it out"


def _insecure(reference: Reference, name: str, address: str) -> Problem:
    remedy = "'undersigned links --mend' gives the https one where that is the same page"
    return reference.warning(f"{name} {quoted(address)} is an http address; {remedy}", name)
