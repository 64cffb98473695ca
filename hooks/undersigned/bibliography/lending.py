"""What `@xdata` entries lend: each is used, and what it lends is shown somewhere."""

from collections.abc import Iterator, Mapping, Sequence

from pybtex.database import Entry

from ..problem import Problem, quoted
from .crossref import data_of
from .rules.fields import Kind, lost_fields
from .rules.reference import Reference
from .values.entry_types import XDATA
from .values.field_table import SHOWN


def lent_fields_are_shown(
    references: Sequence[Reference], sources: Mapping[str, Entry]
) -> Iterator[Problem]:
    """Some source takes the fields of every `@xdata`, and some reference shows each of them."""
    lenders = [reference for reference in references if reference.type == XDATA]
    users = _users(references, sources) if lenders else {}
    tried: dict[Kind, frozenset[str]] = {}
    for lender in lenders:
        lost = [name for name in filter(lender.states, lender.fields) if name in SHOWN]
        for source in (taking := users.get(lender.key.lower(), [])):
            lost = list(lost_fields(lender, lost, source, tried)) if lost else lost
        if not taking:
            message = f"no source takes the fields of @xdata {quoted(lender.key)}"
            yield lender.note(f"{message}; name it in the xdata of one, or remove it")
            continue
        for name in lost:
            message = f"field {quoted(name)} of '@xdata' is not shown in any reference"
            yield lender.note(f"{message}; put what readers need into 'note', or remove it", name)


def _users(
    references: Sequence[Reference], sources: Mapping[str, Entry]
) -> Mapping[str, list[Entry]]:
    """The sources that have fields from each `@xdata`, by its key in lower case."""
    known = {each.key.lower(): each.entry for each in references}
    users: dict[str, list[Entry]] = {}
    for reference in references:
        if reference.states("xdata") and (source := sources.get(reference.key)):
            for data in data_of(reference.entry, known):
                users.setdefault(str(data.key).lower(), []).append(source)
    return users
