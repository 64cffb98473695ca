"""The people of a source under the roles of CSL (CSL 1.0.2, appendix IV)."""

from pybtex.database import Entry, Person

from ..style.roles import role_of
from ..values.people import OTHERS, ROLES, is_institution, parts_of, persons_of, shown_name
from .fields import Fields

_CONTRIBUTOR = "contributor"

Names = list[dict[str, str]]


def contributors(entry: Entry, fields: Fields) -> tuple[dict[str, Names], dict[str, str]]:
    """The people by their roles in CSL, and by those of BibLaTeX that CSL does not tell apart.

    'and others' is nobody: CSL shortens lists itself, so it is named beside the people.
    """
    people, unnamed = dict[str, Names](), dict[str, str]()
    for role in filter(entry.persons.__contains__, ROLES):
        persons = {name: person for person in entry.persons[role] if (name := shown_name(person))}
        if not persons:
            continue
        kind = fields.take(f"{role}type").lower()
        variable = _variable(entry, role)
        others = persons.pop(OTHERS, None)
        listed = people.setdefault(variable, [])
        listed += [
            named for name, each in persons.items() if (named := _name(each, name)) not in listed
        ]
        if variable == _CONTRIBUTOR:
            unnamed[kind or role] = ", ".join(persons)
        if others:
            unnamed["and-others"] = ", ".join(filter(None, (unnamed.get("and-others"), role)))
    return people, unnamed


def _variable(entry: Entry, role: str) -> str:
    """The variable of CSL for a role; what CSL does not know is a minor contributor to it."""
    if role == "holder":  # of a patent, whose holder is its author where nobody else is
        return _CONTRIBUTOR if persons_of(entry, "author") else "author"
    return role_of(entry, role).csl


def _name(person: Person, shown: str) -> dict[str, str]:
    """A person by the parts of the name, an institution by its name as a whole."""
    return {"literal": shown} if is_institution(person) else parts_of(person)
