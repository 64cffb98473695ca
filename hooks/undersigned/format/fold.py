"""Folding drop-ins into the register, such that a fold may be repeated after a crash."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from .annotated import AnnotatedEntry, AnnotatedRegister


@dataclass(frozen=True, slots=True)
class Fold:
    """The register including the entries of the drop-ins, and how many of these are new to it."""

    register: AnnotatedRegister
    new: int


def folded(register: AnnotatedRegister, drop_ins: Sequence[AnnotatedRegister]) -> Fold:
    """The register with the entries of all drop-ins, including their comments.

    Of an entry that is in the register already, field for field, only the comments that are
    missing there are added: an earlier fold was interrupted before it deleted the drop-in.
    """
    entries = list(register.entries)
    positions = {_identity(entry.values): number for number, entry in enumerate(entries)}
    before = len(entries)
    for drop_in in drop_ins:
        for each in drop_in.entries:
            entry = _with_file_comments(drop_in, each)
            position = positions.setdefault(_identity(entry.values), len(entries))
            if position == len(entries):
                entries.append(entry)
            else:
                entries[position] = _with_missing_comments(entries[position], entry)
    return Fold(replace(register, entries=tuple(entries)), len(entries) - before)


def _identity(values: dict[str, str]) -> frozenset[tuple[str, str]]:
    return frozenset(values.items())


def _with_file_comments(drop_in: AnnotatedRegister, entry: AnnotatedEntry) -> AnnotatedEntry:
    """The entry with the comments of its file, but not its modelines, which concern the file."""
    head, tail = (tuple(filter(None, lines)) for lines in (drop_in.head, drop_in.tail))
    return replace(entry, lead=head + entry.lead, foot=entry.foot + tail)


def _with_missing_comments(entry: AnnotatedEntry, copy: AnnotatedEntry) -> AnnotatedEntry:
    known = {_words(comment) for comment in entry.comments}
    missing = (comment for comment in copy.comments if _words(comment) not in known)
    return replace(entry, lead=(*entry.lead, *missing))


def _words(comment: str) -> str:
    return comment.lstrip("#").strip()
