"""The site as it is published: what holds of any."""

import json
import re
from datetime import date
from hashlib import sha256
from pathlib import Path

from playwright.sync_api import Browser, ConsoleMessage
from undersigned.look.palette import style_sheet
from undersigned.look.settings import read_look
from undersigned.proofs.judgement import Said, judged
from undersigned.statement.card import words_on
from undersigned.statement.naming import texts_set_for
from undersigned.views.endorsing import DAY

from tests.end_to_end.test_citing import pages_of
from tests.end_to_end.test_endorsing import claim_of, read, to_copy
from tests.support.pages import faults
from tests.support.served import served
from tests.support.sites import REPOSITORY

from .own import CARD, DOCS, IN_FORCE, SETTINGS, SITE_URL, STATEMENT, VERSIONS, page_of

TEXTS = texts_set_for(REPOSITORY)


def test_every_link_and_anchor_inside_the_site_resolves(published: Path) -> None:
    assert list(faults(published, SITE_URL)) == []


def test_a_dead_link_a_dead_anchor_and_a_doubled_anchor_are_found(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(
        '<p id="a"><p id="a"><a href="gone/">x</a>\n<a href="#b">y</a><a href="/#a">z</a>'
    )
    assert list(faults(tmp_path, SITE_URL)) == [
        "index.html: anchor a stands there twice",
        "index.html:1: gone/ leads to no file",
        "index.html:2: #b leads to no anchor",
    ]


def test_the_exact_bytes_of_the_text_are_served(published: Path) -> None:
    for version in VERSIONS:
        text = (DOCS / f"{TEXTS.folder}/{version.number}.md").read_bytes()
        assert (published / f"{TEXTS.folder}/{version.number}.txt").read_bytes() == text


def test_the_page_of_the_text_shows_every_word_of_the_text(published: Path) -> None:
    html = page_of(published, TEXTS.folder)
    for line in IN_FORCE.text.splitlines():
        assert re.sub(r"^\d+\. ", "<li>", line) in html


def test_no_page_has_a_console_error_or_a_request_that_leaves_the_host(
    published: Path, browser: Browser
) -> None:
    pages = sorted(published.rglob("*.html"))
    requests: list[str] = []
    errors: list[str] = []

    def note_error(said: ConsoleMessage) -> None:
        if said.type == "error":
            errors.append(said.text)

    with served(published) as address:
        context = browser.new_context()
        context.on("request", lambda request: requests.append(request.url))
        context.on("console", note_error)
        context.on("weberror", lambda error: errors.append(str(error.error)))
        # A page rests once it has asked for nothing in half a second; several do so at once.
        views = [context.new_page() for _ in range(6)]
        for start in range(0, len(pages), len(views)):
            for view, page in zip(views, pages[start:], strict=False):
                view.goto(address + page.relative_to(published).as_posix())
            for view in views:
                view.wait_for_load_state("networkidle")
        stored = {
            item["name"]
            for state in context.storage_state()["origins"]
            for item in state["localStorage"]
        }
        cookies = context.cookies()
        context.close()
    assert len(pages) > 5
    assert any(each.endswith(".css") for each in requests)
    assert [each for each in requests if not each.startswith((address, "data:"))] == []
    assert errors == []
    assert cookies == []
    assert stored == {"/.__palette"}


def test_the_style_sheets_are_served_as_one_named_after_what_it_holds(published: Path) -> None:
    home = (published / "index.html").read_text(encoding="utf-8")
    [name] = re.findall(r'href="assets/undersigned/hashed/(site\.[0-9a-f]{12}\.css)"', home)
    text = (published / "assets/undersigned/hashed" / name).read_text(encoding="utf-8")
    places = [REPOSITORY / "overrides" / path for path in SETTINGS["extra_css"]]
    assert len(places) > 5
    parts = [
        style_sheet(read_look(REPOSITORY)[0].colours),
        *(place.read_text(encoding="utf-8") for place in places),
    ]
    assert text == "\n".join(parts)
    assert name == f"site.{sha256(text.encode()).hexdigest()[:12]}.css"
    assert not [path for path in SETTINGS["extra_css"] if (published / path).exists()]


def test_the_register_of_this_site_claims_no_proof_that_it_does_not_have(published: Path) -> None:
    given = json.loads((published / "signatories.json").read_text(encoding="utf-8"))
    proved = [each for each in given["signatories"] if each["grade"] == "proved"]
    assert [each for each in given["signatories"] if "proof" in each] == proved
    for each in proved:
        path = each["proof"].partition("/proofs/")[2]
        kept_bytes = (REPOSITORY / "proofs" / path).read_bytes()
        assert (published / "proofs" / path).read_bytes() == kept_bytes
    assert (published / "proofs").exists() == bool(proved)


def test_every_page_has_a_preview_and_tells_machines_what_it_is(published: Path) -> None:
    pages = pages_of(published)
    assert len(pages) > 20
    for path, head in pages.items():
        assert head.told["og:title"] == head.told["twitter:title"], path
        assert 10 < len(head.told["og:description"]) <= 200, path
        # Drawn for other words it is not shown; 'check --site' says so.
        drawn = CARD.is_file() and words_on(CARD.read_bytes())[0] == STATEMENT["title"]
        assert (head.told["twitter:card"] == "summary_large_image") is drawn
        assert ("og:image" in head.told) is drawn
        if path != "404.html":
            site, page, statement = json.loads(head.data)["@graph"]
            assert page["url"] == head.told["og:url"], path
            assert site["url"] == SITE_URL
            assert statement["name"] == STATEMENT["title"]


def test_this_sites_page_on_signing_has_the_line_of_its_own_statement(published: Path) -> None:
    line, *_ = to_copy(page_of(published, "sign"))
    filled = read(line.replace(DAY, "2026-11-26").encode())
    assert judged(filled, claim_of(published), date(2026, 11, 26)).said is Said.ENDORSES
