"""A site is staged by a Python that knows no engine, and built by one after another."""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest
from undersigned.staging.engines import Engine

from .prepared import run_module
from .sites import REPOSITORY
from .store import Store

# Where `make engines` installs them, each into a folder of its own.
ENGINES = REPOSITORY / ".engines"

_PROGRAM = """\
import sys
from undersigned.cli import main
main(sys.argv[1:], standalone_mode=False)
needless = {"mkdocs", "material", "mkdocs_bibtex", "properdocs", "zensical"}
if sys.argv[1] == "frame":
    needless |= {"babel", "pathspec", "pybtex", "selectolax", "tldextract", "urllib3"}
assert not needless & {name.partition(".")[0] for name in sys.modules}
"""


def run(site: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    """Run a command in a Python of its own, which fails if it has imported an engine."""
    command = [sys.executable, "-c", _PROGRAM, *arguments]
    return subprocess.run(command, cwd=site, capture_output=True, text=True, check=False)


@dataclass(frozen=True)
class Exits:
    """The ways on for the site at a root, which is told apart from others by some words."""

    store: Store
    root: Path
    told: str

    def staged(self, folder: Path, engine: Engine) -> Path:
        """The folder into which the site is staged for an engine, once for all that read it so."""
        kept = self.store.kept(f"{self.told}, staged: {engine.links}", partial(self._stage, engine))
        shutil.copytree(kept, folder)
        return folder

    def _stage(self, engine: Engine, folder: Path) -> None:
        result = run(self.root, "stage", str(folder), "--engine", engine)
        assert result.returncode == 0, result.stderr

    def framed(self, folder: Path) -> Path:
        """The site as `undersigned frame` builds it, in a folder that is given."""
        self.staged(folder / "staged", Engine.NONE)
        result = run(folder, "frame", "staged", "framed")
        assert result.returncode == 0, result.stderr
        return folder / "framed"


def built_by_mkdocs(folder: Path) -> Path:
    """The site that MkDocs builds of a staged one."""
    result = run_module("mkdocs", "build", "--quiet", cwd=folder)
    assert result.returncode == 0, result.stderr
    return folder / "site"


def built_by_program(program: Path, folder: Path) -> Path:
    """The site that another engine builds of a staged one, without the modules of this project."""
    variables = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    result = subprocess.run(
        [str(program), "build"], cwd=folder, env=variables,
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert result.returncode == 0, result.stderr
    return folder / "site"


def program_of(engine: Engine) -> Path:
    """The program of an engine; skips the test where it is not installed."""
    program = ENGINES / engine / "bin" / engine
    if not program.exists():
        pytest.skip(f"{engine} is not installed: run 'make engines'")
    return program
