"""Folders into which a site is written whole, in which nothing may be written over."""

import os
from pathlib import Path

from ..problem import printable


def new_folder(folder: Path) -> str:
    """What keeps a folder from being written into, with its remedy; empty if it is new or empty."""
    if not os.path.lexists(folder) or (folder.is_dir() and not any(folder.iterdir())):
        return ""
    return f"{printable(str(folder))} is there already; name a new or an empty folder, or remove it"
