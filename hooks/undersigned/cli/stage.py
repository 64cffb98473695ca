"""The command `undersigned stage`: write a site as plain files, for any engine to build."""

import os
import sys
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import NoReturn

import click

from ..build.dates import VARIABLE, MomentError
from ..build.output import File
from ..changes.building import published
from ..git import HistoryError
from ..paths import PAGES
from ..pdf.edition import write_edition
from ..problem import Problem, counted, printable, report, setting_problem, stopping
from ..publication import Publication
from ..shown.built import BuiltSite
from ..staging.configuration import EngineSettings, left_out, read_engine_settings
from ..staging.engines import Engine
from ..staging.markdown import reading_of
from ..staging.tree import StagedSite, staged
from .context import refuse_unless_new, site_root

_NO_TEMPLATES = (
    "theme.custom_dir names no folder of templates, by which pages are drawn; stage a site that"
    " has its own"
)


@click.command(epilog="Example: undersigned stage ../staged --engine none")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option(
    "--engine", "named", type=click.Choice([*map(str, Engine)]), default=str(Engine.MKDOCS),
    show_default=True, help="What will build it; none for 'undersigned frame'.",
)  # fmt: skip
def stage(folder: Path, named: str) -> None:
    """Write the site into FOLDER as files that need no hook and no plugin to be built.

    Pages are Markdown, or HTML where an engine would draw them otherwise; citations are notes,
    and the text, figures and data are in place. No engine is asked: this works once there is
    none. FOLDER has to be new or empty, so nothing is written over. Prints the problems that keep
    the site from being published, and exits with 1, if there are any.
    """
    root, engine = site_root(), Engine(named)
    _refuse_folder(root, folder)
    variables = dict(os.environ)
    settings, problems = read_engine_settings(root, variables)
    if settings and not settings.templates:
        problems.append(setting_problem(_NO_TEMPLATES))
    if settings is None or problems:
        _refuse(problems)
    if notes := [*left_out(settings)]:
        click.echo(report(notes), err=True)
    made, files = _staged(settings, variables, engine)
    _write(folder, files)
    if made.view.settings.pdf:
        _write_pdf(made, settings, folder, int(variables[VARIABLE]))
    pages = sum(file.path.endswith(".md") for file in files)
    click.echo(f"{counted(pages, 'page')} and {counted(len(files) - pages, 'file')} are staged")
    click.echo(f"next: {engine.build.format(folder=printable(str(folder)))}")


def _staged(settings: EngineSettings, variables: dict[str, str], engine: Engine) -> StagedSite:
    """The staged site; exits with 1 where problems stop it."""
    try:
        made, problems = published(settings.root, variables, settings.configuration)
    except (HistoryError, MomentError) as error:
        raise click.UsageError(str(error)) from error
    if problems:
        click.echo(report(problems, summed=True), err=True)
    if made is None:
        sys.exit(1)
    built = datetime.fromtimestamp(int(variables[VARIABLE]), UTC)
    site, problems = staged(made, settings, built, engine)
    if site is None:
        _refuse(problems)
    return site


def _write(folder: Path, files: Sequence[File]) -> None:
    """Write all files; exits with 2 if one cannot be written."""
    try:
        for file in files:
            file.write(str(folder))
    except OSError as error:
        place = printable(str(error.filename or folder))
        click.echo(f"{place} cannot be written: {error.strerror}; remove what is there", err=True)
        sys.exit(2)


def _write_pdf(made: Publication, settings: EngineSettings, folder: Path, moment: int) -> None:
    """Write the edition in PDF among the staged files; exits with 1 where it cannot be set."""
    docs, view = folder / PAGES, made.view.settings
    reading = reading_of(settings.extensions, {}, view.locale, made.said)
    drawn: tuple[Sequence[str], Mapping[str, dict[str, object]]]
    drawn = reading.extensions, reading.settings
    site = BuiltSite(made, settings.root, settings.root / PAGES, docs, *drawn)
    if problems := list(write_edition(site, moment)):
        click.echo(report(problems), err=True)
    if stopping(problems):
        sys.exit(1)


def _refuse_folder(root: Path, folder: Path) -> None:
    """Raise `click.UsageError` for a folder that holds anything, or that the site would publish."""
    place, shown = folder.resolve(), printable(str(folder))
    if place.is_relative_to(root / PAGES):
        message = f"{shown} is in {PAGES}/, whose files are published; name a folder elsewhere"
        raise click.UsageError(message)
    refuse_unless_new(folder)


def _refuse(problems: Sequence[Problem]) -> NoReturn:
    click.echo(report(problems), err=True)
    sys.exit(1)
