"""Every check of the sources: the rules of each by itself, and those between sources."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from difflib import get_close_matches

from ..problem import Problem, quoted
from ..urls import page_of
from .crossref import PARENTS, keys_in
from .library import Library, references_of
from .rules import RULES
from .rules.fields import fields_are_shown, types_are_known
from .rules.reference import Reference
from .rules.values import commands_known
from .style.links import doi_address


def problems_of(library: Library, today: date) -> Iterator[Problem]:
    """Every problem of single sources and between sources."""
    references = references_of(library)
    found = [problem for each in references for rule in RULES for problem in rule(each, today)]
    found += [*commands_known(references), *types_are_known(references)]
    found += [*wholes_known(references), *one_address(references)]
    yield from found
    reported = {(problem.line, problem.column) for problem in found}
    yield from fields_are_shown(references, library.sources, reported)


# Fields by which an entry names related ones, with which it may share an address.
RELATIONS = (*PARENTS, "xref", "related")


def one_address(references: Sequence[Reference]) -> Iterator[Problem]:
    """No two sources have the same DOI or address, unless one names the other as related.

    Addresses are compared as the register's websites are: `www.` and the fragment do not count.
    A DOI is the same as its address at doi.org.
    """
    first: dict[str, list[tuple[Reference, str]]] = {}
    for reference in references:
        reported = False
        for name in ("doi", "url"):
            value = reference.get(name)
            page = page_of(doi_address(value)).lower() if name == "doi" else page_of(value)
            if not value or not page:
                continue
            page = page.lower() if page.startswith("doi.org/") else page
            others = (each for each in first.get(page, ()) if not _related(reference, each[0]))
            if not reported and (known := next(others, None)):
                reported = True
                yield _already(reference, name, *known)
            first.setdefault(page, []).append((reference, name))


def wholes_known(references: Sequence[Reference]) -> Iterator[Problem]:
    """Entries from which one has its fields or its references are in the bibliography."""
    keys = {each.key.lower(): each.key for each in references}
    for reference in references:
        named = ((field, key) for field in PARENTS for key in keys_in(reference.entry, field))
        for field, key in named:
            if key not in keys:
                near = get_close_matches(key, keys, n=1)
                hint = f"did you mean '{keys[near[0]]}'?" if near else "add it, or correct the key"
                message = f"{field} {quoted(key)} is not in references.bib; {hint}"
                yield reference.problem(message, field)


def related_keys(reference: Reference) -> set[str]:
    """The keys, in lower case, of the entries that a source names as related."""
    named = ",".join(reference.get(name) for name in RELATIONS)
    return set(re.findall(r"[^\s,]+", named.lower()))


def _related(one: Reference, other: Reference) -> bool:
    return (
        one is other
        or other.key.lower() in related_keys(one)
        or one.key.lower() in related_keys(other)
    )


def _already(reference: Reference, name: str, other: Reference, field: str) -> Problem:
    line = other.fields.get(field, other.place)[0]
    message = f"{name} {quoted(reference.get(name))} is already that of {quoted(other.key)}"
    remedy = f"cite that one, or add 'related = {{{other.key}}}' if they are two"
    return reference.problem(f"{message} on line {line}; {remedy}", name)
