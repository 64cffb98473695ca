"""Whatever a record has: the cells of its tables are its deeds and searches, and no others."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from undersigned.dates import StatedDate
from undersigned.deeds.model import Bearing, Deed, Recorded
from undersigned.fields import Kind
from undersigned.model import Signatory, Standing
from undersigned.site import Site
from undersigned.views.record import RecordView
from undersigned.views.record_tables import Cell, CellState

from tests.support.examples import examples
from tests.support.recorded import BUILT, deed, library, search, shown, site, text
from tests.support.signatories import endorsement

IDS = ("a", "b", "c", "d")
VERSIONS = (
    text("1.0", "1. One\n2. Two\n3. Three\n"),
    text("1.1", "We do no harm.\n"),
    text("2.0", "1. One\n2. Two\n"),
)
NUMBERS: Mapping[str, list[int | None]] = {"1.0": [1, 2, 3], "1.1": [None], "2.0": [1, 2]}
SOURCES = library(
    paper="https://paper.example/x", **{who: f"https://{who}.example/x" for who in IDS}
)

# About the days on which signatories withdraw or end, and on which a notice is over.
DAYS = st.dates(date(2025, 12, 30), date(2026, 1, 3))
DATES = st.builds(
    lambda day, parts: StatedDate(*(day.year, day.month, day.day)[:parts]),
    DAYS,
    st.integers(1, 3),
)
NOTIFIED = st.none() | st.integers(13, 17).map(lambda days: BUILT - timedelta(days)).map(
    lambda day: StatedDate(day.year, day.month, day.day)
)  # fmt: skip


@dataclass(frozen=True)
class Drawn:
    """A site, whom it is about, how many entries a page lists, and the entries."""

    site: Site
    signatories: Sequence[Signatory]
    split: int
    entries: Sequence[Recorded]


@st.composite
def signatories(draw: st.DrawFn) -> list[Signatory]:
    found = []
    for who in IDS:
        kind = draw(st.sampled_from([Kind.COMPANY, Kind.COMPANY, Kind.COMPANY, Kind.INDIVIDUAL]))
        day = draw(DATES.filter(lambda stated: stated.month is not None))
        other = draw(st.sampled_from([each for each in IDS if each != who]))
        ended = {"ended": day, "succeeded_by": other}
        gone: Any = draw(st.sampled_from([{}, {"withdrawn": day}, ended, {}]))
        about: Any = {"kind": kind, "id": who, "website": f"https://{who}.example", **gone}
        versions = draw(st.sampled_from([["1.0"], ["2.0"], ["2.0", "1.0"]]))
        latest, *earlier = (endorsement(who.upper(), version=each, **about) for each in versions)
        found.append(Signatory(latest, tuple(earlier)))
    return found


@st.composite
def entries(draw: st.DrawFn, number: int, organisations: Sequence[str]) -> Recorded:
    version = draw(st.sampled_from(list(NUMBERS)))
    given: Any = {
        "version": version,
        "principle": draw(st.sampled_from(NUMBERS[version])),
        "notified": draw(NOTIFIED),
    }
    if draw(st.booleans()):
        found = search(f"e{number}", draw(st.sampled_from(organisations)), **given)
        return found._replace(looked=draw(DATES))
    who = draw(st.lists(st.sampled_from(organisations), min_size=1, max_size=3, unique=True))
    keys = st.sampled_from([*who, "paper"])
    dates = draw(st.sampled_from([(None, draw(DATES)), (draw(DATES), None)]))
    made = deed(f"e{number}", " ".join(who), date=dates[0], seen=dates[1], **given)
    chosen = draw(st.lists(keys, min_size=1, max_size=2, unique=True))
    return made._replace(sources=tuple(chosen), bearing=draw(st.sampled_from(list(Bearing))))


@st.composite
def drawn(draw: st.DrawFn) -> Drawn:
    who = draw(signatories())
    about = [each.id for each in who if each.kind is not Kind.INDIVIDUAL]
    count = draw(st.integers(0, 7)) if about else 0
    found = [draw(entries(number, about)) for number in range(count)]
    made = site(who, found, VERSIONS, SOURCES)
    return Drawn(made, who, draw(st.integers(1, 5)), found)


def expected(made: Drawn) -> Iterator[tuple[str, str, int | None, str]]:
    """Each signatory with the version, the principle and the id of each entry that is shown."""
    for one in made.signatories:
        for entry in made.entries:
            notified = entry.notified and (BUILT - entry.notified.first_day).days > 14
            own = isinstance(entry, Deed) and entry.who == entry.sources == (one.id,)
            gone = one.gone and entry.when.first_day > one.gone.last_day
            if one.id in entry.who and (notified or own) and not gone:
                yield one.id, entry.version, entry.principle, entry.id


def of_cell(cell: Cell) -> list[str]:
    return [each.id for each in cell.deeds] + [each.id for each in cell.searches]


def in_tables(view: RecordView) -> Iterator[tuple[str, str, int | None, str]]:
    for table in (*view.tables, *view.apart):
        for row in table.rows:
            for principle, cell in zip(table.principles, row.cells, strict=True):
                for entry in of_cell(cell):
                    yield row.signatory.id, table.version, principle.number, entry


def in_pages(view: RecordView) -> Iterator[tuple[str, str, int | None, str]]:
    for page in view.pages:
        for part in page.parts:
            assert [each.deed for each in part.deeds] == list(part.cell.deeds)
            for entry in of_cell(part.cell):
                yield page.signatory.id, part.version, part.principle.number, entry


def key(found: tuple[str, str, int | None, str]) -> tuple[str, str, int, str]:
    who, version, number, entry = found
    return who, version, number or 0, entry


@settings(max_examples=examples(400))
@given(drawn())
def test_the_cells_and_the_pages_are_the_deeds_and_the_searches_that_are_shown(made: Drawn) -> None:
    view = shown(made.site, made.split).record
    wanted = sorted(expected(made), key=key)
    assert sorted(in_tables(view), key=key) == wanted
    assert sorted(in_pages(view), key=key) == wanted
    assert {each.signatory.id for each in view.pages} == {who for who, *_ in wanted}
    assert view.waiting == len(made.entries) - len({entry for *_, entry in wanted})


@settings(max_examples=examples(200))
@given(drawn())
def test_a_cell_counts_what_it_has_and_its_state_says_so(made: Drawn) -> None:
    view = shown(made.site, made.split).record
    for table in (*view.tables, *view.apart):
        for row in table.rows:
            for cell in row.cells:
                odds = [deed.id for deed in cell.deeds if deed.bearing == "at-odds"]
                disputed = [deed.id for deed in cell.deeds if deed.bearing == "disputed"]
                assert (cell.at_odds, cell.disputed) == (len(odds), len(disputed))
                assert (cell.state is CellState.DOCUMENTED) == bool(cell.count)
                assert (cell.state is CellState.NOT_LOOKED) == (not of_cell(cell))
                looked = [search.looked.last_day for search in cell.searches]
                assert (cell.looked and cell.looked.last_day) == max(looked, default=None)


@settings(max_examples=examples(200))
@given(drawn())
def test_every_organisation_that_endorses_is_in_the_table_in_force_or_counted_beneath(
    made: Drawn,
) -> None:
    view = shown(made.site, made.split).record
    active = [
        each.id
        for each in made.signatories
        if each.standing is Standing.ENDORSES and each.kind is not Kind.INDIVIDUAL
    ]
    rows = [row.signatory.id for row in view.tables[0].rows]
    anywhere = {row.signatory.id for table in view.tables for row in table.rows}
    assert view.tables[0].in_force
    assert len(anywhere) + view.others == len(active)
    assert anywhere <= set(active)
    if len(active) <= made.split:
        assert rows == active
    apart = {row.signatory.id for table in view.apart for row in table.rows}
    assert not apart & set(active)


@settings(max_examples=examples(200))
@given(drawn())
def test_the_record_of_whoever_has_gone_ends_on_that_day_and_a_merged_one_leads_on(
    made: Drawn,
) -> None:
    view = shown(made.site, made.split).record
    pages = {each.signatory.id: each for each in view.pages}
    for who, page in pages.items():
        one = page.signatory.signatory
        for part in page.parts:
            found: list[Recorded] = [*part.cell.deeds, *part.searches]
            for entry in found:
                assert not one.gone or entry.when.first_day <= one.gone.last_day
        into = one.latest.succeeded_by
        assert (page.successor and page.successor.id) == into
        if into and into in pages:
            assert page.successor
            assert page.successor.page == pages[into].path
            assert who in {lead.id for lead in pages[into].predecessors}
