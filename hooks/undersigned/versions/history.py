"""What a change does to versions that were published before it: nothing, or it is refused."""

from collections.abc import Iterable, Iterator, Mapping

from ..dates import stated_date
from ..reading.reader import read_entries
from ..reading.source import Entry, Source
from ..reporting.problems import Problem
from .carrying import carried_over
from .listed import NUMBER, PATH
from .version import Version


def trespasses(before: str, after: str, standing: Iterable[Entry]) -> Iterator[Problem]:
    """The problems of a change to versions.yml, beside those of the list as it is now.

    Digests stay, and so do the signatures of the entries that the change leaves standing.
    """
    yield from _rewritten(before, after)
    if published := _listed_in(before):
        yield from carried_over(standing, published, _listed_in(after))


def _rewritten(before: str, after: str) -> Iterator[Problem]:
    """A digest could be edited together with its text, and the two would agree again."""
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


def _listed_in(text: str) -> list[Version]:
    """The versions of a list by number and date alone, as far as they can be read."""
    found = []
    for number, entry in _by_number(text).items():
        published = entry.get("published")
        when = stated_date(published.value) if published else None
        if when is not None and NUMBER.fullmatch(number):
            found.append(Version(number, when, ""))
    return found
