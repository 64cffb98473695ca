"""Which Python a site is built with, as several files say it."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from ..paths import HOSTING, WORKFLOWS
from ..problem import Problem, quoted
from ..text.source import MEBIBYTE, place_of, read_source
from .reading import SiteFiles

VERSION_FILE, PROJECT = ".python-version", "pyproject.toml"

# In bytes; no file that names a version is longer.
_LARGEST = MEBIBYTE // 4

# Of workflows a version alone: a list of several is meant.
_VERSION = r"(?P<version>\d+\.\d+)(?:\.\d+)?"
_STATED = {
    VERSION_FILE: re.compile(rf"^{_VERSION}[ \t]*$", re.MULTILINE),
    HOSTING: re.compile(rf"^[ \t]*PYTHON_VERSION[ \t]*=[ \t]*[\"']{_VERSION}[\"']", re.MULTILINE),
}
_WORKFLOW = re.compile(rf"^[ \t-]*python-version:[ \t]*[\"']?{_VERSION}[\"']?[ \t]*$", re.MULTILINE)
_LEAST = re.compile(rf"^requires-python[ \t]*=[ \t]*[\"'][^\"'\n]*>=[ \t]*{_VERSION}", re.MULTILINE)


class Stated(NamedTuple):
    """A version such as '3.13' that a file states, with its place."""

    path: str
    line: int
    column: int
    version: str

    def problem(self, message: str) -> Problem:
        """A problem of what is stated."""
        return Problem(self.path, self.line, self.column, message)


def one_python_builds_the_site(files: SiteFiles) -> Iterator[Problem]:
    """The host, the workflows and whoever works on the site take one version of Python.

    It is that of .python-version, or else of netlify.toml.
    """
    first, *others = [*_stated(files.root), None]
    for other in others:
        if first and other and other.version != first.version:
            message = (
                f"Python {quoted(other.version)} is not {quoted(first.version)} of {first.path}"
            )
            yield other.problem(f"{message}; make them one")


def the_project_takes_that_python(files: SiteFiles) -> Iterator[Problem]:
    """The least version of Python in pyproject.toml is not above the one that builds the site."""
    first = next(_stated(files.root), None)
    for least in _in(files.root, PROJECT, _LEAST):
        if first and _number(least) > _number(first):
            message = f"Python {quoted(first.version)} of {first.path} is less than this asks for"
            yield least.problem(f"{message}; raise that to {quoted(least.version)}")


def _stated(root: Path) -> Iterator[Stated]:
    for path, pattern in _STATED.items():
        yield from _in(root, path, pattern)
    for suffix in ("yml", "yaml"):
        for place in sorted((root / WORKFLOWS / "workflows").glob(f"*.{suffix}")):
            yield from _in(root, place.relative_to(root).as_posix(), _WORKFLOW)


def _in(root: Path, path: str, pattern: re.Pattern[str]) -> Iterator[Stated]:
    """What a file states, if it is there and can be read."""
    source, _ = read_source(root, path, _LARGEST)
    for found in pattern.finditer(source.text) if source else ():
        place = place_of(source.text, found.start("version")) if source else (1, 1)
        yield Stated(path, *place, found["version"])


def _number(stated: Stated) -> tuple[int, ...]:
    return tuple(map(int, stated.version.split(".")))
