"""The table of fields, and the notes on fields and types that no reference shows."""

from datetime import date

import pytest
from pybtex.database import Entry
from undersigned.bibliography.checks import problems_of
from undersigned.bibliography.library import library_of
from undersigned.bibliography.style.reference import reference_text
from undersigned.bibliography.values.entry_types import STYLES
from undersigned.bibliography.values.field_table import (
    MEANT,
    NOT_SHOWN,
    SHOWN,
    known_fields,
    why_not_shown,
)
from undersigned.bibliography.values.people import ROLES
from undersigned.problem import Problem, Severity
from undersigned.text.source import Source

TODAY = date(2026, 11, 26)


def _found(bibtex: str) -> list[Problem]:
    library, problems = library_of(Source("references.bib", bibtex))
    assert not problems
    return list(problems_of(library, TODAY))


def _book(key: str, *fields: str) -> str:
    given = "".join(f"  {field},\n" for field in fields)
    return f"@book{{{key},\n  title = {{T}},\n  publisher = {{P}},\n  date = {{2020}},\n{given}}}\n"


def test_no_field_is_listed_twice_and_none_as_both_shown_and_not() -> None:
    listed = [name for names in NOT_SHOWN.values() for name in names.split()]
    assert len(listed) == len(set(listed))
    assert not SHOWN & set(listed)
    assert not SHOWN & MEANT.keys()
    assert not set(listed) & MEANT.keys()


def test_every_field_that_is_to_be_used_instead_is_shown() -> None:
    assert set(MEANT.values()) <= SHOWN


# Fields that are shown beside others alone, or as dates, names and links are.
_OTHERWISE = {*ROLES, "year", "month", "day", "doi", "archivedate", "urldate"}


@pytest.mark.parametrize(
    "name", sorted(name for name in SHOWN - _OTHERWISE if not name.startswith("editor"))
)
def test_every_field_that_is_listed_as_shown_is_shown_by_some_type(name: str) -> None:
    value = {"url": "https://tried.example/", "archiveurl": "https://tried.example/"}.get(
        name, "1999" if "date" in name or name == "origyear" else "tried"
    )
    others = {"eprint": "1"} if name in ("eprinttype", "archiveprefix") else {}
    wholes = {"maintitle": "W", "booktitle": "B", "journal": "J", "issuetitle": "I"}
    beside = {field: title for field, title in wholes.items() if name.startswith(field[:4])}
    if name == "journaltitle":
        beside = {}
    fields = {"title": "T", "year": "2020", **beside, **others, name: value}
    entries = [Entry(type_, fields) for type_ in STYLES]
    texts = [reference_text(entry).casefold() for entry in entries]
    addressed = name in ("url", "archiveurl")  # named by a link
    assert addressed or any(value in text for text in texts)


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("abstract", "it is what the source says, not which source it is"),
        ("bdsk-url-12", "it is an address or a file that BibDesk keeps"),
        ("opturl", "Emacs marks it as not to be used"),
        ("comment-jane", "it is a remark or a mark of the reader's own"),
        ("__markedentry", "it is a remark or a mark of the reader's own"),
        ("title", ""),
        ("zenon", ""),
    ],
)
def test_a_field_that_is_not_shown_for_a_reason_says_why(name: str, why: str) -> None:
    assert why_not_shown(name) == why
    assert (name in known_fields()) == (name in ("abstract", "__markedentry", "title"))


def test_an_unknown_field_is_a_note_once_for_its_name_with_a_count() -> None:
    found = _found("".join(_book(f"b{number}", "zenon = {1}") for number in range(300)))
    assert [(each.severity, each.line, each.column) for each in found] == [(Severity.NOTE, 5, 12)]
    assert found[0].message == (
        "field 'zenon' is not shown in references (also in 299 other entries); "
        "put what readers need into 'note', or remove it"
    )


def test_a_misspelt_field_and_another_programs_name_lead_to_the_field() -> None:
    found = _found(_book("b", "edtion = {2}", "city = {Rome}"))
    assert [each.message.partition("; ")[2] for each in found] == [
        "did you mean 'edition'?",
        "did you mean 'address'?",
    ]


def test_a_field_that_its_type_does_not_show_is_a_note_once_for_the_type() -> None:
    found = _found(_book("a", "mainsubtitle = {S}") + _book("b", "mainsubtitle = {S}"))
    assert [each.message for each in found] == [
        "field 'mainsubtitle' of '@book' is not shown in this reference "
        "(nor in 1 other entry); put what readers need into 'note', or remove it"
    ]


def test_a_field_whose_words_another_field_shows_is_not_reported() -> None:
    assert _found(_book("b", "maintitle = {T}", "mainsubtitle = {P}")) == []


def test_names_after_the_fourth_are_left_out_without_a_note_however_the_field_is_written() -> None:
    names = " and ".join(f"Doe, {letter}." for letter in "ABCDEF")
    for field in ("author", "Author", "AUTHOR"):
        assert _found(_book("b", f"{field} = {{{names}}}")) == []


def test_an_unknown_type_is_a_note_once_with_the_type_that_is_meant() -> None:
    found = _found(
        "@jurthesis{a,\n  title = {A},\n}\n@jurthesis{b,\n  title = {B},\n}\n"
        "@talk{c,\n  title = {C},\n}\n"
    )
    assert [(each.severity, each.line, each.message) for each in found] == [
        (
            Severity.NOTE,
            1,
            "entry type '@jurthesis' is not known and shown as '@misc' is "
            "(also in 1 other entry); did you mean '@thesis'?",
        ),
        (
            Severity.NOTE,
            7,
            "entry type '@talk' is not known and shown as '@misc' is; "
            "give it the type that it is of",
        ),
    ]
