"""Whether the signature beside a file of endorsements holds, as OpenSSH judges it."""

import re
import subprocess
import tempfile
from base64 import b64encode
from pathlib import Path
from typing import NamedTuple

from ..links.answers import LATER
from ..problem import quoted
from ..proofs.keys import NAMESPACE, key_print, public_key, rsa_bits, signer_print

# In seconds: a thousand times as long as it takes.
_LIMIT = 10

# The types of keys that are taken. DSA is none of them: OpenSSH 10 has no such keys any more.
_TYPES = frozenset((
    "ssh-ed25519", "ssh-rsa",
    "ecdsa-sha2-nistp256", "ecdsa-sha2-nistp384", "ecdsa-sha2-nistp521",
    "sk-ssh-ed25519@openssh.com", "sk-ecdsa-sha2-nistp256@openssh.com",
))  # fmt: skip

# The least bits of an RSA key (NIST SP 800-131A, revision 2, table 2).
_LEAST_RSA = 2048

# What ssh-keygen answers that is older than 8.1 and has no -Y.
_TOO_OLD = re.compile(rb"(?:unknown|illegal|invalid) option")

# Whose key it is, in the list of signers that ssh-keygen is given.
_WHO = "owner"

_NEW = "sign with one of 'ssh-keygen -t ed25519'"
_ANEW = f"sign the file anew with 'ssh-keygen -Y sign -n {NAMESPACE}'"


class Fault(NamedTuple):
    """What is wrong with a signature or with its key, as the end of a message about that file."""

    of_key: bool
    reason: str


def fault_of(text: bytes, signature: bytes, key: bytes) -> Fault | None:
    """Why a signature of a text does not hold by the key beside it; None if it holds."""
    if b"-----BEGIN SSH SIGNATURE-----" not in signature:
        return Fault(False, f"is no signature; {_ANEW}, or have the server answer 404")
    if reason := _key_fault(key):
        return Fault(True, reason)
    signer = signer_print(signature)
    reason = _form_fault(signature, signer, key_print(key)) or _refusal(text, signature, key)
    return Fault(False, reason) if reason else None


def _key_fault(content: bytes) -> str:
    """Why a file is not the one public key of a type that is taken; empty if it is."""
    if b"PRIVATE KEY-----" in content:
        return f"holds a private key; take it away at once, and {_NEW}"
    found = public_key(content)
    if found is None:
        return "is not one public key; serve the .pub file that ssh-keygen wrote, as it is"
    kind, blob = found
    if kind not in _TYPES:
        return f"is of the type {quoted(kind)}, which is not taken; {_NEW}"
    if kind == "ssh-rsa" and (bits := rsa_bits(blob)) < _LEAST_RSA:
        return f"is an RSA key of {bits:,} bits, which is too short; {_NEW}"
    return ""


def _form_fault(content: bytes, signer: str, key: str) -> str:
    """Why a file cannot be a signature by a key, each with its fingerprint; empty if it can be."""
    if not signer:
        return f"is no signature for {NAMESPACE}; {_ANEW}"
    if b"\r" in content:
        return "has other line ends than ssh-keygen reads; serve the .sig file as it wrote it"
    if signer != key:
        return f"is by the key {signer}, not by {key} of endorsements.pub; {_ANEW}"
    return ""


def _refusal(text: bytes, signature: bytes, key: bytes) -> str:
    """Why `ssh-keygen -Y verify` refuses a signature of a text; empty if it holds.

    Of the key no more is handed on than its type and its number: beside them a line may have
    options, such as one by which a key vouches for others.
    """
    kind, blob = public_key(key) or ("", b"")
    try:
        with tempfile.TemporaryDirectory() as folder:
            signers, signed = Path(folder, "signers"), Path(folder, "signed")
            number = b64encode(blob).decode()
            signers.write_text(f"{_WHO} {kind} {number}\n")
            signed.write_bytes(signature)
            run = _verified(text, signers, signed)
    except subprocess.TimeoutExpired:
        return f"was not verified within {_LIMIT} seconds; {LATER}"
    except FileNotFoundError:
        return "cannot be verified without ssh-keygen; install OpenSSH"
    except OSError as error:
        return f"cannot be verified on this machine: {error.strerror}; {LATER}"
    if run.returncode and _TOO_OLD.search(run.stderr):
        return "cannot be verified by this ssh-keygen; install OpenSSH 8.1 or newer"
    return f"does not hold for the file that is served; {_ANEW}" if run.returncode else ""


def _verified(text: bytes, signers: Path, signed: Path) -> subprocess.CompletedProcess[bytes]:
    of = ["-n", NAMESPACE, "-I", _WHO, "-f", str(signers), "-s", str(signed)]
    return subprocess.run(
        ["ssh-keygen", "-Y", "verify", *of],
        input=text,
        capture_output=True,
        timeout=_LIMIT,
        start_new_session=True,  # so that Ctrl-C ends this program, and not a verdict
        check=False,
    )
