"""Lists of entries that people keep: a file in canonical order, and a folder of drop-ins beside it.

A drop-in is a file with one new entry, so that no two contributors edit the same lines; a fold
moves it into the list.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

from .fields import FIELDS, Field
from .identity import canonical_key, id_of
from .paths import DROP_INS, REGISTER, SCHEMA

# The values of an entry by the names of its fields; several of one have line feeds between them.
Values = Mapping[str, str]


@dataclass(frozen=True)
class EntryList:
    """A list that people keep: where it is, which fields its entries have, in what order.

    `id_of` is what an entry is known by and its drop-in is named after, `key` that by which entries
    are sorted; those that differ in the field `named_by` are not the same. `schema` is the path of
    the JSON Schema that editors use. A list that is `optional` needs no file.
    """

    path: str
    drop_ins: str
    fields: tuple[Field, ...]
    id_of: Callable[[Values], str]
    key: Callable[[Values], tuple[str, ...]]
    schema: str
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

    def holds(self, path: str) -> bool:
        """Whether a path is that of the list, or in its folder of drop-ins."""
        return path == self.path or path.startswith(f"{self.drop_ins}/")

    def drop_in_of(self, values: Values) -> str:
        """The path of the drop-in of an entry."""
        return f"{self.drop_ins}/{self.id_of(values)}.yml"


SIGNATORIES = EntryList(REGISTER, DROP_INS, FIELDS, id_of, canonical_key, SCHEMA)
