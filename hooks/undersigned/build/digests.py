"""The SHA-256 digests of all files of a folder, in the format that `sha256sum --check` reads."""

import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from hashlib import file_digest
from pathlib import Path

NAME = "SHA256SUMS"

# How GNU coreutils 9 escapes characters that would end a line or begin an escape.
_ESCAPES = ((b"\\", b"\\\\"), (b"\n", b"\\n"), (b"\r", b"\\r"))


def seal(site: Path) -> str:
    """Write the digests of a built site, beside its files; what keeps them from that, if anything.

    The second form of the sitemap goes: its bytes depend on the zlib of each machine, and crawlers
    are led to the first alone.
    """
    try:
        (site / "sitemap.xml.gz").unlink(missing_ok=True)
        (site / NAME).write_bytes(sums(site))
    except OSError as error:
        return f"the digests of the site could not be written: {error}"
    return ""


def sums(folder: Path) -> bytes:
    """A line for every file beneath a folder, by path in byte order.

    Left out are SHA256SUMS itself, and the folder .git, which is no part of the site.
    """
    places = {os.fsencode(path): folder / path for path in _files(folder)}
    paths = sorted(places)
    with ThreadPoolExecutor() as pool:  # OpenSSL hashes without Python's lock
        digests = pool.map(_sha256, map(places.__getitem__, paths))
        return b"".join(map(line, paths, digests))


def line(path: bytes, sha256: str) -> bytes:
    """What `sha256sum` prints of a file; a line with an escaped path begins with a backslash."""
    escaped = path
    for character, escape in _ESCAPES:
        escaped = escaped.replace(character, escape)
    prefix = b"" if escaped == path else b"\\"
    return b"%b%b  %b\n" % (prefix, sha256.encode(), escaped)


def _files(folder: Path) -> Iterator[str]:
    for place in folder.rglob("*"):
        path = place.relative_to(folder)
        if path.parts[0] != ".git" and path.as_posix() != NAME and place.is_file():
            yield path.as_posix()


def _sha256(place: Path) -> str:
    """The digest in hexadecimal (FIPS 180-4), read in blocks, so that large files fit in memory."""
    with place.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()
