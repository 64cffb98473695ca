"""Drop-ins moved into the register, so that a crash at any point loses nothing."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from .annotated import AnnotatedEntry, AnnotatedRegister


@dataclass(frozen=True, slots=True)
class Fold:
    """The register with the drop-ins' entries in it, and how many it did not have before."""

    register: AnnotatedRegister
    new: int


def folded(register: AnnotatedRegister, drop_ins: Sequence[AnnotatedRegister]) -> Fold:
    """The register with every drop-in's entry and all of its comments.

    An entry that stands in the register already, field for field, gives only the comments that
    are missing there: an earlier fold was stopped before it deleted the drop-in.
    """
    entries = list(register.entries)
    places = {_identity(entry.values): number for number, entry in enumerate(entries)}
    before = len(entries)
    for drop_in in drop_ins:
        for each in drop_in.entries:
            entry = _with_file_comments(drop_in, each)
            place = places.setdefault(_identity(entry.values), len(entries))
            if place == len(entries):
                entries.append(entry)
            else:
                entries[place] = _with_missing_comments(entries[place], entry)
    return Fold(replace(register, entries=tuple(entries)), len(entries) - before)


def _identity(values: dict[str, str]) -> frozenset[tuple[str, str]]:
    return frozenset(values.items())


def _with_file_comments(drop_in: AnnotatedRegister, entry: AnnotatedEntry) -> AnnotatedEntry:
    """The entry with the comments of its file; an editor's line about the file is left behind."""
    head, tail = (tuple(filter(None, lines)) for lines in (drop_in.head, drop_in.tail))
    return replace(entry, lead=head + entry.lead, foot=entry.foot + tail)


def _with_missing_comments(entry: AnnotatedEntry, copy: AnnotatedEntry) -> AnnotatedEntry:
    known = {_words(comment) for comment in entry.comments}
    missing = (comment for comment in copy.comments if _words(comment) not in known)
    return replace(entry, lead=(*entry.lead, *missing))


def _words(comment: str) -> str:
    return comment.lstrip("#").strip()
