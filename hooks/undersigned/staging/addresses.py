"""Addresses of a site from one of its pages, as engines write them."""

import posixpath
from urllib.parse import urlsplit


def address_from(address: str, page: str) -> str:
    """An address that counts from the root of the site, from the page at another one.

    What leads out of the site, or is of the page itself, is given back as it is.
    """
    if leads_out(address) or address.startswith("#"):
        return address
    return _from_page(address or ".", page)


def leads_out(address: str) -> bool:
    """Whether an address is that of another site, or counts from the root of a host."""
    parts = urlsplit(address)
    return bool(parts.scheme or parts.netloc or address.startswith(("/", "\\")))


def _from_page(address: str, page: str) -> str:
    folder, _, name = page.rpartition("/")
    here, there = _parts(folder if "." in name else page), _parts(address)
    common = 0
    for one, other in zip(here, there, strict=False):
        if one != other:
            break
        common += 1
    way = "/".join([".."] * (len(here) - common) + there[common:]) or "."
    return f"{way}/" if address.endswith("/") else way


def _parts(address: str) -> list[str]:
    normal = posixpath.normpath(f"/{address.lstrip('/')}").strip("/")
    return normal.split("/") if normal else []
