"""What pages and files of this statement alone have to say."""

import hashlib
import re
import shutil
import struct
from datetime import UTC, datetime
from html import unescape
from pathlib import Path

import pytest
from undersigned.finishing.rules import unfinished
from undersigned.lists import list_of
from undersigned.paths import schema_of
from undersigned.problem import Severity, stopping
from undersigned.statement.card import words_on

from tests.end_to_end.test_same_bytes import NAME, run
from tests.end_to_end.test_signing import template
from tests.support.issues import INDIVIDUAL, OWN_SERVER
from tests.support.served import served
from tests.support.sites import REPOSITORY
from tests.support.tabs import Tabs
from tools.citation import citation_file_of

from .own import CARD, DOCS, STATEMENT, VERSIONS, of_this_statement, page_of

pytestmark = of_this_statement

NOW = datetime(2026, 11, 27, tzinfo=UTC)


def test_the_page_of_grades_says_what_the_best_one_does_not_prove(published: Path) -> None:
    page = page_of(published, "signatories/evidence")
    section = page.partition('id="what-a-server-proves')[2].partition("<h2")[0]
    for words in (
        "may write to the server", "broke in", "change hands", "read the words", "was fetched",
        "the signatory’s word", "gone is no withdrawal", "certificate",
    ):  # fmt: skip
        assert words in section


def test_the_picture_is_drawn_for_this_statement_and_is_what_other_sites_expect() -> None:
    png = CARD.read_bytes()
    remedy = "draw it anew: .venv/bin/python tools/card.py"
    assert words_on(png)[0] == STATEMENT["title"], remedy
    assert STATEMENT["publisher"] in words_on(png)[1], remedy
    assert struct.unpack(">II", png[16:24]) == (1200, 630)
    assert len(png) < 100_000


def test_the_citation_file_of_the_repository_is_not_stale() -> None:
    written = (REPOSITORY / "CITATION.cff").read_text(encoding="utf-8")
    assert written == citation_file_of(REPOSITORY), (
        "write it anew: .venv/bin/python tools/citation.py"
    )


def test_the_page_tells_the_licence_the_apostrophe_and_what_erasure_cannot_reach(
    published: Path,
) -> None:
    page = page_of(published, "data")
    for words in ("CC BY 4.0", "apostrophe", "beyond the edition’s reach"):
        assert words in page


@pytest.mark.parametrize("file", [INDIVIDUAL.file, OWN_SERVER.file])
def test_the_individual_is_warned_in_the_words_of_the_page_on_signing(file: str) -> None:
    page = " ".join((DOCS / "sign.md").read_text(encoding="utf-8").split())
    warning = " ".join(template(file)["body"][0]["attributes"]["value"].split())
    for words in (
        "public, easy to search and hard to take back",
        "sell means of watching people, and their clients can read",
        "If that could put you or people close to you at risk, do not sign here.",
    ):
        assert words in page
        assert words in warning


def test_this_repository_has_notes_alone_and_release_names_what_is_missing() -> None:
    for release in (False, True):
        problems = list(unfinished(REPOSITORY, VERSIONS, NOW, release=release))
        assert bool(stopping(problems)) is release
        severity = Severity.PROBLEM if release else Severity.NOTE
        assert {(each.path, each.severity) for each in problems} == {("mkdocs.yml", severity)}
        said = " ".join(each.message for each in problems)
        assert all(word in said for word in ("contact", "data_controller", "for examples"))


def test_no_date_of_the_timeline_is_broken_over_two_lines(published: Path, tabs: Tabs) -> None:
    with served(published) as address:
        page = tabs.tab(viewport={"width": 1280, "height": 900})
        page.goto(f"{address}background/timeline/")
        heights = page.eval_on_selector_all(
            ".drawn-events small > span", "all => all.map(each => each.offsetHeight)"
        )
        assert len(heights) > 40
        assert max(heights) == min(heights)


def test_each_list_names_its_schema_for_editors() -> None:
    for place in REPOSITORY.glob("*.yml"):
        if kept := list_of(place.name):
            first = place.read_text(encoding="utf-8").splitlines()[0]
            assert first == f"# yaml-language-server: $schema=./{schema_of(kept.path)}"


def test_the_commands_of_the_data_page_check_what_is_served(
    published: Path, tmp_path: Path
) -> None:
    page = page_of(published, "data")
    blocks = re.findall(r'<pre class="copy">(.*?)</pre>', page, re.DOTALL)
    [block] = [unescape(each) for each in blocks if NAME in each]
    site = tmp_path / "site"
    shutil.copytree(published, site)
    with served(site) as address:
        commands = re.sub(r"https://[^/ ]+/", address, block)
        for changed in (False, True):
            fetched = tmp_path / f"fetched {changed}"
            fetched.mkdir()
            if changed:
                (site / "index.html").write_text("something else")
            done = run(fetched, "sh", "-e", "-c", commands)
            assert done.returncode == changed, done.stderr
            assert ("index.html: FAILED" in done.stdout) == changed
            whole = hashlib.sha256((site / NAME).read_bytes()).hexdigest()
            assert whole in done.stdout or changed
