"""Folding drop-ins into the register, such that a fold may be repeated after a crash."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from ..register.entries import identity
from .annotated import AnnotatedEntry, AnnotatedField, AnnotatedRegister


@dataclass(frozen=True, slots=True)
class Fold:
    """The register including the entries of the drop-ins, and how many of these are new to it."""

    register: AnnotatedRegister
    new: int


class DropIn(NamedTuple):
    """The entries of a drop-in, and the day on which it came to the main branch."""

    register: AnnotatedRegister
    listed: date


def folded(register: AnnotatedRegister, drop_ins: Sequence[DropIn]) -> Fold:
    """The register with the entries of all drop-ins, including their comments.

    Each entry that is new says when it was `listed`. Of an entry that is in the register already,
    field for field but for that, only the comments that are missing there are added: an earlier
    fold was interrupted before it deleted the drop-in.
    """
    entries = list(register.entries)
    positions = {identity(entry.values): number for number, entry in enumerate(entries)}
    before = len(entries)
    for drop_in in drop_ins:
        for each in drop_in.register.entries:
            entry = _with_file_comments(drop_in.register, each)
            position = positions.setdefault(identity(entry.values), len(entries))
            if position == len(entries):
                entries.append(_with_day(entry, drop_in.listed))
            else:
                entries[position] = _with_missing_comments(entries[position], entry)
    return Fold(replace(register, entries=tuple(entries)), len(entries) - before)


def _with_day(entry: AnnotatedEntry, listed: date) -> AnnotatedEntry:
    """The entry with the day on which it was listed, unless it states one."""
    if "listed" in entry.values:
        return entry
    return replace(entry, fields=(*entry.fields, AnnotatedField("listed", listed.isoformat())))


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
