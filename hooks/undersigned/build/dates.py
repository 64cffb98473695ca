"""Of which moment a build is: that of what it is made from, never that at which it is made.

The moment stands in an environment variable that every program of a build reads
(https://reproducible-builds.org/specs/source-date-epoch/). MkDocs writes it into the sitemap.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime, time
from pathlib import Path

from ..git import committed
from ..model import Signatory
from ..problem import quoted
from ..register.events import newest_events
from ..statement.version import Version

VARIABLE = "SOURCE_DATE_EPOCH"

# What an earlier build of the same process has put there: a preview goes on in one process.
_OWN = "UNDERSIGNED_DATED"

# MkDocs packs a moment into the 32 bits that a gzip file has for it (RFC 1952, section 2.3.1).
LATEST = 2**32 - 1

_SECONDS = re.compile("[0-9]{1,10}")


def possible(seconds: str | None) -> bool:
    """Whether a text is a moment that every file of a site can state."""
    return bool(seconds and _SECONDS.fullmatch(seconds) and int(seconds) <= LATEST)


def given_moment(variables: Mapping[str, str]) -> str:
    """The moment that whoever builds has set; empty where none is, or an earlier build set it."""
    given = variables.get(VARIABLE, "")
    return "" if given == variables.get(_OWN) else given


def dated(seconds: str) -> dict[str, str]:
    """The variables that date a build, and say that it was not whoever builds who did."""
    return {VARIABLE: seconds, _OWN: seconds}


def wrong_moment(given: str) -> str:
    """What is wrong with the variable as it is set; nothing where it is well or empty."""
    if not given or possible(given):
        return ""
    wanted = f"give whole seconds since 1970, at most {LATEST}, or unset it"
    return f"{VARIABLE} {quoted(given)} is not a moment that a build can state; {wanted}"


def moment(root: Path, versions: Sequence[Version], signatories: Iterable[Signatory]) -> str:
    """Seconds from 1970 to the last commit; without one, to the newest event of a site.

    So a downloaded archive has a moment too, and a site on which nothing has happened the first.
    """
    seconds = committed(root)
    return seconds if seconds and possible(seconds) else str(_newest(versions, signatories))


def _newest(versions: Sequence[Version], signatories: Iterable[Signatory]) -> int:
    events = newest_events(versions, signatories, 1)
    days = (event.date.first_day for event in events)
    moments = (datetime.combine(day, time(), UTC).timestamp() for day in days)
    return min(max(0, int(next(moments, 0))), LATEST)
