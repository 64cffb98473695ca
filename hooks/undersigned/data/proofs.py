"""How anybody checks a file against its digest, with `sha256sum` alone."""

import shlex
from collections.abc import Sequence
from typing import NamedTuple

from ..versions.version import Version
from .origin import Origin
from .register_text import PATH


class Proof(NamedTuple):
    """What is checked, where it is from the root of the site, and the lines of commands."""

    title: str
    path: str
    commands: str


def proofs(origin: Origin, versions: Sequence[Version], register_sha256: str) -> list[Proof]:
    """The proof of each version, newest first, and of the register in its canonical form."""
    texts = [
        _proof(origin, f"Version {each.number}", f"principles/{each.number}.txt", each.sha256)
        for each in reversed(versions)
    ]
    return [*texts, _proof(origin, "The register", PATH, register_sha256)]


def _proof(origin: Origin, title: str, path: str, sha256: str) -> Proof:
    """Where the site's own address is not known, fetching is left to the reader."""
    name = path.rpartition("/")[2]
    fetch = f"curl --remote-name {shlex.quote(f'{origin.site}{path}')}\n" if origin.site else ""
    return Proof(title, path, f"{fetch}echo '{sha256}  {name}' | sha256sum --check")
