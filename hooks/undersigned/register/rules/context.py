"""The context of rules: what they may depend on besides the entry."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone

from ...statement.version import Version


@dataclass(frozen=True, slots=True)
class Context:
    """The day after which dates are in the future, and the published versions, oldest first."""

    today: date
    versions: Sequence[Version]


def latest_today() -> date:
    """Today's date at UTC+14, where a day begins first, so that no time zone's today is refused."""
    return datetime.now(timezone(timedelta(hours=14))).date()
