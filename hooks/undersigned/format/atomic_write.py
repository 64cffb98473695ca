"""Atomic writes: a crash leaves the old text or the new one, never a part of either."""

import os
import stat
from collections.abc import Callable, Mapping
from pathlib import Path

from ..progress import SILENT, Progress


def replace_text(path: Path, text: str) -> None:
    """Write a file, new or over an old one: to a file beside it, synced and then renamed.

    The mode of the old file is kept. Raises `OSError` where a file cannot be written.
    """
    replace_bytes(path, text.encode())


def replace_bytes(path: Path, content: bytes) -> None:
    """Write a file of these bytes, new or over an old one, in the same way."""
    temporary = path.with_name(f".{path.name}.new")
    temporary.unlink(missing_ok=True)  # left by a run that was killed
    try:
        _write(temporary, content)
        if path.exists():
            temporary.chmod(stat.S_IMODE(path.stat().st_mode))
        temporary.replace(path)
    except BaseException:  # an interrupt (Ctrl-C) included
        temporary.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def create_text(path: Path, text: str) -> None:
    """Write a new file, and its folder if needed. Raises `FileExistsError` where there is one."""
    path.parent.mkdir(exist_ok=True)
    _write(path, text.encode())


def create_texts(
    texts: Mapping[Path, str],
    progress: Progress = SILENT,
    stopped: Callable[[], bool] = lambda: False,
) -> list[Path]:
    """Write new files, and their folders if needed: all of them, or none where one cannot be.

    Where it is `stopped` between two files, those before are whole and stay. Gives the files that
    are there, and raises `FileExistsError` where there is one already, and `OSError` where one
    cannot be written.
    """
    made: list[Path] = []
    try:
        for path, text in texts.items():
            if stopped():
                break
            path.parent.mkdir(exist_ok=True)
            with path.open("x", encoding="utf-8", newline="\n") as file:
                made.append(path)
                file.write(text)
            progress.done()
    except BaseException:
        for path in made:
            path.unlink(missing_ok=True)
        raise
    if hasattr(os, "sync"):
        os.sync()  # once for all: to sync each takes ten times as long as to write them
    return made


def _write(path: Path, content: bytes) -> None:
    with path.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Make a rename durable; on Windows folders cannot be synced, and need not be."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
