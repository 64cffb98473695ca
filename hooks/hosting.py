"""Where the site is served: a preview has its own address, says what it is, and is not indexed."""

import os

import click
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from undersigned.build.preview import preview_of, refused

# Netlify's headers cannot differ by deploy context, but a file of headers may lie in the site.
UNINDEXED = {
    "robots.txt": "User-agent: *\nDisallow: /\n",
    "_headers": "/*\n  X-Robots-Tag: noindex\n",
}


@event_priority(90)  # before any hook looks at the address of the site
def on_config(config: MkDocsConfig) -> None:
    """Give templates the preview, at `config.extra.preview`, and the site the preview's address."""
    preview = preview_of(os.environ)
    config.extra["preview"] = preview
    if preview is None:
        return
    if why := refused(preview):
        click.echo(why, err=True)
        raise Abort("the site is not built until this is mended")
    config.extra["published"] = preview.published or config.site_url or ""
    # Where a preview's address is not known, it must at least not claim the published one.
    config.site_url = preview.address


def on_files(files: Files, config: MkDocsConfig) -> None:
    """Keep a preview out of search engines, whatever docs/ tells them."""
    if config.extra["preview"]:
        for path, text in UNINDEXED.items():
            if given := files.get_file_from_path(path):
                files.remove(given)
            files.append(File.generated(config, path, content=text))
