"""What a rule may need to know besides the entry."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone

from ...statement.version import Version


@dataclass(frozen=True, slots=True)
class Context:
    """The day by which the future is judged, and the published versions, oldest first."""

    today: date
    versions: Sequence[Version]


def latest_today() -> date:
    """Today's date where the day begins first, at UTC+14, so that nobody's today is refused."""
    return datetime.now(timezone(timedelta(hours=14))).date()
