"""Whether a site asks for its edition in PDF, and what has to be installed for it."""

from pathlib import Path

import pytest
from undersigned.statement.edition import read_edition
from undersigned.typesetting import folder_of, font_folders, read_pdf

GIVEN = {"name": "Ours", "kind": "official", "contact": "post@ours.example"}


def here(_: str) -> Path:
    return Path("/packages")


@pytest.mark.parametrize("edition", [None, "Ours", {}, GIVEN, {"pdf": False}])
def test_a_site_that_does_not_ask_for_a_pdf_needs_nothing(edition: object) -> None:
    assert read_pdf(edition, lambda _: None) == (False, [])


def test_a_site_may_ask_for_a_pdf_beside_what_its_edition_is() -> None:
    assert read_pdf(GIVEN | {"pdf": True}, here) == (True, [])
    edition, problems = read_edition(GIVEN | {"pdf": True})
    assert problems == []
    assert edition
    assert "pdf" not in edition.given()


@pytest.mark.parametrize("given", ["yes", 1, None, ["true"]])
def test_what_is_neither_true_nor_false_is_a_problem(given: object) -> None:
    _, [problem] = read_pdf({"pdf": given}, here)
    assert str(problem).startswith("mkdocs.yml:1:1: extra.edition.pdf is ")
    assert problem.message.endswith("; give true or false")


def test_packages_that_are_missing_are_named_with_the_remedy() -> None:
    asked, [problem] = read_pdf({"pdf": True}, lambda name: None if "i" in name else here(name))
    assert not asked
    assert str(problem) == (
        "mkdocs.yml:1:1: extra.edition.pdf is true, and manimgx-fonts, manimgx-fonts-cjk,"
        " fontpkg-amiri cannot be imported; run 'pip install --require-hashes -r"
        " requirements.txt', or set it to false"
    )


def test_fonts_come_from_the_packages_of_the_extra_in_one_order() -> None:
    names = [folder.name for folder in font_folders()]
    assert names == ["manimgx_fonts", "manimgx_fonts_cjk", "fontpkg_amiri"]
    assert folder_of("no_such_package") is None
