"""Rules about what references do not show: fields and entry types, each reported once."""

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from html import unescape

from pybtex.database import Entry, Person

from ...problem import Problem, counted, quoted
from ..latex.reading import plain
from ..style.law import is_reported
from ..style.law_reports import has_own_number
from ..style.reference import reference_html
from ..values.entry_types import LEGISLATION, SET, STYLES, XDATA
from ..values.field_table import MEANT, SHOWN, known_fields, why_not_shown
from ..values.people import ROLES
from .reference import Reference

_WORD = re.compile(r"[^\W_]+")

# What a field holds while it is tried whether a reference shows it: a word, unless it needs more.
_TRIED = {
    "date": "1801", "year": "1802", "month": "March", "day": "27", "urldate": "1803",
    "origdate": "1804", "origyear": "1805", "eventdate": "1806", "archivedate": "1807",
    "url": "https://tried-url.example/", "archiveurl": "https://tried-archiveurl.example/",
    "doi": "10.1000/tried-doi",
}  # fmt: skip

# For more names than this no similar ones are looked for, which takes a millisecond for each.
_MEANT_FOR = 200

Kind = tuple[str, frozenset[str]]


def types_are_known(references: Sequence[Reference]) -> Iterator[Problem]:
    """The type of an entry is one of BibTeX's, BibLaTeX's or a known program's."""
    known = {*STYLES, XDATA, SET}
    found: dict[str, list[Reference]] = {}
    for reference in references:
        if reference.type not in known:
            found.setdefault(reference.type, []).append(reference)
    for type_, (first, *others) in found.items():
        near = get_close_matches(type_, sorted(known), n=1, cutoff=0.75)
        remedy = f"did you mean '@{near[0]}'?" if near else "give it the type that it is of"
        message = f"entry type {quoted('@' + type_)} is not known and shown as '@misc' is"
        yield first.note(f"{message}{_and(others, 'also')}; {remedy}")


def fields_are_shown(
    references: Sequence[Reference],
    sources: Mapping[str, Entry],
    reported: Container[tuple[str, int, int]] = (),
) -> Iterator[Problem]:
    """Every field is shown in the reference, or known and not shown for a reason.

    A field that no reference shows is reported once for its name, one that a type does not show
    once for the type, each at the first place. No field is reported at a place that is already.
    """
    unknown: dict[str, list[Reference]] = {}
    lost: dict[tuple[str, str], list[Reference]] = {}
    tried: dict[Kind, frozenset[str]] = {}
    for reference in references:
        known = []
        for name in filter(reference.states, reference.fields):
            if name in SHOWN:
                known.append(name)
            elif not why_not_shown(name):
                unknown.setdefault(name, []).append(reference)
        if source := sources.get(reference.key):
            for name in lost_fields(reference, known, source, tried):
                if (reference.path, *reference.fields[name]) in reported:
                    continue
                lost.setdefault((name, reference.type), []).append(reference)
    for name, (first, *others) in unknown.items():
        yield first.note(_unknown(name, others, len(unknown) <= _MEANT_FOR), name)
    for (name, type_), (first, *others) in lost.items():
        message = f"field {quoted(name)} of '@{type_}' is not shown in this reference"
        remedy = "put what readers need into 'note', or remove it"
        yield first.note(f"{message}{_and(others, 'nor')}; {remedy}", name)


def _unknown(name: str, others: Sequence[Reference], with_near: bool) -> str:
    message = f"field {quoted(name)} is not shown in references{_and(others, 'also')}"
    near = get_close_matches(name, known_fields(), n=1, cutoff=0.8) if with_near else ()
    if meant := MEANT.get(name) or next(iter(near), ""):
        return f"{message}; did you mean '{meant}'?"
    return f"{message}; put what readers need into 'note', or remove it"


def _and(others: Sequence[Reference], word: str) -> str:
    """The count of further entries, as words in brackets; empty where there is none."""
    return f" ({word} in {counted(len(others), 'other entry', 'other entries')})" if others else ""


def lost_fields(
    reference: Reference,
    names: Iterable[str],
    source: Entry,
    tried: dict[Kind, frozenset[str]],
) -> Iterator[str]:
    """The fields of a source that its reference does not show.

    Which it shows hangs on the type and on what other fields there are, so that this is tried once
    for all sources of one kind; then the words of what is not shown are looked for.
    """
    if reference.type == SET:
        # Its members are shown, and nothing of its own.
        yield from names
        return
    kind = str(source.type), frozenset(_stated(source))
    if kind not in tried:
        tried[kind] = _shown_of(*kind)
    if missing := [name for name in names if name not in tried[kind]]:
        words = _words(unescape(reference_html(source)))
        for name in missing:
            people = " ".join(map(str, reference.entry.persons.get(name, ())))
            if not _words(plain(people or reference.get(name))) <= words and not _left_out(
                source, name
            ):
                yield name


def _left_out(source: Entry, name: str) -> bool:
    """Whether it is left out on purpose: what `date` says, and the issue of a law in volumes."""
    if name in ("month", "day"):
        return bool(source.fields.get("date"))
    return (
        name == "number"
        and source.type in LEGISLATION
        and is_reported(source)
        and not has_own_number(source)
    )


def _stated(source: Entry) -> Iterator[str]:
    for name, value in source.fields.items():
        if str(value).strip("{} ") and name.lower() in SHOWN:
            yield name.lower()
    yield from (role.lower() for role in source.persons if source.persons[role])


def _shown_of(type_: str, names: frozenset[str]) -> frozenset[str]:
    """Which of these fields the reference shows of a source of this type that has all of them."""
    values = {name: _TRIED.get(name, f"tried{re.sub('[-_]', '', name)}x") for name in names}
    persons = {role: [Person(values[role])] for role in names & set(ROLES)}
    fields = {name: values[name] for name in names if name not in persons}
    shown = unescape(reference_html(Entry(type_, fields, persons))).casefold()
    return frozenset(name for name, value in values.items() if value.casefold() in shown)


def _words(text: str) -> set[str]:
    return {word.lstrip("0") for word in _WORD.findall(text.casefold())}
