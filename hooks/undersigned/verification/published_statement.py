"""What a site says of its statement, read from its statement.json, which nobody vouches for."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

from ..problem import quoted
from ..statement.versions import NUMBER
from ..urls import refusal
from .long_json import JsonError, no_number, plain_object

FILE = "statement.json"

# Bytes: those of some thousand versions.
LARGEST = 1024 * 1024

_FORMAT = 1
_DIGEST = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class PublishedText:
    """A version of the text: its number, its digest, and the address that is signed.

    `path` is where it is on the site; none where it lies elsewhere.
    """

    version: str
    sha256: str
    address: str
    path: str | None


@dataclass(frozen=True, slots=True)
class PublishedStatement:
    """A statement as its site describes it.

    `address` is that of the site by its own account, with a slash at its end, and `published` that
    of the site of which it is a preview, or else its own. `entries` is the number of those in its
    register, and `register_sha256` the digest of that in canonical form, none and empty where it
    does not say.
    """

    address: str
    published: str
    texts: tuple[PublishedText, ...]
    entries: int | None = None
    register_sha256: str = ""


def read_statement(content: bytes, site: str) -> tuple[PublishedStatement | None, str]:
    """The statement in a file of the site at an address, or None and why it cannot be read.

    Addresses that it gives without a host are those of that site.
    """
    try:
        data = json.loads(
            content.decode("utf-8-sig"), object_pairs_hook=plain_object, parse_constant=no_number
        )
    except JsonError as error:
        return None, str(error)
    except (ValueError, RecursionError):
        return None, "is not JSON in UTF-8"
    if not isinstance(data, dict) or data.get("format") != _FORMAT:
        return None, "is not in format 1, which this program reads; see whether there is a newer"
    sites = [data.get("url", site), data.get("published", data.get("url", site))]
    for each in sites:
        if not isinstance(each, str) or refusal(each):
            return None, f"names {quoted(str(each))} as its site, which is no public https address"
    address, published = (f"{each.rstrip('/')}/" for each in sites)
    listed = data.get("versions")
    given = listed if isinstance(listed, list) else []
    texts = [text for each in given if (text := _text(each, address, published))]
    if not texts or len(texts) < len(given):
        return None, "lists no versions, or one without its number, sha256 or text"
    return PublishedStatement(address, published, tuple(texts), *_register(data)), ""


def path_within(address: str, site: str) -> str | None:
    """The path of an address from that of a site; None where it is not within that site.

    What would lead out of a folder, or is no plain file of one, is not within it.
    """
    if not address.startswith(site):
        return None
    path = unquote(address.removeprefix(site))
    # U+FFFD stands for what is not UTF-8.
    is_plain = not any(sign in path for sign in "\\?#\0:\ufffd")
    named = all(part not in ("", ".", "..") for part in path.split("/"))
    return path if path and is_plain and named and path.isprintable() else None


def _register(data: Mapping[str, Any]) -> Iterator[Any]:
    register = data.get("register")
    given = register if isinstance(register, dict) else {}
    entries, sha256 = given.get("entries"), given.get("sha256")
    yield entries if isinstance(entries, int) else None
    yield sha256 if isinstance(sha256, str) else ""


def _text(data: Any, site: str, published: str) -> PublishedText | None:
    """A version; on a preview it is signed at the address that it has on the published site."""
    if not isinstance(data, dict):
        return None
    fields = [data.get(name) for name in ("version", "sha256", "text")]
    number, sha256, text = (each if isinstance(each, str) else "" for each in fields)
    try:
        address = text if urlsplit(text).scheme else urljoin(site, text)
    except ValueError:
        return None
    if not NUMBER.fullmatch(number) or not _DIGEST.fullmatch(sha256) or refusal(address):
        return None
    path = path_within(address, site)
    signed = published + address.removeprefix(site) if path else address
    return PublishedText(number, sha256, signed, path)
