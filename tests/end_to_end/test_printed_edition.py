"""The edition in PDF as a site publishes it, and when a site has none."""

import hashlib
import os
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urljoin

import pytest
from undersigned.settings import Configuration, read_settings

from tests.support.files import drawn
from tests.support.lighthouses import SITE_URL, VERSIONS
from tests.support.printed import reader_of, tags_of, text_of
from tests.support.published import EDITION, STATEMENT
from tests.support.sites import REPOSITORY, SMALL, small_site, with_settings


@pytest.fixture(scope="module")
def pdf(published: Path) -> bytes:
    return (published / "statement.pdf").read_bytes()


def test_the_edition_is_read_back_with_its_roles_its_notes_and_its_sources(
    pdf: bytes, tmp_path: Path
) -> None:
    if shutil.which("pdftotext") is None:
        pytest.skip("poppler is not installed")
    words = " ".join(text_of(pdf, tmp_path).split())
    at = 0
    for each in (
        "The Keepers’ Letter", "Text by Coalition of Lighthouse Keepers",
        "Edition by Coalition of Lighthouse Keepers", VERSIONS[-1].sha256, "The text",
        "1. Keep a lamp lit", "3. Say two years before", "Signatories", "Aldersund Lamp Works",
        "Norway", "Graupel Optics", "Withdrawn, and not counted", "Lantern Sound Ferries",
        "What signatories did", "not looked yet", "The editors’ reading", "its own page", "Sources",
        "1. Aldersund", "https://aldersund-lamps.example/we-sign", "2. Graupel",
        "Books and chapters", "This edition", VERSIONS[-1].sha256, "signatories.yml",
    ):  # fmt: skip
        assert each in words[at:], each
        at = words.index(each, at) + len(each)


def test_it_cites_the_sources_that_the_bibliography_lists(pdf: bytes, published: Path) -> None:
    listed = (published / "bibliography" / "index.html").read_text(encoding="utf-8")
    links = {
        annotation.get_object()["/A"]["/URI"]
        for page in reader_of(pdf).pages
        for annotation in page.get("/Annots", ())
    }
    sources = {each for each in links if "coastal-lights.example/census" in each}
    assert len(sources) == 1
    assert [each for each in sources if each not in listed] == []


def test_its_tags_name_every_part(pdf: bytes) -> None:
    tags = tags_of(reader_of(pdf))
    assert {"H1", "H2", "P", "L", "LI", "LBody", "Table", "TH", "TD", "Link"} <= set(tags)
    assert tags[:2] == ["Document", "Title"]
    assert tags.count("H1") == 5


def test_its_digest_is_on_the_list_of_all_files(pdf: bytes, published: Path) -> None:
    sums = (published / "SHA256SUMS").read_text(encoding="utf-8")
    assert f"{hashlib.sha256(pdf).hexdigest()}  statement.pdf\n" in sums


@pytest.mark.parametrize("page", ["", "letter/", "cite/", "data/"])
def test_the_pages_of_the_text_and_of_the_data_lead_to_it(page: str, published: Path) -> None:
    html = (published / page / "index.html").read_text(encoding="utf-8")
    links = [part.partition('"')[0] for part in html.split('href="')[1:]]
    assert urljoin(SITE_URL, "statement.pdf") in {
        urljoin(f"{SITE_URL}{page}", link) for link in links
    }


def test_it_is_the_same_in_other_processes_folders_and_time_zones(tmp_path: Path) -> None:
    script = (
        "import hashlib, sys; from pathlib import Path;"
        "from tests.support.printed import set_of;"
        "from tests.unit.test_pdf import NAMES, published;"
        "made = published(Path(sys.argv[1]), [(name, code) for code, name in NAMES.items()]);"
        "print(hashlib.sha256(set_of(made)[0]).hexdigest())"
    )
    found = set()
    for zone, seed in (("Pacific/Auckland", "1"), ("America/Lima", "2")):
        environment = os.environ | {
            "TZ": zone, "PYTHONHASHSEED": seed, "LC_ALL": "C",
            "PYTHONPATH": f"{REPOSITORY}:{REPOSITORY / 'hooks'}",
        }  # fmt: skip
        folder = tmp_path / seed
        folder.mkdir()
        run = subprocess.run(
            [sys.executable, "-c", script, str(folder)],
            cwd=folder, env=environment, capture_output=True, text=True, check=True,
        )  # fmt: skip
        found.add(run.stdout)
    assert len(found) == 1


@pytest.mark.parametrize("serving", [False, True])
def test_none_is_made_while_a_site_is_served(serving: bool) -> None:
    extra = {"statement": STATEMENT, "edition": EDITION | {"pdf": True}}
    configuration = Configuration("Small", extra=extra, serving=serving)
    settings, problems = read_settings(configuration, {}, datetime(2026, 1, 1, tzinfo=UTC))
    assert problems == []
    assert settings
    assert settings.pdf is not serving


WITH_PDF = {"  edition:\n": "  edition:\n    pdf: true\n"}
LONG_AGO = "ᠮᠣᠩᠭᠣᠯ"  # in Mongolian script, which no font of the packages has


def test_a_name_that_no_font_has_is_a_note_and_the_site_is_built(tmp_path: Path) -> None:
    register = drawn(SMALL)["signatories.yml"].replace("Acme", f'"{LONG_AGO}"\n  id: mongol', 1)
    site = small_site(tmp_path, f"{with_settings(WITH_PDF)}--- signatories.yml\n{register}")
    built = site.build()
    assert built.returncode == 0, built.stderr
    named = f"statement.pdf has the id or […] in place of '{LONG_AGO}': no font of it has all"
    assert f"mkdocs.yml:1:1: note: {named} letters; the site shows them" in built.stderr
    pages = reader_of((tmp_path / "site" / "statement.pdf").read_bytes()).pages
    assert "mongol" in pages[2].extract_text()


def test_a_text_that_no_pdf_can_hold_stops_the_build_until_the_pdf_is_left_out(
    tmp_path: Path,
) -> None:
    text = f"--- docs/principles/1.0.md\n{LONG_AGO}\n"
    site = small_site(tmp_path, with_settings(WITH_PDF) + text)
    built = site.build()
    assert built.returncode == 1
    assert (
        f"docs/principles/1.0.md:1:1: '{LONG_AGO}' has letters that no font of statement.pdf has;"
        " reword it, or leave out the PDF by extra.edition.pdf: false\n1 problem"
    ) in built.stderr
    assert not (tmp_path / "site" / "SHA256SUMS").exists()
    settings = tmp_path / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8").replace("pdf: true", "pdf: false")
    settings.write_text(text, encoding="utf-8")
    built = site.build()
    assert built.returncode == 0, built.stderr
    assert not (tmp_path / "site" / "statement.pdf").exists()
