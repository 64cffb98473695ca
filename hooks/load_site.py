"""The site is read and checked once, before any plugin or hook builds on it."""

import os
from pathlib import Path

import click
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority
from undersigned.build.dates import MomentError
from undersigned.build.kept import kept_while
from undersigned.changes.building import published
from undersigned.git import HistoryError, revision
from undersigned.page_addresses import as_file, as_folder
from undersigned.paths import SOURCES
from undersigned.problem import report
from undersigned.progress_line import watched
from undersigned.publication import Publication
from undersigned.settings import Configuration
from undersigned.views.site import CARD


@event_priority(100)
def on_config(config: MkDocsConfig) -> None:
    """Put all that is published at `config.extra["undersigned"]`; stop the build over problems."""
    root, kept = Path(config.config_file_path).parent, kept_while("serve")
    configuration = _configuration(config, root)
    try:
        made, problems = watched(published, root, os.environ, configuration, kept)
    except (HistoryError, MomentError, KeyboardInterrupt) as error:
        raise Abort(str(error) or "stopped; nothing was built, and site/ is as it was") from error
    if problems:
        # A log would wrap lines that editors jump to, and a warning in it fail a strict build.
        click.echo(report(problems, summed=True), err=True)
    if made is None:
        raise Abort("the site is not built until these are mended")
    sources = {*SOURCES, *made.site.library.files}
    config.watch += [str(root / each) for each in sources if (root / each).exists()]
    settings = made.view.settings
    config.site_url = settings.site_url if settings.preview else config.site_url
    config.extra["undersigned"] = made


def _configuration(config: MkDocsConfig, root: Path) -> Configuration:
    """What is set, as it was before an earlier build of the same configuration changed it."""
    if isinstance(before := config.extra.get("undersigned"), Publication):
        return before.view.settings.configuration
    return Configuration(
        site_name=config.site_name,
        site_url=config.site_url or "",
        language=config.theme.get("language", "en"),
        style_sheets=tuple(config.extra_css),
        extra=dict(config.extra),
        cards=tuple(c.read_bytes() for n in config.theme.dirs if (c := Path(n) / CARD).is_file()),
        commit=revision(root),
        address_of=as_folder if config.use_directory_urls else as_file,
        pages=os.path.relpath(config.docs_dir, root),
        serving=kept_while("serve").keeps,
    )
