"""A long register is split by letter, and every entry is on one sheet."""

import pytest
from undersigned.dates import StatedDate
from undersigned.fields import Kind
from undersigned.names.collation import heading_of
from undersigned.views.sheets import LARGEST

from tests.support.signatories import register as register_of
from tests.support.signatories import signatory, view


@pytest.mark.parametrize(
    ("initial", "title"),
    [
        ("a", "A"),
        ("É", "E"),
        ("Ø", "O"),
        ("Æ", "A"),
        ("Ł", "L"),
        ("ß", "S"),
        ("Ｗ", "W"),
        ("Г", "Cyrillic"),
        ("π", "Greek"),
        ("ა", "Georgian"),
        ("ا", "Arabic"),
        ("株", "Chinese characters"),
        ("한", "Hangul"),
        ("ソ", "Katakana"),
        ("3", "Digits and signs"),
        ("“", "Digits and signs"),
        ("🎉", "Digits and signs"),
        ("\u0301", "Digits and signs"),
        ("", "Digits and signs"),
    ],
)
def test_a_name_is_looked_for_under_its_letter_or_its_script(initial: str, title: str) -> None:
    assert heading_of(initial).title == title


def test_letters_come_first_then_scripts_then_the_rest_and_the_withdrawn() -> None:
    names = ["3M", "Гамма", "beta", "Ærlig", "Alpha"]
    gone = signatory("Aardvark", withdrawn=StatedDate(2025, 1, 1))
    seen = view(register_of((*map(signatory, names), gone)), "en_GB", ["1.0"], split=5)
    shown = {
        section.title: [row.name for sheet in section.sheets for row in sheet.entries]
        for section in seen.sections
    }
    assert list(shown.items()) == [
        ("A", ["Ærlig", "Alpha"]),
        ("B", ["beta"]),
        ("Cyrillic", ["Гамма"]),
        ("Digits and signs", ["3M"]),
        ("Withdrawn", ["Aardvark"]),
    ]
    assert seen.count == 5


def test_a_register_is_split_only_above_the_number() -> None:
    register = register_of((signatory("A"), signatory("B")))
    assert view(register, "en_GB", ["1.0"], split=2).sections == ()
    assert len(view(register, "en_GB", ["1.0"], split=1).sections) == 2


def test_a_letter_takes_more_sheets_where_its_entries_are_heavy() -> None:
    words = "x" * (LARGEST // 3)
    register = register_of(
        tuple(signatory(f"A{number}", kind=Kind.INDIVIDUAL, statement=words) for number in range(5))
    )
    (section,) = view(register, "en_GB", ["1.0"], split=1).sections
    assert [len(sheet.entries) for sheet in section.sheets] == [2, 2, 1]
    assert [sheet.path for sheet in section.sheets] == [
        "signatories/list/a.md",
        "signatories/list/a-2.md",
        "signatories/list/a-3.md",
    ]
