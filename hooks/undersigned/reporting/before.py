"""A site as it was at a commit, put beside the work tree for as long as it is looked at."""

import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from .changes import asked


@contextmanager
def site_at(root: Path, commit: str) -> Iterator[Path]:
    """A folder with the files of a site at a commit; raises `NoHistory` where git cannot tell.

    Links lead nowhere in it: what they lead to is no part of the commit.
    """
    with TemporaryDirectory() as folder:
        archive, site = Path(folder, "site.tar"), Path(folder, "site")
        site.mkdir()
        asked(root, "archive", "--format=tar", f"--output={archive}", commit)
        with tarfile.open(archive) as files:
            for member in files:
                _put(site / member.name, member, files)
        yield site


def _put(place: Path, member: tarfile.TarInfo, files: tarfile.TarFile) -> None:
    if member.isdir():
        place.mkdir(parents=True, exist_ok=True)
    elif member.issym():
        place.symlink_to("nowhere")
    elif content := files.extractfile(member):
        place.write_bytes(content.read())
