"""Equal sources make equal bytes, and everybody can check them."""

import os
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority
from undersigned.build.dates import dated, given_moment, moment, wrong_moment
from undersigned.build.digests import NAME, sums


def on_config(config: MkDocsConfig) -> None:
    """Date the build by its sources, unless whoever builds has dated it.

    Set here and not in the Makefile, it holds however MkDocs is run.
    """
    given = given_moment(os.environ)
    if wrong := wrong_moment(given):
        raise Abort(wrong)
    if not given:
        root = Path(config.config_file_path).parent
        os.environ.update(dated(moment(root, config.extra["site"])))


@event_priority(-100)
def on_post_build(config: MkDocsConfig) -> None:
    """Write the digests of all files, once every hook and plugin has written its own.

    The second form of the sitemap goes: its bytes are up to the zlib of each machine, and crawlers
    are told of the first alone.
    """
    folder = Path(config.site_dir)
    try:
        (folder / "sitemap.xml.gz").unlink(missing_ok=True)
        (folder / NAME).write_bytes(sums(folder))
    except OSError as error:
        raise Abort(f"the digests of the site could not be written: {error}") from error
