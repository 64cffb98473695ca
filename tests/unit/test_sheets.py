"""A long register is split by letter, and every entry is on one sheet."""

from collections.abc import Sequence

import pytest
from undersigned.dates import StatedDate
from undersigned.fields import Kind
from undersigned.names.collation import heading_of
from undersigned.views import groups, sheets
from undersigned.views.sheets import LARGEST, Sheet

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


def names_of(sheets: Sequence[Sheet]) -> list[list[str]]:
    return [[entry.name for entry in sheet.entries] for sheet in sheets]


def test_a_sheet_has_so_few_entries_that_a_reader_can_look_through_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sheets, "MOST", 2)
    register = register_of(tuple(signatory(f"A{number}") for number in range(5)))
    (section,) = view(register, "en_GB", ["1.0"], split=1).sections
    assert names_of(section.sheets) == [["A0", "A1"], ["A2", "A3"], ["A4"]]


def test_a_sheet_says_how_its_first_and_last_name_begin_as_a_dictionary_does(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sheets, "MOST", 2)
    names = ["Abel", "Abelone", "Ábelov", "Acme", "Acme & Sons", "Azur"]
    register = register_of(tuple(map(signatory, names)))
    (section,) = view(register, "en_GB", ["1.0"], split=1).sections
    assert [(sheet.first, sheet.last) for sheet in section.sheets] == [
        ("Ab", "Abelon"),
        ("Ábelov", "Acme"),
        ("Acme &", "Az"),
    ]


def test_people_stand_where_they_have_themselves_sorted() -> None:
    people = (
        signatory("Li Silva", sort_as="Silva, Li", kind=Kind.INDIVIDUAL),
        signatory("Zoe Abel", sort_as="Abel, Zoe", kind=Kind.INDIVIDUAL),
    )
    seen = view(register_of(people[::-1]), "en_GB", ["1.0"], split=1)
    assert [section.title for section in seen.sections] == ["A", "S"]
    assert [sheet.first for sheet in seen.sheets] == ["Ab", "Si"]


def test_a_long_register_has_the_names_of_each_kind_and_each_country(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sheets, "MOST_NAMES", 2)
    seen = view(
        register_of(
            (
                signatory("Aa"),
                signatory("Bb"),
                signatory("Cc"),
                signatory("Dd", kind=Kind.INDIVIDUAL, country=None),
                signatory("Ee", country="AT", withdrawn=StatedDate(2025, 1, 1)),
            )
        ),
        "en_GB",
        ["1.0"],
        split=1,
    )
    assert {
        sheet.path: names
        for group in seen.listed_groups
        for sheet, names in zip(group.sheets, names_of(group.sheets), strict=True)
    } == {
        "signatories/kind/company.md": ["Aa", "Bb"],
        "signatories/kind/company-2.md": ["Cc"],
        "signatories/kind/individual.md": ["Dd"],
        "signatories/country/no.md": ["Aa", "Bb"],
        "signatories/country/no-2.md": ["Cc"],
    }
    assert [(group.key, group.within) for group in seen.listed_groups] == [
        ("company", "signatories/index.md"),
        ("individual", "signatories/index.md"),
        ("NO", "signatories/by-country.md"),
    ]
    assert [path for _, path in seen.chains] == ["signatories/index.md"] * 3 + [
        "signatories/by-country.md"
    ]


def test_of_a_register_that_is_much_longer_nobody_would_look_through_the_names(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(groups, "MOST_GROUPED", 1)
    seen = view(register_of((signatory("Aa"), signatory("Bb"))), "en_GB", ["1.0"], split=1)
    assert (len(seen.sections), seen.listed_groups) == (2, ())


def test_of_a_register_on_one_page_no_group_has_sheets() -> None:
    seen = view(register_of((signatory("Aa"),)), "en_GB", ["1.0"])
    assert seen.listed_groups == ()
    assert [group.sheets for group in (*seen.all_kinds, *seen.countries)] == [(), ()]
