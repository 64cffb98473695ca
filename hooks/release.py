"""Before and after a build: its files are whole, its pages judged, and all sealed by digests."""

import logging
import os
from pathlib import Path

import click
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.utils import clean_directory
from undersigned.build.digests import seal
from undersigned.build.kept import kept_while
from undersigned.gc_control import leave_collecting_to_the_end
from undersigned.pdf.edition import completed
from undersigned.problem import report, stopping
from undersigned.progress_line import watched
from undersigned.shown.built import BuiltSite


def on_startup(*, command: str, dirty: bool) -> None:
    """Publish no half of a site; look for no garbage but in a preview, which builds repeatedly."""
    if dirty and command != "serve":
        why = "bibliography, search and menu are made of all pages, and it reads few"
        raise Abort(f"'mkdocs {command} --dirty' would break the site: {why}; leave out '--dirty'")
    if command != "serve":
        leave_collecting_to_the_end()


def on_pre_build(config: MkDocsConfig) -> None:
    """Have every page read, also where a preview is to read only what changed."""
    clean_directory(config.site_dir)


@event_priority(100)
def _finish_writing(config: MkDocsConfig) -> None:
    config.extra["undersigned"].writing.result()


@event_priority(-100)
def _judge_and_seal(config: MkDocsConfig) -> None:
    """Judge the built pages, which a preview survives, print the PDF, then write all digests."""
    root, site = Path(config.config_file_path).parent, Path(config.site_dir)
    made, markdown = config.extra["undersigned"], (config.markdown_extensions, config.mdx_configs)
    built = BuiltSite(made, root, Path(config.docs_dir), site, *markdown, kept_while("serve"))
    problems, dead = watched(completed, built, os.environ)
    if problems:
        click.echo(report(problems), err=True)
        if stopping(problems) and not made.view.settings.configuration.serving:
            raise Abort("the site is not to be published until these are mended")
    for message in dead:
        logging.getLogger("mkdocs.hooks").warning(message)
    if unsealed := seal(site):
        raise Abort(unsealed)
    built.kept.settle()


on_post_build = CombinedEvent(_finish_writing, _judge_and_seal)
