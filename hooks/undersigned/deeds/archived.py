"""Archived copies of sources: who keeps one, and of which page it is."""

import re
from collections.abc import Iterable

from pybtex.database import Entry

from ..bibliography.values.links import addresses_of, archived_copy
from ..domain_names import in_ascii
from ..urls import host_of, page_of, same_site

# Public archives of the web, which keep what they read themselves. Compiled by hand in November
# 2026. A host counts with all that is below it.
_HOSTS = """
archive.fo archive.is archive.li archive.md archive.ph archive.today archive.vn arquivo.pt
ghostarchive.org megalodon.jp perma-archives.org perma.cc swap.stanford.edu vefsafn.is
wayback.archive-it.org web.archive.org webarchive.loc.gov webarchive.nationalarchives.gov.uk
webarchive.org.uk webcitation.org
"""
ARCHIVES = frozenset(_HOSTS.split())

# Most have the address of a page behind the moment at which it was read, or behind a word for that.
# They take one without a scheme, and with one slash; some write the usual port.
_OF = re.compile(
    r"https?://[^/]+/(?:[a-z0-9]+/){0,3}(?:(?:[0-9][0-9.*-]*|\*)(?:[a-z]{2}_)?/)?"
    r"(?:(https?):/{1,3})?([^/:]+\.[^/:]+)(?::(?:80|443))?(/.*)?",
    re.I,
)


def copied_page(copy: str) -> str:
    """The page of which an archive has a copy at an address; empty where the address names none."""
    found = _OF.fullmatch(copy) if in_archive(copy) else None
    return f"{found[1] or 'http'}://{found[2]}{found[3] or ''}" if found else ""


def in_archive(address: str) -> bool:
    """Whether an archive keeps what is at an address."""
    labels = in_ascii(host_of(address)).split(".")
    return any(".".join(labels[start:]) in ARCHIVES for start in range(len(labels) - 1))


def is_copy(source: Entry) -> bool:
    """Whether what a source has as its archived copy is one: not kept on the site of its page."""
    copy = archived_copy(source)[0]
    return bool(copy) and (in_archive(copy) or not _is_on_a_site(copy, addresses_of(source)))


def _is_on_a_site(copy: str, pages: Iterable[str]) -> bool:
    return any(page_of(copy) == page_of(page) or same_site(copy, page) for page in pages)
