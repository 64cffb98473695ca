"""The tables of the record: their rows, their columns, and what a cell says."""

from undersigned.dates import StatedDate
from undersigned.deeds.model import Bearing, Recorded, Reply
from undersigned.fields import Kind
from undersigned.model import Signatory
from undersigned.views.record_tables import CellState, RecordTable

from tests.support.recorded import dated, deed, search, shown, site, text
from tests.support.signatories import endorsement, signatory

ACME, BOLT = signatory("Acme"), signatory("Bolt")


def states(table: RecordTable) -> dict[str, list[str]]:
    return {row.signatory.id: [cell.state for cell in row.cells] for row in table.rows}


def test_before_anything_is_recorded_each_organisation_has_a_row_and_each_principle_a_column() -> (
    None
):
    person = signatory("Jane", kind=Kind.INDIVIDUAL)
    record = shown(site([ACME, BOLT, person], [])).record
    [table] = record.tables
    assert states(table) == {"acme": ["not-looked"] * 3, "bolt": ["not-looked"] * 3}
    assert [(each.number, each.words) for each in table.principles] == [
        (1, "Do no harm"),
        (2, "Say so"),
        (3, "Go on"),
    ]
    assert (record.apart, record.pages, record.others, record.waiting) == ((), (), 0, 0)


def test_a_cell_says_how_many_deeds_there_are_and_how_these_are_read() -> None:
    entries: list[Recorded] = [
        deed("a"),
        deed("b", bearing=Bearing.AT_ODDS, reply=Reply("No", StatedDate(2025, 7))),
        deed("c", bearing=Bearing.DISPUTED),
        deed("d", bearing=Bearing.DISPUTED),
        search("e", reply=Reply("Look again")),
    ]
    cell = shown(site([ACME], entries)).record.tables[0].rows[0].cells[0]
    assert cell.state is CellState.DOCUMENTED
    assert (cell.count, cell.at_odds, cell.disputed, cell.replied) == (4, 1, 2, 2)
    assert cell.looked == StatedDate(2025, 5, 6)


def test_a_cell_without_a_deed_says_when_it_was_looked_last() -> None:
    entries = [search("a", day="2024"), search("b", day="2025-03"), search("c", day="2025-01-31")]
    cell, *others = shown(site([ACME], entries)).record.tables[0].rows[0].cells
    assert (cell.state, cell.count, cell.looked) == ("nothing-found", 0, StatedDate(2025, 3))
    assert {each.state for each in others} == {CellState.NOT_LOOKED}
    assert {each.looked for each in others} == {None}


def test_deeds_of_a_cell_stand_newest_first() -> None:
    entries = [deed("a", day="2024"), deed("b", day="2025-03"), deed("c", day="2024-12-30")]
    cell = shown(site([ACME], entries)).record.tables[0].rows[0].cells[0]
    assert [each.id for each in cell.deeds] == ["b", "a", "c"]


def test_a_text_without_numbers_has_one_column_which_no_anchor_of_an_entry_is_called() -> None:
    words = text("1.0", "We do no harm.\n")
    entries = [deed("whole-text", principle=None)]
    view = shown(site([ACME], entries, [words])).record
    [principle] = view.tables[0].principles
    assert (principle.number, principle.words, principle.anchor) == (None, "", "whole_text")
    assert states(view.tables[0]) == {"acme": ["documented"]}
    assert [part.principle for part in view.pages[0].parts] == [principle]


def test_an_earlier_version_has_a_table_where_it_has_entries_and_the_one_in_force_always() -> None:
    versions = [text("1.0"), text("1.1"), text("2.0", "1. One\n2. Two\n")]
    view = shown(site([ACME, BOLT], [deed("a", principle=3)], versions)).record
    assert [(table.version, table.in_force) for table in view.tables] == [
        ("2.0", True),
        ("1.0", False),
    ]
    assert states(view.tables[0]) == {"acme": ["not-looked"] * 2, "bolt": ["not-looked"] * 2}
    assert states(view.tables[1]) == {"acme": ["not-looked", "not-looked", "documented"]}
    assert view.tables[1].principles[2].anchor == "version_1.0_principle_3"
    assert view.tables[0].principles[1].anchor == "principle_2"


def test_a_row_says_which_versions_are_endorsed_where_that_of_the_table_is_not() -> None:
    versions = [text("1.0"), text("2.0")]
    later = Signatory(endorsement("Bolt", version="2.0"), (endorsement("Bolt"),))
    [table] = shown(site([ACME, later], [], versions)).record.tables
    assert [row.endorses for row in table.rows] == [("1.0",), ()]


def test_whoever_has_withdrawn_or_ended_stands_apart_and_only_with_entries() -> None:
    gone = signatory("Gone", withdrawn=dated("2025-06-01"))
    ended = signatory("Old", ended=dated("2025-06-01"))
    others = [signatory("Quiet", withdrawn=dated("2025-06-01")), ACME]
    entries = [deed("a", "gone"), deed("b", "old", principle=2)]
    view = shown(site([gone, ended, *others], entries)).record
    assert states(view.tables[0]) == {"acme": ["not-looked"] * 3}
    [apart] = view.apart
    assert list(states(apart)) == ["gone", "old"]
    assert [row.page for row in apart.rows] == [
        "signatories/deeds/gone/index.md",
        "signatories/deeds/old/index.md",
    ]


def test_a_long_table_has_those_with_entries_and_counts_the_others() -> None:
    versions = [text("1.0"), text("2.0")]
    many = [signatory(f"N{number}") for number in range(5)]
    entries = [deed("a", "n1", version="2.0"), deed("b", "n3")]
    view = shown(site([*many, ACME], entries, versions), split=5).record
    assert [list(states(table)) for table in view.tables] == [["n1"], ["n3"]]
    assert view.others == 4
    whole = shown(site(many, entries, versions), split=5).record
    assert (len(whole.tables[0].rows), whole.others) == (5, 0)
    nothing = shown(site(many, []), split=4).record
    assert ([len(table.rows) for table in nothing.tables], nothing.others) == ([0], 5)


def test_the_words_of_a_principle_stand_in_tables_without_the_marks_of_markdown() -> None:
    words = text("1.0", "1. **Stop** `it`, see [a_b](x), snake_case \\*now\\*, _so_\n")
    [principle] = shown(site([], [], [words])).record.tables[0].principles
    assert principle.words == "Stop it, see a_b, snake_case *now*, so"
