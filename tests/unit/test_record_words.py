"""What the table of the record says of a signatory under a principle."""

import pytest
from undersigned.dates import StatedDate
from undersigned.deeds.model import Bearing, Deed, Reply, Search
from undersigned.language.catalogue import ENGLISH
from undersigned.views.entries import listed
from undersigned.views.record_tables import Cell, Principle, RecordRow
from undersigned.views.record_words import caveat
from undersigned.views.words import Words

from tests.support.signatories import signatory

WORDS = Words("en_GB")
FIRST = Principle(1, "Do no harm", "principle_1")
REPLY = Reply("We did.", by_email=StatedDate(2026, 2, 3))


def deed(bearing: Bearing = Bearing.IN_LINE, reply: Reply | None = None) -> Deed:
    day = StatedDate(2025, 3, 4)
    return Deed("x", ("acme",), "1.0", 1, day, None, "Did it.", ("a",), bearing, reply=reply)


def search(looked: StatedDate, reply: Reply | None = None) -> Search:
    return Search("y", ("acme",), "1.0", 1, looked, ("its reports",), reply=reply)


@pytest.mark.parametrize(
    ("deeds", "searches", "said"),
    [
        ((), (), "not looked yet"),
        ((), (search(StatedDate(2026, 5)),), "looked in May 2026, nothing found"),
        ((deed(),), (), "1 documented"),
        ((deed(),), (search(StatedDate(2026, 5, 6)),), "1 documented"),
        ((deed(Bearing.AT_ODDS),), (), "1 documented at odds"),
        ((deed(), deed(Bearing.AT_ODDS)), (), "2 documented of which 1 at odds"),
        (
            (deed(), deed(Bearing.DISPUTED, REPLY), deed(Bearing.AT_ODDS)),
            (),
            "3 documented of which 1 at odds and 1 disputed reply",
        ),
        ((deed(reply=REPLY), deed(reply=REPLY)), (), "2 documented 2 replies"),
        ((deed(),) * 1200, (), "1,200 documented"),
        ((), (search(StatedDate(2026), REPLY),), "looked in 2026, nothing found reply"),
    ],
)
def test_a_cell_says_its_state_and_how_its_deeds_are_read(
    deeds: tuple[Deed, ...], searches: tuple[Search, ...], said: str
) -> None:
    assert str(WORDS.cell(Cell(FIRST, deeds, searches))) == said


def test_beneath_a_name_stands_that_it_has_gone_or_endorses_other_words() -> None:
    stays, gone, ended = listed(
        (
            signatory("Acme"),
            signatory("Core", withdrawn=StatedDate(2025, 6, 7)),
            signatory("Dora", ended=StatedDate(2025, 1)),
        ),
        "1.0",
    )
    assert WORDS.notes(RecordRow(stays, (), "")) == ()
    assert WORDS.notes(RecordRow(gone, (), "")) == ("withdrew on 7 June 2025",)
    assert WORDS.notes(RecordRow(ended, (), "")) == ("ended in January 2025",)
    assert WORDS.notes(RecordRow(stays, (), "", ("1.0", "1.1"))) == (
        "endorses versions 1.0 and 1.1",
    )


def test_a_text_without_numbers_is_not_said_to_have_principles() -> None:
    assert "belongs under a principle is the editors’ judgement" in caveat(ENGLISH, numbered=True)
    said = caveat(ENGLISH, numbered=False)
    assert "has to do with the text is the editors’ judgement" in said
    assert "principle" not in said
