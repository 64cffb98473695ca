"""Lists of entries that people keep: a file in canonical order, and a folder of drop-ins beside it.

A drop-in is a file with one new entry, so that no two contributors edit the same lines; a fold
moves it into the list.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import cached_property
from os.path import lexists
from pathlib import Path

from .fields import FIELDS, Field, Form
from .identity import canonical_key, id_of
from .paths import DEED_DROP_INS, DROP_INS, REGISTER, is_drop_in

# The values of an entry by the names of its fields; several of one have line feeds between them.
Values = Mapping[str, str]


@dataclass(frozen=True)
class EntryList:
    """A list that people keep: where it is, which fields its entries have, in what order.

    `id_of` is what an entry is known by and its drop-in is named after, `key` that by which entries
    are sorted; those that differ in the field `named_by` are not the same. A list that is
    `optional` needs no file.
    """

    path: str
    drop_ins: str
    fields: tuple[Field, ...]
    id_of: Callable[[Values], str]
    key: Callable[[Values], tuple[str, ...]]
    named_by: str = "name"
    optional: bool = False

    @cached_property
    def by_name(self) -> Mapping[str, Field]:
        """The fields by their names."""
        return {field.name: field for field in self.fields}

    @cached_property
    def several(self) -> frozenset[str]:
        """The names of the fields that take several values."""
        return frozenset(field.name for field in self.fields if field.several)

    @cached_property
    def positions(self) -> Mapping[str, int]:
        """The place of each field among those of an entry, from 0."""
        return {field.name: number for number, field in enumerate(self.fields)}

    def is_expected(self, root: Path) -> bool:
        """Whether a site must have the file of the list, or has one."""
        return not self.optional or lexists(root / self.path)

    @cached_property
    def _by_form(self) -> Mapping[Form, tuple[str, ...]]:
        return {
            form: tuple(field.name for field in self.fields if field.form is form) for form in Form
        }

    def of_form(self, form: Form) -> tuple[str, ...]:
        """The names of the fields of a form, in the order of the fields."""
        return self._by_form[form]

    def holds(self, path: str) -> bool:
        """Whether a path is that of the list, or in its folder of drop-ins."""
        return path == self.path or path.startswith(f"{self.drop_ins}/")

    def has_form(self, path: str) -> bool:
        """Whether a file of this path has the canonical form: the list, and each drop-in."""
        folder, _, name = path.rpartition("/")
        return path == self.path or (folder == self.drop_ins and is_drop_in(name))

    def drop_in_of(self, values: Values) -> str:
        """The path of the drop-in of an entry."""
        return f"{self.drop_ins}/{self.id_of(values)}.yml"


# Fields that the entries of one list have and those of no other, by the folder of its drop-ins.
_TELLING = {
    DROP_INS: frozenset(
        ("name", "kind", "country", "website", "signed", "evidence", "affiliation")
    ),
    DEED_DROP_INS: frozenset(("who", "principle", "deed", "found", "looked", "sources", "bearing")),
}


def folder_for(fields: Collection[str]) -> str:
    """The folder of drop-ins that an entry with such fields belongs into; empty if they tell none.

    The most of its fields decide, for a field of another list may be a slip.
    """
    counts = {folder: len(telling.intersection(fields)) for folder, telling in _TELLING.items()}
    first, second = sorted(counts.values(), reverse=True)[:2]
    return max(counts, key=counts.__getitem__) if first > second else ""


SIGNATORIES = EntryList(REGISTER, DROP_INS, FIELDS, id_of, canonical_key)
