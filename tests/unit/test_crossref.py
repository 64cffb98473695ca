"""Inheritance: what sources take from wholes, from @xdata and from the members of a @set."""

from datetime import date

import pytest
from undersigned.bibliography.checks import problems_of
from undersigned.bibliography.crossref import with_wholes
from undersigned.bibliography.library import Library, library_of
from undersigned.bibliography.style.reference import reference_text
from undersigned.text.source import Source

TODAY = date(2026, 11, 26)
SHARED = "@xdata{oup,\n  publisher = {OUP},\n  location = {Oxford},\n}\n"
BOOK = "@book{b,\n  title = {Power},\n  date = {2018},\n  xdata = {%s},\n}\n"


def _library(bibtex: str) -> Library:
    library, problems = library_of(Source("references.bib", bibtex))
    assert not problems
    return library


def _messages(bibtex: str) -> list[str]:
    return [problem.message for problem in problems_of(_library(bibtex), TODAY)]


def test_a_source_has_the_fields_of_its_xdata() -> None:
    library = _library(SHARED + BOOK % "oup")
    assert reference_text(library.sources["b"]) == "Power. OUP, Oxford, 2018."
    assert _messages(SHARED + BOOK % "oup") == []


def test_an_xdata_entry_is_no_source_but_stays_in_the_bibtex_of_those_that_use_it() -> None:
    library = _library(SHARED + BOOK % "oup")
    assert list(library.sources) == ["b"]
    assert with_wholes(library.entries)["b"] == ["b", "oup"]


def test_the_first_xdata_that_has_a_field_gives_it_and_the_source_gives_its_own() -> None:
    other = "@xdata{cup,\n  publisher = {CUP},\n  location = {Cambridge},\n  date = {1999},\n}\n"
    library = _library(other + SHARED + BOOK % "cup, oup")
    assert reference_text(library.sources["b"]) == "Power. CUP, Cambridge, 2018."


def test_xdata_that_name_each_other_end() -> None:
    round_ = "@xdata{a,\n  xdata = {z},\n}\n@xdata{z,\n  xdata = {a},\n  publisher = {OUP},\n}\n"
    assert reference_text(_library(round_ + BOOK % "a").sources["b"]) == "Power. OUP, 2018."


@pytest.mark.parametrize("field", ["xdata", "crossref"])
def test_a_parent_that_is_not_there_is_a_problem_with_a_suggestion(field: str) -> None:
    message = f"{field} 'oop' is not in references.bib; did you mean 'oup'?"
    assert message in _messages(SHARED + (BOOK % "oop").replace("xdata", field))


def test_an_xdata_entry_that_nobody_uses_is_a_note() -> None:
    message = (
        "no source takes the fields of @xdata 'oup'; name it in the xdata of one, or remove it"
    )
    assert _messages(SHARED) == [message]


def test_a_field_of_xdata_that_no_reference_shows_is_a_note_at_its_place() -> None:
    lent = SHARED.replace("location = {Oxford}", "mainsubtitle = {Studies}")
    library = _library(lent + BOOK % "oup")
    [note] = problems_of(library, TODAY)
    assert (note.line, note.column) == (3, 19)
    assert note.message == (
        "field 'mainsubtitle' of '@xdata' is not shown in any reference; "
        "put what readers need into 'note', or remove it"
    )
    shown = BOOK % "oup" + (BOOK % "oup").replace("{b,", "{c,\n  maintitle = {Work},")
    assert _messages(lent + shown) == []


def test_a_set_is_shown_by_its_members_and_cites_them() -> None:
    members = "@misc{one,\n  title = {One},\n  date = {2001},\n}\n@misc{two,\n  title = {Two},\n}\n"
    library = _library(members + "@set{both,\n  entryset = {one, two},\n}\n")
    assert reference_text(library.sources["both"]) == "One. 2001. Two. No date."
    assert with_wholes(library.entries)["both"] == ["both", "one", "two"]


def test_a_set_without_members_is_shown_as_it_is() -> None:
    library = _library("@set{none,\n  title = {Alone},\n}\n")
    assert reference_text(library.sources["none"]) == "Alone. No date."


@pytest.mark.parametrize("kind", ["mvbook", "mvcollection", "mvproceedings", "mvreference"])
def test_the_title_of_a_work_in_volumes_is_the_maintitle_of_its_volumes(kind: str) -> None:
    titles = "title = {Work},\n  subtitle = {Parts},\n  titleaddon = {New},"
    work = f"@{kind}{{w,\n  {titles}\n}}\n"
    library = _library(work + "@book{v,\n  title = {One},\n  volume = {1},\n  crossref = {w},\n}\n")
    fields = library.sources["v"].fields
    names = ("maintitle", "mainsubtitle", "maintitleaddon")
    assert [fields[name] for name in names] == ["Work", "Parts", "New"]
    assert "titleaddon" not in fields


def test_the_title_of_a_journal_is_that_of_its_issue_too() -> None:
    issue = "@periodical{p,\n  title = {Studies},\n  issuetitle = {Spyware},\n  number = {3},\n}\n"
    article = "@article{a,\n  title = {One},\n  date = {2020},\n  crossref = {p},\n}\n"
    library = _library(issue + article)
    assert reference_text(library.sources["a"]) == "One. Studies, no. 3, Spyware, 2020."


def test_the_author_of_a_book_is_that_of_a_part_by_nobody_else() -> None:
    book = "@book{b,\n  author = {Doe, Jane},\n  title = {Power},\n  date = {2018},\n}\n"
    parts = "@inbook{own,\n  title = {One},\n  crossref = {b},\n}\n" + (
        "@suppbook{preface,\n  author = {Roe, Max},\n  title = {Two},\n  crossref = {b},\n}\n"
    )
    sources = _library(parts + book).sources
    assert reference_text(sources["own"]) == "Jane Doe. One. In Power, 2018."
    assert reference_text(sources["preface"]) == "Max Roe. Two. In Jane Doe, Power, 2018."
