"""Measure what it takes to hold a site's versions against its history, by the number of commits.

Each commit writes one drop-in among several hundred; every 500th touches versions.yml, every 50th
is a merge of a branch of one commit. Seconds are those of the processor.
"""

import os
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

from undersigned.problem import stopping
from undersigned.statement.history import history_of, rewritten

RUNS = 5
SIZES = (1_250, 2_500, 5_000, 10_000, 20_000)
MERGES, LISTS = 50, 500
GROWTH = 2.3

_SETTINGS = "extra: {statement: {address: https://coalition.example/}}\n"


def main() -> None:
    """Print the seconds for each size, and how they grow for each doubling."""
    before = None
    for size in SIZES:
        with tempfile.TemporaryDirectory() as name:
            seconds = measure(repository(Path(name), size))
        growth = f", {seconds / before:.1f}-fold (target at most {GROWTH})" if before else ""
        print(f"{size:,} commits: {seconds:.2f} s{growth}", flush=True)
        before = seconds


def measure(root: Path) -> float:
    """The seconds of the quickest of several runs."""
    return min(run(root) for _ in range(RUNS))


def run(root: Path) -> float:
    """The seconds of one run, in this process and in git's; it must find nothing."""
    start = sum(os.times()[:4])
    history = history_of(root, {})
    assert history is not None
    assert not stopping(rewritten(root, history))
    return sum(os.times()[:4]) - start


def repository(root: Path, commits: int) -> Path:
    """A repository of so many commits on main."""
    subprocess.run(["git", "init", "--quiet", "--initial-branch", "main", root], check=True)
    stream = "".join(line for number in range(commits) for line in commit(number))
    subprocess.run(["git", "-C", root, "fast-import", "--quiet"], input=stream.encode(), check=True)
    subprocess.run(["git", "-C", root, "reset", "--quiet", "--hard"], check=True)
    return root


def commit(number: int) -> Iterator[str]:
    """A commit to main, in the form of git fast-import."""
    merges = number and number % MERGES == 0
    if merges:
        yield header("theirs", number)
        yield "from refs/heads/main\n"
        yield file("docs/theirs.md", f"{number}\n")
    yield header("main", number)
    if merges:
        yield "merge refs/heads/theirs\n"
        yield file("docs/theirs.md", f"{number}\n")
    if number == 0:
        yield file("mkdocs.yml", _SETTINGS)
        yield from (file(f"signatories.d/first-{each}.yml", f"{each}\n") for each in range(300))
    if number % LISTS == 0:
        digest = "0" * 64
        listed = f"- version: '1.0'\n  published: 2023-03\n  sha256: '{digest}'\n# {number}\n"
        yield file("versions.yml", listed)
    yield file(f"signatories.d/entry-{number % 400}.yml", f"{number}\n")


def header(branch: str, number: int) -> str:
    """The beginning of a commit to a branch."""
    when = f"{1_600_000_000 + number * 60} +0000"
    return f"commit refs/heads/{branch}\ncommitter A <a@b.example> {when}\ndata 1\nx\n"


def file(path: str, text: str) -> str:
    """A file of a commit."""
    return f"M 100644 inline {path}\ndata {len(text.encode())}\n{text}\n"


if __name__ == "__main__":
    main()
