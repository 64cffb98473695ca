"""The people of a source under the roles of CSL (CSL 1.0.2, appendix IV)."""

from pybtex.database import Entry, Person

from ..style.people import is_institution, parts_of, persons_of, shown_name
from .fields import Fields

_ROLES = {
    "author": "author",
    "editor": "editor",
    "translator": "translator",
    "bookauthor": "container-author",
}
# BibLaTeX's `editortype`; what CSL does not know is a minor contributor to it.
_EDITOR_TYPES = {
    "compiler": "compiler",
    "composer": "composer",
    "director": "director",
    "editor": "editor",
    "illustrator": "illustrator",
    "narrator": "narrator",
    "organizer": "organizer",
    "performer": "performer",
    "producer": "producer",
    "scriptwriter": "script-writer",
    "translator": "translator",
}
_CONTRIBUTOR = "contributor"
_OTHERS = "others"

Names = list[dict[str, str]]


def contributors(entry: Entry, fields: Fields) -> tuple[dict[str, Names], dict[str, str]]:
    """The people by their roles in CSL, and by those of BibLaTeX that CSL does not tell apart.

    'and others' is nobody: CSL shortens lists itself, so it is named beside the people.
    """
    people, unnamed = dict[str, Names](), dict[str, str]()
    for role in map(str.lower, entry.persons):
        persons = persons_of(entry, role)
        if not persons:
            continue
        kind = fields.take(f"{role}type").lower()
        variable = _variable(entry, role, kind)
        shown = [person for person in persons if shown_name(person) != _OTHERS]
        people.setdefault(variable, []).extend(map(_name, shown))
        if variable == _CONTRIBUTOR:
            unnamed[kind or role] = ", ".join(map(shown_name, shown))
        if len(shown) < len(persons):
            unnamed["and-others"] = ", ".join(filter(None, (unnamed.get("and-others"), role)))
    return people, unnamed


def _variable(entry: Entry, role: str, kind: str) -> str:
    """The variable of CSL for a role, or for the kind of editor that somebody was."""
    if role == "holder":  # of a patent, whose holder is its author where nobody else is
        return _CONTRIBUTOR if persons_of(entry, "author") else "author"
    if role.startswith("editor"):
        return _EDITOR_TYPES.get(kind or "editor", _CONTRIBUTOR)
    return _ROLES.get(role, _EDITOR_TYPES.get(role, _CONTRIBUTOR))


def _name(person: Person) -> dict[str, str]:
    """A person by the parts of the name, an institution by its name as a whole."""
    if is_institution(person):
        return {"literal": shown_name(person)}
    return parts_of(person)
