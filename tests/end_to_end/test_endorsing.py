"""The page on signing has the line for the version in force, and what it says to do proves it."""

import json
import re
import subprocess
from datetime import UTC, date, datetime
from html import unescape
from pathlib import Path

import pytest
from click.testing import CliRunner
from undersigned.cli import main
from undersigned.dates import StatedDate
from undersigned.evidence.grades import Grade
from undersigned.proofs.endorsements_txt import EndorsementsFile, read_file
from undersigned.proofs.judgement import Claim, Said, judged
from undersigned.site import read_site
from undersigned.views.endorsing import DAY

from tests.support.endorsing import endorses
from tests.support.pages import faults
from tests.support.published import published_by
from tests.support.sites import SmallSite, small_site, with_settings
from tests.support.store import Store
from tests.support.web import local_web
from tests.unit.test_preview import PREVIEW

from .test_versions import SECOND

SIGN = """\
--- docs/sign.md
---
template: undersigned/sign.html
---
# Sign

Opening words.

## First section

Later words.
"""
TO_COPY = re.compile(r'<pre class="undersigned-copy">(.*?)</pre>', re.S)


def to_copy(page: str) -> list[str]:
    """What a page has to be copied: the line, the command that writes it, one that fetches it."""
    return [unescape(each) for each in TO_COPY.findall(page)]


def claim_of(root: Path) -> Claim:
    """What an entry claims that endorses the version in force of a built site."""
    versions = json.loads((root / "statement.json").read_text())["versions"]
    [address] = [each["text"] for each in versions if each["in_force"]]
    return Claim("Acme", (), {each["text"]: each["sha256"] for each in versions}, address)


def read(content: bytes) -> EndorsementsFile:
    file, why = read_file(content)
    assert file is not None, why
    return file


@pytest.fixture(scope="module")
def site(store: Store) -> SmallSite:
    return store.built(SECOND + SIGN)


def test_the_line_endorses_the_version_in_force_once_the_day_is_filled_in(site: SmallSite) -> None:
    line, *_ = to_copy(site.page("sign"))
    claim = claim_of(site.root / "site")
    assert claim.address == "https://small.example/principles/1.1.txt"
    filled = read(line.replace(DAY, "2026-11-26").encode())
    assert judged(filled, claim, date(2026, 11, 26)).said is Said.ENDORSES
    # Copied as it is, it is no line yet, and is named as one that was meant.
    assert read(line.encode()) == EndorsementsFile((), (1,))


def test_the_command_appends_the_line_with_the_day_of_today(
    site: SmallSite, tmp_path: Path
) -> None:
    _, command, _ = to_copy(site.page("sign"))
    place = tmp_path / "endorsements.txt"
    place.write_text("# Ours\n")
    subprocess.run(["sh", "-ec", command], cwd=tmp_path, check=True)
    content = place.read_bytes()
    assert content.startswith(b"# Ours\nendorse 1 ")
    assert judged(read(content), claim_of(site.root / "site"), date.max).said is Said.ENDORSES


def test_what_it_takes_stands_first_the_line_last_and_the_links_hold(
    site: SmallSite,
) -> None:
    page = site.page("sign")
    places = [
        page.index(each)
        for each in ("Opening words", "Read the text", "Later words", 'id="_own_server"')
    ]
    assert places == sorted(places)
    listed = re.findall(r'<a href="(#[^"]+)" class="md-nav__link">', page)
    assert listed == ["#_ask", "#first-section", "#_own_server"]
    assert list(faults(site.root / "site", "https://small.example/")) == []


def test_the_specification_is_linked_where_a_site_has_one(store: Store, published: Path) -> None:
    own = (published / "sign/index.html").read_text(encoding="utf-8")
    assert own.count('<a href="../proof/">Proof</a>') == 1
    settings = with_settings({"theme:\n": "nav: [index.md, sign.md, proof.md]\ntheme:\n"})
    kept = store.built(settings + SIGN + "--- docs/proof.md\n# The file\n")
    assert '<a href="../proof/">The file</a> has the settings' in kept.page("sign")


def test_a_preview_has_the_line_of_the_published_site(site: SmallSite) -> None:
    view = published_by(site.root, PREVIEW).view
    assert view.settings.site_url != "https://small.example/"
    assert view.endorsing
    assert " https://small.example/principles/1.1.txt " in view.endorsing.line


def test_a_site_that_does_not_know_its_address_has_no_line(store: Store) -> None:
    settings = with_settings({"site_url: https://small.example/\n": ""})
    page = store.built(settings + SIGN).page("sign")
    assert "From your own server" not in page
    assert "Later words" in page


def test_whoever_follows_the_page_is_proved_by_one_run_of_the_maintainers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = small_site(tmp_path, SIGN)
    assert site.build().returncode == 0
    line, *_ = to_copy(site.page("sign"))
    with local_web() as web:
        web.now = datetime(2026, 11, 26, 13, 11, tzinfo=UTC)
        served = endorses(web, "acme.example", line.replace(DAY, "2026-11-26") + "\n")
        monkeypatch.chdir(tmp_path)
        ran = CliRunner().invoke(main, ["proofs"], obj=web.network(), catch_exceptions=False)
    assert ran.exit_code == 0, ran.output
    assert (tmp_path / "proofs/acme.example/endorsements.txt").read_bytes() == served
    [entry] = read_site(tmp_path)[0].register.endorsements
    assert (entry.name, entry.grade) == ("Acme", Grade.PROVED)
    assert entry.proved == StatedDate(2026, 11, 26)
