"""Sections of a summary: a heading, and so many entries beneath it as people read."""

from collections.abc import Iterable, Iterator

# How many items a section lists; the rest are counted.
MOST = 40


def section(title: str, entries: Iterable[Iterable[str]]) -> Iterator[str]:
    """A heading and the lines of the first `MOST` entries; nothing if there are none."""
    items = list(entries)
    if items:
        yield from ("", f"## {title}", "")
        yield from (line for each in items[:MOST] for line in each)
        if len(items) > MOST:
            yield f"- and {len(items) - MOST:,} more"
