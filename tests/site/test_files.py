"""The files of this site: what no reader of them finds fault with."""

import json
import re

from undersigned.bibliography.csl.items import csl_json
from undersigned.bibliography.library import read_library
from undersigned.bibliography.style.reference import reference_text
from undersigned.figures.blocks import pages_showing
from undersigned.figures.reading import read_figures
from undersigned.lists import LISTS
from undersigned.paths import schema_of
from undersigned.statement.false_versions import false_versions
from undersigned.text.page_limits import pages_beyond_limits
from undersigned.text.pages import read_pages

from tests.support.citeproc import drawn
from tests.support.csl import faults_of
from tests.support.csl_import import bibtex_of
from tests.support.schemas import validated
from tests.support.sites import REPOSITORY, SmallSite
from tests.unit.test_canonical import canonical
from tests.unit.test_csl import item_of
from tests.unit.test_references import BADLY_READ

from .own import VERSIONS


def letters(text: str) -> str:
    return re.sub(r"\W", "", text.casefold())


def test_this_site_has_no_false_version() -> None:
    assert list(false_versions(REPOSITORY, VERSIONS)) == []


def test_the_published_register_is_in_canonical_form() -> None:
    text = (REPOSITORY / "signatories.yml").read_text(encoding="utf-8")
    assert canonical(text) == text


def test_this_sites_own_sources_are_valid_csl_and_drawn_by_another_program() -> None:
    library, problems = read_library(REPOSITORY)
    assert not problems
    items = json.loads(csl_json(library.sources.values()))
    assert not list(faults_of(items))
    for item in items:
        assert letters(item["title"]) in letters(drawn(item)), item["id"]
        assert item_of(bibtex_of(item)) == item


def test_this_sites_own_references_read_well() -> None:
    library, problems = read_library(REPOSITORY)
    assert not problems
    for key, entry in library.entries.items():
        text = reference_text(entry)
        assert not [sign for sign in BADLY_READ if sign in text], key


def test_the_figures_of_this_site_are_read_without_a_problem_and_shown_somewhere() -> None:
    found, problems = read_figures(REPOSITORY, read_library(REPOSITORY)[0])
    assert problems == []
    assert set(found) <= set(pages_showing(read_pages(REPOSITORY)[0]))


def test_pages_of_this_site_are_within_all_limits() -> None:
    assert list(pages_beyond_limits(REPOSITORY)) == []


def test_what_is_published_fits_the_schemas() -> None:
    for kept in LISTS:
        files = [REPOSITORY / kept.path, *(REPOSITORY / kept.drop_ins).glob("[a-z]*.yml")]
        if there := [str(file) for file in files if file.exists()]:
            checked = validated("--schemafile", str(REPOSITORY / schema_of(kept.path)), *there)
            assert checked.exit_code == 0, checked.output


def test_the_published_site_is_clean_but_for_uncited_sources_and_deeds_that_wait() -> None:
    checked = SmallSite(REPOSITORY).run("undersigned", "check")
    assert (checked.returncode, checked.stderr) == (0, "")
    lines = checked.stdout.splitlines()[:-1]
    known = re.compile(r": note: (no page cites '|'.+' is not shown before )")
    assert [line for line in lines if not known.search(line)] == []
