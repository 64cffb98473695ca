"""The rules that sources keep: one small function each, whose docstring is the rule.

A rule is given a source and the day by which the future is judged. As with the register, what is
absent is no business of the rule about its value, and a new rule is named in a module's `RULES`.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from difflib import get_close_matches

from ..problem import Problem, quoted
from ..urls import page_of
from . import addresses, dates
from . import required_fields as completeness
from .library import Library, Reference, references_of
from .style.links import doi_address

RULES = (*completeness.RULES, *dates.RULES, *addresses.RULES)


def problems_of(library: Library, today: date) -> Iterator[Problem]:
    """Every problem of every source, and of sources with each other."""
    references = references_of(library)
    for reference in references:
        for rule in RULES:
            yield from rule(reference, today)
    yield from wholes_known(references)
    yield from one_address(references)


# By which an entry says that it belongs to others, and may share an address with them.
RELATIONS = ("crossref", "xref", "related")


def one_address(references: Sequence[Reference]) -> Iterator[Problem]:
    """No two sources have one DOI or address, unless one of them names the other as related.

    Addresses are compared as the register's websites are: `www.` and the part of the page do not
    count. A DOI is the same as its address at doi.org.
    """
    first: dict[str, list[tuple[Reference, str]]] = {}
    for reference in references:
        told = False
        for name in ("doi", "url"):
            value = reference.get(name)
            page = page_of(doi_address(value)).lower() if name == "doi" else page_of(value)
            if not value or not page:
                continue
            page = page.lower() if page.startswith("doi.org/") else page
            others = (each for each in first.get(page, ()) if not _related(reference, each[0]))
            if not told and (known := next(others, None)):
                told = True
                yield _already(reference, name, *known)
            first.setdefault(page, []).append((reference, name))


def wholes_known(references: Sequence[Reference]) -> Iterator[Problem]:
    """What `crossref` names is in the bibliography: a part takes from it what it lacks."""
    keys = {each.key.lower(): each.key for each in references}
    for reference in references:
        named = reference.get("crossref")
        if named and named.lower() not in keys:
            near = get_close_matches(named.lower(), keys, n=1)
            hint = f"did you mean '{keys[near[0]]}'?" if near else "add it, or correct the key"
            told = f"crossref {quoted(named)} is not in references.bib"
            yield reference.problem(f"{told}; {hint}", "crossref")


def related_keys(reference: Reference) -> set[str]:
    """The keys, in lower case, of the entries that one names as related."""
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
    told = f"{name} {quoted(reference.get(name))} is already that of {quoted(other.key)}"
    mend = f"cite that one, or add 'related = {{{other.key}}}' if they are two"
    return reference.problem(f"{told} on line {line}; {mend}", name)
