"""Before and after a build: its date, what its pages may hold, and the digests of its files."""

import logging
import os
from pathlib import Path
from typing import Literal

import click
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority
from mkdocs.utils import clean_directory
from undersigned.build.dates import dated, given_moment, moment, wrong_moment
from undersigned.build.digests import seal
from undersigned.gc_control import leave_collecting_to_the_end
from undersigned.markup.built_pages import page_problems, pages_in
from undersigned.markup.dead_links import dead_links
from undersigned.problem import report


def on_startup(*, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """Publish no half of a site; look for no garbage but in a preview, which builds repeatedly."""
    if command == "serve":
        return
    if dirty:
        why = "bibliography, search and menu are made of all pages, and it reads few"
        raise Abort(f"'mkdocs {command} --dirty' would break the site: {why}; leave out '--dirty'")
    leave_collecting_to_the_end()


def on_config(config: MkDocsConfig) -> None:
    """Date the build by its sources, unless whoever builds has; so it holds without make, too."""
    given = given_moment(os.environ)
    if wrong := wrong_moment(given):
        raise Abort(wrong)
    if not given:
        site = config.extra["undersigned"].site
        root = Path(config.config_file_path).parent
        os.environ.update(dated(moment(root, site.versions, site.register.signatories)))


def on_pre_build(config: MkDocsConfig) -> None:
    """Have every page read, also where a preview is to read only what changed."""
    clean_directory(config.site_dir)


@event_priority(-100)
def on_post_build(config: MkDocsConfig) -> None:
    """Judge the pages of the built site by their policy and links, then write all digests."""
    root, site = Path(config.config_file_path).parent, Path(config.site_dir)
    if problems := page_problems(pages_in(site, root)):
        click.echo(report(problems), err=True)
        raise Abort("the site is not to be published until these are mended")
    for message in dead_links(site):
        logging.getLogger("mkdocs.hooks").warning(message)
    try:
        seal(site)
    except OSError as error:
        raise Abort(f"the digests of the site could not be written: {error}") from error
