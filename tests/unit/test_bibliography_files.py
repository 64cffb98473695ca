"""The files of the bibliography: one or several, which every command reads."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from undersigned.bibliography.csl.items import csl_json
from undersigned.bibliography.files import among, listed_files
from undersigned.bibliography.library import bibtex, library_of, read_library
from undersigned.cli import main
from undersigned.links.outgoing import outgoing
from undersigned.links.settings import read_settings
from undersigned.text.source import Source

from tests.support.branches import Branch
from tests.support.files import plant
from tests.support.registers import BARE_SITE

LISTED = "site_name: Any\nextra:\n  bibliography:\n    files: [references.bib, more/law.bib]\n"
ONE = "@misc{one,\n  title        = {x},\n}\n"
TWO = "@misc{two,\n  title        = {y},\n  url          = {https://two.example},\n}\n"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    files = {"mkdocs.yml": LISTED, "references.bib": ONE, "more/law.bib": TWO}
    plant(tmp_path, BARE_SITE | {"signatories.yml": "[]\n"} | files)
    return tmp_path


def run(folder: Path, *arguments: str) -> Result:
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        return CliRunner().invoke(main, arguments)


@pytest.mark.parametrize(
    ("listed", "paths"),
    [
        ("", ["references.bib"]),
        ("extra:\n", ["references.bib"]),
        ("extra: {bibliography: {files: a.bib}}\n", ["a.bib"]),
        ("extra: {bibliography: {files: [./x/../a.bib, b.BIB]}}\n", ["a.bib", "b.BIB"]),
        ("plugins:\n  - x: !!python/name:os.system\nextra: [\n", ["references.bib"]),
    ],
)
def test_the_files_are_those_listed_or_else_the_one(
    listed: str, paths: list[str], tmp_path: Path
) -> None:
    plant(tmp_path, {"mkdocs.yml": listed, **dict.fromkeys(("references.bib", *paths), ONE)})
    files, problems = listed_files(tmp_path)
    assert ([file.value for file in files], problems) == (paths, [])


def test_without_a_file_there_are_no_sources_and_nothing_is_wrong(tmp_path: Path) -> None:
    plant(tmp_path, {"mkdocs.yml": ""})
    library, problems = read_library(tmp_path)
    assert (library.entries, problems, library.complete) == ({}, [], True)


def test_a_folder_that_is_a_link_leads_to_no_file_outside(site: Path, tmp_path: Path) -> None:
    plant(site.parent / "elsewhere", {"law.bib": TWO})
    (site / "link").symlink_to(site.parent / "elsewhere")
    plant(site, {"mkdocs.yml": LISTED.replace("more/", "link/")})
    files, [problem] = listed_files(site)
    assert [file.value for file in files] == ["references.bib"]
    assert "'link/law.bib' is outside of the site" in problem.message


def test_a_list_that_is_wrong_makes_no_citation_unknown(site: Path) -> None:
    plant(site, {"mkdocs.yml": LISTED.replace("law", "lost"), "docs/page.md": "Words.[@two]\n"})
    assert "citation" not in run(site, "check").output


def test_sources_strings_and_parents_are_shared_by_all_files() -> None:
    library, problems = library_of(
        Source("a.bib", "@inbook{part, title = {x}, crossref = {Whole}, publisher = acme}"),
        Source("b.bib", "@string{acme = {Acme}}\n@book{whole, title = {y}, year = 2020}"),
    )
    assert problems == []
    assert dict(library.sources["part"].fields) == {
        "title": "x", "crossref": "Whole", "publisher": "Acme", "booktitle": "y", "year": "2020",
    }  # fmt: skip
    paths = {key: each.path for key, each in library.references.items()}
    assert paths == {"part": "a.bib", "whole": "b.bib"}
    again, problems = library_of(Source("references.bib", bibtex(library, library.texts)))
    assert (again.sources["part"].fields, problems) == (library.sources["part"].fields, [])


def test_the_same_string_in_two_files_is_one() -> None:
    one, two = '@string{acme = "Acme"}\n', "@string{ACME = {Acme}}\n"
    library, problems = library_of(
        Source("a.bib", f"{one}@misc{{a, title = acme}}"),
        Source("b.bib", f"{two}@misc{{b, title = acme}}"),
    )
    assert problems == []
    assert [entry.fields["title"] for entry in library.sources.values()] == ["Acme", "Acme"]
    assert library_of(Source("x.bib", bibtex(library, ["a", "b"])))[1] == []


def test_a_key_in_two_files_is_reported_with_both_places() -> None:
    _, [problem] = library_of(Source("a.bib", "\n" + ONE), Source("b.bib", ONE.upper()))
    wanted = "key 'ONE' is already on line 2 of a.bib; give one another key"
    assert str(problem) == f"b.bib:1:7: {wanted}"


def test_check_reports_each_file_and_strict_makes_its_notes_problems(site: Path) -> None:
    checked = run(site, "check")
    notes = ["more/law.bib:1:7: note: no page cites 'two'", "references.bib:1:7: note: no page"]
    assert checked.exit_code == 0
    assert all(note in checked.output for note in notes)
    strict = run(site, "check", "--strict")
    assert strict.exit_code == 1
    assert "more/law.bib:1:7: no page cites 'two'" in strict.output
    assert "references.bib" not in run(site, "check", "more/law.bib").output


def test_format_brings_each_file_into_its_form(site: Path) -> None:
    plant(site, {"more/law.bib": "@misc{two, title={y}}\n"})
    judged = run(site, "format", "--check")
    assert (judged.exit_code, "more/law.bib:1:1: is not in" in judged.output) == (1, True)
    assert run(site, "format", "more/law.bib").output == "formatted more/law.bib\n"
    assert (site / "more/law.bib").read_text("utf-8") == "@misc{two,\n  title        = {y},\n}\n"
    assert run(site, "format", "--check").exit_code == 0
    assert "has no canonical form" in run(site, "format", "other.bib").output


def test_addresses_and_exports_are_of_all_files(site: Path) -> None:
    settings, _ = read_settings(site)
    assert settings is not None
    found = {(each.path, each.address) for each in outgoing(site, settings).occurrences}
    assert ("more/law.bib", "https://two.example") in found
    library, _ = read_library(site)
    items = json.loads(csl_json(library.sources.values()))
    assert [item["id"] for item in items] == ["one", "two"]


def test_a_change_is_judged_by_the_files_that_were_listed_before(site: Path) -> None:
    branch = Branch(site)
    branch.git("init", "--quiet", "--initial-branch=main")
    faulty = TWO.replace("{y}", "{}")
    branch.commit({"more/law.bib": faulty})
    branch.begin("other")
    branch.commit({"references.bib": ONE + "\n@misc{new,\n  title        = {},\n}\n"})
    checked = run(site, "check", "--changed-since", "main")
    assert "more/law.bib:1:7: note: entry 'two' has no title" in checked.output
    assert "references.bib:5:7: entry 'new' has no title" in checked.output
    branch.commit({"references.bib": ONE, "mkdocs.yml": LISTED.replace(", more/law.bib", "")})
    branch.commit({"docs/page.md": "Words.[@two]\n"})
    checked = run(site, "check", "--changed-since", "main")
    assert "docs/page.md:1:8: citation 'two' is not in references.bib" in checked.output


@pytest.mark.parametrize(
    ("files", "words"),
    [
        ((), "references.bib"),
        (("a.bib",), "a.bib"),
        (("a.bib", "b.bib"), "a.bib or b.bib"),
        (("a.bib",) * 4, "one of the 4 files of extra.bibliography.files"),
    ],
)
def test_the_files_are_named_where_something_is_missing(files: tuple[str, ...], words: str) -> None:
    assert among(files) == words


def test_a_source_of_a_deed_is_cited(site: Path) -> None:
    plant(site, {"deeds.d/acme-2024.yml": "- who: acme\n  sources: two\n"})
    assert "no page cites 'two'" not in run(site, "check").output


def test_nothing_is_called_uncited_while_a_deed_cannot_be_read(site: Path) -> None:
    plant(site, {"deeds.yml": "- who: acme\n\tsources: two\n"})
    output = run(site, "check").output
    assert "deeds.yml:2:" in output
    assert "no page cites" not in output
