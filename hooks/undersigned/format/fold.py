"""Folding drop-ins into their list, such that a fold may be repeated after a crash."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from ..register.entries import identity
from .annotated import AnnotatedEntry, AnnotatedField, AnnotatedList


class Remark(NamedTuple):
    """A comment of the drop-in at a path, and whether it is kept in the list."""

    path: str
    comment: str
    kept: bool


@dataclass(frozen=True, slots=True)
class Fold:
    """The list merged with the entries of its drop-ins, and how many of these are new to it.

    `remarks` are all comments that the drop-ins bring.
    """

    merged: AnnotatedList
    new: int
    remarks: tuple[Remark, ...] = ()


class DropIn(NamedTuple):
    """The entries of a drop-in, the day on which it came to the main branch, and its path."""

    read: AnnotatedList
    listed: date
    path: str = ""


def folded(known: AnnotatedList, drop_ins: Sequence[DropIn]) -> Fold:
    """A list with the entries of all drop-ins, including their comments.

    Lines that name a schema concern the file and are left out; the list has its own. Each entry
    that is new says when it was `listed`. Of an entry that is in the list already, field for
    field but for that, only the comments that are missing there are added: an earlier fold was
    interrupted before it deleted the drop-in.
    """
    entries = list(known.entries)
    positions = {identity(entry.values): number for number, entry in enumerate(entries)}
    before = len(entries)
    remarks: list[Remark] = []
    for drop_in in drop_ins:
        remarks += (Remark(drop_in.path, each, False) for each in drop_in.read.modelines)
        for each in drop_in.read.entries:
            entry = _with_file_comments(drop_in.read, each)
            position = positions.setdefault(identity(entry.values), len(entries))
            if position == len(entries):
                kept = entry.comments
                entries.append(_with_day(entry, drop_in.listed))
            else:
                kept = _missing(entries[position], entry)
                entries[position] = _with(entries[position], kept)
            remarks += (Remark(drop_in.path, comment, True) for comment in kept)
    return Fold(replace(known, entries=tuple(entries)), len(entries) - before, tuple(remarks))


def _with_day(entry: AnnotatedEntry, listed: date) -> AnnotatedEntry:
    """The entry with the day on which it was listed, unless it states one."""
    if "listed" in entry.values:
        return entry
    return replace(entry, fields=(*entry.fields, AnnotatedField("listed", listed.isoformat())))


def _with_file_comments(drop_in: AnnotatedList, entry: AnnotatedEntry) -> AnnotatedEntry:
    """The entry with the comments of its file, but not its modelines, which concern the file."""
    head, tail = (tuple(filter(None, lines)) for lines in (drop_in.head, drop_in.tail))
    return replace(entry, lead=head + entry.lead, foot=entry.foot + tail)


def _missing(entry: AnnotatedEntry, copy: AnnotatedEntry) -> tuple[str, ...]:
    """The comments of a copy that an entry lacks."""
    known = {_words(comment) for comment in entry.comments}
    return tuple(comment for comment in copy.comments if _words(comment) not in known)


def _with(entry: AnnotatedEntry, comments: tuple[str, ...]) -> AnnotatedEntry:
    return replace(entry, lead=(*entry.lead, *comments))


def _words(comment: str) -> str:
    return comment.lstrip("#").strip()
