"""SSH keys and signatures as files: which key each names. Whether one holds OpenSSH judges."""

import base64
import binascii
import re
from collections.abc import Iterator
from hashlib import sha256

# The namespace of a signature (OpenSSH, PROTOCOL.sshsig), so that one made for another use is none.
NAMESPACE = "endorsements"

# The most bytes of a key and of a signature: those of the longest RSA key that OpenSSH makes, of
# 16,384 bits, have under 4,000.
LARGEST = 16 * 1024

_SIGNATURE = re.compile(
    rb"\s*-----BEGIN SSH SIGNATURE-----\s([A-Za-z0-9+/=\s]+)-----END SSH SIGNATURE-----\s*"
)
_KEY = re.compile(rb"([a-z0-9@.-]+)[ \t]+([A-Za-z0-9+/]+={0,2})(?:[ \t].*)?", re.S)
_PRINT = re.compile(r"SHA256:[A-Za-z0-9+/]{43}")
_MAGIC = b"SSHSIG\x00\x00\x00\x01"


def public_key(content: bytes) -> tuple[str, bytes] | None:
    """The type and the packet of the one public key in a file; None if it holds none, or several.

    It is a line of the key's type, the key in base64 and a comment (RFC 4716 has another form).
    """
    lines = [line.strip() for line in content.splitlines()]
    lines = [line for line in lines if line and not line.startswith(b"#")]
    found = _KEY.fullmatch(lines[0]) if len(lines) == 1 else None
    blob = _decoded(found[2]) if found else b""
    is_key = found is not None and next(_strings(blob), b"") == found[1]
    return (found[1].decode(), blob) if found and is_key else None


def key_print(content: bytes) -> str:
    """The fingerprint of the one public key in a file (`ssh-keygen -l`); empty if it is none."""
    key = public_key(content)
    return _print(key[1]) if key else ""


def rsa_bits(blob: bytes) -> int:
    """The bits of the modulus in the packet of an RSA key (RFC 4253, section 6.6)."""
    modulus = [*_strings(blob), b"", b"", b""][2]
    return int.from_bytes(modulus).bit_length()


def signer_print(content: bytes) -> str:
    """The fingerprint of the key that a signature says it was made with; empty if it is none.

    Whether it holds is another question. Signatures for another namespace are none.
    """
    found = _SIGNATURE.fullmatch(content)
    blob = _decoded(b"".join(found[1].split())) if found else b""
    if not blob.startswith(_MAGIC):
        return ""
    parts = _strings(blob[len(_MAGIC) :])
    key, namespace = next(parts, b""), next(parts, b"")
    return _print(key) if key and namespace == NAMESPACE.encode() else ""


def is_print(text: str) -> bool:
    """Whether a text is of the form of a fingerprint."""
    return _PRINT.fullmatch(text) is not None


def _print(blob: bytes) -> str:
    return "SHA256:" + base64.b64encode(sha256(blob).digest()).decode().rstrip("=")


def _decoded(text: bytes) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except binascii.Error:
        return b""


def _strings(blob: bytes) -> Iterator[bytes]:
    """The strings of a packet, each behind its length in four bytes (RFC 4251, section 5)."""
    while len(blob) >= 4:
        end = 4 + int.from_bytes(blob[:4])
        if end > len(blob):
            return
        yield blob[4:end]
        blob = blob[end:]
