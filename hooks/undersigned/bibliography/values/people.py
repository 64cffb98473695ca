"""The names of authors, editors and other contributors, persons and institutions."""

import re
from collections.abc import Sequence
from functools import cached_property

from pybtex.database import Entry, Person

from ...language.catalogue import ENGLISH, Catalogue
from ...language.enumerated import enumerated
from ..latex.reading import plain

# After so many names a list ends in 'and others'.
NAMED_AT_MOST = 4
# The fields of those who contributed to a source; pybtex by default parses the first two alone.
ROLES = (
    "author", "editor", "editora", "editorb", "editorc", "translator", "annotator", "commentator",
    "introduction", "foreword", "afterword", "bookauthor", "holder",
)  # fmt: skip
# All fields that hold names; `sortname` is the one under which a source is sorted.
LISTS = (*ROLES, "sortname")

# Scripts whose names stand in their own order, the family first and without a space; a name in
# katakana alone is a foreign one.
_EASTERN = (
    *(("\u2e80", "\u30ff"), ("\u3130", "\u318f"), ("\u31c0", "\u31ff")),
    *(("\u3400", "\u9fff"), ("\uac00", "\ud7af")),
)
KATAKANA = re.compile(r"[\u30a0-\u30ff]+")

# A particle that is written together with the name behind it: d'Alembert, al-Khwarizmi.
_JOINING = ("'", "’", "-", "‐")

# What stands at the end of a list for names that are not given.
OTHERS = "others"
_ARTICLES = ("the ", "a ", "an ")


class Name(Person):  # type: ignore[misc]
    """A name and its parts, as `written`.

    `by_prefix` is whether it is sorted by its particle, None where nothing says so. `unknown` are
    the parts of an extended name that nobody knows.
    """

    written: str = ""
    by_prefix: bool | None = None
    extended: bool = False
    unknown: tuple[str, ...] = ()

    @cached_property
    def shown(self) -> str:
        """The name in its natural order, of which a reference asks many times."""
        return _in_order(self)


def shown_names(persons: Sequence[Person], catalogue: Catalogue = ENGLISH) -> str:
    """Up to `NAMED_AT_MOST` names, then 'and others'; empty where there are none.

    Semicolons separate the names where one includes a comma.
    """
    names = [name for name in map(shown_name, persons) if name]
    shown = [name for name in names if name != OTHERS][:NAMED_AT_MOST]
    if not shown:
        return ""
    has_others, has_comma = len(shown) < len(names), any("," in name for name in shown)
    _ = catalogue.gettext
    if has_comma and (has_others or len(shown) > 1):
        between = catalogue.pgettext("between names", "; ")
        if has_others:
            return _("%(names)s; and others", names=between.join(shown))
        return _("%(names)s; and %(last)s", names=between.join(shown[:-1]), last=shown[-1])
    if has_others:
        between = catalogue.pgettext("between names", ", ")
        return _("%(names)s and others", names=between.join(shown))
    return enumerated(shown, catalogue)


def shown_name(person: Person) -> str:
    """A name in its natural order: given names, family name, lineage; a Han name in its own."""
    return person.shown if isinstance(person, Name) else _in_order(person)


def _in_order(person: Person) -> str:
    first, last, lineage = given(person), family(person), _joined(person.lineage_names)
    if first and last and all(map(is_eastern, first + last)):
        foreign = KATAKANA.fullmatch(first + last)
        return f"{first}・{last}" if foreign else f"{last}{first}{lineage}"
    return " ".join(filter(None, (first, last, lineage)))


def is_eastern(letter: str) -> bool:
    """Whether a letter is of a script whose names have the family first."""
    return any(first <= letter <= last for first, last in _EASTERN)


def given(person: Person) -> str:
    """The given names of a person."""
    return _joined([*person.first_names, *person.middle_names])


def family(person: Person) -> str:
    """The family name with its particle, such as 'van der'; the whole name of an institution."""
    particle, last = _joined(person.prelast_names), _joined(person.last_names)
    return particle + last if particle.endswith(_JOINING) else f"{particle} {last}".strip()


def parts_of(person: Person) -> dict[str, str]:
    """The parts of a person’s name that are not empty, by their names in CSL-JSON.

    A particle is dropped with the given name only where the source says so.
    """
    kept = "dropping" if getattr(person, "by_prefix", None) is False else "non-dropping"
    parts = {
        "family": _joined(person.last_names),
        "given": given(person),
        f"{kept}-particle": _joined(person.prelast_names),
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
    if getattr(person, "by_prefix", None):
        parts = [family(person), given(person)]
    else:
        parts = [_joined(person.last_names), given(person), _joined(person.prelast_names)]
    return ", ".join(filter(None, parts))


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
    persons = entry.persons
    return [person for person in persons[role] if shown_name(person)] if role in persons else []


def _joined(parts: Sequence[str]) -> str:
    return plain(" ".join(parts)).strip(" ,") if parts else ""
