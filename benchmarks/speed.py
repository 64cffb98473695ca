"""Hold how long this state builds its site to how long another one does: `… speed COMMIT`.

Each is a whole `mkdocs build --strict` of a clone, run in turn so that a slow moment of the machine
meets both; the figures that count are the medians of the ratios of two that follow each other.
"""

import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from benchmarks.peers import MKDOCS, REPOSITORY

RUNS = 9


class Spent(NamedTuple):
    """Seconds of one build, from start to end, and of the processor."""

    wall: float
    processor: float


def cloned(commit: str, folder: Path) -> Path:
    """The repository as it was at a commit; exits where there is none of that name."""
    subprocess.run(["git", "clone", "--quiet", str(REPOSITORY), str(folder)], check=True)
    command = ["git", "checkout", "--quiet", "--detach", commit]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{commit!r} names no commit here; give one: python -m benchmarks.speed COMMIT")
    return folder


def spent(root: Path) -> Spent:
    """What one build of the site under a folder takes, by its own hooks."""
    # Where nothing compiled is kept, each build would compile the package.
    given = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    given |= {"PYTHONPATH": str(root / "hooks"), "SOURCE_DATE_EPOCH": "1790000000"}
    before, begun = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run([*MKDOCS, "--strict"], cwd=root, check=True, capture_output=True, env=given)
    wall, after = time.perf_counter() - begun, resource.getrusage(resource.RUSAGE_CHILDREN)
    processor = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Spent(wall, processor)


def main(commit: str) -> None:
    """Print the medians of both, and of their ratios."""
    with tempfile.TemporaryDirectory() as name:
        other, this = cloned(commit, Path(name, "other")), cloned("HEAD", Path(name, "this"))
        for warmed in (other, this):
            spent(warmed)
        pairs = [(spent(other), spent(this)) for _ in range(RUNS)]
    for field in Spent._fields:
        both = [[getattr(each, field) for each in pair] for pair in pairs]
        before, now = (statistics.median(each) for each in zip(*both, strict=True))
        ratio = statistics.median(now / before for before, now in both)
        print(f"{field}: {before:.2f} s then, {now:.2f} s now, {ratio:.3f} times")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "HEAD~1")
