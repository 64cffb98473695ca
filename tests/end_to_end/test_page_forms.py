"""Pages served as folders and as files: every address of a site leads to a file on disk."""

import json
from pathlib import Path
from urllib.parse import urldefrag
from xml.etree import ElementTree

import pytest

from tests.support.copies import DATED, built, keepers_site
from tests.support.pages import dead_addresses, faults
from tests.support.registers import entry_text
from tests.support.sites import small_site, with_settings
from tests.support.store import Store

from .test_versions import SECOND

FORMS = {"folders": "use_directory_urls: true\n", "files": "use_directory_urls: false\n"}

LINKED = entry_text("Aaron", more="  ended: 2025-02-03\n  succeeded_by: name-001\n")
GONE = entry_text("Abel", more="  withdrawn: 2025-01-02\n")
LONG = "\n".join([LINKED, GONE, *(entry_text(f"Name {number:03}") for number in range(600))])
SHORT = "\n".join([LINKED, GONE, *(entry_text(f"Name {number:03}") for number in range(5))])

PAGES = """
--- docs/index.md
---
template: undersigned/home.html
---
We say this.[@a]
--- docs/cite.md
---
template: undersigned/cite.html
---
# Cite

So.[@a, p. 2] And so.[@a, p. 3]
--- docs/principles/first.md
---
title: The first
principle: 1
---
# Do no harm

So.[@a]
"""


def site_of(form: str, register: str, settings: dict[str, str] | None = None) -> str:
    """The drawing of a small site with two versions and pages that cite, in one of the forms."""
    changed = {"theme:\n": f"{FORMS[form]}theme:\n", **(settings or {})}
    return f"{with_settings(changed)}{SECOND}{PAGES}--- signatories.yml\n{register}"


@pytest.mark.parametrize("register", [SHORT, LONG], ids=["short", "long"])
@pytest.mark.parametrize("form", FORMS)
def test_every_address_on_a_page_and_in_data_leads_to_a_file(
    store: Store, form: str, register: str
) -> None:
    site = store.built(site_of(form, register)).root / "site"
    assert list(faults(site, "https://small.example/")) == []
    assert list(dead_addresses(site, "https://small.example/")) == []
    assert (site / "sign.html").exists() == (form == "files")
    for each in json.loads((site / "search/parts.json").read_bytes()):
        assert on_disk(site, each["address"])


@pytest.mark.parametrize("form", FORMS)
def test_the_filter_of_a_long_register_finds_every_sheet_by_its_index(
    store: Store, form: str
) -> None:
    site = store.built(site_of(form, LONG)).root / "site"
    sheets = json.loads((site / "signatories/filter.json").read_bytes())["sheets"]
    assert len(sheets) == 5
    assert all(on_disk(site / "signatories", address) for address, _, _ in sheets)


@pytest.mark.parametrize("register", [SHORT, LONG], ids=["short", "long"])
@pytest.mark.parametrize("form", FORMS)
def test_addresses_of_a_site_that_does_not_know_its_own_count_from_its_root(
    store: Store, form: str, register: str
) -> None:
    unknown = {"site_url: https://small.example/\n": ""}
    site = store.built(site_of(form, register, unknown)).root / "site"
    assert list(faults(site, "https://any.example/")) == []
    statement = json.loads((site / "statement.json").read_bytes())
    for version in statement["versions"]:
        assert on_disk(site, version["page"])
        assert on_disk(site, version["text"])
    for entry in json.loads((site / "signatories.json").read_bytes())["signatories"]:
        assert on_disk(site, entry["url"])
    for feed in (site / "feed.xml", *site.glob("feed/*.xml")):
        links = ElementTree.parse(feed).iter("{http://www.w3.org/2005/Atom}link")
        assert all(on_disk(site, link.attrib["href"]) for link in links)


def test_a_whole_site_has_no_dead_address_where_its_pages_are_files(tmp_path: Path) -> None:
    site = keepers_site(tmp_path)
    with (tmp_path / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write(FORMS["files"])
    assert "signatories/by-date.html" in built(site, DATED)
    address = "https://keepers.example/"
    assert list(faults(tmp_path / "site", address)) == []
    assert list(dead_addresses(tmp_path / "site", address)) == []


def test_a_page_that_templates_lead_to_and_that_nobody_wrote_is_reported_once(
    tmp_path: Path,
) -> None:
    site = small_site(tmp_path)
    (tmp_path / "docs/sign.md").unlink()
    result = site.build()
    assert result.returncode == 1
    said = "templates lead to docs/sign.md, which is not published; write this page"
    assert result.stderr.count(said) == 1


def on_disk(site: Path, address: str) -> bool:
    """Whether a relative address leads to a file, and to an anchor of it if it names one."""
    place, anchor = urldefrag(address)
    file = site / place
    file = file / "index.html" if file.is_dir() else file
    return file.is_file() and (not anchor or f'id="{anchor}"' in file.read_text(encoding="utf-8"))
