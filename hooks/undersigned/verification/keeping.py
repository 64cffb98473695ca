"""Writing kept copies: a folder at a time, so that no moment shows a part of one."""

import os
import shutil
import stat
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from ..format.atomic_write import sync_folder
from ..paths import PROOFS
from ..proofs.copies import LEFT, NEW, OLD
from ..proofs.hosts import host_key


def keep(root: Path, host: str, files: Mapping[str, bytes]) -> None:
    """Write the files of a host's copy in place of those that are there, all of them or none.

    They are written to a folder beside it, synced, and renamed. Raises `OSError` where that cannot
    be done, as where a link stands in the place of a folder; then all is as it was.
    """
    folder = root / PROOFS / host
    for place in (folder.parent, folder):
        _refuse_link(place)
    folder.parent.mkdir(exist_ok=True)
    new, old = _beside(folder, NEW), _beside(folder, OLD)
    try:
        _write(new, files)
        _swap(folder, new, old)
    finally:
        shutil.rmtree(new, ignore_errors=True)
        if folder.exists():
            shutil.rmtree(old, ignore_errors=True)


def recover(root: Path) -> list[str]:
    """Finish what a run that was killed left, and the hosts whose copy was put back.

    Between the two renames of a swap a copy has no folder: the old one is put back then.
    """
    restored = []
    with suppress(FileNotFoundError):
        for place in sorted(_left(root / PROOFS)):
            host = place.stem.removeprefix(".")
            if place.suffix == OLD and not (root / PROOFS / host).exists():
                place.rename(root / PROOFS / host)
                restored.append(host)
            else:
                shutil.rmtree(place)
    return restored


def _left(folder: Path) -> Iterator[Path]:
    if not _is_folder(folder):
        return
    for place in folder.iterdir():
        host, ending = place.stem.removeprefix("."), place.suffix
        beside = place.name.startswith(".") and ending in LEFT and "." in host
        if beside and host_key(f"https://{host}") == host and _is_folder(place):
            yield place


def _swap(folder: Path, new: Path, old: Path) -> None:
    """Put a folder in the place of another; whatever interrupts it, the other stays or comes back.

    Only a killed process leaves neither in place, between the two renames; `recover` mends that.
    """
    there = folder.exists()
    if there:
        shutil.rmtree(old, ignore_errors=True)
    try:
        if there:
            folder.rename(old)
        new.rename(folder)
    except BaseException:
        if there and old.exists() and not folder.exists():
            old.rename(folder)
        raise
    sync_folder(folder.parent)


def _write(folder: Path, files: Mapping[str, bytes]) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for name, content in files.items():
        with (folder / name).open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    sync_folder(folder)


def _refuse_link(place: Path) -> None:
    """Raise `OSError` where something else than a folder stands, such as a link out of the site."""
    with suppress(FileNotFoundError):
        if not _is_folder(place):
            raise NotADirectoryError(0, "is not a folder; remove it", str(place))


def _is_folder(place: Path) -> bool:
    return stat.S_ISDIR(place.lstat().st_mode)


def _beside(folder: Path, ending: str) -> Path:
    return folder.with_name(f".{folder.name}{ending}")
