"""Trees of files drawn in one text: each file follows a line '--- path'."""

import re
from pathlib import Path

from undersigned.statement.version import digest


def drawn(text: str) -> dict[str, str]:
    """The files of a drawing by path; what stands before the first is its description."""
    parts = re.split(r"^--- (.+)\n", text, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def locked(files: dict[str, str]) -> dict[str, str]:
    """The files, where versions.yml says '(lock)' the digest of that version's text."""
    number = ""
    lines = []
    for line in files.get("versions.yml", "").splitlines(keepends=True):
        if "version:" in line:
            number = line.partition("version:")[2].strip(' "\n')
        lines.append(line.replace("(lock)", digest(files.get(f"docs/principles/{number}.md", ""))))
    return files | ({"versions.yml": "".join(lines)} if lines else {})


def plant(folder: Path, files: dict[str, str]) -> None:
    """Write the files below a folder, in UTF-8; a surrogate stands for a byte that is none."""
    for path, text in locked(files).items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(text.encode(errors="surrogateescape"))
