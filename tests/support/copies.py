"""Copies of the keepers' site, to be built otherwise than it is."""

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

import yaml

from .files import drawn, plant
from .lighthouses import forked
from .prepared import run_file, run_module
from .sites import SmallSite

# One moment for every build that is compared with another.
DATED = {"SOURCE_DATE_EPOCH": "1700000000"}


def keepers_site(root: Path, changes: str = "") -> SmallSite:
    """The keepers' site in a folder, with the files drawn in `changes` besides its own.

    Deeds are of its own signatories, by its own commitments: a site that changes has none of them.
    """
    site = forked(root)
    if changes:
        (root / "deeds.yml").unlink()
    plant(root, drawn(changes))
    return site


def with_hooks_reversed(root: Path) -> None:
    """Name the hooks of a site in the opposite order."""
    configuration = root / "mkdocs.yml"
    lines = configuration.read_text(encoding="utf-8").splitlines(keepends=True)
    places = [number for number, line in enumerate(lines) if line.startswith("  - hooks/")]
    hooks = [lines[place] for place in places]
    for place, hook in zip(places, reversed(hooks), strict=True):
        lines[place] = hook
    configuration.write_text("".join(lines), encoding="utf-8")
    assert yaml.safe_load("".join(lines[places[0] - 1 : places[-1] + 1]))["hooks"][0] in hooks[-1]


def python(root: Path, program: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run a Python program in a site."""
    plant(root, {"program.py": program})
    return run_file(root / "program.py", cwd=root, env={**os.environ, **variables})


def built(site: SmallSite, variables: Mapping[str, str] = DATED) -> dict[str, bytes]:
    """Every file of a site that is built, by its path."""
    environment = os.environ | variables
    run = run_module("mkdocs", "build", "--strict", cwd=site.root, env=environment, timeout=600)
    assert run.returncode == 0, run.stderr
    return contents(site.root / "site")


def contents(folder: Path) -> dict[str, bytes]:
    """Every file beneath a folder, by its path from there."""
    places = [place for place in folder.rglob("*") if place.is_file()]
    return {place.relative_to(folder).as_posix(): place.read_bytes() for place in places}
