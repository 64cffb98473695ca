"""Before and after a build: its date, what its pages may hold, and the digests of its files."""

import logging
import os
from pathlib import Path

import click
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority
from mkdocs.utils import clean_directory
from undersigned.build.dates import given_moment, wrong_moment
from undersigned.build.digests import seal
from undersigned.gc_control import leave_collecting_to_the_end
from undersigned.markup.dead_links import dead_links
from undersigned.pdf.edition import typeset
from undersigned.problem import report, stopping
from undersigned.progress_line import watched
from undersigned.shown.built import BuiltSite
from undersigned.shown.pages import judgement


def on_startup(*, command: str, dirty: bool) -> None:
    """Publish no half of a site; look for no garbage but in a preview, which builds repeatedly."""
    if dirty and command != "serve":
        why = "bibliography, search and menu are made of all pages, and it reads few"
        raise Abort(f"'mkdocs {command} --dirty' would break the site: {why}; leave out '--dirty'")
    if command != "serve":
        leave_collecting_to_the_end()


def on_config(config: MkDocsConfig) -> None:
    """Refuse a date that whoever builds has set and that no build can state."""
    if wrong := wrong_moment(given_moment(os.environ)):
        raise Abort(wrong)


def on_pre_build(config: MkDocsConfig) -> None:
    """Have every page read, also where a preview is to read only what changed."""
    clean_directory(config.site_dir)


@event_priority(-100)
def on_post_build(config: MkDocsConfig) -> None:
    """Judge the built pages, which a preview survives, print the PDF, then write all digests."""
    root, site = Path(config.config_file_path).parent, Path(config.site_dir)
    made, markdown = config.extra["undersigned"], (config.markdown_extensions, config.mdx_configs)
    built = BuiltSite(made, root, Path(config.docs_dir), site, *markdown)
    problems, pages = watched(judgement, built)
    if problems := problems or watched(typeset, built, os.environ):
        click.echo(report(problems), err=True)
        if stopping(problems) and not made.view.settings.configuration.serving:
            raise Abort("the site is not to be published until these are mended")
    for message in dead_links(site, ((each.file, each.links) for each in pages)):
        logging.getLogger("mkdocs.hooks").warning(message)
    try:
        seal(site)
    except OSError as error:
        raise Abort(f"the digests of the site could not be written: {error}") from error
