"""`undersigned verify` against a site and servers on this machine, over TLS."""

import _thread
import json
import signal
from collections.abc import Iterator
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest
from click.testing import CliRunner
from undersigned.cli import main
from undersigned.proofs.endorsements_txt import Action
from undersigned.proofs.keys import key_print

from tests.support.endorsing import address_of, endorses, new_key
from tests.support.programs import needs
from tests.support.verifying import (
    SITE,
    WORDS,
    digest,
    entry,
    keep,
    proved,
    publish,
    put,
    said,
    text_at,
)
from tests.support.web import Web, hanging, local_web, moved, reply

OTHER = b"1. Do some harm\n"


@pytest.fixture
def web(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Web]:
    """A web in which a site is served from the folder `site`, asked from an empty one."""
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path / "empty")
    with local_web() as web:
        web.folders[SITE] = tmp_path / "site"
        yield web


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return tmp_path / "site"


def verify(web: Web, *arguments: str, **limits: float) -> tuple[int, list[str]]:
    """The exit code, and the lines that are printed but for the digests of the texts."""
    command = ["verify", *(arguments or (SITE,))]
    run = CliRunner().invoke(main, command, obj=web.network(**limits), catch_exceptions=False)
    lines = run.output.splitlines()
    return run.exit_code, [each for each in lines if not each.startswith("version ")]


def answers(lines: list[str]) -> list[str]:
    """How each line begins."""
    return [each.partition(":")[0] for each in lines]


def test_each_signatory_is_proved_now_or_by_a_kept_copy_or_claimed_only(
    web: Web, site: Path, tmp_path: Path
) -> None:
    publish(site, entry("Acme"), proved("Other"), entry("Beta"), entry("Nobody", website=None))
    endorses(web, "acme.example", said(), new_key(tmp_path))
    keep(site, "other.example", said(), new_key(tmp_path, "other"))
    for host in ("beta.example", "www.beta.example", "www.other.example"):
        web.certify(host)
    code, lines = verify(web)
    assert answers(lines) == [
        "proved now",
        "proved by a kept copy",
        "claimed only",
        "claimed only",
        "4 signatories",
    ]
    assert code == 0
    assert "; now https://other.example/.well-known/endorsements.txt is not there" in lines[1]
    assert "https://beta.example/.well-known/endorsements.txt is not there" in lines[2]
    assert lines[3].endswith(
        "'Nobody', version 1.0 by the site alone: no server of its own is known, which could say so"
    )


def test_a_changed_word_contradicts_every_signatory_by_its_server_or_its_kept_copy(
    web: Web, site: Path
) -> None:
    publish(site, entry("Acme"), entry("Other"), texts={"1.0": OTHER})
    endorses(web, "acme.example", said())
    keep(site, "other.example", said())
    code, lines = verify(web)
    assert answers(lines) == ["contradicted", "contradicted", "2 signatories"]
    assert code == 1
    for line, place in zip(lines, (address_of("acme.example"), f"{SITE}proofs/"), strict=False):
        assert f"line 1 of {place}" in line
        assert f"{text_at()} with sha256:{digest(WORDS)}, and this site serves" in line
        assert f"sha256:{digest(OTHER)} there" in line


def test_a_withdrawal_on_the_own_server_contradicts_also_while_a_kept_copy_proves(
    web: Web, site: Path
) -> None:
    publish(site, proved("Acme"))
    keep(site, "acme.example", said())
    endorses(web, "acme.example", said() + said(action=Action.WITHDRAW, day="2026-11-25"))
    code, lines = verify(web)
    assert code == 1
    assert lines[0].endswith(
        f"line 2 of {address_of('acme.example')} withdraws version 1.0 on 2026-11-25"
    )


def test_another_key_than_that_of_the_kept_copy_is_named(
    web: Web, site: Path, tmp_path: Path
) -> None:
    publish(site, proved("Acme"))
    old, new = new_key(tmp_path, "old"), new_key(tmp_path, "new")
    keep(site, "acme.example", said(), old)
    endorses(web, "acme.example", said(), new)
    code, lines = verify(web)
    place = f"by line 1 of {address_of('acme.example')}, signed by {key_print(new.public)}"
    was = f"; the copy of 2026-11-20 was signed by {key_print(old.public)}"
    assert (code, lines[0]) == (0, f"proved now: 'Acme' (acme.example), version 1.0 {place}{was}")
    endorses(web, "acme.example", said(), old)
    assert "the copy of" not in verify(web)[1][0]
    endorses(web, "acme.example", said())
    assert verify(web)[1][0].endswith(f"{address_of('acme.example')}{was}")


def test_each_day_begins_with_other_servers(web: Web, site: Path) -> None:
    publish(site, *(entry(f"N{number}", f"n{number}.flood.example") for number in range(9)))
    firsts = set()
    for day in range(1, 9):
        web.asked.clear()
        web.now = datetime(2026, 11, day, tzinfo=UTC)
        verify(web)
        firsts.add(next(each for each in web.asked if "flood" in each))
    assert len(firsts) > 4


def test_a_file_whose_signature_does_not_hold_proves_nothing_now(
    web: Web, site: Path, tmp_path: Path
) -> None:
    publish(site, entry("Acme"))
    endorses(web, "acme.example", said(), new_key(tmp_path))
    web.replies[f"{address_of('acme.example')}"] = reply(200, said() + "# more\n")
    code, lines = verify(web)
    assert (code, answers(lines)) == (0, ["claimed only", "1 signatory"])
    assert "proves nothing: its endorsements.txt.sig does not hold" in lines[0]


@pytest.mark.parametrize("given", [SITE, SITE[:-1], f"{SITE}statement.json", f" {SITE}/ "])
def test_the_address_of_a_site_may_be_given_in_several_ways(
    web: Web, site: Path, given: str
) -> None:
    publish(site, entry("Acme"))
    endorses(web, "acme.example", said())
    assert answers(verify(web, given)[1]) == ["proved now", "1 signatory"]


def test_a_site_is_verified_where_it_redirects_to(web: Web, site: Path) -> None:
    publish(site, entry("Acme"))
    endorses(web, "acme.example", said())
    web.replies["https://other.example/statement.json"] = moved(f"{SITE}statement.json", 308)
    assert answers(verify(web, "https://other.example")[1]) == ["proved now", "1 signatory"]


def test_a_site_that_answers_with_and_without_www_is_no_mirror_of_itself(
    web: Web, site: Path
) -> None:
    web.folders["https://www.statement.example/"] = publish(site, entry("Acme"))
    web.certify("www.statement.example")
    endorses(web, "acme.example", said())
    code, lines = verify(web, "https://WWW.statement.example")
    assert (code, answers(lines)) == (0, ["proved now", "1 signatory"])
    assert f"{SITE}principles/1.0.txt" not in web.asked


def test_a_site_under_a_path_is_verified_there(web: Web, site: Path) -> None:
    address = f"{SITE}under/a/path/"
    versions = [{"version": "1.0", "sha256": digest(WORDS), "text": text_at(site=address)}]
    publish(site / "under/a/path", entry("Acme"), url=address, versions=versions)
    endorses(web, "acme.example", said(site=address))
    assert answers(verify(web, address)[1]) == ["proved now", "1 signatory"]


def test_a_mirror_that_shows_other_words_than_those_signed_is_contradicted(
    web: Web, site: Path
) -> None:
    web.folders["https://coalition.example/"] = publish(site, entry("Acme"))
    endorses(web, "acme.example", said())
    code, lines = verify(web, "https://coalition.example/")
    assert (code, answers(lines)) == (0, ["note", "proved now", "1 signatory"])
    put(site, "principles/1.0.txt", OTHER)
    code, lines = verify(web, "https://coalition.example/")
    assert code == 1
    assert answers(lines)[:3] == ["the site contradicts itself", "contradicted", "note"]


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ("statement.example", "is no address; write 'https://' before it"),
        ("http://statement.example", "does not begin with 'https://'"),
        ("https://127.0.0.1/", "names a machine by number"),
        (f"{SITE}?a=b", "has a '?' or a '#'; leave out what begins there"),
    ],
)
def test_what_is_no_address_of_a_site_is_misuse(web: Web, given: str, why: str) -> None:
    code, lines = verify(web, given)
    assert code == 2
    assert why in lines[-1]
    assert web.asked == []


def test_a_site_that_cannot_be_read_is_neither_proved_nor_contradicted(
    web: Web, site: Path
) -> None:
    begins = "this file is where a site begins: give that address, or that folder"
    assert verify(web) == (2, [f"{SITE}statement.json answers 404; {begins}"])
    publish(site, entry("Acme"))
    web.replies[f"{SITE}signatories.json"] = hanging
    code, lines = verify(web, silent=0.2)
    assert (code, lines) == (
        2,
        [f"{SITE}signatories.json does not answer in time; try again later"],
    )
    web.replies[f"{SITE}signatories.json"] = moved("https://other.example/signatories.json")
    code, lines = verify(web)
    where = "redirects to 'https://other.example/signatories.json', outside of the site"
    assert (code, lines) == (2, [f"{SITE}signatories.json {where}"])
    web.replies[f"{SITE}statement.json"] = moved("https://other.example/")
    code, lines = verify(web)
    assert (code, lines[0].split(";")[0]) == (
        2, f"{SITE}statement.json redirects to 'https://other.example/'",
    )  # fmt: skip


def test_a_text_that_cannot_be_had_leaves_the_rest_judged_and_ends_in_2(
    web: Web, site: Path
) -> None:
    publish(site, entry("Acme"))
    endorses(web, "acme.example", said())
    web.replies[text_at()] = reply(503)
    code, lines = verify(web)
    assert (code, answers(lines)) == (2, ["note", "proved now", "1 signatory"])
    assert lines[0] == f"note: the text of version '1.0' at {text_at()} answers 503"


def test_a_site_that_is_published_anew_while_it_is_read_is_to_be_verified_again(
    web: Web, site: Path
) -> None:
    publish(site, entry("Acme"))

    def published_anew(handler: BaseHTTPRequestHandler) -> None:
        publish(site, entry("Acme"), texts={"1.0": OTHER})
        reply(200, OTHER)(handler)

    web.replies[text_at()] = published_anew
    code, lines = verify(web)
    assert code == 2
    assert lines[0].startswith(f"{SITE}statement.json was changed while the site was read")
    publish(site, entry("Acme"))
    web.replies[text_at()] = reply(200, OTHER)
    assert verify(web)[0] == 1


def test_a_copy_of_another_publication_than_its_grade_is_to_be_verified_again(
    web: Web, site: Path
) -> None:
    publish(site, proved("Other", proved="2026-11-19"))
    keep(site, "other.example", said())

    def published_anew(handler: BaseHTTPRequestHandler) -> None:
        publish(site, proved("Other"), title="Anew")
        reply(200, (site / "proofs" / "other.example" / "fetched.yml").read_bytes())(handler)

    record = f"{SITE}proofs/other.example/fetched.yml"
    web.replies[record] = published_anew
    code, lines = verify(web)
    assert code == 2
    assert lines[0].startswith(f"{SITE}statement.json was changed while the site was read")
    del web.replies[record]
    assert verify(web)[0] == 0
    publish(site, proved("Other", proved="2026-11-19"))
    assert verify(web)[0] == 1


def test_a_site_that_is_not_there_when_asked_again_is_not_said_to_have_changed(
    web: Web, site: Path
) -> None:
    publish(site, entry("Acme"))

    def breaking(handler: BaseHTTPRequestHandler) -> None:
        web.replies[f"{SITE}statement.json"] = reply(503)
        reply(200, OTHER)(handler)

    web.replies[text_at()] = breaking
    code, lines = verify(web)
    why = "answers 503 when it is asked for again, so the site may have been changed"
    assert (code, lines) == (
        2, [f"{SITE}statement.json {why} while it was read; verify it again"]
    )  # fmt: skip


def test_kept_copies_that_the_server_does_not_give_now_are_no_contradiction(
    web: Web, site: Path
) -> None:
    publish(site, proved("Other"))
    keep(site, "other.example", said())
    web.replies[f"{SITE}proofs/other.example/fetched.yml"] = reply(500)
    code, lines = verify(web)
    assert (code, answers(lines)) == (2, ["note", "claimed only", "1 signatory"])
    copy = f"{SITE}proofs/other.example/endorsements.txt"
    why = "cannot be had: its fetched.yml answers 500"
    assert lines[0] == f"note: 1 kept copy was not read, such as {copy}, which {why}"


def test_who_is_not_asked_in_time_is_counted(web: Web, site: Path) -> None:
    publish(site, entry("Acme"), entry("Other"))
    endorses(web, "acme.example", said())
    web.replies[address_of("other.example")] = hanging
    code, lines = verify(web, SITE, "--minutes", "0.02")
    assert code == 0
    assert answers(lines)[:2] == ["proved now", "claimed only"]
    assert lines[2] == "1 server not asked: the time was over; give more by '--minutes'"
    web.replies.pop(address_of("other.example"))
    code, lines = verify(web, SITE, "--minutes", "1")
    assert (code, len(lines)) == (0, 3)


def test_an_interrupt_ends_with_what_is_known_until_then(web: Web, site: Path) -> None:
    publish(site, entry("Acme"), proved("Other"))
    keep(site, "other.example", said())
    endorses(web, "acme.example", said())

    def interrupting(handler: BaseHTTPRequestHandler) -> None:
        _thread.interrupt_main(signal.SIGINT)
        hanging(handler)

    web.replies[address_of("other.example")] = interrupting
    code, lines = verify(web)
    assert code == 130
    assert "not asked: the run was stopped" in lines[-2]
    assert "proved by a kept copy" in answers(lines)


def test_an_interrupt_while_copies_are_read_says_how_many_are_left(web: Web, site: Path) -> None:
    publish(site, entry("Acme"), proved("Other"))
    keep(site, "other.example", said())

    def interrupting(handler: BaseHTTPRequestHandler) -> None:
        _thread.interrupt_main(signal.SIGINT)
        hanging(handler)

    web.replies[f"{SITE}proofs/other.example/fetched.yml"] = interrupting
    code, lines = verify(web)
    assert code == 130
    assert lines[-3:-1] == [
        "1 kept copy not read: the run was stopped",
        "2 servers not asked: the run was stopped",
    ]
    web.replies[f"{SITE}signatories.json"] = interrupting
    assert verify(web) == (130, ["stopped before the site was read, so nothing is known of it"])


def test_an_interrupt_of_what_is_printed_is_not_said_to_be_one_before_the_site_was_read(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(_: object) -> None:
        raise KeyboardInterrupt

    publish(site, entry("Acme"))
    monkeypatch.setattr("undersigned.verification.wording.totals", interrupt)
    run = CliRunner().invoke(main, ["verify", SITE, "--offline", str(site)])
    assert run.exit_code == 130
    assert "nothing is known" not in run.output
    assert run.output.startswith("claimed only: 'Acme'")


def test_offline_nobody_is_asked_and_kept_copies_stand_for_servers(web: Web, site: Path) -> None:
    publish(site, proved("Acme"), entry("Other"))
    keep(site, "acme.example", said())
    code, lines = verify(web, SITE, "--offline", str(site))
    assert (code, answers(lines)) == (0, ["proved by a kept copy", "claimed only", "2 signatories"])
    assert lines[0].endswith("its server was not asked")
    assert web.asked == []
    code, lines = verify(web, SITE, "--offline", "../nowhere")
    assert code == 2
    assert "../nowhere" in lines[-1]


def test_a_site_without_digests_of_its_files_is_asked_for_the_copies_that_grades_follow_from(
    web: Web, site: Path
) -> None:
    needs("ssh-keygen")
    publish(site, proved("Other"))
    keep(site, "other.example", said())
    (site / "SHA256SUMS").unlink()
    assert answers(verify(web)[1]) == ["proved by a kept copy", "1 signatory"]


def test_who_is_asked_learns_which_site_is_verified(web: Web, site: Path) -> None:
    publish(site, entry("Acme"))
    endorses(web, "acme.example", said())
    verify(web)
    (agent,) = web.agents
    assert agent.startswith("undersigned/")
    assert agent.endswith(f" (verifies {SITE})")


def test_a_signed_text_of_a_name_beyond_ascii_is_asked_for_as_it_is_listed(
    web: Web, site: Path
) -> None:
    publish(site, entry("Acme", url=json.loads('"https://statement.example/\\u202e"')))
    endorses(web, "acme.example", said(OTHER))
    code, lines = verify(web)
    assert code == 1
    assert all(each.isprintable() for each in lines)
