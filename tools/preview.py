"""Preview the site with live reload, and keep previewing.

MkDocs reloads text and data by itself, but never the code of hooks, and it ends when the first
build fails. So it runs here as a child that is started again when hooks/ changes or a part of the
site appears or goes, and, where it has ended, when anything that it builds from changes.
"""

import signal
import subprocess
import sys
import time
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from types import FrameType

from undersigned.paths import CONFIGURATION, HOOKS, PAGES, SOURCES, TEMPLATES

CODE = (HOOKS, CONFIGURATION)
CONTENT = (PAGES, TEMPLATES, *SOURCES)
PAUSE = 0.5


def stamps(root: Path, names: Iterable[str]) -> dict[Path, int]:
    """When each file under these names last changed, in nanoseconds."""
    found: dict[Path, int] = {}
    for name in names:
        place = root / name
        for path in (place, *place.rglob("*")) if place.is_dir() else (place,):
            try:
                if path.is_file() and path.suffix != ".pyc":
                    found[path] = path.stat().st_mtime_ns
            except OSError:
                continue  # deleted since it was listed: the next look settles it
    return found


def there(root: Path) -> list[str]:
    """Which parts of the site exist: MkDocs watches only what is there when it starts."""
    return [name for name in CONTENT if (root / name).exists()]


def serve(root: Path, arguments: list[str]) -> None:
    """Run `mkdocs serve` until interrupted, starting it again when that is needed."""
    command = [sys.executable, str(Path(__file__).with_name("serve.py")), "serve", *arguments]
    while True:
        code, everything = stamps(root, CODE), stamps(root, CODE + CONTENT)
        present = there(root)
        child = subprocess.Popen(command, cwd=root)
        try:
            while child.poll() is None and stamps(root, CODE) == code and there(root) == present:
                time.sleep(PAUSE)
            if child.poll() is not None:
                print("the preview waits for a change", flush=True)
                while stamps(root, CODE + CONTENT) == everything:
                    time.sleep(PAUSE)
        finally:
            child.terminate()
            child.wait()
        print("the preview starts again", flush=True)


def stop(_signal: int, _frame: FrameType | None) -> None:
    """End as an interrupt would, so that the child is ended too."""
    raise KeyboardInterrupt


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, stop)
    with suppress(KeyboardInterrupt):
        serve(Path(__file__).resolve().parent.parent, sys.argv[1:])
