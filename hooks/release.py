"""Before and after a build: its date, what its pages may hold, and the digests of its files."""

import os
from pathlib import Path
from typing import Literal

import click
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority
from undersigned.build.dates import dated, given_moment, moment, wrong_moment
from undersigned.build.digests import NAME, sums
from undersigned.gc_control import leave_collecting_to_the_end
from undersigned.markup.policy import policy_problems
from undersigned.problem import report

# What browsers take for a page; docs/ may hold some that MkDocs copies as they are.
PAGES = (".html", ".htm", ".xhtml")


def on_startup(*, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """Look for no garbage in a build; a preview builds again and again in one process."""
    if command != "serve":
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


@event_priority(-100)
def on_post_build(config: MkDocsConfig) -> None:
    """Judge every page of the built site by the policy, then write the digests of all files.

    The second form of the sitemap goes: its bytes depend on the zlib of each machine, and crawlers
    are led to the first alone.
    """
    root, site = Path(config.config_file_path).parent, Path(config.site_dir)
    pages = sorted(each for each in site.rglob("*") if each.suffix.lower() in PAGES)
    folder = site.relative_to(root) if site.is_relative_to(root) else site
    built = (((folder / page.relative_to(site)).as_posix(), page.read_bytes()) for page in pages)
    if problems := policy_problems(built):
        click.echo(report(problems), err=True)
        raise Abort("the site is not to be published until these are mended")
    try:
        (site / "sitemap.xml.gz").unlink(missing_ok=True)
        (site / NAME).write_bytes(sums(site))
    except OSError as error:
        raise Abort(f"the digests of the site could not be written: {error}") from error
