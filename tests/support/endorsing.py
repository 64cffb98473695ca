"""Servers that say what their owners endorse, and keys that sign it."""

import subprocess
from dataclasses import dataclass
from pathlib import Path

from undersigned.proofs.endorsements_txt import PATH

from tests.support.programs import needs
from tests.support.web import Web, reply

NAMESPACE = "endorsements"


@dataclass(frozen=True)
class SigningKey:
    """A key as `ssh-keygen` makes it, and what it signs."""

    file: Path

    @property
    def public(self) -> bytes:
        """The public half, as it is served."""
        return self.file.with_name(f"{self.file.name}.pub").read_bytes()

    def signed(self, content: bytes, namespace: str = NAMESPACE) -> bytes:
        """The signature of a file."""
        command = ["ssh-keygen", "-q", "-Y", "sign", "-n", namespace, "-f", str(self.file)]
        return subprocess.run(command, input=content, capture_output=True, check=True).stdout


def new_key(folder: Path, name: str = "key", *options: str) -> SigningKey:
    """A new key in a folder, of Ed25519 unless the options of `ssh-keygen` say otherwise."""
    needs("ssh-keygen")
    kind = options or ("-t", "ed25519")
    file = folder / name
    command = ["ssh-keygen", "-q", "-N", "", "-C", "acme.example", "-f", str(file)]
    subprocess.run([*command, *kind], capture_output=True, check=True)
    return SigningKey(file)


def address_of(host: str) -> str:
    """The address of the file on a host."""
    return f"https://{host}/{PATH}"


def endorses(web: Web, host: str, text: str | bytes, key: SigningKey | None = None) -> bytes:
    """Let a host serve a file, signed if there is a key, under a certificate of its own.

    A signature that it served before is gone. Gives the bytes.
    """
    content = text.encode() if isinstance(text, str) else text
    served = {"": content}
    if key:
        served |= {".sig": key.signed(content), ".pub": key.public}
    serves(web, host, served)
    return content


def serves(web: Web, host: str, files: dict[str, bytes]) -> None:
    """Let a host serve these and no others: the file "", its ".sig", and the key ".pub"."""
    if host not in web.contexts:
        web.certify(host)
    address = address_of(host)
    addresses = {"": address, ".sig": f"{address}.sig", ".pub": f"{address[:-4]}.pub"}
    for end, at in addresses.items():
        web.replies.pop(at, None)
        if end in files:
            web.replies[at] = reply(200, files[end], Content_Type="text/plain")
