"""Files written so that a crash leaves the old text or the new one, never a part of either."""

import os
import stat
from pathlib import Path


def replace_text(place: Path, text: str) -> None:
    """Put a text in place of a file's, or of none: written beside it, synced, then renamed."""
    beside = place.with_name(f".{place.name}.new")
    beside.unlink(missing_ok=True)  # left by a run that was killed
    _write(beside, text)
    if place.exists():
        beside.chmod(stat.S_IMODE(place.stat().st_mode))
    beside.replace(place)
    _sync_folder(place.parent)


def create_text(place: Path, text: str) -> None:
    """Write a new file and its folder; never over a file that is there (FileExistsError)."""
    place.parent.mkdir(exist_ok=True)
    _write(place, text)


def _write(place: Path, text: str) -> None:
    with place.open("x", encoding="utf-8", newline="\n") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    """Make a rename last; Windows has no way to, and needs none."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
