"""How readers verify files by hand: shell commands that need nothing of this project."""

import shlex
from collections.abc import Sequence
from typing import NamedTuple

from ..paths import served_text
from ..statement.version import Version
from .register_text import PATH
from .statement import Origin


class ByHand(NamedTuple):
    """How to verify a file: its title, its path from the root of the site, and shell commands."""

    title: str
    path: str
    commands: str


def files_by_hand(
    origin: Origin, versions: Sequence[Version], register_sha256: str
) -> list[ByHand]:
    """Of each version, newest first, and of the register in its canonical form."""
    texts = [
        _file(origin, f"Version {each.number}", served_text(each.number), each.sha256)
        for each in reversed(versions)
    ]
    return [*texts, _file(origin, "The register", PATH, register_sha256)]


def _file(origin: Origin, title: str, path: str, sha256: str) -> ByHand:
    """Of one file; without a command to fetch it if the site's address is not known."""
    name = path.rpartition("/")[2]
    fetch = f"curl --remote-name {shlex.quote(f'{origin.site}{path}')}\n" if origin.site else ""
    return ByHand(title, path, f"{fetch}echo '{sha256}  {name}' | sha256sum --check")
