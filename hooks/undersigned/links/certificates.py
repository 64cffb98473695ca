"""The certificate that a server showed: who issued it, and its fingerprint."""

import hashlib
import re
import socket
import ssl
from collections.abc import Iterable
from typing import NamedTuple, cast

from ..invisible import hidden_places

# A distinguished name as `ssl` gives it: parts, each of one attribute or several.
_Name = Iterable[Iterable[tuple[str, str]]]

# The names of attributes in a distinguished name (RFC 4514, section 3); others keep theirs.
_SHORT = {
    "commonName": "CN",
    "localityName": "L",
    "stateOrProvinceName": "ST",
    "organizationName": "O",
    "organizationalUnitName": "OU",
    "countryName": "C",
    "streetAddress": "STREET",
    "domainComponent": "DC",
    "userId": "UID",
}

# What a value has behind a backslash (RFC 4514, section 2.4).
_SPECIAL = re.compile(r'["+,;<>\\]|\A[ #]| \Z')


class Certificate(NamedTuple):
    """A server's certificate: its issuer as in RFC 4514, and the SHA-256 of its DER form.

    So `openssl x509 -noout -issuer -fingerprint -sha256 -nameopt RFC2253` shows both.
    """

    issuer: str
    fingerprint: str


def certificate_of(connected: socket.socket) -> Certificate | None:
    """The certificate of the server at the other end of TLS; None without TLS."""
    if not isinstance(connected, ssl.SSLSocket):
        return None
    encoded = connected.getpeercert(binary_form=True) or b""
    issuer = cast(_Name, (connected.getpeercert() or {}).get("issuer", ()))
    return Certificate(distinguished_name(issuer), f"sha256:{hashlib.sha256(encoded).hexdigest()}")


def distinguished_name(name: _Name) -> str:
    """A name as Python's `ssl` gives it, written on one line (RFC 4514): the last part first."""
    parts = ["+".join(f"{_SHORT.get(kind, kind)}={_escaped(value)}" for kind, value in part)
             for part in name]  # fmt: skip
    return _seen(",".join(reversed(parts)))


def _escaped(value: str) -> str:
    return _SPECIAL.sub(lambda found: f"\\{found[0]}", value)


def _seen(name: str) -> str:
    """A name with its bytes in place of what ends a line or is not seen, as no authority has it."""
    hidden = set(hidden_places(name))
    return "".join(
        "".join(f"\\{byte:02X}" for byte in each.encode("utf-8", "surrogatepass"))
        if at in hidden or not each.isprintable()
        else each
        for at, each in enumerate(name)
    )
