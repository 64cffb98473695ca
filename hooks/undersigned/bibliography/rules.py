"""The rules that a source keeps by itself: what it gives, when it is of, and where it leads."""

import re
from collections.abc import Iterator, Mapping
from datetime import date

from ..dates import month_named, stated_date
from ..problem import Problem, quoted
from ..urls import refusal
from .library import Reference
from .style.links import DOI

_WHO = ("author", "editor", "organization", "institution", "publisher")
_WHEN = ("year", "date")
_WHERE = ("url", "doi", "eprint")
_THESIS = (("author",), ("school", "institution"), _WHEN)

# Required fields by type: one of each row. All other types need a title alone. After the BibLaTeX
# manual, section 2.1.1, except where it requires what readers can do without.
NEEDED: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "article": (("journal", "journaltitle"), _WHEN),
    "book": (_WHO, _WHEN),
    "incollection": (("booktitle", "crossref"), _WHEN),
    "inproceedings": (("booktitle", "crossref"), _WHEN),
    "report": (("institution", "organization", "publisher"), _WHEN),
    "techreport": (("institution", "organization", "publisher"), _WHEN),
    "thesis": _THESIS,
    "phdthesis": _THESIS,
    "mastersthesis": _THESIS,
    "online": (_WHERE,),
    "electronic": (_WHERE,),
    "www": (_WHERE,),
    "dataset": (_WHO,),
    "jurisdiction": (("court", "institution", "organization"), _WHEN),
}


def titled(reference: Reference, _: date) -> Iterator[Problem]:
    """Every source has a title: nothing else in its reference names it."""
    if not reference.states("title"):
        yield reference.problem(f"entry {quoted(reference.key)} has no title; add one")


def complete(reference: Reference, _: date) -> Iterator[Problem]:
    """A source has the fields that readers expect of its type.

    The entry that `crossref` names may have them instead.
    """
    for names in () if reference.states("crossref") else NEEDED.get(reference.type, ()):
        if not reference.states(*names):
            wanted = " or ".join([", ".join(names[:-1]), names[-1]] if names[1:] else names)
            message = f"@{reference.type} {quoted(reference.key)} has no {wanted}"
            yield reference.problem(f"{message}; add one, or give it the type that it is of")


def dated_or_seen(reference: Reference, _: date) -> Iterator[Problem]:
    """A web page has a date or the date of access, since it may change."""
    online = reference.states("url") and not reference.states("doi", "crossref")
    if online and not reference.states(*_WHEN, "urldate"):
        message = f"entry {quoted(reference.key)} has an address and no date"
        yield reference.problem(f"{message}; add year or date, or urldate, the day you saw it")


def archived_whole(reference: Reference, _: date) -> Iterator[Problem]:
    """An archived copy has both an address and a date."""
    for one, other in (("archiveurl", "archivedate"), ("archivedate", "archiveurl")):
        if reference.states(one) and not reference.states(other):
            yield reference.problem(f"{one} stands without {other}; add {other}", one)


_YEAR = re.compile(r"[0-9]{4}")
_DAYS = ("date", "urldate", "archivedate")


def years_exist(reference: Reference, today: date) -> Iterator[Problem]:
    """A year has four digits and has begun."""
    year = reference.get("year")
    if year and not (_YEAR.fullmatch(year) and int(year)):
        message = f"year {quoted(year)} is not a year; write four digits, or leave it out"
        yield reference.problem(message, "year")
    elif year and int(year) > today.year:
        yield reference.problem(f"year {quoted(year)} is in the future; correct it", "year")


def months_exist(reference: Reference, today: date) -> Iterator[Problem]:
    """A month is one of the twelve, as 'mar', 'March' or 3, and has begun.

    It may include a day, since BibTeX has no field for one.
    """
    given, year = reference.get("month"), reference.get("year")
    if not given:
        return
    month = month_named(given)
    if month is None:
        message = f"month {quoted(given)} is none; write one such as mar, without braces"
        yield reference.problem(message, "month")
    elif year == str(today.year) and month > today.month:
        message = f"month {quoted(given)} of {year} is in the future; correct it"
        yield reference.problem(message, "month")


def days_exist(reference: Reference, today: date) -> Iterator[Problem]:
    """Dates are written as in ISO 8601, exist, and are not in the future.

    `date` may be a year alone, or a range (BibLaTeX, section 2.3.8). A source may have been
    accessed before the date that it bears.
    """
    for name in _DAYS:
        given = reference.get(name)
        for part in given.split("/", 1) if name == "date" else [given]:
            if part:
                yield from _day(reference, name, part, today)


def days_of_months_exist(reference: Reference, today: date) -> Iterator[Problem]:
    """A `day`, which sources may state besides `month`, exists, and is not in the future."""
    given, year = reference.get("day"), reference.get("year")
    if not given:
        return
    month = month_named(named := reference.get("month"))
    if month is None and named:
        return  # reported by `months_exist`
    if month is None:
        message = f"day {quoted(given)} stands without its month; add month, or remove it"
        yield reference.problem(message, "day")
    elif not (given.isdecimal() and len(given) <= 2 and _YEAR.fullmatch(year)):
        message = f"day {quoted(given)} is not a day; write its number, beside year and month"
        yield reference.problem(message, "day")
    elif not (stated := stated_date(f"{year}-{month:02}-{int(given):02}")):
        message = f"day {quoted(given)} is not in that month of {year}; correct it"
        yield reference.problem(message, "day")
    elif stated.first_day > today and (stated.year, stated.month) == (today.year, today.month):
        yield reference.problem(f"day {quoted(given)} is in the future; correct it", "day")


def _day(reference: Reference, name: str, given: str, today: date) -> Iterator[Problem]:
    if name == "date" and _YEAR.fullmatch(given) and int(given):
        future = int(given) > today.year
    elif stated := stated_date(given):
        future = stated.first_day > today
    else:
        message = f"{name} {quoted(given)} is not a date; write an existing one as YYYY-MM-DD"
        yield reference.problem(message, name)
        return
    if future:
        message = f"{name} {quoted(given)} is in the future; give the day it happened"
        yield reference.problem(message, name)


# A DOI is looked for in so many first characters of a value; DOIs in use are far shorter.
_SEARCHED = 500

# An http address, but not one within the address of an archived copy.
_HTTP_ADDRESS = re.compile(r"(?<![\w/=])http://[^\s{}]+", re.I)
_TEXT_FIELDS = ("howpublished", "note")


def addresses_are_public_pages(reference: Reference, _: date) -> Iterator[Problem]:
    """Addresses are https addresses of a named host, as in the register."""
    for name in ("url", "archiveurl"):
        address = reference.get(name)
        if address.lower().startswith("http://"):
            yield _insecure(reference, name, address)
        elif address and (why := refusal(address)):
            yield reference.problem(f"{name} {quoted(address)} {why}", name)


def no_other_address_is_insecure(reference: Reference, _: date) -> Iterator[Problem]:
    """Addresses in a note or in `howpublished` are https addresses as well."""
    for name in _TEXT_FIELDS:
        for address in _HTTP_ADDRESS.findall(reference.get(name)):
            yield _insecure(reference, name, address)


def dois_are_bare(reference: Reference, _: date) -> Iterator[Problem]:
    """A DOI is '10.', a number, '/' and a name, not an address (DOI Handbook, section 2.2)."""
    doi = reference.get("doi")
    if doi and not DOI.fullmatch(doi):
        bare = DOI.search(doi[:_SEARCHED])
        remedy = f"write {quoted(bare[0])}" if bare else "write it as '10.1234/name'"
        yield reference.problem(f"doi {quoted(doi)} does not look like one; {remedy}", "doi")


def _insecure(reference: Reference, name: str, address: str) -> Problem:
    remedy = "give the https one or, where the site has none, that of an archived copy"
    return reference.problem(f"{name} {quoted(address)} is an http address; {remedy}", name)
