"""The command `undersigned frame`: build a staged site without any engine."""

import sys
from pathlib import Path

import click

from ..problem import counted, printable
from ..staging.frame import FrameError
from ..staging.frame import frame as build
from .context import refuse_unless_new


@click.command(epilog="Example: undersigned frame ../staged ../site")
@click.argument("staged", type=click.Path(path_type=Path))
@click.argument("site", type=click.Path(path_type=Path))
def frame(staged: Path, site: Path) -> None:
    """Build the site that 'undersigned stage' has written into STAGED, into SITE.

    It needs Python-Markdown, Jinja2 and PyYAML, and no engine: a menu, the pages, 404.html, a site
    map, all data and SHA256SUMS. There is no search. SITE has to be new or empty, so nothing is
    written over.
    """
    refuse_unless_new(site)
    try:
        pages = build(staged, site)
    except FrameError as error:
        click.echo(printable(str(error)), err=True)
        sys.exit(1)
    except OSError as error:
        place = printable(str(error.filename or site))
        click.echo(f"{place} cannot be read or written: {error.strerror}; mend that", err=True)
        sys.exit(2)
    click.echo(f"{counted(pages, 'page')} are in {printable(str(site))}")
