"""How readers verify files and ask servers by hand: shell commands that need nothing else."""

import shlex
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from ..language.catalogue import Catalogue
from ..model import Endorsement
from ..paths import PROOFS
from ..proofs.copies import KEY, RECORD, SIGNATURE, TEXT, Copy, folder_of
from ..proofs.keys import NAMESPACE
from ..statement.version import Version
from ..text_paths import TextPaths
from ..views.entries import ListedSignatory
from .register_text import PATH
from .statement import Origin

# Where the commands are, if they are too many for a page; no host has such a name.
COMMANDS = f"{PROOFS}/by_hand.txt"

_FETCH = "curl -fsS"
_ASK = f"{_FETCH} -L --proto =https"


class ByHand(NamedTuple):
    """How to verify a file: its title, its path from the root of the site, and shell commands."""

    title: str
    path: str
    commands: str


class ByServer(NamedTuple):
    """An endorsement that a signatory's own server proves: the files kept of it, how to ask it.

    `files` are paths from the root of the site, `commands` those of a shell.
    """

    signatory: ListedSignatory
    endorsement: Endorsement
    files: tuple[str, ...]
    commands: str


def files_by_hand(
    origin: Origin, versions: Sequence[Version], register_sha256: str, catalogue: Catalogue
) -> list[ByHand]:
    """Of each version, newest first, and of the register in its canonical form."""
    _ = catalogue.gettext
    texts = [
        _file(origin, _("Version %(version)s", version=each.number), each.served, each.sha256)
        for each in reversed(versions)
    ]
    return [*texts, _file(origin, _("The register"), PATH, register_sha256)]


def _file(origin: Origin, title: str, path: str, sha256: str) -> ByHand:
    """Of one file; without a command to fetch it if the site's address is not known."""
    name = path.rpartition("/")[2]
    fetch = f"curl --remote-name {shlex.quote(f'{origin.site}{path}')}\n" if origin.site else ""
    return ByHand(title, path, f"{fetch}echo '{sha256}  {name}' | sha256sum --check")


def by_servers(
    site: str, texts: TextPaths, entries: Iterable[ListedSignatory]
) -> Sequence[ByServer]:
    """Every endorsement that a signatory's own server proves, in the order of the entries.

    `site` is the address from which the paths of the `texts` count, with a slash at its end.
    """
    return [
        ByServer(
            entry,
            endorsement,
            tuple(f"{folder_of(copy.host)}/{name}" for name in _names(copy)),
            "\n".join(_commands(f"{site}{texts.served(endorsement.version)}", copy)),
        )
        for entry in entries
        if (copy := entry.copy)
        for endorsement in entry.signatory.endorsements
        if endorsement.proved
    ]


def _names(copy: Copy) -> Sequence[str]:
    """The names of the files of a copy, whose record would have to be written for `files`."""
    return (TEXT, RECORD) if copy.signature is None else (TEXT, SIGNATURE, KEY, RECORD)


def commands_by_hand(found: Iterable[ByServer]) -> str:
    """The commands for all servers as one text, each under the name of its signatory."""
    blocks = (
        f"# {one.signatory.name}, version {one.endorsement.version}\n{one.commands}"
        for one in found
    )
    return "\n\n".join(blocks) + "\n"


def _commands(text: str, copy: Copy) -> Iterator[str]:
    """The lines that hold a text, by its address, against what a server says of it now.

    The digest is made of the text as it is served, so nothing of this site is taken on trust.
    """
    served, host = shlex.quote(copy.record.address), shlex.quote(copy.host)
    yield f"digest=$({_FETCH} {shlex.quote(text)} | sha256sum | cut -c 1-64)"
    # Whose server answered is printed first, since a redirect may lead elsewhere.
    yield (
        f"{_ASK} -w '%{{url_effective}}\\n' -o {host}.txt {served}"
        f' && grep -ai "sha256:$digest" {host}.txt'
    )
    if copy.signature is not None:
        folder = served.removesuffix(TEXT)
        yield (
            f"{_ASK} -o {host}.sig {folder}{SIGNATURE} -o {host}.pub {folder}{KEY}"
            f" && sed 's/^[a-z]/{host} &/' {host}.pub > {host}.signers"
            f" && ssh-keygen -Y verify -f {host}.signers -I {host} -n {NAMESPACE} -s {host}.sig"
            f" < {host}.txt | grep -F '{copy.record.key}'"
        )
