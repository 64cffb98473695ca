"""The signatories as the PDF lists them: how each is known or, of very many, their names."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from ..problem import counted
from ..views.entries import ListedSignatory
from ..views.register import RegisterView
from ..views.rows import Known, Row
from ..views.site import SiteView
from ..views.words import Words
from .content import Part, followed, link, paragraph

# With more signatories, names alone are printed, in columns: a table of 20,000 takes 16 seconds,
# two gigabytes of memory and 28 megabytes; 100,000 names take four, 0.9 and ten (measured).
LONGEST_TABLE = 5_000

# A name, its id, and the addresses of its evidence.
Note = Mapping[str, Any]

_COLUMNS = ("Name", "Country", "Stated or signed", "How it is known")


def signatories(view: SiteView, register_address: str) -> tuple[Mapping[str, Any], list[Note]]:
    """The part on the signatories, and the notes on their evidence, by number from 1.

    There are notes if one page of the site lists the register. `register_address` is that of the
    register on the site.
    """
    notes: list[Note] = []
    listed, words = len(view.register.entries), view.words
    numbered = notes if listed <= view.settings.split else None
    as_table = listed <= LONGEST_TABLE
    groups = [
        _table(heading, entries, words, numbered) if as_table else _names(heading, entries, words)
        for heading, entries in _groups(view.register, words)
    ]
    heading = {"heading": "Signatories", "groups": groups}
    opening = [_counted(view, numbered is not None, as_table, register_address), *_gap(view)]
    return {**heading, "words": opening}, notes


def endorsed_by(view: RegisterView) -> str:
    """How many endorse the text, and how many of them an earlier version alone."""
    organisations, individuals = view.organisations, len(view.individuals)
    parts = [
        *([counted(organisations, "organisation")] if organisations or not individuals else ()),
        *([counted(individuals, "individual")] if individuals else ()),
    ]
    if not view.count:
        return "Nobody endorses the text now" if view.apart else "Nobody has signed yet"
    endorse = "endorses" if view.count == 1 else "endorse"
    earlier = f", {view.earlier:,} of them an earlier version alone" if view.earlier else ""
    return f"{' and '.join(parts)} {endorse} the text{earlier}"


def _groups(view: RegisterView, words: Words) -> Iterator[tuple[str, Sequence[ListedSignatory]]]:
    groups = (
        *((words.kinds(kind.entries[0].latest.kind), kind.entries) for kind in view.kinds),
        ("Individuals", view.individuals),
        ("No longer existing, and not counted", view.ended),
        ("Withdrawn, and not counted", view.withdrawn),
    )
    return ((heading, entries) for heading, entries in groups if entries)


def _counted(view: SiteView, has_notes: bool, as_table: bool, register_address: str) -> Part:
    """How many there are, and where all that is known of them stands."""
    register: Part = link(register_address) if register_address else "the register of the site"
    where: tuple[Part, ...] = (" The evidence for each has a numbered note under “Sources”.",)
    if not has_notes:
        before = " How each is known leads to its evidence, whose address stands in "
        alone = " These are their names alone; the evidence for each stands in "
        where = (before if as_table else alone, register, ".")
    return paragraph(f"{endorsed_by(view.register)}.", *(where if view.register.entries else ()))


def _gap(view: SiteView) -> Iterator[Part]:
    """What others count, where that is more."""
    claimed = view.settings.claimed
    if claimed and view.register.count < claimed.count:
        said = f"{claimed.by} counted {claimed.count:,} {view.words.at(claimed.on)}: "
        yield paragraph(said, link(claimed.source))


def _undivided(known: str, entry: ListedSignatory, words: Words) -> str:
    """How an endorsement is known, with no line break within the date that it names."""
    latest = entry.latest
    for date in filter(None, map(words.date, (latest.confirmed_by_email, latest.proved))):
        known = known.replace(date, date.replace(" ", "\N{NO-BREAK SPACE}"))
    return known


def _table(
    heading: str,
    entries: Iterable[ListedSignatory],
    words: Words,
    notes: list[Note] | None,
) -> Mapping[str, Any]:
    rows = [_signed(entry, words, notes) for entry in entries]
    return {"heading": heading, "columns": _COLUMNS, "rows": rows}


def _names(heading: str, entries: Iterable[ListedSignatory], words: Words) -> Mapping[str, Any]:
    """Names with what tells them apart: the country of an organisation, a person's affiliation."""
    names = [
        {
            "name": entry.name,
            "id": entry.id,
            "place": entry.latest.affiliation
            or words.countries.get(entry.latest.country or "", ""),
        }
        for entry in entries
    ]
    return {"heading": heading, "names": names}


def _signed(entry: ListedSignatory, words: Words, notes: list[Note] | None) -> Mapping[str, Any]:
    row, number = words.row(entry), 0
    address = row.since.served or row.evidence
    if notes is not None and address:
        notes.append(_note(row, address))
        number = len(notes)
    return {
        "name": row.name,
        "id": row.id,
        "code": entry.latest.country or "",
        "place": row.country,
        "date": row.signed,
        "known": _undivided(row.grade, entry, words),
        "address": followed(address),
        "note": number,
        "more": list(_more(row)),
    }


def _note(row: Row, address: str) -> Note:
    """The name, and the addresses of the evidence for an endorsement, with an archived copy."""
    more = ([row.evidence] if row.since.stated else []) + ([row.archived] if row.archived else [])
    return {"name": row.name, "id": row.id, "addresses": [address, *more]}


def _more(row: Row) -> Iterator[str]:
    """What the pages say besides: other names, what became of it, its own words."""
    if row.more and row.more.formerly:
        yield f"formerly {', '.join(row.more.formerly)}"
    if row.affiliation:
        yield row.affiliation
    if row.wording.superseded:
        yield f"version {row.wording.superseded}"
    if row.since.withdrawn:
        yield f"withdrawn {row.since.withdrawn}"
    if row.more:
        yield from (f"{note.before}{note.name}" for note in row.more.notes)
        yield from map(_earlier, row.more.earlier)
    if row.statement:
        yield f"“{row.statement}”"


def _earlier(one: Known) -> str:
    withdrawn = f", withdrawn {one.since.withdrawn}" if one.since.withdrawn else ""
    given = f"{one.wording.version}, {one.wording.verb} {one.signed}"
    return f"also version {given}{withdrawn}; {one.grade}"
