"""Fields that remember which of them were read."""

from collections.abc import Iterator, Mapping

from .model import FIELDS
from .reading.source import Text


class Watched(Mapping[str, Text]):
    """The fields of an entry; `read` tells what was asked of them, and where there was nothing.

    Whoever goes through all of them has read each, and that the others are absent.
    """

    def __init__(self, fields: Mapping[str, Text]) -> None:
        self._fields = fields
        self.read: dict[str, Text | None] = {}

    def __getitem__(self, name: str) -> Text:
        self.read[name] = self._fields.get(name)
        return self._fields[name]

    def __iter__(self) -> Iterator[str]:
        self.read |= {field.name: self._fields.get(field.name) for field in FIELDS}
        return iter(self._fields)

    def __len__(self) -> int:
        return sum(1 for _ in self)
