"""Environments that hold what a site requires and nothing else, and sites built in them."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from ..founding.wheels import NAME

# Lines of what failed, from its end: the reason stands there.
_LINES = 12


class BuildError(Exception):
    """Why an environment cannot be made, or a site cannot be built in it, as what was printed."""


def running_with(sha256: str) -> Path | None:
    """The Python that runs this, if the package was installed into it from a wheel of a digest.

    That is what pip has noted of it (PEP 610); none outside of a virtual environment.
    """
    try:
        noted = json.loads(distribution(NAME).read_text("direct_url.json") or "{}")
    except (PackageNotFoundError, ValueError):
        return None
    digest = noted.get("archive_info", {}).get("hashes", {}).get("sha256")
    own = sys.prefix != sys.base_prefix and digest == sha256
    return Path(sys.executable) if own else None


def environment(folder: Path, requirements: Path) -> Path:
    """Make an environment in a folder with what a requirements.txt lists; gives its Python.

    Every package must have the digest that is listed. Paths in the file count from its own folder.
    Raises `BuildError`.
    """
    _run([sys.executable, "-m", "venv", str(folder)], requirements.parent)
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    pip = [str(python), "-m", "pip", "--disable-pip-version-check", "--quiet"]
    # Most of what is installed is never run, and to compile it takes as long as all else.
    install = ["install", "--no-compile", "--require-hashes", "-r", requirements.name]
    _run([*pip, *install], requirements.parent)
    return python


def build(python: Path, root: Path, target: Path, moment: str) -> None:
    """Build the site under a folder into another one, dated; a warning keeps it from being built.

    Raises `BuildError`.
    """
    dated = {"SOURCE_DATE_EPOCH": moment, "NO_MKDOCS_2_WARNING": "1"}
    # Not quiet: MkDocs counts no warning then that it does not print.
    command = [str(python), "-m", "mkdocs", "build", "--strict", "--site-dir", str(target)]
    _run(command, root, dated)


def own_files_by(python: Path, root: Path, required: str) -> dict[str, str]:
    """The generator's own files for the site under a folder, by the version in an environment.

    `required` are the lines that require that version. Raises `BuildError`.
    """
    printed = _run([str(python), "-m", "undersigned.founding.own_files", required], root)
    try:
        return dict(json.loads(printed))
    except ValueError as error:
        raise BuildError(
            f"the other version does not say which files are its own: {error}"
        ) from error


def _run(command: Sequence[str], folder: Path, variables: Mapping[str, str] | None = None) -> str:
    # What this process was told of modules is not meant for another environment.
    known = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    done = subprocess.run(
        command,
        cwd=folder,
        env={**known, **(variables or {})},
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if done.returncode:
        said = f"{done.stdout}\n{done.stderr}".strip().splitlines()
        raise BuildError("\n".join(said[-_LINES:]))
    return done.stdout
