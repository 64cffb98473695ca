"""Run every test with another statement's content in place of this one's.

    .venv/bin/python -m tools.second_site [arguments of pytest]

The last commit is cloned into a folder of its own, and its docs/, register, sources, versions and
settings are replaced by those of the keepers' letter. Tests of the generator have to pass there,
and of tests/site/ those that hold of any site; those of this statement's own words are skipped.
"""

import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.support.lighthouses import replace_content
from tests.support.sites import REPOSITORY

_NAMED = ("-c", "user.name=A", "-c", "user.email=a@b.example")


def replaced(root: Path) -> None:
    """Clone the last commit into a folder, and commit the other content on top of it."""
    subprocess.run(["git", "clone", "--quiet", REPOSITORY, root], check=True)
    replace_content(root)
    commit = [*_NAMED, "commit", "--quiet", "--message", "Put another statement here"]
    for command in (["add", "--all"], commit):
        subprocess.run(["git", "-C", str(root), *command], check=True)


def main() -> int:
    """Run pytest with the arguments of the command; gives its exit code."""
    with TemporaryDirectory() as folder:
        root = Path(folder) / "repository"
        replaced(root)
        environment = {**os.environ, "PYTHONPATH": str(root / "hooks")}
        command = [sys.executable, "-m", "pytest", *sys.argv[1:]]
        return subprocess.run(command, cwd=root, env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
