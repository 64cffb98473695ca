"""Keys as security keys (FIDO) hold them, and their signatures, without the device."""

import base64
import hashlib
from dataclasses import dataclass, field

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from tests.support.endorsing import NAMESPACE

KIND = b"sk-ssh-ed25519@openssh.com"
APPLICATION = b"ssh:"

# The bit that says that somebody touched the device (FIDO2), which OpenSSH wants by default.
TOUCHED = 1


def packed(*parts: bytes) -> bytes:
    """Strings, each behind its length (RFC 4251, section 5)."""
    return b"".join(len(part).to_bytes(4) + part for part in parts)


@dataclass(frozen=True)
class SecurityKey:
    """A key that signs as OpenSSH's PROTOCOL.u2f says, in the form of its PROTOCOL.sshsig."""

    secret: Ed25519PrivateKey = field(default_factory=Ed25519PrivateKey.generate)

    @property
    def blob(self) -> bytes:
        """The public key as a packet."""
        return packed(KIND, self.secret.public_key().public_bytes_raw(), APPLICATION)

    @property
    def public(self) -> bytes:
        """The public half, as it is served."""
        return KIND + b" " + base64.b64encode(self.blob) + b" token\n"

    def signed(self, content: bytes, namespace: str = NAMESPACE, flags: int = TOUCHED) -> bytes:
        """The signature of a file."""
        digest = hashlib.sha512(content).digest()
        message = b"SSHSIG" + packed(namespace.encode(), b"", b"sha512", digest)
        counted = bytes([flags]) + (7).to_bytes(4)
        hashes = hashlib.sha256(APPLICATION).digest(), hashlib.sha256(message).digest()
        signature = self.secret.sign(hashes[0] + counted + hashes[1])
        parts = packed(KIND, signature) + counted
        blob = b"SSHSIG" + (1).to_bytes(4)
        blob += packed(self.blob, namespace.encode(), b"", b"sha512", parts)
        text = base64.encodebytes(blob)
        return b"-----BEGIN SSH SIGNATURE-----\n" + text + b"-----END SSH SIGNATURE-----\n"
