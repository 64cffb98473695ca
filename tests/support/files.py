"""Trees of files drawn in one text: each file follows a line '--- path'."""

import re
from pathlib import Path


def drawn(text: str) -> dict[str, str]:
    """The files of a drawing by path; what stands before the first is its description."""
    parts = re.split(r"^--- (.+)\n", text, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def plant(folder: Path, files: dict[str, str]) -> None:
    """Write the files below a folder."""
    for path, text in files.items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(text.encode())
