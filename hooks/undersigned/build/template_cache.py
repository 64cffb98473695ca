"""Where a build may keep things for the next one: beside the environment's compiled modules."""

import sys
from pathlib import Path


def kept_folder(name: str) -> Path | None:
    """A folder to keep things in; none outside a virtual environment or where none can be made."""
    if sys.prefix == sys.base_prefix:
        return None
    folder = Path(sys.prefix) / "undersigned" / name
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    return folder
