"""Where a source leads: its addresses, its DOI and its archived copy."""

import re
from urllib.parse import quote, urlsplit

from pybtex.database import Entry

from ...urls import refusal

_ESCAPED = re.compile(r"\\([_%&#~$])")
_WRAPPED = re.compile(r"\\url\s*\{([^{}]*)\}", re.I)

# A prefix and what its holder chose (DOI Handbook, section 2.2).
DOI = re.compile(r"10\.[0-9]{4,9}(?:\.[0-9]+)*/\S+")

_SEPARATORS = re.compile(r"(?<![\s,;])[\s,;]+(?=https?://)|\s+", re.I)
_INSIDE = re.compile(r"\\(?:url|nolinkurl)\s*\{([^{}]*)\}|(https?://[^\s{}]+)", re.I)

_EPRINT = re.compile(r"[\w.:/()+;?=&%~-]+")
_CLASS = re.compile(r"\s*\[[\w.-]+\]$")  # arXiv writes '2301.00001 [cs.CR]'

# By what names a repository: how its papers are called, and where one is found.
_REPOSITORIES = {
    "arxiv": ("arXiv", "https://arxiv.org/abs/"),
    "hdl": ("hdl", "https://hdl.handle.net/"),
    "jstor": ("JSTOR", "https://www.jstor.org/stable/"),
    "pubmed": ("PubMed", "https://pubmed.ncbi.nlm.nih.gov/"),
}
_KEPT_ON = re.compile(r"https?://web\.archive\.org/web/([0-9]{4})([0-9]{2})([0-9]{2})", re.I)


def followable(address: str) -> bool:
    """Whether a page may link to it: an address of a public site, by ``https`` or ``http``."""
    scheme, colon, rest = address.partition(":")
    return bool(colon) and scheme.lower() in ("http", "https") and not refusal(f"https:{rest}")


def unescaped(address: str) -> str:
    """The address without the backslashes that LaTeX wants."""
    return _ESCAPED.sub(r"\1", address).strip()


def addresses_of(entry: Entry) -> list[str]:
    """The addresses in `url`, or else the first one that the publication’s way tells."""
    written = _WRAPPED.sub(r"\1", str(entry.fields.get("url", "")))
    found = [unescaped(part.strip("{}<>")) for part in _SEPARATORS.split(written)]
    if not any(found):
        match = _INSIDE.search(str(entry.fields.get("howpublished", "")))
        found = [unescaped(match[1] or match[2])] if match else []
    return [address for address in dict.fromkeys(found) if followable(address)]


def host_named(address: str) -> str:
    """What a further address is called."""
    return (urlsplit(address).hostname or address).removeprefix("www.")


def doi_of(entry: Entry) -> str:
    """The bare DOI, however it is written; empty where there is none."""
    bare = bare_doi(str(entry.fields.get("doi", "")))
    return bare if DOI.fullmatch(bare) else ""


def bare_doi(written: str) -> str:
    """A DOI without what some write before it, and without the braces and backslashes of LaTeX."""
    plain = unescaped(re.sub(r"[{}]", "", written))
    return re.sub(r"^(doi:\s*|https?://(dx\.)?doi\.org/)", "", plain, flags=re.I)


def doi_address(written: str) -> str:
    """Where a DOI is looked up (DOI Handbook, section 3.7)."""
    return f"https://doi.org/{quote(bare_doi(written), safe='/:;()-._')}"


def eprint_of(entry: Entry) -> tuple[str, str]:
    """The name of a paper in its repository and the address there; empty what is not known.

    A DOI that arXiv gave says the same as its own name.
    """
    written = _CLASS.sub("", unescaped(str(entry.fields.get("eprint", "")).strip("{}")))
    if not _EPRINT.fullmatch(written) or doi_of(entry).startswith("10.48550/"):
        return "", ""
    if followable(written):
        return host_named(written), written
    repository = str(entry.fields.get("eprinttype", "") or entry.fields.get("archiveprefix", ""))
    named = repository.strip("{} ")
    name, at = _REPOSITORIES.get(named.lower(), (named, ""))
    if not re.fullmatch(r"\w[\w .-]*", name, re.ASCII):
        return f"eprint:{written}", ""
    bare = re.sub(rf"^{re.escape(name)}:", "", written, flags=re.I)
    return f"{name}:{bare}", at and f"{at}{quote(bare, safe='/:;()-._')}"


def archived_copy(entry: Entry) -> tuple[str, str]:
    """The address of the archived copy and its date as written, or as its address tells it."""
    address = unescaped(str(entry.fields.get("archiveurl", "")))
    if not followable(address):
        return "", ""
    kept = _KEPT_ON.match(address)
    stated = str(entry.fields.get("archivedate", "")).strip()
    return address, stated or ("-".join(kept.groups()) if kept else "")
