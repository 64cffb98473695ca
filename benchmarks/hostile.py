"""Measure how long inputs take that are made to take long, at five sizes, each twice the last.

Each is judged, and what is not refused is drawn, in a process of its own: its processor time is
that of the best of some runs. Twice the size may take 2.3 times as long; or the greatest takes
under two seconds.
"""

import contextlib
import io
import logging
import multiprocessing
import os
import resource
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from math import inf
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import click
from mkdocs.commands.build import _build_page, _populate_page
from mkdocs.config import load_config
from mkdocs.structure.files import File, InclusionLevel, get_files
from mkdocs.structure.nav import get_navigation
from mkdocs.structure.pages import Page
from undersigned.cli import main as undersigned
from undersigned.problem import stopping
from undersigned.site import read_site
from undersigned.statement.diff.redline import redline

from .hostile_inputs import INPUTS, PAGES, REDLINE, Input
from .register import REPOSITORY, planted

DOUBLINGS = 4
RUNS = 2
GROWTH = 2.3
SECONDS = 2.0
# Nothing under so many seconds is compared: it is the noise of the machine.
LEAST = 0.1
PATIENCE = 60


class Engine:
    """The site as MkDocs has it before it builds pages: read, its hooks run, its pages drawn."""

    def __init__(self, root: Path) -> None:
        self.root = root
        os.chdir(root)
        config: Any = load_config(str(root / "mkdocs.yml"))
        config.plugins.on_startup(command="build", dirty=False)
        self.config: Any = config.plugins.on_config(config)
        files, environment = get_files(self.config), self.config.theme.get_env()
        files.add_files_from_theme(environment, self.config)
        self.files = self.config.plugins.on_files(files, config=self.config)
        nav = get_navigation(self.files, self.config)
        self.nav = self.config.plugins.on_nav(nav, config=self.config, files=self.files)
        for file in self.files.documentation_pages():
            _populate_page(file.page, self.config, self.files)
        on_env = self.config.plugins.on_env
        self.environment = on_env(environment, config=self.config, files=self.files)

    def draw(self, text: str) -> None:
        """Draw a page as `mkdocs build` does, with all hooks, the search and what judges it."""
        level = InclusionLevel.NOT_IN_NAV
        file = File.generated(self.config, "hostile.md", content=text, inclusion=level)
        page = Page(None, file, self.config)
        self.files.append(file)
        _populate_page(page, self.config, self.files)
        pages = self.files.documentation_pages()
        _build_page(page, self.config, pages, self.nav, self.environment, False)
        self.config.plugins.on_post_build(config=self.config)


def work(engine: Engine, command: Sequence[str], files: Mapping[str, str]) -> Callable[[], None]:
    """What is to be measured: a check and what is drawn, a redline, or a command."""

    def draw() -> None:
        _, problems = read_site(engine.root)
        if not any(each.path == "docs/hostile.md" for each in stopping(problems)):
            engine.draw(files["docs/hostile.md"])

    def compare() -> None:
        _ = redline(files["old.md"], files["new.md"]).new

    if command == PAGES:
        return draw
    if command == REDLINE:
        return compare
    return lambda: undersigned(list(command), standalone_mode=False)


def _run(engine: Engine, given: Input, size: int, answer: Connection) -> None:
    """Send the processor time of the work, from a process that may be ended by its limit."""
    resource.setrlimit(resource.RLIMIT_CPU, (PATIENCE, PATIENCE))
    files = given.files(size)
    for path, text in files.items():
        (engine.root / path).write_text(text, encoding="utf-8")
    todo = work(engine, given.command, files)
    start = time.process_time()
    silent = io.StringIO()
    with (
        contextlib.redirect_stdout(silent),
        contextlib.redirect_stderr(silent),
        contextlib.suppress(SystemExit, click.ClickException),
    ):
        todo()
    answer.send(time.process_time() - start)


def seconds(engine: Engine, given: Input, size: int) -> float:
    """The processor time of the best of some runs; infinite where one is ended or fails."""
    taken = []
    for _ in range(RUNS):
        mine, its = multiprocessing.Pipe()
        context = multiprocessing.get_context("fork")
        process = context.Process(target=_run, args=(engine, given, size, its))
        process.start()
        its.close()
        try:
            taken.append(float(mine.recv()))
        except EOFError:
            taken.append(inf)
        process.join()
        for path in given.files(1):
            _restore(engine.root, path)
        if taken[-1] > SECONDS:
            break  # once more would change nothing but patience
    return min(taken)


_before: dict[str, bytes] = {}


def _restore(root: Path, path: str) -> None:
    if path in _before:
        (root / path).write_bytes(_before[path])
    else:
        (root / path).unlink(missing_ok=True)


def judged(times: Sequence[float]) -> tuple[float, bool]:
    """The greatest growth of what is no noise, and whether it or the greatest time is too much."""
    if times[-1] == inf:
        return inf, True
    growth = max((late / early for early, late in pairwise(times) if late >= LEAST), default=0)
    return growth, growth > GROWTH and times[-1] >= SECONDS


def main() -> None:
    """Print the table, and exit with 1 where an input takes too long."""
    logging.disable(logging.CRITICAL)
    wanted = sys.argv[1:]
    missed = 0
    with tempfile.TemporaryDirectory() as name:
        root = planted(Path(name), "")
        # The forms of issues.
        shutil.copytree(REPOSITORY / ".github", root / ".github")
        engine = Engine(root)
        for path in ("signatories.yml", "references.bib"):
            _before[path] = (engine.root / path).read_bytes()
        width = max(map(len, INPUTS))
        print(f"{'input':<{width}} {'greatest':>9}  seconds at each size {'':<16} growth")
        for title, given in INPUTS.items():
            if wanted and not any(word in title for word in wanted):
                continue
            sizes = [given.greatest >> at for at in range(DOUBLINGS, -1, -1)]
            times = [seconds(engine, given, size) for size in sizes]
            growth, late = judged(times)
            missed += late
            shown = " ".join(f"{each:6.2f}" for each in times)
            mark = "  MISSED" if late else ""
            print(f"{title:<{width}} {given.greatest:>9,}  {shown} {growth:6.1f}{mark}", flush=True)
    print(f"{missed} of {len(INPUTS)} inputs take too long (target: none)")
    sys.exit(missed > 0)


if __name__ == "__main__":
    main()
