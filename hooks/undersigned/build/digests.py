"""The digests of all files of a folder, in the form that `sha256sum --check` reads."""

import os
from collections.abc import Iterator
from hashlib import file_digest
from pathlib import Path

NAME = "SHA256SUMS"

# As GNU coreutils 9 writes what would end a line or begin an escape.
_ESCAPES = ((b"\\", b"\\\\"), (b"\n", b"\\n"), (b"\r", b"\\r"))


def sums(folder: Path) -> bytes:
    """A line for every file beneath a folder but that of the digests, by path in byte order.

    What git keeps of a folder that is also a working tree is no part of a site.
    """
    places = {os.fsencode(path): folder / path for path in _files(folder)}
    return b"".join(line(path, _sha256(places[path])) for path in sorted(places))


def line(path: bytes, sha256: str) -> bytes:
    """What `sha256sum` prints of a file; a line that has escapes begins with one."""
    escaped = path
    for character, escape in _ESCAPES:
        escaped = escaped.replace(character, escape)
    mark = b"" if escaped == path else b"\\"
    return b"%b%b  %b\n" % (mark, sha256.encode(), escaped)


def _files(folder: Path) -> Iterator[str]:
    for place in folder.rglob("*"):
        path = place.relative_to(folder)
        if path.parts[0] != ".git" and path.as_posix() != NAME and place.is_file():
            yield path.as_posix()


def _sha256(place: Path) -> str:
    """Read piece by piece, so that a large file takes no memory (SHA-256: FIPS 180-4)."""
    with place.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()
