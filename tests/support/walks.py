"""Walks by the commands that a README has, as somebody types them into a shell."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path

from .packaged import copied_sources
from .sites import REPOSITORY

# A block of commands in Markdown.
BLOCK = re.compile(r"^```sh\n(.*?)^```$", re.MULTILINE | re.DOTALL)

# What stands in for an editor: it puts what lies at the same path of a folder over the file.
_EDITOR = '#!/bin/sh\ncp "$EDITS/$1" "$1"\n'

_PYTHON = '#!/bin/sh\nPYTHONPATH="{hooks}" exec "{python}" "$@"\n'
_UNDERSIGNED = '#!/bin/sh\nexec "$(dirname "$0")/python" -m undersigned "$@"\n'


def commands(readme: Path, naming: str) -> str:
    """The one block of commands of a README that names a command."""
    (block,) = (
        each for each in BLOCK.findall(readme.read_text(encoding="utf-8")) if naming in each
    )
    return str(block)


def with_changes(block: str, changes: Mapping[str, str]) -> str:
    """Commands with other words in place of samples, each of which has to be there."""
    for sample, given in changes.items():
        assert sample in block, f"no '{sample}' in: {block}"
        block = block.replace(sample, given)
    return block


class Walker:
    """A shell with a folder of edits, in a world without modules of the tests."""

    def __init__(self, home: Path) -> None:
        self.edits = home / "edits"
        self.edits.mkdir(parents=True)
        editor = _program(home / "editor", _EDITOR)
        known = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
        named = {
            f"GIT_{who}_{what}": value
            for who in ("AUTHOR", "COMMITTER")
            for what, value in (("NAME", "Keeper"), ("EMAIL", "post@keepers.org"))
        }
        self.environment = {
            **known, **named, "EDITOR": str(editor), "EDITS": str(self.edits),
            "PYTHON": sys.executable, "SOURCE_DATE_EPOCH": "1700000000",
        }  # fmt: skip

    def writes(self, path: str, text: str) -> None:
        """What is written into a file when it is opened next."""
        (self.edits / path).parent.mkdir(parents=True, exist_ok=True)
        (self.edits / path).write_text(text, encoding="utf-8")

    def does(self, block: str, folder: Path) -> str:
        """What a shell prints of commands; the test fails at the first that does."""
        done = self.tries(block, folder)
        assert done.returncode == 0, done.stdout
        return done.stdout

    def tries(self, block: str, folder: Path) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["sh", "-ec", block], cwd=folder, env=self.environment, stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", check=False,
        )  # fmt: skip


def clone(folder: Path) -> Path:
    """A clone of this repository that is set up: what runs the tests stands for its .venv."""
    copied_sources(folder)
    for name in ("Makefile", "README.md"):
        shutil.copy(REPOSITORY / name, folder)
    return _set_up(folder)


def clone_at(commit: str, folder: Path) -> Path | None:
    """The same, as a commit has it; None where the history does not reach back to it."""
    git = ("git", "-C", str(REPOSITORY))
    archive = subprocess.run([*git, "archive", commit], capture_output=True, check=False)
    if archive.returncode:
        return None
    folder.mkdir()
    subprocess.run(["tar", "-x"], cwd=folder, input=archive.stdout, check=True)
    return _set_up(folder)


def _set_up(folder: Path) -> Path:
    programs = folder / ".venv/bin"
    programs.mkdir(parents=True)
    python = _PYTHON.format(hooks=folder / "hooks", python=sys.executable)
    _program(programs / "python", python)
    _program(programs / "undersigned", _UNDERSIGNED)
    (folder / ".venv/site").touch()
    return folder


def files_of(root: Path) -> Iterator[Path]:
    """All files of a site's repository, and of the site as it was built."""
    for path in sorted(root.rglob("*")):
        if path.is_file() and path.relative_to(root).parts[0] not in (".venv", ".git"):
            yield path


def digests(root: Path) -> Mapping[str, str]:
    """The digests of all files that are kept in the repository, by path."""
    found = {path.relative_to(root).as_posix(): path.read_bytes() for path in files_of(root)}
    return {
        path: sha256(content).hexdigest()
        for path, content in found.items()
        if not path.startswith("site/")
    }


def page_of(root: Path, address: str) -> str:
    """A page of a site as it was built, by its address from the root."""
    return (root / "site" / address / "index.html").read_text(encoding="utf-8")


def _program(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    path.chmod(0o755)
    return path
