"""What a change does to versions that were published before it: nothing, or it is refused."""

from collections.abc import Iterator, Mapping

from ..reading.reader import read_entries
from ..reading.source import Entry, Source
from ..reporting.problems import Problem
from .listed import PATH


def rewritten(before: str, after: str) -> Iterator[Problem]:
    """A problem for each version whose digest a change to versions.yml replaces or removes.

    A digest could be edited together with its text, and the two would agree again.
    """
    present = _by_number(after)
    for number, old in _by_number(before).items():
        stated = old.get("sha256")
        if stated is None:
            continue
        entry = present.get(number)
        lock = entry.get("sha256") if entry else None
        if entry is None:
            message = f"version '{number}' was published, and is no longer listed; put it back"
            yield Problem(PATH, 1, 1, message)
        elif lock is None or lock.value != stated.value:
            message = (
                f"version '{number}' was published with the sha256 {stated.value[:12]}…, which"
                " stays as it is; put it and its text back, and publish other words as a new"
                " version"
            )
            yield entry.problem(message, "sha256")


def _by_number(text: str) -> Mapping[str, Entry]:
    entries, _ = read_entries(Source(PATH, text))
    return {number.value: entry for entry in entries if (number := entry.get("version"))}
