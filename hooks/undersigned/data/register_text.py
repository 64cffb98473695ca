"""The register as one file in canonical form, drop-ins included and without comments."""

import re
from collections.abc import Iterator, Sequence

from ..fields import FIELDS, Form
from ..format.canonical import canonical_entry, entry_of
from .columns import Column, Columns, batches, rows

# Its path on the site.
PATH = "signatories.yml"

# Values that the canonical form leaves without quotes. Words are longer than any that has a meaning
# in YAML, such as 'false', and have no character with one.
_VALUES = {
    Form.TEXT: r"[^\W\d_][\w.,&()“”’ -]{5,}+(?<=[\w.)”])",
    Form.KIND: r"[a-z-]++",
    Form.COUNTRY: r"[A-Z][A-Z]",
    Form.ADDRESS: r"""https://[!"$-9;-~]++""",
    Form.DAY: r"[0-9]{4}-[0-9]{2}-[0-9]{2}",
    Form.DAY_OR_MONTH: r"[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?",
    Form.SLUG: r"[a-z][a-z0-9-]{5,}+(?<!-)",
}
_OTHERS = {form: re.compile(rf"^(?!(?:{value})$)", re.M) for form, value in _VALUES.items()}
_ALL = re.compile("")
_FORMS = {field.name: field.form for field in FIELDS}


def register_text(stated: Columns) -> str:
    """The fields of entries, given in canonical order, as `undersigned format` writes them."""
    return "".join(register_pieces(stated))


def register_pieces(stated: Columns) -> Iterator[str]:
    """The text of a register in pieces of many entries."""
    before = ""
    for batch in batches(stated):
        first, *others = (_in_yaml(*each) for each in batch.items())
        columns = _behind("- ", first), *(_behind("\n  ", each) for each in others)
        yield before + rows(columns, "\n\n").removesuffix("\n")
        before = "\n"
    if not before:
        yield "[]\n"


def _in_yaml(name: str, cells: Sequence[str]) -> Column:
    """A field as YAML, without its indent; one test of all values shows that most are plain."""
    others = _OTHERS.get(_FORMS[name], _ALL)
    if _are_plain(others, cells):
        return Column(f"{name}: ", cells)
    known = {
        cell: f"{name}: {cell}"
        if _are_plain(others, (cell,))
        else canonical_entry(entry_of({name: cell})).removeprefix("- ")
        for cell in {*cells} - {""}
    }
    return Column("", [known.get(cell, "") for cell in cells])


def _are_plain(others: re.Pattern[str], cells: Sequence[str]) -> bool:
    lines = "\n".join(cells)
    return not others.search(lines) and lines.count("\n") < len(cells)


def _behind(indent: str, column: Column) -> Column:
    return column._replace(before=indent + column.before)
