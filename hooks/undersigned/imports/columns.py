"""Which column of a list gives which field: guessed from headings, or said."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from ..data.signatories import FIELD_NAMES
from ..fields import BY_NAME, Kind
from ..problem import counted, quoted
from .headings import is_of_organisation, key_of, meaning_of, part_of_name
from .table import Table

_ADDRESS = re.compile(r"(https?://|www\.)\S+", re.IGNORECASE)

# Columns by the field that they give. Several are the parts of one value, such as a person's names.
Found = Mapping[str, tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns that are `taken`, and those that perhaps give a field, of which one may be."""

    taken: Found = field(default_factory=dict)
    unsure: Found = field(default_factory=dict)

    def chosen(self, name: str, positions: tuple[int, ...]) -> "Columns":
        """These with other columns for a field, or none, which then give no other field."""
        rest = {other: each for other, each in self.taken.items() if other != name}
        taken = {other: each for other, each in rest.items() if set(each).isdisjoint(positions)}
        unsure = {
            other: left
            for other, each in self.unsure.items()
            if other != name and (left := tuple(at for at in each if at not in positions))
        }
        return Columns(taken | ({name: positions} if positions else {}), unsure)


def guessed(table: Table, kind: str = "") -> Columns:
    """The columns of a table as its headings suggest, for signatories of a kind if all are of one.

    A site's own table gives every field by its name. A heading that two columns have, or that may
    mean something else, is unsure.
    """
    if table.is_own:
        own: Found = {
            each: (table.headings.index(each),) for each in FIELD_NAMES if each in table.headings
        }
        return Columns(own)
    sure: dict[str, list[int]] = {}
    perhaps: dict[str, list[int]] = {}
    for position in range(len(table.headings)):
        name, certain = _meaning(table, position)
        if name:
            (sure if certain else perhaps).setdefault(name, []).append(position)
    taken, unsure = _names(table, kind, sure)
    for name, positions in sure.items():
        if len(positions) == 1:
            taken.setdefault(name, (positions[0],))
        else:
            unsure.setdefault(name, tuple(positions))
    unsure = {name: tuple(each) for name, each in perhaps.items() if name not in sure} | unsure
    return Columns(taken, {name: each for name, each in unsure.items() if name not in taken})


def _meaning(table: Table, position: int) -> tuple[str, bool]:
    """The field that a column gives, if any, and whether that is certain: two headings are not.

    Under 'id' often stand the numbers of rows, and under 'statement' the addresses of statements.
    """
    heading = table.headings[position]
    meaning = meaning_of(heading)
    key, values = key_of(heading), table.column(position)
    if key == "id" and not any(each.strip().isdigit() for each in values):
        return "id", True
    if key == "statement" and not any(map(_ADDRESS.match, map(str.strip, values))):
        return "statement", True
    return (meaning.field, meaning.sure) if meaning else ("", False)


def _names(
    table: Table, kind: str, sure: dict[str, list[int]]
) -> tuple[dict[str, tuple[int, ...]], dict[str, tuple[int, ...]]]:
    """The columns of names, taken out of `sure`, and those of which one is.

    Beside the name of a person, an organisation is the affiliation; beside that of an organisation,
    a person is a contact. Where both are there, the kind of signatory tells which is which.
    """
    candidates = sure.pop("name", [])
    of_bodies = [at for at in candidates if is_of_organisation(table.headings[at])]
    people = [(at,) for at in candidates if at not in of_bodies] or parted_names(table)
    if kind == Kind.INDIVIDUAL and len(people) == 1:
        if len(of_bodies) == 1 and "affiliation" not in sure:
            return {"name": people[0], "affiliation": (of_bodies[0],)}, {}
        return {"name": people[0]}, {}
    if kind and len(of_bodies) == 1:
        return {"name": (of_bodies[0],)}, {}
    if len(people) + len(of_bodies) == 1:
        return {"name": people[0] if people else (of_bodies[0],)}, {}
    every = tuple(sorted([*of_bodies, *(at for each in people for at in each)]))
    return {}, {"name": every} if every else {}


def parted_names(table: Table) -> list[tuple[int, ...]]:
    """The columns of given names and of family names, where there is one of each."""
    parts = [part_of_name(heading) for heading in table.headings]
    if parts.count(0) != 1 or parts.count(1) != 1:
        return []
    return [(parts.index(0), parts.index(1))]


def with_choices(
    columns: Columns, table: Table, choices: Sequence[str]
) -> tuple[Columns, list[str]]:
    """The columns with those that a person named, as ``FIELD=HEADING``, and what is wrong with it.

    ``#3`` is the third column, ``A+B`` joins two, and nothing behind ``=`` leaves the field out.
    """
    wrong: list[str] = []
    for choice in choices:
        name, equals, heading = choice.partition("=")
        name = name.strip().replace("-", "_")
        if not equals or name not in BY_NAME:
            wrong.append(f"{quoted(choice)} names no field; write FIELD=HEADING, as in name=Firma")
            continue
        positions, fault = _positions(table, heading)
        wrong += [fault] if fault else []
        columns = columns.chosen(name, positions)
    return columns, wrong


def _positions(table: Table, heading: str) -> tuple[tuple[int, ...], str]:
    """The positions of the columns that a person named, or what is wrong with the name."""
    if not heading.strip():
        return (), ""
    whole, fault = _position(table, heading)
    if "+" not in heading or not fault:
        return whole, fault
    parts = [_position(table, part) for part in heading.split("+")]
    faults = [fault for _, fault in parts if fault]
    return tuple(at for found, _ in parts for at in found), faults[0] if faults else ""


def _position(table: Table, heading: str) -> tuple[tuple[int, ...], str]:
    text = " ".join(heading.split())
    number = text.removeprefix("#")
    if number != text and number.isascii() and number.isdigit() and len(number) < 5:
        if 1 <= int(number) <= len(table.headings):
            return (int(number) - 1,), ""
        return (), f"there is no column {quoted(text)}; there are {len(table.headings)}"
    found = [at for at, each in enumerate(table.headings) if each == text]
    found = found or [at for at, each in enumerate(table.headings) if key_of(each) == key_of(text)]
    if len(found) == 1:
        return (found[0],), ""
    if not found:
        listed = ", ".join(map(quoted, table.headings[:20]))
        return (), f"no column is headed {quoted(text)}; the headings are {listed}"
    message = f"{counted(len(found), 'column')} are headed {quoted(text)}"
    return (), f"{message}; give the number of one, such as '#{found[0] + 1}'"
