"""The moment that dates a build: that of its sources, never that of the build itself.

It is passed on in the environment variable SOURCE_DATE_EPOCH, which the programs of a build read
(https://reproducible-builds.org/specs/source-date-epoch/). MkDocs writes it into the sitemap.
"""

import re
from collections.abc import Iterable, Mapping, MutableMapping, Sequence
from datetime import UTC, date, datetime, time
from pathlib import Path

from ..git import committed
from ..model import Signatory
from ..problem import quoted
from ..register.events import events, newest
from ..statement.version import Version

VARIABLE = "SOURCE_DATE_EPOCH"

# The day from which that moment is counted.
EPOCH = date(1970, 1, 1)

# The value that an earlier build of the same process has set: `mkdocs serve` builds repeatedly.
_OWN = "UNDERSIGNED_DATED"

# MkDocs packs a moment into the 32 bits of the field MTIME of gzip (RFC 1952, section 2.3.1).
LATEST = 2**32 - 1

_SECONDS = re.compile("[0-9]{1,10}")


class MomentError(Exception):
    """The environment dates the build by what no build can state."""


def possible(seconds: str | None) -> bool:
    """Whether a text is whole seconds since 1970 that every format of a site can hold."""
    return bool(seconds and _SECONDS.fullmatch(seconds) and int(seconds) <= LATEST)


def date_build(
    variables: MutableMapping[str, str],
    root: Path,
    versions: Sequence[Version],
    signatories: Iterable[Signatory],
) -> None:
    """Date a build in the variables of the environment by its sources, unless they date it."""
    if not given_moment(variables):
        variables.update(dated(moment(root, versions, signatories)))


def given_moment(variables: Mapping[str, str]) -> str:
    """The moment that the environment sets; empty if none, or if an earlier build set it."""
    given = variables.get(VARIABLE, "")
    return "" if given == variables.get(_OWN) else given


def dated(seconds: str) -> dict[str, str]:
    """The environment variables that date a build and mark the moment as set by a build."""
    return {VARIABLE: seconds, _OWN: seconds}


def wrong_moment(given: str) -> str:
    """The message of a problem with the value of the variable; empty if it is valid or empty."""
    if not given or possible(given):
        return ""
    wanted = f"give whole seconds since 1970, at most {LATEST}, or unset it"
    return f"{VARIABLE} {quoted(given)} is not a moment that a build can state; {wanted}"


def moment(root: Path, versions: Sequence[Version], signatories: Iterable[Signatory]) -> str:
    """Seconds from 1970 to the last commit or, without git, to the newest event of a site.

    So a site that was downloaded as an archive is dated, too. A site without events is dated 0.
    """
    seconds = committed(root)
    return seconds if seconds and possible(seconds) else str(_newest_event(versions, signatories))


def _newest_event(versions: Sequence[Version], signatories: Iterable[Signatory]) -> int:
    """Seconds from 1970 to the first day of the newest event, between 0 and `LATEST`."""
    last = newest(events(versions, signatories))
    if last is None:
        return 0
    moment = datetime.combine(last.entered.first_day, time(), UTC)
    return min(max(0, int(moment.timestamp())), LATEST)
