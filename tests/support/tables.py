"""Entries for tests, given one by one, as the package writes them by columns."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from undersigned.data.columns import columns_of
from undersigned.data.register_text import register_text
from undersigned.data.signatories import FIELD_NAMES
from undersigned.data.table import table


def table_of(records: Iterable[Mapping[str, Any]], names: Sequence[str]) -> str:
    """The table of these entries."""
    return "".join(table(columns_of(records, names), names))


def register_of(records: Iterable[Mapping[str, Any]]) -> str:
    """The register of these entries, of whose values only those of its fields count."""
    columns = columns_of(records, FIELD_NAMES)
    return register_text({name: cells for name, cells in columns.items() if any(cells)})
