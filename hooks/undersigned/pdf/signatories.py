"""The signatories as the PDF lists them: how each is known or, of very many, their names."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from ..language.catalogue import Catalogue
from ..language.marked import marked
from ..views.entries import ListedSignatory
from ..views.register import RegisterView
from ..views.rows import Known, Row
from ..views.site import SiteView
from ..views.words import Words
from .content import Part, filled, followed, link, paragraph

# With more signatories, names alone are printed, in columns: a table of 20,000 takes 16 seconds,
# two gigabytes of memory and 28 megabytes; 100,000 names take four, 0.9 and ten (measured).
LONGEST_TABLE = 5_000

# A name, its id, and the addresses of its evidence.
Note = Mapping[str, Any]


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
    heading = {"heading": words.catalogue.gettext("Signatories"), "groups": groups}
    opening = [_counted(view, numbered is not None, as_table, register_address), *_gap(view)]
    return {**heading, "words": opening}, notes


def endorsed_by(view: RegisterView, catalogue: Catalogue) -> str:
    """How many endorse the text, and how many of them an earlier version alone."""
    _, ngettext = catalogue.gettext, catalogue.ngettext
    if not view.count:
        return _("Nobody endorses the text now") if view.apart else _("Nobody has signed yet")
    who = _who(view.organisations, len(view.individuals), catalogue)
    if not view.earlier:
        return ngettext(
            "%(who)s endorses the text", "%(who)s endorse the text", view.count, who=who
        )
    return ngettext(
        "%(who)s endorses the text, %(earlier)s of them an earlier version alone",
        "%(who)s endorse the text, %(earlier)s of them an earlier version alone",
        view.count,
        who=who,
        earlier=catalogue.number(view.earlier),
    )


def _who(organisations: int, individuals: int, catalogue: Catalogue) -> str:
    _, ngettext = catalogue.gettext, catalogue.ngettext
    some = ngettext("%(count)s organisation", "%(count)s organisations", organisations)
    others = ngettext("%(count)s individual", "%(count)s individuals", individuals)
    if organisations and individuals:
        return _("%(organisations)s and %(individuals)s", organisations=some, individuals=others)
    return others if individuals else some


def _groups(view: RegisterView, words: Words) -> Iterator[tuple[str, Sequence[ListedSignatory]]]:
    _ = words.catalogue.gettext
    groups = (
        *((words.kinds(kind.entries[0].latest.kind), kind.entries) for kind in view.kinds),
        (_("Individuals"), view.individuals),
        (_("No longer existing, and not counted"), view.ended),
        (_("Withdrawn, and not counted"), view.withdrawn),
    )
    return ((heading, entries) for heading, entries in groups if entries)


def _counted(view: SiteView, has_notes: bool, as_table: bool, register_address: str) -> Part:
    """How many there are, and where all that is known of them stands."""
    catalogue, at = view.words.catalogue, marked("register")
    _, endorsed = catalogue.gettext, f"{endorsed_by(view.register, catalogue)}."
    if not view.register.entries:
        return paragraph(endorsed)
    if has_notes:
        said = _("The evidence for each has a numbered note under “Sources”.")
    elif as_table:
        said = _(
            "How each is known leads to its evidence, whose address stands in %(register)s.", **at
        )
    else:
        said = _("These are their names alone; the evidence for each stands in %(register)s.", **at)
    own = link(register_address) if register_address else _("the register of the site")
    return paragraph(endorsed, " ", *filled(said, register=own))


def _gap(view: SiteView) -> Iterator[Part]:
    """What others count, where that is more."""
    claimed = view.settings.claimed
    if claimed and view.register.count < claimed.count:
        catalogue = view.words.catalogue
        said = catalogue.gettext(
            "%(name)s counted %(count)s %(when)s: %(source)s",
            name=claimed.by,
            count=catalogue.number(claimed.count),
            when=view.words.at(claimed.on),
            **marked("source"),
        )
        yield paragraph(*filled(said, source=link(claimed.source)))


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
    _ = words.catalogue.gettext
    columns = _("Name"), _("Country"), _("Stated or signed"), _("How it is known")
    return {"heading": heading, "columns": columns, "rows": rows}


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
    row, number, catalogue = words.row(entry), 0, words.catalogue
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
        "note": catalogue.gettext("(note %(number)s)", number=str(number)) if number else "",
        "more": list(_more(row, catalogue)),
    }


def _note(row: Row, address: str) -> Note:
    """The name, and the addresses of the evidence for an endorsement, with an archived copy."""
    more = ([row.evidence] if row.since.stated else []) + ([row.archived] if row.archived else [])
    return {"name": row.name, "id": row.id, "addresses": [address, *more]}


def _more(row: Row, catalogue: Catalogue) -> Iterator[str]:
    """What the pages say besides: other names, what became of it, its own words."""
    _ = catalogue.gettext
    if row.more and row.more.formerly:
        names = catalogue.pgettext("between names", ", ").join(row.more.formerly)
        yield _("formerly %(name)s", name=names)
    if row.affiliation:
        yield row.affiliation
    if row.wording.superseded:
        yield _("version %(version)s", version=row.wording.superseded)
    if row.since.withdrawn:
        yield _("withdrawn %(date)s", date=row.since.withdrawn)
    if row.more:
        yield from (f"{note.before}{note.name}" for note in row.more.notes)
        yield from (_earlier(one, catalogue) for one in row.more.earlier)
    if row.statement:
        yield _("“%(words)s”", words=row.statement)


def _earlier(one: Known, catalogue: Catalogue) -> str:
    _, version, known = catalogue.gettext, one.wording.version, one.grade
    said = {"version": version, "signed": f"{one.wording.verb} {one.signed}", "known": known}
    if not one.since.withdrawn:
        return _("also version %(version)s, %(signed)s; %(known)s", **said)
    withdrawn = _("withdrawn %(date)s", date=one.since.withdrawn)
    return _(
        "also version %(version)s, %(signed)s, %(withdrawn)s; %(known)s",
        withdrawn=withdrawn,
        **said,
    )
