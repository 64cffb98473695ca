"""The site is read and checked once, before any plugin or hook builds on it."""

import os
from pathlib import Path

import click
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority
from undersigned.changes.blame import change_since
from undersigned.git import HistoryError
from undersigned.paths import SOURCES
from undersigned.problem import Problem, quoted, report, stopping
from undersigned.site import Site, missing_settings, read_site, wrong_split


@event_priority(100)
def on_config(config: MkDocsConfig) -> None:
    """Put the checked site at `config.extra.site`; stop the build over any problem.

    With BASE in the environment, only over what changed since: entries whose problems are others'
    are left off. A preview is told to watch what the site is made of besides its pages.
    """
    root = Path(config.config_file_path).parent
    config.watch += [str(root / name) for name in SOURCES if (root / name).exists()]
    site, problems = _site(root, os.environ.get("BASE", ""))
    problems += missing_settings(config.extra.get("statement"))
    problems += wrong_split(config.extra.get("register"))
    if problems:
        # Printed, not logged: a log would indent and wrap lines that editors jump to, and a
        # warning in it would fail a strict build.
        click.echo(report(problems), err=True)
    if stopping(problems):
        raise Abort("the site is not built until these are mended")
    config.extra["site"] = site


def _site(root: Path, base: str) -> tuple[Site, list[Problem]]:
    try:
        return change_since(root, base).site(root) if base else read_site(root)
    except HistoryError as error:
        raise Abort(f"cannot tell what changed since BASE {quoted(base)}: {error}") from error
