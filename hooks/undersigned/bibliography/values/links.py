"""The links of a source: its addresses, its DOI, its eprint and its archived copy."""

import re
from urllib.parse import quote, unquote

from pybtex.database import Entry

from ..latex.verbatim import ADDRESS, followable, host_named, verbatim

# A prefix and a suffix (DOI Handbook, section 2.2), or a short DOI (shortdoi.org).
DOI = re.compile(r"10\.[0-9]{4,9}(?:\.[0-9]+)*/[^\s\x00-\x1f\x7f]+|10/[a-z0-9]{3,}", re.I)
_RESOLVER = re.compile(r"(?:https?://)?(?:www\.|dx\.)?doi\.org/", re.I)
_BEFORE_DOI = re.compile(r"(?:doi\b(?!\.org)\s*:?\s*|info:doi/|urn:doi:)", re.I)

_SEPARATORS = re.compile(r"(?<![\s,;])[\s,;]+(?=https?://)|\s+", re.I)
_INSIDE = re.compile(rf"\\(?:url|nolinkurl)\s*\{{([^{{}}]*)\}}|({ADDRESS})", re.I)

_EPRINT = re.compile(r"[\w.:/()+;?=&%~-]+")
_CLASS = re.compile(r"\s*\[[\w.-]+\]$")  # arXiv writes '2301.00001 [cs.CR]'

# Repositories by BibLaTeX's keys: the name shown, and the address before a paper's identifier.
_REPOSITORIES = {
    "arxiv": ("arXiv", "https://arxiv.org/abs/"),
    "hdl": ("hdl", "https://hdl.handle.net/"),
    "jstor": ("JSTOR", "https://www.jstor.org/stable/"),
    "pmid": ("pmid", "https://pubmed.ncbi.nlm.nih.gov/"),
    "pubmed": ("PubMed", "https://pubmed.ncbi.nlm.nih.gov/"),
}
_ARCHIVED_ON = re.compile(r"https?://web\.archive\.org/web/([0-9]{4})([0-9]{2})([0-9]{2})", re.I)


def addresses_of(entry: Entry) -> list[str]:
    """The addresses in `url` that may be linked, or else the first in `howpublished`."""
    found = addresses_written(entry.fields.get("url", ""))
    if not found:
        match = _INSIDE.search(str(entry.fields.get("howpublished", "")))
        found = [verbatim(match[1] or match[2] or "")] if match else []
    return [address for address in dict.fromkeys(found) if followable(address)]


def addresses_written(value: object) -> list[str]:
    """The parts of a field of addresses: each is an address, or should be one."""
    parts = _SEPARATORS.split(verbatim(value))
    return [found for part in parts if (found := part.strip("<>"))]


def doi_of(entry: Entry) -> str:
    """The bare DOI of a source; empty where it has none, or one that is malformed."""
    bare = bare_doi(str(entry.fields.get("doi", "")))
    return bare if DOI.fullmatch(bare) else ""


def bare_doi(written: str) -> str:
    """A DOI without 'doi:' or its resolver's address."""
    plain = verbatim(written)
    named = _BEFORE_DOI.match(plain)
    plain = plain[named.end() :] if named else plain
    resolver = _RESOLVER.match(plain)
    return unquote(plain[resolver.end() :]) if resolver else plain


def doi_address(written: str) -> str:
    """The address that resolves a DOI (DOI Handbook, section 3.7)."""
    return f"https://doi.org/{quote(bare_doi(written), safe='/:;()-._')}"


def eprint_of(entry: Entry) -> tuple[str, str]:
    """The identifier of a paper in its repository and its address; each empty if unknown.

    Both are empty beside a DOI by arXiv, which includes the identifier, and where the reference
    links to it already.
    """
    if is_linked_twice(entry):
        return "", ""
    written = _CLASS.sub("", verbatim(entry.fields.get("eprint", "")))
    if not _EPRINT.fullmatch(written) or doi_of(entry).startswith("10.48550/"):
        return "", ""
    if followable(written):
        return host_named(written), written
    repository = str(entry.fields.get("eprinttype", "") or entry.fields.get("archiveprefix", ""))
    # Some write the repository before the identifier, as in 'arXiv:2101.00001'.
    prefix, colon, _ = written.partition(":")
    named = verbatim(repository) or (prefix if colon and prefix.lower() in _REPOSITORIES else "")
    name, at = _REPOSITORIES.get(named.lower(), (named, ""))
    if not re.fullmatch(r"\w[\w .-]*", name, re.ASCII):
        return f"eprint:{written}", ""
    bare = re.sub(rf"^{re.escape(name)}:", "", written, flags=re.I)
    return f"{name}:{bare}", at and f"{at}{quote(bare, safe='/:;()-._')}"


def is_linked_twice(entry: Entry) -> bool:
    """Whether the eprint is an address that the title or the DOI links to already."""
    written = verbatim(entry.fields.get("eprint", ""))
    return bool(written) and written in (*addresses_of(entry), doi_address(doi_of(entry)))


def archived_copy(entry: Entry) -> tuple[str, str]:
    """The address of the archived copy and its date as written, or else the date in the address."""
    address = next(iter(addresses_written(entry.fields.get("archiveurl", ""))), "")
    if not followable(address):
        return "", ""
    archived = _ARCHIVED_ON.match(address)
    stated = verbatim(entry.fields.get("archivedate", ""))
    return address, stated or ("-".join(archived.groups()) if archived else "")
