"""Hold a tag against what it would release, and print the notes of that release.

    release.py TAG [WHEEL]

The tag is `v` and the version of pyproject.toml, and CHANGELOG.md says under `## VERSION, DAY` what
changed. The notes are that section, behind the SHA-256 of the wheel if one is given.
"""

import re
import sys
import tomllib
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]

# 'undersigned new' and 'upgrade' take no other wheels: nothing leads a site to what is not final.
VERSION = re.compile(r"\d+(?:\.\d+)*")

# The day as ISO 8601 has it; until there is one the heading says 'unreleased'.
HEADING = r"^## {}, \d{{4}}-\d\d-\d\d\n(.*?)(?=^## |\Z)"


def faults(tag: str, version: str, changelog: str) -> Iterator[str]:
    """Why a tag releases nothing, each with what to do."""
    if not VERSION.fullmatch(version):
        yield f"version '{version}' of pyproject.toml is not of numbers and dots, such as 1.2"
    if tag != f"v{version}":
        yield f"the tag '{tag}' is not that of the version {version}; tag the commit 'v{version}'"
    if not changes(version, changelog):
        yield f"CHANGELOG.md says nothing under '## {version}, 2026-01-31'; give it the day"


def changes(version: str, changelog: str) -> str:
    """What CHANGELOG.md says of a version that has a day; empty if nothing."""
    found = re.search(HEADING.format(re.escape(version)), changelog, re.MULTILINE | re.DOTALL)
    return found[1].strip() if found else ""


def notes(version: str, changelog: str, wheel: Path | None) -> str:
    """The notes of a release in Markdown."""
    changed = f"{changes(version, changelog)}\n"
    if wheel is None:
        return changed
    digest = sha256(wheel.read_bytes()).hexdigest()
    how = f"`make wheel` builds the same bytes from a clone of the tag `v{version}`."
    return f"SHA-256 of `{wheel.name}`:\n\n    {digest}\n\n{how}\n\n{changed}"


def main(tag: str, wheel: str = "") -> None:
    """Print the notes; exits with 1 and every fault where the tag releases nothing."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    changelog = (ROOT / "CHANGELOG.md").read_text("utf-8")
    version = str(project["version"])
    if found := list(faults(tag, version, changelog)):
        sys.exit("\n".join(found))
    print(notes(version, changelog, Path(wheel) if wheel else None), end="")


if __name__ == "__main__":
    if not 2 <= len(sys.argv) <= 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
