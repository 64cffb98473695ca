"""Signatures stay with the words that were signed, whatever is published afterwards."""

from collections.abc import Iterable, Iterator, Sequence

from ..dates import StatedDate, stated_date
from ..reading.source import Entry
from ..reporting.problems import Problem, quoted
from .version import Version, endorsed_by_default, may_be_signed


def carried_over(
    entries: Iterable[Entry], before: Sequence[Version], after: Sequence[Version]
) -> Iterator[Problem]:
    """A problem for each signatory that other versions, or other dates, would move to other words.

    An entry without `endorses` is for what was in force on its date, so a version that is dated
    back would change what somebody has signed. Of a first version, those are told who signed
    before there was one.
    """
    for entry in entries:
        signed = entry.get("signed")
        when = stated_date(signed.value) if signed else None
        if when is not None and entry.get("endorses") is None and after:
            yield from _moved(entry, when, before, after)


def _moved(
    entry: Entry, when: StatedDate, before: Sequence[Version], after: Sequence[Version]
) -> Iterator[Problem]:
    name = entry.get("name")
    who = quoted(name.value) if name else "the entry"
    new = endorsed_by_default(after, when).number
    if not before:
        if not may_be_signed(after[0], when):
            message = f"{who} signed on {when}, before version '{new}' was published"
            yield entry.problem(f"{message}; check both dates", "signed")
        return
    old = endorsed_by_default(before, when).number
    if new != old:
        yield entry.problem(
            f"{who} signed version '{old}' on {when}, and would pass to version '{new}'; state"
            f" which it endorses by 'endorses: \"{old}\"', or publish with a later date",
            "signed",
        )
