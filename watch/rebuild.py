"""Build the commit that a site names with its own commands, where what is served has changed.

    rebuild.py REPOSITORY NOW BUILT

NOW is the folder that look.py wrote. Into the folder BUILT go the SHA256SUMS of the build, or
failed.txt with the reason why there is none. The code of that commit is run: give it no secrets.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

# As the page about the site's data says that anybody can rebuild it.
COMMAND = ("make", "site")
MINUTES = 30

# All that a build is told of the machine: nothing that names a host, a branch or a preview.
TOLD = ("PATH", "HOME", "LANG", "TMPDIR", "SSL_CERT_FILE")


class FailedError(Exception):
    """There is no build; the message says why."""


def run(*command: str, folder: str) -> None:
    """Run a command; raises `FailedError` with the end of what it printed."""
    told = {name: os.environ[name] for name in TOLD if name in os.environ}
    told["GIT_TERMINAL_PROMPT"] = "0"
    try:
        done = subprocess.run(
            command, cwd=folder, env=told, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, timeout=60 * MINUTES, check=False,
        )  # fmt: skip
    except (OSError, subprocess.TimeoutExpired) as error:
        raise FailedError(f"{' '.join(command)}: {error}") from error
    if done.returncode:
        said = done.stdout.decode(errors="replace").strip().splitlines()[-20:]
        raise FailedError("\n".join([f"{' '.join(command)} failed:", *said]))


def built(repository: str, commit: str) -> bytes:
    """The SHA256SUMS of a commit; raises `FailedError`."""
    with tempfile.TemporaryDirectory() as folder:
        run("git", "clone", "--quiet", "--", repository, "edition", folder=folder)
        edition = f"{folder}/edition"
        run("git", "checkout", "--quiet", "--detach", commit, folder=edition)
        run(*COMMAND, folder=edition)
        try:
            return Path(edition, "site", "SHA256SUMS").read_bytes()
        except OSError as error:
            raise FailedError(f"the build has no SHA256SUMS: {error.strerror}") from error


def main(arguments: Sequence[str]) -> int:
    """Build if there is a need to; 2 on misuse."""
    if len(arguments) != 3:
        print("give REPOSITORY, NOW and BUILT", file=sys.stderr)
        return 2
    repository, now, place = arguments[0], Path(arguments[1]), Path(arguments[2])
    found = json.loads((now / "look.json").read_text(encoding="utf-8"))
    place.mkdir(parents=True, exist_ok=True)
    if not found["changed"] or not found["commit"]:
        print("there is nothing to build")
        return 0
    try:
        (place / "SHA256SUMS").write_bytes(built(repository, found["commit"]))
    except FailedError as error:
        print(str(error).partition("\n")[0])  # the runner would take some lines for commands
        (place / "failed.txt").write_text(f"{error}\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
