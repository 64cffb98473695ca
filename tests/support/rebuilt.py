"""One small site built again and again with other pages, by a process that keeps MkDocs loaded.

A build by itself takes a second, most of it for what is the same each time; here it takes a third.
"""

import gc
import multiprocessing
import os
import re
from collections.abc import Mapping, Set
from pathlib import Path

from click.testing import CliRunner

from .copies import contents
from .sites import small_site

# How a build names a page or file of docs/: as a source, or as it was built.
_NAMED = re.compile(r"(?:docs/|site/|Doc file ')([\w./-]+)")


class Rebuilt:
    """The site, and the process that builds it."""

    def __init__(self, root: Path, drawing: str) -> None:
        self.root = root
        small_site(root, drawing)
        self._own = contents(root / "docs")
        self._other: Set[str] = set()
        self._process = multiprocessing.get_context("spawn").Pool(1)

    def build(self, files: Mapping[str, str]) -> tuple[int, str]:
        """Build strictly with these files in docs/ besides its own: the exit code, what is said."""
        docs = self.root / "docs"
        for path in self._other - files.keys():
            (docs / path).unlink()
        self._other = files.keys() - self._own.keys()
        own = {path: self._own[path] for path in self._own if path.endswith("index.md")}
        for path, content in (own | {path: text.encode() for path, text in files.items()}).items():
            (docs / path).parent.mkdir(exist_ok=True)
            (docs / path).write_bytes(content)
        return self._process.apply_async(_build, (self.root,)).get(120)

    def end(self) -> None:
        """Stop the process."""
        self._process.terminate()


def _build(root: Path) -> tuple[int, str]:
    from mkdocs.__main__ import cli

    os.chdir(root)
    result = CliRunner().invoke(cli, ["build", "--strict"])
    gc.enable()  # a build leaves it to the end of its process
    gc.collect()
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.exit_code, result.output


def named_in(said: str) -> set[str]:
    """The files of docs/ that a build complains of, in short."""
    return {plain(name.removesuffix("/index.html")) for name in _NAMED.findall(said)}


def plain(path: str) -> str:
    """A file of docs/ as its page is called: without what names its kind."""
    return path.removesuffix(".md").removesuffix("/index")
