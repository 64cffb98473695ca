"""The command `undersigned from-issue`, as a workflow runs it."""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from undersigned.cli import main
from undersigned.issues.asked import DEED_CHECKED
from undersigned.issues.forms import FOLDER
from undersigned.text.source import MEBIBYTE

from tests.support.endorsing import endorses
from tests.support.files import plant
from tests.support.issues import (
    ACME_REPORT,
    DEED,
    FORM_FILES,
    ORGANISATION,
    OWN_SERVER,
    body_of,
    event_text,
)
from tests.support.proofs import PUBLISHED, said
from tests.support.registers import BARE_SITE, entry_text
from tests.support.sites import SmallSite
from tests.support.web import Web, local_web

GOOD = event_text(body_of(ORGANISATION))


@pytest.fixture
def site(tmp_path: Path) -> SmallSite:
    plant(tmp_path / "site", {**BARE_SITE, **FORM_FILES, "signatories.yml": entry_text("Acme")})
    return SmallSite(tmp_path / "site")


def from_issue(
    site: SmallSite, event: str | bytes, *options: str
) -> subprocess.CompletedProcess[str]:
    place = site.root.parent / "event.json"
    place.write_bytes(event if isinstance(event, bytes) else event.encode())
    return site.run("undersigned", "from-issue", str(place), *options)


def drop_ins(site: SmallSite) -> list[str]:
    return sorted(place.name for place in (site.root / "signatories.d").glob("*"))


def test_a_good_event_becomes_a_file_that_the_checker_takes(site: SmallSite) -> None:
    output = site.root.parent / "output"
    output.write_text("before=1\n")
    said = "path=signatories.d/beta-security.yml\nbranch=endorse/42-beta-security\n"
    said += "issue=42\nopened_by=somebody\n"
    run = from_issue(site, GOOD, "--output", str(output), "--answer", "answer.md")
    assert (run.returncode, run.stdout, run.stderr) == (0, said, "")
    assert output.read_text() == f"before=1\n{said}"
    assert not (site.root / "answer.md").exists()
    checked = site.run("undersigned", "check")
    assert (checked.returncode, checked.stdout) == (0, "")
    formatted = site.run("undersigned", "format", "--check")
    assert formatted.returncode == 0


def test_a_deed_becomes_a_file_in_its_own_folder(site: SmallSite) -> None:
    plant(site.root, {"references.bib": ACME_REPORT})
    run = from_issue(site, event_text(body_of(DEED), DEED_CHECKED))
    path = "deeds.d/acme-1-2024-05-06.yml"
    said = f"path={path}\nbranch=deed/42-acme-1-2024-05-06\nissue=42\nopened_by=somebody\n"
    assert (run.returncode, run.stdout, run.stderr) == (0, said, "")
    assert site.run("undersigned", "check").returncode == 0
    again = from_issue(site, event_text(body_of(DEED), DEED_CHECKED))
    assert again.returncode == 1


def test_a_bibliography_with_a_conflict_is_reported_for_a_maintainer(site: SmallSite) -> None:
    plant(site.root, {"references.bib": f"<<<<<<< HEAD\n{ACME_REPORT}"})
    event = event_text(body_of(DEED), DEED_CHECKED)
    run = from_issue(site, event, "--answer", "answer.md")
    assert run.returncode == 1
    assert run.stderr.startswith("references.bib:1:1: a merge conflict is left here")
    assert not (site.root / "answer.md").exists()


def test_what_is_to_be_mended_is_told_in_a_log_and_for_the_person(site: SmallSite) -> None:
    event = event_text(body_of(ORGANISATION, Country="Norway", Name="Be\u200bta"))
    run = from_issue(site, event, "--output", "output", "--answer", "answer.md")
    reason = "country 'Norway' is not an ISO 3166-1 alpha-2 code; did you mean 'NO'?"
    assert (run.returncode, run.stdout) == (1, "")
    hidden = "'name' holds U+200B, which readers cannot see; remove it"
    assert run.stderr == (
        f"Name of the organisation: {hidden} (found: Be\\u200bta)\nCountry: {reason}\n"
    )
    answer = (site.root / "answer.md").read_text(encoding="utf-8")
    assert f"\n- **Country**: ` {reason} `.\n" in answer
    assert f"\n- **Name of the organisation**: ` {hidden} `. Found: ` Be\\u200bta `.\n" in answer
    assert drop_ins(site) == []
    assert not (site.root / "output").exists()


FORM = f"{FOLDER}/{ORGANISATION.file}"


def test_what_is_wrong_with_a_form_is_reported_with_its_place_and_nothing_is_written(
    site: SmallSite,
) -> None:
    before, _, after = FORM_FILES[FORM].partition("id: country")
    plant(site.root, {FORM: f"{before}id: land{after}"})
    line = before.count("\n") + 1
    run = from_issue(site, GOOD, "--output", "output", "--answer", "answer.md")
    assert (run.returncode, run.stdout) == (1, "")
    assert run.stderr == (
        f"{FORM}:{line}:9: id 'land' is not what an entry has; write one of name, kind, country,"
        " website, affiliation, evidence, statement, id, formerly, sort_as, archived, identifiers,"
        " distinct_from, domain, declarations\n1 problem\n"
    )
    assert drop_ins(site) == []
    assert not (site.root / "output").exists()
    assert not (site.root / "answer.md").exists()
    plant(site.root, FORM_FILES)
    assert from_issue(site, GOOD).returncode == 0


def test_a_site_without_forms_is_told_what_to_add(site: SmallSite) -> None:
    shutil.rmtree(site.root / FOLDER)
    run = from_issue(site, GOOD, "--answer", "answer.md")
    message = f"{FOLDER}:1:1: there is no form whose name begins with 'endorse-'; add one"
    assert (run.returncode, run.stdout, run.stderr) == (1, "", f"{message}\n1 problem\n")
    assert not (site.root / "answer.md").exists()


def test_who_rewords_a_form_changes_one_file(site: SmallSite) -> None:
    """The words of the former form are then refused, and those of the new one make an entry."""
    reworded = (
        FORM_FILES[FORM]
        .replace("label: Country", "label: Land (two letters)")
        .replace("I may speak for this organisation", "I am its board")
    )
    plant(site.root, {FORM: reworded})
    refused = from_issue(site, GOOD)
    assert refused.returncode == 1
    assert refused.stderr.startswith("Land (two letters): the heading is missing")
    issue = (
        body_of(ORGANISATION)
        .replace("### Country", "### Land (two letters)")
        .replace("I may speak for this organisation", "I am its board")
    )
    made = from_issue(site, event_text(issue))
    assert (made.returncode, made.stderr) == (0, "")
    entry = (site.root / "signatories.d/beta-security.yml").read_text(encoding="utf-8")
    assert entry == entry_text("Beta Security", "beta")


def test_a_file_that_is_there_is_left_as_it_is(site: SmallSite) -> None:
    plant(site.root, {"signatories.d/beta-security.yml": "mine"})
    run = from_issue(site, GOOD)
    assert run.returncode == 1
    assert "signatories.d/beta-security.yml: is already there" in run.stderr
    assert (site.root / "signatories.d/beta-security.yml").read_text() == "mine"


def test_nothing_is_written_through_a_link(site: SmallSite) -> None:
    elsewhere = site.root.parent / "elsewhere"
    elsewhere.mkdir()
    (site.root / "signatories.d").symlink_to(elsewhere)
    run = from_issue(site, GOOD)
    assert run.returncode == 1
    assert run.stderr.startswith("signatories.d: is not a folder")
    assert list(elsewhere.iterdir()) == []


def test_no_deed_is_written_through_a_link(site: SmallSite) -> None:
    plant(site.root, {"references.bib": ACME_REPORT})
    elsewhere = site.root.parent / "elsewhere"
    elsewhere.mkdir()
    (site.root / "deeds.d").symlink_to(elsewhere)
    run = from_issue(site, event_text(body_of(DEED), DEED_CHECKED))
    assert run.returncode == 1
    assert run.stderr.startswith("deeds.d:1:1: is not a folder")
    assert list(elsewhere.iterdir()) == []


@pytest.mark.parametrize(
    ("event", "reason"),
    [
        (b" " * (MEBIBYTE + 1), "The event: is larger than 1 MiB"),
        (b"\xff\xfe{", "The event: is in UTF-16; save the file as UTF-8"),
        (b"", "The event: is not JSON"),
        (b"[" * MEBIBYTE, "The event: is not JSON"),
    ],
)
def test_a_file_that_is_no_event_is_refused_with_a_reason(
    site: SmallSite, event: bytes, reason: str
) -> None:
    run = from_issue(site, event)
    assert run.returncode == 1
    assert run.stderr.startswith(reason)


def test_a_pipe_and_a_link_are_no_events(site: SmallSite) -> None:
    (site.root / "link.json").symlink_to("/dev/zero")
    run = site.run("undersigned", "from-issue", "link.json")
    assert run.returncode == 1
    assert run.stderr.startswith("The event: is not a plain file")


@pytest.mark.parametrize(
    "arguments", [[], ["no-such.json"], ["."], ["mkdocs.yml", "--lable", "x"], ["a", "b"]]
)
def test_misuse_ends_with_2(site: SmallSite, arguments: list[str]) -> None:
    run = site.run("undersigned", "from-issue", *arguments)
    assert run.returncode == 2
    assert "Usage: " in run.stderr


def test_another_label_starts_it_where_one_is_named(site: SmallSite) -> None:
    event = event_text(body_of(ORGANISATION), "looked-at")
    assert from_issue(site, event).returncode == 1
    assert from_issue(site, event, "--label", "looked-at").returncode == 0


@pytest.fixture
def web(site: SmallSite, monkeypatch: pytest.MonkeyPatch) -> Iterator[Web]:
    """The servers that a form by domain may ask, from a site whose address is known."""
    plant(site.root, {**PUBLISHED, "signatories.yml": entry_text("Acme")})
    monkeypatch.chdir(site.root)
    with local_web() as web:
        endorses(web, "beta.example", said("Beta"))
        yield web


def by_domain(site: SmallSite, web: Web, event: str) -> Result:
    (site.root / "event.json").write_text(event)
    arguments = ["from-issue", "event.json", "--answer", "answer.md"]
    return CliRunner().invoke(main, arguments, obj=web.network())


def test_a_domain_gives_an_entry_and_a_copy_and_its_host_is_printed(
    site: SmallSite, web: Web
) -> None:
    run = by_domain(site, web, event_text(body_of(OWN_SERVER)))
    assert (run.exit_code, run.stderr) == (0, "")
    assert run.stdout.splitlines() == [
        "path=signatories.d/beta.yml",
        "branch=endorse/42-beta",
        "issue=42",
        "opened_by=somebody",
        "host=beta.example",
    ]
    kept = site.root / "proofs/beta.example"
    assert (kept / "endorsements.txt").read_text() == said("Beta")
    checked = site.run("undersigned", "check")
    assert (checked.returncode, checked.stdout) == (0, "")


def test_no_server_is_asked_for_a_form_that_asks_for_a_page(site: SmallSite, web: Web) -> None:
    assert by_domain(site, web, GOOD).exit_code == 0
    assert web.asked == []


def test_where_one_of_both_files_cannot_be_written_there_is_neither(
    site: SmallSite, web: Web
) -> None:
    event = event_text(body_of(OWN_SERVER))
    elsewhere = site.root.parent / "elsewhere"
    elsewhere.mkdir()
    (site.root / "proofs").symlink_to(elsewhere)
    run = by_domain(site, web, event)
    message = "proofs/beta.example:1:1: cannot be written: is not a folder; remove it\n1 problem\n"
    assert (run.exit_code, run.stderr) == (1, message)
    assert drop_ins(site) == []
    assert list(elsewhere.iterdir()) == []
    (site.root / "proofs").unlink()
    plant(site.root, {"signatories.d/beta.yml": "mine"})
    run = by_domain(site, web, event)
    assert run.exit_code == 1
    assert "signatories.d/beta.yml: is already there" in run.stderr
    assert not (site.root / "proofs").exists()
