"""References in the language of a site."""

import re
from pathlib import Path

import pytest
from undersigned.bibliography.citations.footnotes import Footnotes
from undersigned.bibliography.library import library_in, library_of
from undersigned.bibliography.style.reference import reference_text
from undersigned.bibliography.style.short_form import short_form
from undersigned.bibliography.values.said_in import said_in
from undersigned.language.catalogue import ENGLISH, catalogue_of
from undersigned.text.source import Source

from tests.support.references import entry_of, last_entry_of

FRENCH = catalogue_of("fr")
CASES = sorted((Path(__file__).parents[1] / "golden" / "references").glob("*.txt"))


def bibtex_of(case: Path) -> str:
    return re.split(r"^--- \w+\n", case.read_text(encoding="utf-8"), flags=re.MULTILINE)[0]


@pytest.mark.parametrize(
    ("bibtex", "shown"),
    [
        (
            "@book{k, editor = {Roe, Ann and Poe, Pat}, title = {T}, edition = 2, year = 2019}",
            "Ann Roe et Pat Poe (éds). T. 2e édition, 2019.",
        ),
        (
            "@incollection{k, author = {Doe, Jo}, title = {T}, booktitle = {B}, editor = {Roe, A},"
            " pages = {3--9}, date = {2021-03-04}}",
            "Jo Doe. T. Dans A Roe (éd.), B, 4 mars 2021, p. 3–9.",
        ),
        (
            "@online{k, title = {T}, url = {https://a.example/}, urldate = {2024-05-06},"
            " language = {english}}",
            "T. Sans date (en anglais ; consulté : 6 mai 2024).",
        ),
        ("@misc{k, title = {T}, language = {french}, date = {2004~}}", "T. Vers 2004."),
        ("@report{k, title = {T}, type = {Report}, year = 2020}", "T. Rapport, 2020."),
        ("@report{k, title = {T}, type = {Press release}, year = 2020}", "T. Press release, 2020."),
        (
            "@book{k, author = {Doe, Jo}, title = {T}, translator = {Roe, A}, annotator = {Roe, A},"
            " year = 2019}",
            "Jo Doe. T. Traduit et annoté par A Roe, 2019.",
        ),
        ("@phdthesis{k, title = {T}, edition = {First}, year = 1999}",
         "T. Thèse de doctorat, 1re édition, 1999."),
    ],
)  # fmt: skip
def test_a_reference_is_said_in_the_language_of_its_site(bibtex: str, shown: str) -> None:
    said = reference_text(said_in(entry_of(bibtex), FRENCH))
    assert said.replace("\N{NO-BREAK SPACE}", " ") == shown


@pytest.mark.parametrize("locale", ["fr", "de", "ar"])
def test_every_reference_can_be_said_in_another_language(locale: str) -> None:
    for case in CASES:
        assert reference_text(said_in(last_entry_of(bibtex_of(case)), catalogue_of(locale)))


def test_a_type_of_editor_that_nobody_knows_is_no_message() -> None:
    for type_ in ("100% editor", "signed", "%(name)s"):
        written = type_.replace("%", r"\%")
        entry = entry_of(
            f"@book{{k, editor = {{Roe, A}}, editortype = {{{written}}}, title = {{T}}}}"
        )
        assert f"({type_})" in reference_text(said_in(entry, FRENCH))


def test_notes_lead_to_the_bibliography_in_the_language_of_the_site() -> None:
    names = " and ".join(f"Doe{number}, Jo" for number in range(9))
    library, _ = library_of(
        Source("references.bib", f"@misc{{k, author = {{{names}}}, title = {{T}}}}")
    )
    french = library_in(library, FRENCH)
    assert library_in(library, ENGLISH) is library
    notes = Footnotes(french)
    noted = notes.noted("A [@k].")
    page = notes.worded("".join(noted.definitions()), "bibliography/")
    assert page.endswith('#k">Bibliographie</a>')
    assert str(short_form(french.sources["k"])) == "Doe0 et autres, T"
