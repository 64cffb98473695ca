"""The links by which pages are edited: each leads to the file that has what the page shows."""

import re
from pathlib import Path
from urllib.parse import urljoin

import pytest

from tests.support.registers import entry_text
from tests.support.sites import SmallSite, with_settings
from tests.support.store import Store

from .test_page_forms import PAGES
from .test_versions import SECOND

EDITED = "https://git.example/x/edit/main/"
REGISTER = "".join(f"\n{entry_text(name)}" for name in ("Acme", "Beta", "Gamma"))
SETTINGS = {
    "extra:\n": f"edit_uri: {EDITED}docs/\nextra:\n  register: {{split: 2}}\n",
    "  font: false\n": "  font: false\n  features: [content.action.edit]\n",
}

LED_TO = {
    "index.html": "docs/index.md",
    "sign/index.html": "docs/sign.md",
    "cite/index.html": "docs/cite.md",
    "principles/index.html": "docs/principles/index.md",
    "principles/first/index.html": "docs/principles/first.md",
    "signatories/index.html": "signatories.yml",
    "signatories/by-country/index.html": "signatories.yml",
    "signatories/by-date/index.html": "signatories.yml",
    "signatories/evidence/index.html": "docs/signatories/evidence.md",
    "signatories/list/a/index.html": "signatories.yml",
    "signatories/list/b/index.html": "signatories.yml",
    "signatories/list/g/index.html": "signatories.yml",
    "signatories/kind/company/index.html": "signatories.yml",
    "signatories/country/no/index.html": "signatories.yml",
    "bibliography/index.html": "references.bib",
    "bibliography/statements/index.html": "references.bib",
}

# What nobody edits: texts that were signed, and what is made of other pages.
WITHOUT = {
    "404.html", "data/index.html", "principles/print/index.html", "signatories/deeds/index.html",
    "principles/1.0/index.html", "principles/1.1/index.html", "principles/1.1/changes/index.html",
}  # fmt: skip

EVIDENCE = "--- docs/signatories/evidence.md\n# Evidence\n"


@pytest.fixture(scope="module")
def site(store: Store) -> SmallSite:
    changes = f"{with_settings(SETTINGS)}{SECOND}{PAGES}{EVIDENCE}--- signatories.yml\n{REGISTER}"
    return store.built(changes)


def test_a_page_leads_to_the_file_that_people_edit_and_one_without_leads_nowhere(
    site: SmallSite,
) -> None:
    links = {path.relative_to(site.root / "site").as_posix(): edited(path) for path in pages(site)}
    assert {path: files for path, files in links.items() if files} == {
        path: [file] for path, file in LED_TO.items()
    }
    assert {path for path, files in links.items() if not files} == WITHOUT
    assert all((site.root / file).is_file() for files in links.values() for file in files)


def test_without_an_address_to_edit_at_no_page_has_such_a_link(store: Store) -> None:
    asked = {key: value for key, value in SETTINGS.items() if key != "extra:\n"}
    site = store.built(with_settings(asked))
    assert not [path for path in pages(site) if 'rel="edit"' in path.read_text(encoding="utf-8")]


def pages(site: SmallSite) -> list[Path]:
    """Every page of a built site."""
    return sorted((site.root / "site").rglob("*.html"))


def edited(page: Path) -> list[str]:
    """The files of the repository to which the links of a page lead that are for editing."""
    links = re.findall(r'<a href="([^"]*)"[^>]* rel="edit"', page.read_text(encoding="utf-8"))
    return [urljoin(link, link.partition("git.example")[2]).removeprefix(EDITED) for link in links]
