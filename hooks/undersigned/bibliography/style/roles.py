"""The roles of those who contributed to a source: their fields, and their words in a reference.

The fields and the types of editors are those of the BibLaTeX manual, sections 2.2.2, 2.3.6 and
4.9.2.3, with those that reference managers write beside them.
"""

from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import NamedTuple

from pybtex.database import Entry

from ..latex.reading import plain
from ..values.entry_types import entry_style_of
from ..values.fields import words_of
from ..values.languages import shown_languages
from ..values.people import persons_of, shown_names


class Role(NamedTuple):
    """A role: the words before the names, those behind one name and several, and CSL's name."""

    before: str
    one: str
    several: str
    csl: str = "contributor"


TYPES: Mapping[str, Role] = {
    "editor": Role("edited by", "ed.", "eds", "editor"),
    "compiler": Role("compiled by", "comp.", "comps", "compiler"),
    "founder": Role("founded by", "founder", "founders"),
    "continuator": Role("continued by", "cont.", "conts"),
    "redactor": Role("redacted by", "red.", "reds"),
    "reviser": Role("revised by", "rev.", "revs"),
    "reviewer": Role("reviewed by", "reviewer", "reviewers"),
    "collaborator": Role("in collaboration with", "collab.", "collabs"),
    "organizer": Role("organised by", "org.", "orgs", "organizer"),
    "translator": Role("translated by", "trans.", "trans.", "translator"),
    "annotator": Role("annotated by", "annotator", "annotators"),
    "commentator": Role("commentary by", "commentator", "commentators"),
    "introduction": Role("introduction by", "introduction", "introduction"),
    "foreword": Role("foreword by", "foreword", "foreword"),
    "afterword": Role("afterword by", "afterword", "afterword"),
    "director": Role("directed by", "dir.", "dirs", "director"),
    "producer": Role("produced by", "prod.", "prods", "producer"),
    "conductor": Role("conducted by", "cond.", "conds"),
    "performer": Role("performed by", "perf.", "perfs", "performer"),
    "composer": Role("composed by", "composer", "composers", "composer"),
    "scriptwriter": Role("written by", "writer", "writers", "script-writer"),
    "narrator": Role("narrated by", "narrator", "narrators", "narrator"),
    "illustrator": Role("illustrated by", "ill.", "ills", "illustrator"),
    "interviewer": Role("interviewed by", "interviewer", "interviewers", "interviewer"),
    "choreographer": Role("choreographed by", "chor.", "chors"),
    "vocalist": Role("sung by", "vocalist", "vocalists"),
    "none": Role("", "", "", "editor"),
    "holder": Role("held by", "holder", "holders"),
    "bookauthor": Role("book by", "", "", "container-author"),
    "author": Role("by", "", "", "author"),
}
_SAME = {
    "organiser": "organizer", "revisor": "reviser", "writer": "scriptwriter", "reader": "narrator",
    "screenwriter": "scriptwriter", "filmmaker": "director", "contributor": "collaborator",
}  # fmt: skip

# The fields of editors, whose type says what they did, and what they did where none says so.
_TYPED = {"editor": "editor", **dict.fromkeys(("editora", "editorb", "editorc"), "collaborator")}

# Contributors in the order in which they follow a title.
CONTRIBUTORS = (
    *_TYPED, "translator", "annotator", "commentator", "introduction", "foreword", "afterword",
    "bookauthor", "holder",
)  # fmt: skip
# The words that a contribution begins with.
OPENINGS = frozenset(role.before.split(" ")[0] for role in TYPES.values() if role.before)
_NOUNS = ("commentary", "introduction", "foreword", "afterword")


def role_of(entry: Entry, field: str) -> Role:
    """The role of the names in a field; a type that nobody knows names itself."""
    written = type_of(entry, field)
    key = _SAME.get(written, written) or _TYPED.get(field, field)
    before = written if written.endswith(" by") else f"{written}:"
    return TYPES.get(key) or Role(before, written, written, "contributor")


def type_of(entry: Entry, field: str) -> str:
    """What the type of a field of editors says, in lower case; empty where there is none."""
    return plain(entry.fields.get(f"{field}type", "")).lower() if field in _TYPED else ""


def unknown_type(entry: Entry, field: str) -> str:
    """The type of a field of editors, if it is none that is known."""
    written = type_of(entry, field)
    return written if written and _SAME.get(written, written) not in TYPES else ""


def credited(entry: Entry, field: str) -> str:
    """The names in a field with their role behind them, such as '(eds)'; empty without names."""
    persons, role = persons_of(entry, field), role_of(entry, field)
    label = role.several if len(persons) > 1 else role.one
    names = shown_names(persons)
    return f"{names} ({label})" if names and label else names


def leading(entry: Entry) -> str:
    """The field of the names that a reference begins with; empty where there are none."""
    editors = ("editor",) if entry_style_of(entry.type).whole else ()
    fields = ("author", "holder", *editors)
    return next((field for field in fields if persons_of(entry, field)), "")


def contributions(entry: Entry, but: tuple[str, ...] = ()) -> Iterator[str]:
    """What others than the author did: 'edited by …', 'translated and annotated by …'.

    `but` are the fields whose names are shown elsewhere, besides those that lead.
    """
    shown = (*but, leading(entry))
    language = _from_language(entry)
    named = [
        (role_of(entry, field).before, names)
        for field in CONTRIBUTORS
        if field not in shown and (names := shown_names(persons_of(entry, field)))
    ]
    if language and not any(before == TYPES["translator"].before for before, _ in named):
        yield f"translated{language}"
    for (names, _), group in groupby(named, lambda each: (each[1], _is_noun(each[0]))):
        words = [before for before, _ in group]
        if len(words) > 1 and all(each.endswith(" by") for each in words):
            stems = [each.removesuffix(" by") for each in words]
            words = [f"{', '.join(stems[:-1])} and {stems[-1]} by"]
        for before in words:
            after = before.replace("translated", f"translated{language}", 1)
            yield f"{after} {names}".strip()


def _from_language(entry: Entry) -> str:
    """From which language the source was translated: ' from French'."""
    written = words_of(entry, "origlanguage")
    return f" from {shown_languages(written) or 'English'}" if written else ""


def _is_noun(before: str) -> bool:
    """Whether it may be joined with nouns alone: 'introduction and afterword by'."""
    return before.startswith(_NOUNS)
