"""Verifying a copy of a site by the proofs that it keeps, and by what servers are said to say."""

import json
import re
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from undersigned.progress import SILENT, Progress
from undersigned.proofs.endorsements_txt import PATH, Action, read_file
from undersigned.proofs.hosts import host_key
from undersigned.verification.site_files import Folder
from undersigned.verification.verdicts import Answer, Heard
from undersigned.verification.verify import UnreadableError, Verification, verified
from undersigned.verification.wording import lines_of

from tests.support.endorsing import new_key
from tests.support.programs import needs
from tests.support.verifying import (
    REGISTER,
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

TODAY = date(2026, 11, 26)
OTHER = b"1. Do some harm\n"


def found(folder: Path, **served: str) -> Verification:
    """What is found of a copy of a site, and of servers that serve these files, if any are given.

    Underscores in the names of hosts stand for dots.
    """
    files = {host.replace("_", "."): text for host, text in served.items()}

    def servers(websites: Sequence[str], progress: Progress) -> tuple[Mapping[str, Heard], bool]:
        asked = {host_key(each) for each in websites}
        return {host: _heard(host, files.get(host)) for host in sorted(asked)}, False

    return verified(Folder(SITE, folder), servers if served else None, SILENT, TODAY)


def _heard(host: str, text: str | None) -> Heard:
    address = f"https://{host}/{PATH}"
    if text is None:
        return Heard(address, why="answers 404", missing=True)
    return Heard(address, read_file(text.encode())[0], TODAY, TODAY)


def lines(found: Verification) -> list[str]:
    """What is printed, but for the digests of the texts."""
    return [each for each in lines_of(found) if not each.startswith("version ")]


def test_an_endorsement_is_proved_now_or_by_a_kept_copy_or_claimed_only(tmp_path: Path) -> None:
    site = publish(tmp_path, entry("Acme"), proved("Beta"), entry("Gamma"))
    keep(site, "beta.example", said())
    result = found(site, acme_example=said())
    assert lines(result) == [
        "proved now: 'Acme' (acme.example), version 1.0 by line 1 of"
        " https://acme.example/.well-known/endorsements.txt",
        "proved by a kept copy: 'Beta' (beta.example), version 1.0 by line 1 of"
        f" {SITE}proofs/beta.example/endorsements.txt, fetched from"
        " https://beta.example/.well-known/endorsements.txt on 2026-11-20; now"
        " https://beta.example/.well-known/endorsements.txt answers 404",
        "claimed only: 'Gamma' (gamma.example), version 1.0 by the site alone:"
        " https://gamma.example/.well-known/endorsements.txt answers 404",
        "3 signatories: 0 contradicted, 1 proved now, 1 proved by a kept copy, 1 claimed only",
    ]
    assert not result.contradicted


def test_one_word_of_the_text_and_its_lock_changed_contradicts_every_signatory_at_once(
    tmp_path: Path,
) -> None:
    site = publish(tmp_path, entry("Acme"), entry("Beta"), texts={"1.0": OTHER})
    keep(site, "beta.example", said())
    result = found(site, acme_example=said())
    assert result.contradicted
    assert lines(result) == [
        f"contradicted: 'Acme' (acme.example) is listed at {SITE}signatories/#acme as endorsing;"
        " line 1 of https://acme.example/.well-known/endorsements.txt endorses"
        f" {text_at()} with sha256:{digest(WORDS)}, and this site serves sha256:{digest(OTHER)}"
        " there",
        f"contradicted: 'Beta' (beta.example) is listed at {SITE}signatories/#beta as endorsing;"
        f" line 1 of {SITE}proofs/beta.example/endorsements.txt, fetched"
        " from https://beta.example/.well-known/endorsements.txt on 2026-11-20, endorses"
        f" {text_at()} with sha256:{digest(WORDS)}, and this site serves sha256:{digest(OTHER)}"
        " there",
        "2 signatories: 2 contradicted, 0 proved now, 0 proved by a kept copy, 0 claimed only",
    ]


def test_a_text_that_is_not_what_the_site_says_contradicts_the_site_and_every_signatory(
    tmp_path: Path,
) -> None:
    site = publish(tmp_path, entry("Acme"))
    put(site, "principles/1.0.txt", OTHER)
    result = found(site, acme_example=said())
    assert lines(result)[0] == (
        f"the site contradicts itself: {text_at()} has sha256:{digest(OTHER)}, while statement.json"
        f" says sha256:{digest(WORDS)} of version '1.0'"
    )
    assert lines(result)[1].startswith("contradicted: 'Acme'")
    assert lines(result)[-1].endswith("; the site contradicts itself 1 time")


WITHDRAWN = said() + said(action=Action.WITHDRAW, day="2026-11-20")


def test_a_name_whose_own_server_has_withdrawn_is_contradicted(tmp_path: Path) -> None:
    site = publish(tmp_path, entry("Acme"))
    line, _ = lines(found(site, acme_example=WITHDRAWN))
    assert line.endswith(
        "; line 2 of https://acme.example/.well-known/endorsements.txt withdraws version 1.0 on"
        " 2026-11-20"
    )


def test_a_withdrawal_in_a_kept_copy_contradicts_until_the_server_endorses_again(
    tmp_path: Path,
) -> None:
    site = publish(tmp_path, entry("Acme"))
    keep(site, "acme.example", WITHDRAWN)
    assert "withdraws version 1.0" in lines(found(site))[0]
    again = WITHDRAWN + said(day="2026-11-25")
    assert not found(site, acme_example=again).contradicted
    graded = publish(tmp_path, proved("Acme"))
    line, _ = lines(found(graded, acme_example=again))
    assert "does not prove version 1.0, as the grade 'proved' claims" in line


def test_withdrawn_and_ended_signatories_are_not_contradicted_by_what_their_host_says_now(
    tmp_path: Path,
) -> None:
    gone = entry("Beta", withdrawn="2025-01-01")
    site = publish(tmp_path, entry("Acme", ended="2025-01-01"), gone)
    result = found(site, acme_example=WITHDRAWN, beta_example=said(OTHER))
    assert not result.contradicted
    assert lines(result) == [
        "claimed only: 'Acme' (acme.example), version 1.0 by the site alone: it has ended, so its"
        " server was not asked",
        "1 signatory: 0 contradicted, 0 proved now, 0 proved by a kept copy, 1 claimed only;"
        " 1 withdrawn",
    ]


@pytest.mark.parametrize("line", [said(name="Acme"), WITHDRAWN, said(OTHER, name="Acme")])
def test_who_has_the_host_of_an_ended_signatory_now_says_nothing_of_it(
    line: str, tmp_path: Path
) -> None:
    site = publish(tmp_path, entry("Acme", ended="2025-01-01"), entry("Beta", "acme.example"))
    keep(site, "acme.example", line)
    result = found(site, acme_example=line)
    ended, _ = result.verdicts
    assert ended.answer is Answer.CLAIMED
    assert "it has ended, so its server was not asked" in "".join(lines(result))


@pytest.mark.parametrize(
    ("ended", "heir", "answer"),
    [
        ("2026-11-20", "", Answer.KEPT),
        ("2026-11-19", "", Answer.CONTRADICTED),
        ("2026-11-19", "beta", Answer.NOW),
    ],
)
def test_a_copy_proves_one_that_ended_later_and_a_server_one_whose_heir_has_it(
    ended: str, heir: str, answer: Answer, tmp_path: Path
) -> None:
    acme = proved("Acme", ended=ended, succeeded_by=heir)
    site = publish(tmp_path, acme, entry("Beta", "acme.example"))
    keep(site, "acme.example", said(name="Acme"))
    [verdict, _] = found(site, acme_example=said(name="Acme")).verdicts
    assert verdict.answer is answer


Spoiling = Callable[[Path, Path], None]


def _dropped(site: Path, _: Path) -> None:
    for file in (site / "proofs/acme.example").iterdir():
        file.unlink()


def _changed(site: Path, _: Path) -> None:
    put(site, "proofs/acme.example/endorsements.txt", said().replace("19", "18").encode())


def _without_record(site: Path, _: Path) -> None:
    (site / "proofs/acme.example/fetched.yml").unlink()


def _of_another(site: Path, _: Path) -> None:
    keep(site, "acme.example", said(), address=f"https://other.example/{PATH}")


def _silent(site: Path, _: Path) -> None:
    keep(site, "acme.example", said(site="https://elsewhere.example/"))


def _dated_later(site: Path, _: Path) -> None:
    keep(site, "acme.example", said(day="2026-11-25"))


def _signed_otherwise(site: Path, keys: Path) -> None:
    key = new_key(keys)
    keep(site, "acme.example", said(), key)
    put(site, "proofs/acme.example/endorsements.txt.sig", key.signed(b"other words"))


def _signed_by_another(site: Path, keys: Path) -> None:
    keep(site, "acme.example", said(), new_key(keys))
    put(
        site, "proofs/acme.example/endorsements.txt.sig", new_key(keys, "b").signed(said().encode())
    )


def _without_key(site: Path, keys: Path) -> None:
    keep(site, "acme.example", said(), new_key(keys))
    (site / "proofs/acme.example/endorsements.pub").unlink()


@pytest.mark.parametrize(
    ("spoil", "why"),
    [
        (_dropped, "the grade 'proved' is claimed, and {copy} is not there"),
        (_changed, "{copy} is no sound copy: endorsements.txt is not what was fetched"),
        (_without_record, "{copy} is no sound copy: lacks fetched.yml"),
        (_of_another, "{copy} is no sound copy: address 'https://other.example/"),
        (_silent, "does not prove version 1.0, as the grade 'proved' claims"),
        (_dated_later, "does not prove version 1.0, as the grade 'proved' claims"),
        (_signed_otherwise, "{copy} is no sound copy: its endorsements.txt.sig does not hold"),
        (_signed_by_another, "{copy} is no sound copy: key "),
        (_without_key, "{copy} is no sound copy: lacks endorsements.pub"),
    ],
)  # fmt: skip
def test_a_grade_that_its_copy_does_not_prove_is_contradicted_also_while_the_server_endorses(
    tmp_path: Path, spoil: Spoiling, why: str
) -> None:
    site = publish(tmp_path / "site", proved("Acme"))
    keep(site, "acme.example", said())
    assert not found(site).contradicted
    spoil(site, tmp_path)
    for result in (found(site), found(site, acme_example=said())):
        assert result.contradicted
        assert why.format(copy=f"{SITE}proofs/acme.example/endorsements.txt") in lines(result)[0]


def test_a_copy_of_a_host_that_may_not_speak_for_the_website_proves_nothing(
    tmp_path: Path,
) -> None:
    website = "https://acme.wordpress.com"
    site = publish(tmp_path, proved("Acme", "acme.wordpress.com", website=website))
    keep(site, "acme.wordpress.com", said(), address=f"https://www.acme.wordpress.com/{PATH}")
    assert "does not prove version 1.0, as the grade 'proved' claims" in lines(found(site))[0]
    keep(site, "acme.wordpress.com", said())
    assert lines(found(site))[0].startswith("proved by a kept copy")


def test_a_line_may_give_a_former_name_and_that_of_an_earlier_entry(tmp_path: Path) -> None:
    later = entry("Acme", version="1.1", signed="2025-05-06", formerly=["Anvils", "Old"])
    texts = {"1.0": WORDS, "1.1": OTHER}
    site = publish(tmp_path, entry("Acme") | {"name": "Acme Ltd"}, later, texts=texts)
    for name in ("Acme", "Acme Ltd", "Anvils", "Old"):
        result = found(site, acme_example=said(OTHER, "1.1", name))
        assert lines(result)[0].startswith("proved now"), name


def test_a_proof_in_a_name_that_the_site_calls_former_says_which_name_that_is(
    tmp_path: Path,
) -> None:
    site = publish(tmp_path, proved("Evil", "acme.example", formerly=["Acme"]))
    keep(site, "acme.example", said(name="Acme"))
    former = "which names 'Acme', a former name as this site says"
    assert lines(found(site))[0].endswith(f"{former}; now its server was not asked")
    result = found(site, acme_example=said(name="Acme"))
    assert lines(result)[0].endswith(former)
    keep(site, "acme.example", said(name="Evil"))
    for told in (found(site), found(site, acme_example=said(name=" Evil"))):
        assert "former" not in lines(told)[0]


def test_a_signed_copy_proves_as_long_as_its_signature_holds(tmp_path: Path) -> None:
    site = publish(tmp_path / "site", proved("Acme"))
    keep(site, "acme.example", said(), new_key(tmp_path))
    assert lines(found(site))[0].startswith("proved by a kept copy: 'Acme'")


def test_signatures_that_nobody_can_judge_here_are_said_to_be_unjudged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = publish(tmp_path / "site", proved("Acme"))
    keep(site, "acme.example", said(), new_key(tmp_path))
    monkeypatch.setenv("PATH", str(tmp_path))
    note, line, _ = lines(found(site))
    assert (
        note == "note: no signature of a kept copy was judged without ssh-keygen; install OpenSSH"
    )
    assert line.startswith("proved by a kept copy: 'Acme'")
    assert "signed by" not in line


def test_what_a_server_says_now_stands_beside_the_copy_that_proves(tmp_path: Path) -> None:
    site = publish(tmp_path, proved("Acme"))
    keep(site, "acme.example", said())
    address = f"https://acme.example/{PATH}"
    for text, now in (
        (said(name="Other"), f"{address} names another on line 1, 'Other'"),
        (said(site="https://other.example/"), f"{address} endorses these words on line 1 at another"
         " address, https://other.example/principles/1.0.txt"),
        ("endorse 1 soon\n", f"{address} says nothing of it; its line 1 cannot be read"),
    ):  # fmt: skip
        line, _ = lines(found(site, acme_example=text))
        assert line.startswith("proved by a kept copy: 'Acme'")
        assert line.endswith(f"; now {now}")


def test_a_page_for_each_file_that_is_not_there_is_no_signature_of_a_copy(tmp_path: Path) -> None:
    needs("ssh-keygen")
    site = publish(tmp_path / "site", proved("Acme"))
    keep(site, "acme.example", said())
    (site / "SHA256SUMS").write_text("<!doctype html>")
    for name in ("endorsements.txt.sig", "endorsements.pub"):
        (site / "proofs" / "acme.example" / name).write_text(" <!doctype html>")
    assert lines(found(site))[0].startswith("proved by a kept copy: 'Acme'")
    keep(site, "acme.example", said(), new_key(tmp_path))
    for name in ("endorsements.txt.sig", "endorsements.pub"):
        (site / "proofs" / "acme.example" / name).write_text("<!doctype html>")
    assert lines(found(site))[0].startswith("contradicted: 'Acme'")


def test_a_copy_of_a_day_to_come_is_no_sound_one(tmp_path: Path) -> None:
    site = publish(tmp_path / "site", proved("Acme", proved="2026-11-27"))
    tomorrow = datetime(2026, 11, 27, tzinfo=UTC)
    keep(site, "acme.example", said(day="2026-11-27"), fetched=tomorrow)
    [verdict] = found(site).verdicts
    assert verdict.answer is Answer.CONTRADICTED
    why = "is no sound copy: it was fetched on 2026-11-27, which is to come"
    assert why in lines(found(site))[0]


def test_a_grade_of_another_day_than_that_of_its_copy_is_contradicted(tmp_path: Path) -> None:
    site = publish(tmp_path, proved("Acme", proved="2026-11-21"))
    keep(site, "acme.example", said())
    assert lines(found(site))[0].endswith("on 2026-11-20, and the grade 'proved' gives another day")


def test_a_grade_by_a_copy_elsewhere_or_of_one_without_a_host_contradicts_the_site(
    tmp_path: Path,
) -> None:
    forum = proved("Forum", website="https://github.com/forum", proof="")
    elsewhere = proved("Acme", proof="https://other.example/endorsements.txt")
    site = publish(tmp_path, elsewhere, forum)
    keep(site, "acme.example", said())
    assert lines(found(site))[:2] == [
        "the site contradicts itself: 'acme' is graded by 'https://other.example/endorsements.txt',"
        f" which is not {SITE}proofs/acme.example/endorsements.txt",
        "the site contradicts itself: 'forum' is graded as proved, and has no host that may prove"
        " it",
    ]


def test_of_two_on_one_host_each_is_proved_by_its_exact_name_alone(tmp_path: Path) -> None:
    site = publish(
        tmp_path, entry("Acme", "host.example"), entry("Beta", "www.host.example"),
        entry("Gamma", "host.example/gamma"),
    )  # fmt: skip
    result = found(site, host_example=said(name="Acme") + said(name="Other"))
    assert [each.partition(":")[0] for each in lines(result)] == [
        "proved now", "claimed only", "claimed only",
        "3 signatories",
    ]  # fmt: skip
    assert lines(result)[1].endswith("names another on line 1, 'Acme'")
    nameless = found(site, host_example=said())
    assert lines(nameless)[0].endswith(
        "names nobody on line 1, and the host is not this signatory's alone"
    )


def test_a_website_that_is_a_part_of_a_host_is_proved_by_its_name_alone(tmp_path: Path) -> None:
    site = publish(tmp_path, entry("Gamma", "host.example/gamma"))
    assert "names nobody on line 1" in lines(found(site, host_example=said()))[0]
    assert "proved now" in lines(found(site, host_example=said(name="Gamma")))[0]


def test_each_version_that_a_signatory_endorses_is_judged(tmp_path: Path) -> None:
    texts = {"1.0": WORDS, "1.1": OTHER}
    later = entry("Acme", version="1.1", signed="2025-05-06")
    site = publish(tmp_path, entry("Acme"), later, texts=texts)
    assert lines(found(site, acme_example=said(OTHER, "1.1")))[0] == (
        "proved now: 'Acme' (acme.example), version 1.1 by line 1 of"
        " https://acme.example/.well-known/endorsements.txt; version 1.0 by the site alone:"
        " https://acme.example/.well-known/endorsements.txt endorses another version on line 1, at"
        f" {text_at('1.1')}"
    )
    only = publish(tmp_path, later, texts=texts)
    swapped = found(only, acme_example=said(OTHER, "1.0"))
    assert "contradicted: 'Acme'" in lines(swapped)[0]


def test_what_a_site_says_against_itself_is_said_first(tmp_path: Path) -> None:
    stated = [
        {"version": "1.0", "sha256": digest(WORDS), "text": "https://other.example/principles/1.txt"},
        {"version": "1.1", "sha256": digest(WORDS), "text": text_at()},
        {"version": "1.2", "sha256": digest(OTHER), "text": text_at()},
        {"version": "1.3", "sha256": digest(OTHER), "text": text_at("1.3")},
    ]  # fmt: skip
    register = {"entries": 7, "sha256": digest(OTHER)}
    site = publish(tmp_path, entry("Acme", version="3.0"), versions=stated, register=register)
    faults = [each for each in lines(found(site)) if "contradict" in each or "note" in each]
    assert faults[:-1] == [
        f"the site contradicts itself: statement.json has the address '{text_at()}' 2 times",
        "the site contradicts itself: the text of version '1.0' at"
        f" https://other.example/principles/1.txt lies outside of the site, which is at {SITE}",
        f"the site contradicts itself: {text_at()} has sha256:{digest(WORDS)}, while statement.json"
        f" says sha256:{digest(OTHER)} of version '1.2'",
        "the site contradicts itself: the text of version '1.3' at"
        f" {text_at('1.3')} is not in the folder",
        f"the site contradicts itself: {SITE}signatories.yml has sha256:{digest(REGISTER)},"
        f" while statement.json says sha256:{digest(OTHER)} of it",
        "the site contradicts itself: statement.json lacks versions that entries endorse: 'acme' on"
        " version '3.0'",
        "note: signatories.json has 1 entry, while statement.json says 7",
    ]  # fmt: skip


def test_a_preview_is_verified_by_its_own_files_for_the_address_that_was_signed(
    tmp_path: Path,
) -> None:
    site = publish(tmp_path, entry("Acme"))
    preview = Folder("https://deploy-preview-1--statement.example/", site)
    keep(site, "acme.example", said())
    result = verified(preview, None, SILENT, TODAY)
    assert lines(result)[0] == (
        f"note: this is a copy, a preview or a mirror of {SITE}, which is a site to verify, too"
    )
    assert lines(result)[1].startswith("proved by a kept copy")
    own = {"version": "1.0", "sha256": digest(WORDS), "text": text_at(site=preview.address)}
    grade = f"{preview.address}proofs/acme.example/endorsements.txt"
    publish(
        site, proved("Acme", proof=grade), url=preview.address, published=SITE, versions=[own]
    )  # fmt: skip
    assert lines(verified(preview, None, SILENT, TODAY))[:2] == lines(result)[:2]
    put(site, "principles/1.0.txt", OTHER)
    assert verified(preview, None, SILENT, TODAY).contradicted


def test_a_site_under_a_path_is_read_from_there(tmp_path: Path) -> None:
    address = f"{SITE}statement/"
    versions = [{"version": "1.0", "sha256": digest(WORDS), "text": "principles/1.0.txt"}]
    site = publish(tmp_path, entry("Acme"), url=address, versions=versions)
    keep(site, "acme.example", said(site=address))
    result = verified(Folder(address, site), None, SILENT, TODAY)
    assert [each.partition(":")[0] for each in lines(result)] == [
        "proved by a kept copy", "1 signatory",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("file", "content", "why"),
    [
        ("statement.json", "{", "statement.json is not JSON in UTF-8"),
        ("statement.json", '{"format": 1, "versions": [{"a": 1, "a": 2}]}', "has a member twice"),
        ("statement.json", '{"format": NaN}', "statement.json has NaN, which is no number"),
        ("statement.json", "[" * 100_000, "statement.json is not JSON in UTF-8"),
        ("statement.json", '{"format": 2}', "statement.json is not in format 1, which this"),
        ("statement.json", '{"format": 1, "url": "http://a.example"}', "'http://a.example' as its"),
        ("statement.json", '{"format": 1, "versions": []}', "statement.json lists no versions"),
        ("statement.json", '{"format": 1, "versions": [{"version": "1.0"}]}', "without its number"),
        ("signatories.json", "[]", "signatories.json cannot be read at character 1: '{' is"),
        ("signatories.json", '{"format": 1}', "signatories.json is not in format 1"),
        ("signatories.json", "\udcff", "signatories.json is not UTF-8"),
    ],
)  # fmt: skip
def test_a_site_that_cannot_be_read_says_which_file_and_why(
    tmp_path: Path, file: str, content: str, why: str
) -> None:
    site = publish(tmp_path, entry("Acme"))
    put(site, file, content.encode(errors="surrogateescape"))
    with pytest.raises(UnreadableError, match=re.escape(why)):
        found(site)


def test_entries_that_cannot_be_read_are_said_by_their_numbers_and_the_others_judged(
    tmp_path: Path,
) -> None:
    broken: list[dict[str, object]] = [
        {}, {"name": 1}, entry("A", signed="soon"), entry("B", version="x"),
        entry("C", formerly=[1]), entry("D" * 201), entry("E", id=["e"]), entry("F", id="f" * 201),
    ]  # fmt: skip
    site = publish(tmp_path, *broken, entry("Acme"))
    result = found(site, acme_example=said())
    assert result.unread
    assert lines(result)[0] == (
        "note: signatories.json has entries that cannot be read: 1, 2, 3, 4, 5 and 3 more"
    )
    assert lines(result)[1].startswith("proved now: 'Acme'")


def test_of_more_entries_of_one_signatory_than_there_are_versions_the_rest_is_not_read(
    tmp_path: Path,
) -> None:
    site = publish(tmp_path, *[entry("Acme")] * 203)
    assert lines(found(site))[0] == (
        "note: signatories.json has entries that cannot be read: 201, 202, 203"
    )


def test_a_website_that_is_no_address_is_none(tmp_path: Path) -> None:
    websites = ["javascript:alert(1)", "https://127.0.0.1/", "https://a@acme.example", "", None, 7]
    entries = [entry(f"N{at}", website=each) for at, each in enumerate(websites)]
    result = found(publish(tmp_path, *entries))
    assert len(result.verdicts) == len(websites)
    assert {each.host for each in result.verdicts} == {""}


def test_names_of_a_site_and_of_a_file_move_no_cursor_and_hide_nothing(tmp_path: Path) -> None:
    name = "Acme\x1b[2J\u202e\ud800\n proved now"
    site = publish(tmp_path, entry(name, "acme.example"))
    result = found(site, acme_example=said(name="Other\u00a0name"))
    printed = "".join(lines_of(result))
    assert printed.isprintable()
    assert r"Acme\x1b[2J" in printed


def test_files_that_would_lie_outside_of_the_folder_are_not_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_bytes(WORDS)
    site = publish(tmp_path / "site", entry("Acme"))
    paths = ["../secret.txt", "%2e%2e/secret.txt", "a/..%2f..%2fsecret.txt", "principles\\1.0.txt"]
    for path in (*paths, "principles//1.0.txt", "principles/1.0.txt?a"):
        versions = [{"version": "1.0", "sha256": digest(WORDS), "text": f"{SITE}{path}"}]
        publish(site, entry("Acme"), versions=versions)
        with suppress(UnreadableError):
            assert "lies outside of the site" in lines(found(site))[0], path
    publish(site, entry("Acme"))
    (site / "principles/1.0.txt").unlink()
    (site / "principles/1.0.txt").symlink_to(secret)
    result = found(site)
    assert result.unread
    assert "is a symbolic link" in lines(result)[0]


def test_what_is_printed_has_the_digest_of_each_text_as_it_is_served(tmp_path: Path) -> None:
    site = publish(tmp_path)
    assert list(lines_of(found(site))) == [
        f"version 1.0: {text_at()} has sha256:{digest(WORDS)}",
        "0 signatories: 0 contradicted, 0 proved now, 0 proved by a kept copy, 0 claimed only",
    ]


def test_a_register_names_its_members_in_any_order(tmp_path: Path) -> None:
    site = publish(tmp_path, entry("Acme"))
    data = json.loads((site / "signatories.json").read_text("utf-8"))
    put(site, "signatories.json", json.dumps(dict(reversed(data.items()))).encode())
    assert len(found(site).verdicts) == 1


def test_two_of_one_name_on_one_host_are_proved_by_no_line(tmp_path: Path) -> None:
    again = entry("Acme", id="acme-2")
    site = publish(tmp_path, entry("Acme"), again, entry("Beta", "acme.example"))
    result = found(site, acme_example=said(name="Acme") + said(name="Beta"))
    where = "https://acme.example/.well-known/endorsements.txt"
    assert [each for each in lines(result) if "'Beta' (" not in each] == [
        *2
        * [
            "claimed only: 'Acme' (acme.example), version 1.0 by the site alone:"
            f" {where} names 'Acme' on line 1, as several on this host are called"
        ],
        "3 signatories: 0 contradicted, 1 proved now, 0 proved by a kept copy, 2 claimed only",
    ]
