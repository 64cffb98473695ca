"""A withdrawal, written into the entries of whoever withdraws."""

from dataclasses import replace

from ..identity import id_of
from .annotated import AnnotatedField, AnnotatedList

FIELD = "withdrawn"


def with_withdrawal(listed: AnnotatedList, who: str, day: str) -> AnnotatedList:
    """Entries of which those of a signatory, by its id, are withdrawn on a day.

    An entry that states a withdrawal keeps its own day.
    """
    withdrawn = AnnotatedField(FIELD, day)
    entries = (
        replace(entry, fields=(*entry.fields, withdrawn))
        if id_of(entry.values) == who and FIELD not in entry.values
        else entry
        for entry in listed.entries
    )
    return replace(listed, entries=tuple(entries))
