"""Versions for tests."""

from undersigned.dates import StatedDate
from undersigned.statement.version import Version


def version(number: str, year: int = 2023, month: int = 3, day: int | None = None) -> Version:
    """A version published on a date, its words its number."""
    return Version(number, StatedDate(year, month, day), f"Words of {number}\n")
