"""How a server endorses the version in force: the line of its file, ready to copy."""

import shlex
from typing import NamedTuple

from ..proofs.endorsements_txt import PATH, Action, begun
from .versions import ShownVersion

# What stands in for the day: no page that is served to all knows today's.
DAY = "YYYY-MM-DD"


class EndorsingView(NamedTuple):
    """What a signatory's server says of one version, and where.

    `line` has `DAY` for its day; `command` appends it with today's in a POSIX shell. `path` is that
    of the file on its host.
    """

    line: str
    command: str
    path: str


def endorsing_view(version: ShownVersion, site_url: str) -> EndorsingView | None:
    """How to endorse a version of the site at this address; None where a site has none.

    The address is the one by which copies are judged, also in a preview: that of mkdocs.yml.
    """
    if not site_url:
        return None
    line = begun(Action.ENDORSE, version.sha256, f"{site_url}{version.served}")
    command = f'echo {shlex.quote(line)} "$(date -u +%Y-%m-%d)" >> {PATH.rpartition("/")[2]}'
    return EndorsingView(f"{line} {DAY}", command, PATH)
