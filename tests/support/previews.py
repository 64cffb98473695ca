"""Previews, built again and again in one process, beside builds that keep nothing."""

import multiprocessing
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import click

from .copies import contents
from .files import plant


class Shown(NamedTuple):
    """The files of a preview that differ from those of a build, and the pages drawn for each."""

    differing: list[str]
    drawn: int
    by_a_build: int


class Previews:
    """A site in a folder, previewed by a process that keeps what has not changed."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._process = multiprocessing.get_context("spawn").Pool(1)

    def shown(self, files: Mapping[str, str | None]) -> Shown:
        """What is shown once the site has these files; None takes one away."""
        return self._process.apply_async(_shown, (self.root, files)).get(120)

    def end(self) -> None:
        """Stop the process."""
        self._process.terminate()


_PREVIEW = click.Context(click.Command("serve"), info_name="serve")


def _shown(root: Path, files: Mapping[str, str | None]) -> Shown:
    os.chdir(root)
    plant(root, {path: text for path, text in files.items() if text is not None})
    for path in (path for path, text in files.items() if text is None):
        (root / path).unlink()
    with _drawing() as drawn:
        kept = _built(root, _PREVIEW)
        number = len(drawn)
        fresh = _built(root, click.Context(click.Command("build"), info_name="build"))
        differing = [path for path in kept.keys() | fresh if kept.get(path) != fresh.get(path)]
        return Shown(sorted(differing), number, len(drawn) - number)


def _built(root: Path, command: click.Context) -> dict[str, bytes]:
    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    folder = root / "built"
    shutil.rmtree(folder, ignore_errors=True)
    with command.scope(cleanup=False):
        build(load_config("mkdocs.yml", site_dir=str(folder)))
    return contents(folder)


@contextmanager
def _drawing() -> Iterator[list[str]]:
    """The names of the templates that are drawn meanwhile."""
    from jinja2 import Template

    drawn, draw = list[str](), Template.render

    def noted(template: Template, *given: object, **named: object) -> str:
        drawn.append(str(template.name))
        return draw(template, *given, **named)

    Template.render = noted  # type: ignore[assignment, method-assign]
    try:
        yield drawn
    finally:
        Template.render = draw  # type: ignore[method-assign]
