"""The roles of those who contributed to a source: their fields, and their words in a reference.

The fields and the types of editors are those of the BibLaTeX manual, sections 2.2.2, 2.3.6 and
4.9.2.3, with those that reference managers write beside them.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from pybtex.database import Entry

from ...language.catalogue import N_
from ...language.enumerated import enumerated
from ..latex.reading import plain
from ..values.entry_types import entry_style_of
from ..values.fields import words_of
from ..values.languages import shown_languages
from ..values.people import persons_of, shown_names
from ..values.said_in import catalogue_for


class Role(NamedTuple):
    """A role: the words before the names, those behind one name and several, and CSL's name."""

    before: str
    one: str
    several: str
    csl: str = "contributor"


TYPES: Mapping[str, Role] = {
    "editor": Role(N_("edited by"), N_("ed."), N_("eds"), "editor"),
    "compiler": Role(N_("compiled by"), N_("comp."), N_("comps"), "compiler"),
    "founder": Role(N_("founded by"), N_("founder"), N_("founders")),
    "continuator": Role(N_("continued by"), N_("cont."), N_("conts")),
    "redactor": Role(N_("redacted by"), N_("red."), N_("reds")),
    "reviser": Role(N_("revised by"), N_("rev."), N_("revs")),
    "reviewer": Role(N_("reviewed by"), N_("reviewer"), N_("reviewers")),
    "collaborator": Role(N_("in collaboration with"), N_("collab."), N_("collabs")),
    "organizer": Role(N_("organised by"), N_("org."), N_("orgs"), "organizer"),
    "translator": Role(N_("translated by"), N_("trans."), N_("trans."), "translator"),
    "annotator": Role(N_("annotated by"), N_("annotator"), N_("annotators")),
    "commentator": Role(N_("commentary by"), N_("commentator"), N_("commentators")),
    "introduction": Role(N_("introduction by"), N_("introduction"), N_("introduction")),
    "foreword": Role(N_("foreword by"), N_("foreword"), N_("foreword")),
    "afterword": Role(N_("afterword by"), N_("afterword"), N_("afterword")),
    "director": Role(N_("directed by"), N_("dir."), N_("dirs"), "director"),
    "producer": Role(N_("produced by"), N_("prod."), N_("prods"), "producer"),
    "conductor": Role(N_("conducted by"), N_("cond."), N_("conds")),
    "performer": Role(N_("performed by"), N_("perf."), N_("perfs"), "performer"),
    "composer": Role(N_("composed by"), N_("composer"), N_("composers"), "composer"),
    "scriptwriter": Role(N_("written by"), N_("writer"), N_("writers"), "script-writer"),
    "narrator": Role(N_("narrated by"), N_("narrator"), N_("narrators"), "narrator"),
    "illustrator": Role(N_("illustrated by"), N_("ill."), N_("ills"), "illustrator"),
    "interviewer": Role(N_("interviewed by"), N_("interviewer"), N_("interviewers"), "interviewer"),
    "choreographer": Role(N_("choreographed by"), N_("chor."), N_("chors")),
    "vocalist": Role(N_("sung by"), N_("vocalist"), N_("vocalists")),
    "none": Role("", "", "", "editor"),
    "holder": Role(N_("held by"), N_("holder"), N_("holders")),
    "bookauthor": Role(N_("book by"), "", "", "container-author"),
    "author": Role(N_("by"), "", "", "author"),
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


def _said(entry: Entry, field: str) -> Role:
    """The role of the names in a field in the language of its source; its own words as they are."""
    role, _ = role_of(entry, field), catalogue_for(entry).gettext
    if unknown_type(entry, field):
        return role
    before, one, several = (_(words) if words else "" for words in role[:3])
    return Role(before, one, several, role.csl)


def credited(entry: Entry, field: str) -> str:
    """The names in a field with their role behind them, such as '(eds)'; empty without names."""
    persons, role = persons_of(entry, field), _said(entry, field)
    label = role.several if len(persons) > 1 else role.one
    names = shown_names(persons, catalogue_for(entry))
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
    shown, catalogue = (*but, leading(entry)), catalogue_for(entry)
    language = _from_language(entry)
    named = [
        (field, names)
        for field in CONTRIBUTORS
        if field not in shown and (names := shown_names(persons_of(entry, field), catalogue))
    ]
    if language and not any(_translates(entry, field) for field, _ in named):
        yield catalogue.gettext("translated from %(language)s", language=language)
    for (names, _), group in groupby(named, lambda each: (each[1], _is_noun(entry, each[0]))):
        for before in _joined(entry, [field for field, _ in group], language):
            yield f"{before} {names}".strip()


def _translates(entry: Entry, field: str) -> bool:
    return role_of(entry, field).before == TYPES["translator"].before


def _joined(entry: Entry, fields: Sequence[str], language: str) -> Sequence[str]:
    """The words before the names of those who have several roles: as one, if all end in 'by'.

    A language has another word for that, or words that cannot be joined.
    """
    catalogue = catalogue_for(entry)
    words = [_said(entry, field).before for field in fields]
    if language:
        of = catalogue.gettext("translated from %(language)s by", language=language)
        words = [
            of if _translates(entry, field) else said
            for field, said in zip(fields, words, strict=True)
        ]
    ends = {said.rpartition(" ")[2] for said in words}
    by = all(role_of(entry, field).before.endswith(" by") for field in fields)
    if len(words) < 2 or not by or len(ends) > 1:
        return words
    stems = [said.rpartition(" ")[0] for said in words]
    return [f"{enumerated(stems, catalogue)} {ends.pop()}"]


def _from_language(entry: Entry) -> str:
    """From which language the source was translated; empty where nothing says so."""
    written = words_of(entry, "origlanguage")
    return shown_languages(written, catalogue_for(entry), but_own=False) if written else ""


def _is_noun(entry: Entry, field: str) -> bool:
    """Whether it may be joined with nouns alone: 'introduction and afterword by'."""
    return role_of(entry, field).before.startswith(_NOUNS)
