"""The http addresses in a bibliography, each at the position where it is written."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ..text.source import Source, line_starts, place_in
from .bibtex.items import BibField, ItemType
from .library import read_items
from .rules.addresses import ADDRESS_FIELDS, TEXT_FIELDS, insecure_in_text
from .values.links import addresses_written

_HTTP = re.compile(r"(?<![\w/=])http://", re.I)


class Insecure(NamedTuple):
    """An http address as links have it, in a field, with the place at which it is written."""

    field: str
    address: str
    line: int
    column: int
    position: int


def insecure_in(source: Source) -> Iterator[Insecure]:
    """The http addresses of sources that stand in their entries, in the order of the file.

    An address that is put together from strings stands nowhere as a whole.
    """
    items, _ = read_items(source)
    starts = line_starts(source.text)
    for item in items:
        for field in item.fields if item.kind is ItemType.ENTRY else ():
            yield from _in_field(source.text, field, starts)


def _in_field(text: str, field: BibField, starts: Sequence[int]) -> Iterator[Insecure]:
    name, raw, line, column = field.name.value.lower(), *field.value
    begin = starts[line - 1] + column - 1
    found = [begin + match.start() for match in _HTTP.finditer(raw)]
    addresses = _addresses(name, raw[1:-1]) if found and raw[0] in '{"' else []
    if len(found) != len(addresses) or text[begin : begin + len(raw)] != raw:
        return
    for position, address in zip(found, addresses, strict=True):
        yield Insecure(name, address, *place_in(starts, position), position)


def _addresses(name: str, value: str) -> list[str]:
    """The http addresses that the rules of sources report in a value."""
    if name in ADDRESS_FIELDS:
        return [each for each in addresses_written(value) if each[:5].lower() == "http:"]
    return insecure_in_text(value) if name in TEXT_FIELDS else []
