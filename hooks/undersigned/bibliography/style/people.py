"""The names of authors, editors and other contributors, persons and institutions."""

from collections.abc import Sequence

from pybtex.database import Entry, Person

from .latex import plain

# After so many names a list ends in 'and others'.
NAMED_AT_MOST = 4
# The fields that hold names; pybtex by default parses the first two alone.
ROLES = ("author", "editor", "translator", "bookauthor", "holder")

_OTHERS = "others"
_ARTICLES = ("the ", "a ", "an ")


def shown_names(persons: Sequence[Person]) -> str:
    """Up to `NAMED_AT_MOST` names, then 'and others'; empty where there are none.

    Semicolons separate the names where one includes a comma.
    """
    names = [name for name in map(shown_name, persons) if name]
    shown = [name for name in names if name != _OTHERS][:NAMED_AT_MOST]
    if not shown:
        return ""
    listed = [*shown, _OTHERS] if len(shown) < len(names) else shown
    if len(listed) > 1 and any("," in name for name in listed):
        return f"{'; '.join(listed[:-1])}; and {listed[-1]}"
    return " and ".join(part for part in (", ".join(listed[:-1]), listed[-1]) if part)


def shown_editors(editors: Sequence[Person]) -> str:
    """The names of editors, followed by '(ed.)' or '(eds)'."""
    return f"{shown_names(editors)} ({'eds' if len(editors) > 1 else 'ed.'})"


def shown_name(person: Person) -> str:
    """A name in its natural order: given names, family name, lineage."""
    name = " ".join(filter(None, (given(person), family(person))))
    lineage = _joined(person.lineage_names)
    return f"{name} {lineage}".strip() if name else lineage


def given(person: Person) -> str:
    """The given names of a person."""
    return _joined([*person.first_names, *person.middle_names])


def family(person: Person) -> str:
    """The family name with its particle, such as 'van der'; the whole name of an institution."""
    return _joined([*person.prelast_names, *person.last_names])


def parts_of(person: Person) -> dict[str, str]:
    """The parts of a person’s name that are not empty, by their names in CSL-JSON."""
    parts = {
        "family": _joined(person.last_names),
        "given": given(person),
        "non-dropping-particle": _joined(person.prelast_names),
        "suffix": _joined(person.lineage_names),
    }
    return {name: part for name, part in parts.items() if part}


def is_institution(person: Person) -> bool:
    """Whether a name is an institution's: a single one in braces, which BibTeX does not split."""
    return not given(person) and len(person.last_names) == 1 and not person.prelast_names


def filed_under(person: Person) -> str:
    """The name as it is sorted: the family name first, an institution without its article."""
    if is_institution(person):
        return without_article(family(person))
    parts = (_joined(person.last_names), given(person), _joined(person.prelast_names))
    return ", ".join(part for part in parts if part)


def without_article(title: str) -> str:
    """The title from its first letter or digit on, without a leading English article."""
    start = next((at for at, character in enumerate(title) if character.isalnum()), 0)
    bare = title[start:]
    for article in _ARTICLES:
        if bare.lower().startswith(article) and bare[len(article) :].strip():
            return bare[len(article) :].lstrip()
    return bare


def persons_of(entry: Entry, role: str) -> list[Person]:
    """The persons of a role whose names are not empty."""
    return [person for person in entry.persons.get(role, []) if shown_name(person)]


def _joined(parts: Sequence[str]) -> str:
    return " ".join(name for part in parts if (name := plain(part).strip(" ,")))
