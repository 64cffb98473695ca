"""Measure how soon a preview serves what was saved, as `make serve` runs it, with a long register.

Each edit is timed from the file's being written to the first answer that has it. That is what a
browser sees, which the preview tells to load the page again. A part of it is the server's own: it
looks for changes at intervals, and waits for a tenth of a second that has none.
"""

import http.client
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from benchmarks.register import REPOSITORY, entries, planted

SIZE = 10_000
RUNS = 5
PATIENCE = 120
SECONDS = {"a page": 1.5, "a drop-in": 2.5}

# An edit writes a file and gives the page that shows it then, and by which words.
Edit = Callable[[Path, int], tuple[str, str]]


def edit_page(root: Path, number: int) -> tuple[str, str]:
    """A new paragraph on a page."""
    page = root / "docs/about.md"
    with page.open("a", encoding="utf-8") as file:
        file.write(f"\nParagraph {number} of this measurement.\n")
    return "about/", f"Paragraph {number} of this measurement."


def add_drop_in(root: Path, number: int) -> tuple[str, str]:
    """A new signatory, in a file of its own."""
    name, host = f"Measured {number} Works", f"www.measured-{number}-works.org"
    (root / f"signatories.d/measured-{number}-works.yml").write_text(
        f"- name: {name}\n  kind: company\n  country: NO\n  website: https://{host}\n"
        f"  signed: 2026-01-{number + 1:02}\n  evidence: https://{host}/news\n",
        encoding="utf-8",
    )
    return "signatories/", name


EDITS: dict[str, Edit] = {"a page": edit_page, "a drop-in": add_drop_in}


@contextmanager
def previewed(root: Path) -> Iterator[int]:
    """The port at which the preview of a site answers, once it does."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
    command = [sys.executable, "tools/preview.py", "--quiet", "--dev-addr", f"127.0.0.1:{port}"]
    running = subprocess.Popen(command, cwd=root, stderr=subprocess.DEVNULL)
    try:
        wait_for(port, "", "</html>")
        yield port
    finally:
        running.terminate()
        running.wait()


def wait_for(port: int, path: str, words: str) -> None:
    """Wait until the page at a path has the words."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        with suppress(OSError, http.client.HTTPException):
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
            connection.request("GET", f"/{path}")
            if words.encode() in connection.getresponse().read():
                return
        time.sleep(0.02)
    sys.exit(f"the preview never showed {words!r}")


def seconds(root: Path, port: int, edit: Edit, number: int) -> float:
    """How long an edit takes to be served."""
    start = time.perf_counter()
    wait_for(port, *edit(root, number))
    return time.perf_counter() - start


def main() -> None:
    """Print the median of each edit; the first, which only warms the preview, is left out."""
    with tempfile.TemporaryDirectory() as name:
        root = planted(Path(name), entries(SIZE))
        shutil.copytree(REPOSITORY / "tools", root / "tools")
        (root / "signatories.d").mkdir()  # the preview begins again when it appears
        with previewed(root) as port:
            for label, edit in EDITS.items():
                times = [seconds(root, port, edit, number) for number in range(RUNS + 1)][1:]
                median, target = statistics.median(times), SECONDS[label]
                print(
                    f"{label}, {SIZE:,} entries: {median:.2f} s, at most {max(times):.2f} s"
                    f" (median of {RUNS}, target {target} s)",
                    flush=True,
                )


if __name__ == "__main__":
    main()
