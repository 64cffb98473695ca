"""Every check of the sources: the rules of each by itself, and those between sources."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from difflib import get_close_matches

from ..names.folding import folded
from ..problem import Problem, quoted
from ..urls import page_of, route_of
from .crossref import PARENTS, keys_in
from .files import among
from .lending import lent_fields_are_shown
from .library import Library
from .rules import RULES
from .rules.fields import fields_are_shown, types_are_known
from .rules.names import roles_are_known
from .rules.reference import Reference
from .rules.values import commands_known
from .values.dates import issue
from .values.fields import title_of
from .values.links import doi_address


def problems_of(library: Library, today: date) -> Iterator[Problem]:
    """Every problem of single sources and between sources."""
    references = list(library.references.values())
    every = [*references, *library.others]
    found = [problem for each in every for rule in RULES for problem in rule(each, today)]
    found += [*commands_known(every), *types_are_known(every)]
    found += [*wholes_known(every, library), *one_address(references)]
    found += roles_are_known(every)
    yield from found
    reported = {(problem.path, problem.line, problem.column) for problem in found}
    yield from fields_are_shown(references, library.sources, reported)
    yield from lent_fields_are_shown(references, library.sources)


# Fields by which an entry names related ones, with which it may share an address.
RELATIONS = (*PARENTS, "xref", "related")

# A source is compared with so many others of one address.
_COMPARED = 20


def one_address(references: Sequence[Reference]) -> Iterator[Problem]:
    """No two sources have the same DOI or address, unless one names the other as related.

    Sources of other titles may well be on one page, which a note says once for each page; so may
    parts of one book. Addresses are compared as the register's websites are, with what follows the
    '#'. A DOI is the same as its address at doi.org.
    """
    first: dict[str, list[tuple[Reference, str]]] = {}
    noted = set[str]()
    for reference in references:
        reported = False
        for name in ("doi", "url"):
            if not (page := _page(reference, name)):
                continue
            others = [each for each in first.get(page, ()) if not _related(reference, each[0])]
            if others and not reported and page not in noted:
                reported = True
                alike = next((each for each in others if _one_title(reference, each[0])), None)
                yield _already(reference, name, *(alike or others[0]), alike is not None)
                if alike is None:
                    noted.add(page)
            known = first.setdefault(page, [])
            if len(known) < _COMPARED:
                known.append((reference, name))


def _page(reference: Reference, name: str) -> str:
    """What is equal for all spellings of a source's DOI or address; empty where it has none."""
    value = reference.get(name)
    if not value:
        return ""
    if name == "doi":
        return page_of(doi_address(value)).lower()
    page, fragment = page_of(value), value.partition("#")[2]
    if page.startswith("doi.org/"):
        return page.lower()
    return f"{page}#{fragment}" if page and fragment and not route_of(fragment) else page


def _one_title(one: Reference, other: Reference) -> bool:
    """Whether two have the same title, and no years that differ, as yearly reports have."""
    years = {issue(each.entry.fields).sorted_by for each in (one, other)} - {None}
    titles = (folded(str(title_of(each.entry))) for each in (one, other))
    return len(years) < 2 and len(set(titles)) == 1


def wholes_known(references: Sequence[Reference], library: Library) -> Iterator[Problem]:
    """Entries from which one has its fields or its references are in the bibliography."""
    keys = {key.lower(): key for key in library.keys}
    for reference in references:
        named = ((field, key) for field in PARENTS for key in keys_in(reference.entry, field))
        for field, key in named:
            if key not in keys:
                near = get_close_matches(key, keys, n=1)
                hint = f"did you mean '{keys[near[0]]}'?" if near else "add it, or correct the key"
                message = f"{field} {quoted(key)} is not in {among(library.files)}; {hint}"
                yield reference.problem(message, field)


def related_keys(reference: Reference) -> set[str]:
    """The keys, in lower case, of the entries that a source names as related."""
    named = ",".join(reference.get(name) for name in RELATIONS)
    return set(re.findall(r"[^\s,]+", named.lower()))


def _related(one: Reference, other: Reference) -> bool:
    """Whether one names the other, or both name a third, such as the book of two chapters."""
    if one is other:
        return True
    named, named_by_other = related_keys(one), related_keys(other)
    return (
        other.key.lower() in named
        or one.key.lower() in named_by_other
        or not named.isdisjoint(named_by_other)
    )


def _already(
    reference: Reference, name: str, other: Reference, field: str, is_one_title: bool
) -> Problem:
    where = f"on line {other.fields.get(field, other.place)[0]}"
    where += f" of {other.path}" if other.path != reference.path else ""
    message = f"{name} {quoted(reference.get(name))} is already that of {quoted(other.key)}"
    remedy = f"cite that one, or add 'related = {{{other.key}}}' if they are two"
    report = reference.problem if is_one_title else reference.note
    return report(f"{message} {where}; {remedy}", name)
