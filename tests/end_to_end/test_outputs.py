"""What a site publishes besides its own pages, and what a file of that path in docs/ changes."""

from pathlib import Path

import pytest
from undersigned.build.output import Docs, Page, framed
from undersigned.publication import Publication

from tests.support.files import drawn, plant
from tests.support.published import published_by
from tests.support.registers import entry_text
from tests.support.sites import SMALL, SmallSite, small_site
from tests.support.store import Store
from tests.unit.test_preview import PREVIEW

TWO_VERSIONS = """\
--- versions.yml
- version: "1.0"
  published: 2023-03
  sha256: (lock)
- version: "1.1"
  published: 2024-05-06
  sha256: (lock)
--- docs/principles/1.1.md
1. Do no harm at all
"""


def listed(root: Path, changes: str = "", variables: dict[str, str] | None = None) -> Publication:
    """What the small site publishes, without any engine."""
    plant(root, drawn(SMALL) | drawn(changes))
    return published_by(root, variables)


PAGES = [
    "principles/1.0.md", "principles/print.md", "signatories/index.md",
    "signatories/by-country.md", "signatories/by-date.md", "signatories/evidence.md",
    "signatories/deeds/index.md", "data.md", "bibliography.md", "bibliography/statements.md",
]  # fmt: skip
FILES = [
    "robots.txt", "assets/undersigned/places.css", "principles/1.0.txt", "statement.bib",
    "statement.csl.json", "signatories.json", "signatories.schema.json", "signatories.csv",
    "signatories.yml", "deeds.json", "deeds.schema.json", "deeds.csv", "statement.json",
    "feed.xml", "badge.json", "references.bib", "references.csl.json",
]  # fmt: skip


def test_everything_is_in_one_list(tmp_path: Path) -> None:
    made = listed(tmp_path)
    assert list(made.pages) == PAGES
    assert [file.path for file in made.files] == FILES


def test_a_site_without_a_pdf_names_none_among_its_files(tmp_path: Path) -> None:
    made = listed(tmp_path)
    assert not made.view.settings.pdf
    assert "statement.pdf" not in made.pages["data.md"].meta["files"]  # type: ignore[operator]


def test_a_second_version_adds_its_page_its_bytes_and_a_redline(tmp_path: Path) -> None:
    made = listed(tmp_path, TWO_VERSIONS)
    assert set(made.pages) - set(PAGES) == {"principles/1.1.md", "principles/1.1/changes.md"}
    assert {file.path for file in made.files} - set(FILES) == {"principles/1.1.txt"}


def test_a_long_register_adds_its_sheets_those_of_kinds_and_countries_and_an_index(
    tmp_path: Path,
) -> None:
    names = "\n".join(entry_text(name) for name in ("Acme", "Beta", "Core"))
    made = listed(tmp_path, f"--- signatories.yml\n{names}")
    sheets = {f"signatories/list/{letter}.md" for letter in "abc"}
    sheets |= {"signatories/kind/company.md", "signatories/country/no.md"}
    assert set(made.pages) - set(PAGES) == sheets
    assert {file.path for file in made.files} - set(FILES) == {"signatories/filter.json"}
    assert [file.path for file in made.files if file.path.endswith("filter.json") and file.wins]


def test_a_preview_adds_what_keeps_it_out_of_search_engines(tmp_path: Path) -> None:
    files = {file.path: file.content for file in listed(tmp_path, variables=PREVIEW).files}
    assert files.keys() - set(FILES) == {"_headers"}
    assert files["robots.txt"] == b"User-agent: *\nDisallow: /\n"


def test_the_same_site_has_the_same_outputs(tmp_path: Path) -> None:
    made, again = listed(tmp_path), listed(tmp_path)
    contents, once_more = (
        {file.path: file.content for file in each.files} for each in (made, again)
    )
    assert (contents, made.pages) == (once_more, again.pages)


@pytest.fixture(scope="module")
def overridden(tmp_path_factory: pytest.TempPathFactory) -> SmallSite:
    """A site whose docs/ have files of the paths that are generated."""
    site = small_site(
        tmp_path_factory.mktemp("overridden"),
        "--- docs/badge.json\n{}\n"
        "--- docs/robots.txt\nUser-agent: some\n"
        "--- docs/statement.json\n{}\n"
        "--- docs/principles/1.0.txt\nOther words\n"
        "--- docs/principles/print.md\n# Printed by hand\n\n\\statement\n"
        "--- docs/signatories/by-date.md\n# When they signed\n\nSaid first.\n"
        "--- docs/data.md\n---\ntitle: Figures\n---\n# Figures\n",
    )
    result = site.build()
    assert result.returncode == 0, result.stderr
    return site


def published(site: SmallSite, path: str) -> str:
    return (site.root / "site" / path).read_text(encoding="utf-8")


def test_a_file_in_docs_wins(overridden: SmallSite) -> None:
    assert published(overridden, "badge.json") == "{}\n"
    assert published(overridden, "robots.txt") == "User-agent: some\n"
    assert "Printed by hand" in overridden.page("principles/print")
    assert "undersigned-document" not in overridden.page("principles/print")


def test_no_file_in_docs_says_what_was_signed(overridden: SmallSite) -> None:
    assert '"sha256"' in published(overridden, "statement.json")


def test_of_a_page_of_the_register_the_words_are_taken(overridden: SmallSite) -> None:
    page = overridden.page("signatories/by-date").partition("<article")[2]
    assert page.index("When they signed") < page.index("Said first.") < page.index(">Acme</a>")
    assert '<h2 id="_files">' in overridden.page("data")


def test_nothing_in_docs_replaces_the_bytes_that_were_signed(overridden: SmallSite) -> None:
    assert published(overridden, "principles/1.0.txt") == "1. Do no harm\n2. Say so\n"
    assert "Do no harm" in overridden.page("principles/1.0")


@pytest.mark.parametrize("name", ["version", "redline", "sheet", "signatories", "bibliography"])
def test_a_page_of_docs_is_drawn_by_no_template_that_asks_for_more(name: str) -> None:
    asked = {"template": f"undersigned//{name}.html"}
    assert framed(None, False, asked, "Words.") == ({}, "Words.")
    own = Page("signatories/index.md", "undersigned/signatories.html", "", docs=Docs.WORDS)
    assert framed(own, False, asked, "Words.") == ({"template": own.template}, "Words.")
    open_to_all = {"template": "undersigned/text.html", "title": "A title"}
    assert framed(None, False, open_to_all, "Words.") == (open_to_all, "Words.")


def test_a_page_of_the_register_that_calls_itself_a_sheet_is_built(store: Store) -> None:
    site = store.built("--- docs/signatories/index.md\n---\nsheet: 1\n---\n# Who\n")
    assert "Acme" in site.page("signatories")
