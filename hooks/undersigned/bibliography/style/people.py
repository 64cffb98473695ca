"""Who made a source: persons as 'Given Family', institutions whole."""

from collections.abc import Sequence

from pybtex.database import Entry, Person

from .latex import plain

# More names than these end in 'and others'.
NAMED_AT_MOST = 4
# Whose names BibTeX takes apart; pybtex by itself knows the first two alone.
ROLES = ("author", "editor", "translator", "bookauthor", "holder")

_OTHERS = "others"
_ARTICLES = ("the ", "a ", "an ")


def shown_names(persons: Sequence[Person]) -> str:
    """Up to four names, then 'and others'; empty where nobody is named.

    Semicolons part them where a comma is part of a name.
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
    """The names of editors, and that they are editors."""
    return f"{shown_names(editors)} ({'eds' if len(editors) > 1 else 'ed.'})"


def shown_name(person: Person) -> str:
    """One name in the order in which it is spoken."""
    name = " ".join(filter(None, (given(person), family(person))))
    lineage = _joined(person.lineage_names)
    return f"{name} {lineage}".strip() if name else lineage


def given(person: Person) -> str:
    """The given names."""
    return _joined([*person.first_names, *person.middle_names])


def family(person: Person) -> str:
    """The family name with what stands before it, such as 'van der'; of an institution, all."""
    return _joined([*person.prelast_names, *person.last_names])


def parts_of(person: Person) -> dict[str, str]:
    """The parts of a person’s name as CSL-JSON calls them; those that it has."""
    parts = {
        "family": _joined(person.last_names),
        "given": given(person),
        "non-dropping-particle": _joined(person.prelast_names),
        "suffix": _joined(person.lineage_names),
    }
    return {name: part for name, part in parts.items() if part}


def is_institution(person: Person) -> bool:
    """Whether it is one name in braces, which BibTeX does not take apart."""
    return not given(person) and len(person.last_names) == 1 and not person.prelast_names


def filed_under(person: Person) -> str:
    """The name as an alphabet wants it: the family name first, no article."""
    if is_institution(person):
        return without_article(family(person))
    parts = (_joined(person.last_names), given(person), _joined(person.prelast_names))
    return ", ".join(part for part in parts if part)


def without_article(title: str) -> str:
    """The title from its first letter or digit on, without a leading English article."""
    start = next((place for place, sign in enumerate(title) if sign.isalnum()), 0)
    bare = title[start:]
    for article in _ARTICLES:
        if bare.lower().startswith(article) and bare[len(article) :].strip():
            return bare[len(article) :].lstrip()
    return bare


def persons_of(entry: Entry, role: str) -> list[Person]:
    """Those of a role that have a name at all."""
    return [person for person in entry.persons.get(role, []) if shown_name(person)]


def _joined(parts: Sequence[str]) -> str:
    return " ".join(name for part in parts if (name := plain(part).strip(" ,")))
