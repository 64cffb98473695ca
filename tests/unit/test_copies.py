"""Kept copies: which are read, and what is wrong with the others."""

import shutil
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from undersigned.problem import Severity, printable
from undersigned.proofs.copies import Copy, Record, copy_of, read_copies, written_record
from undersigned.proofs.record import entry_of, record_of
from undersigned.text.source import Source

from tests.support.files import plant
from tests.support.proofs import (
    ENDORSED,
    FETCHED,
    FINGERPRINT,
    PUBLIC_KEY,
    SIGNED,
    kept,
    said,
)
from tests.support.proofs import record_of as true_record

HOST = "acme.example"
FOLDER = f"proofs/{HOST}"
RECORD = f"{FOLDER}/fetched.yml"
TEXT = f"{FOLDER}/endorsements.txt"
AGAIN = f"remove {FOLDER}/ and run 'undersigned proofs'"
TRUE = true_record(ENDORSED)


def test_a_copy_is_read_as_it_was_kept(tmp_path: Path) -> None:
    plant(tmp_path, kept(key=PUBLIC_KEY, signature=SIGNED))
    copies, problems = read_copies(tmp_path)
    assert problems == []
    copy = copies[HOST]
    assert (copy.host, copy.asked, copy.day) == (HOST, HOST, date(2026, 11, 20))
    assert (copy.text, copy.key) == (ENDORSED.encode(), PUBLIC_KEY.encode())
    assert copy.signature == SIGNED.encode()
    assert copy.record == TRUE._replace(key=FINGERPRINT)
    assert [line.name for line in copy.file.lines] == [""]
    files = {path.name: path.read_bytes() for path in (tmp_path / FOLDER).iterdir()}
    assert copy.files == files


def test_a_site_without_copies_has_none(tmp_path: Path) -> None:
    assert read_copies(tmp_path) == ({}, [])


@pytest.mark.parametrize("text", ["", "\ufeff" + ENDORSED, ENDORSED.replace("\n", "\r\n"), "\r"])
def test_what_a_server_said_is_kept_byte_for_byte(text: str, tmp_path: Path) -> None:
    plant(tmp_path, kept(f"# ours\n{text}"))
    copies, problems = read_copies(tmp_path)
    assert problems == []
    assert copies[HOST].text == f"# ours\n{text}".encode()


def test_the_host_that_was_asked_may_have_www_before_it(tmp_path: Path) -> None:
    plant(tmp_path, kept(host="www.acme.example"))
    assert read_copies(tmp_path)[0][HOST].asked == "www.acme.example"


def test_a_readme_and_hidden_files_and_empty_folders_are_passed_over(tmp_path: Path) -> None:
    plant(tmp_path, kept() | {"proofs/README.md": "", "proofs/.x": "", f"{FOLDER}/.x": ""})
    (tmp_path / "proofs" / "beta.example").mkdir()
    copies, problems = read_copies(tmp_path)
    assert ([*copies], problems) == ([HOST], [])


@pytest.mark.parametrize(
    "record",
    [
        TRUE,
        TRUE._replace(key=FINGERPRINT),
        TRUE._replace(issuer='CN=R3: "Ås" #1, O=Let\'s Encrypt'),
        TRUE._replace(issuer=""),
        TRUE._replace(issuer="null"),
    ],
)
def test_a_record_is_read_as_it_was_written(record: Record) -> None:
    entry, problems = entry_of(Source(RECORD, written_record(record)))
    assert problems == []
    assert entry is not None
    assert record_of(entry) == record


def test_a_record_is_written_in_utc() -> None:
    there = datetime.fromisoformat("2026-11-21T02:11:00.5+13:00")
    assert written_record(TRUE._replace(fetched=there)) == written_record(TRUE)


def test_lines_count_until_the_last_day_that_it_was_anywhere() -> None:
    assert TRUE.until == date(2026, 11, 21)
    noon = datetime(2026, 11, 20, 9, 59, tzinfo=UTC)
    assert TRUE._replace(fetched=noon).until == date(2026, 11, 20)


def faults(files: dict[str, str], folder: Path) -> list[str]:
    plant(folder, files)
    copies, problems = read_copies(folder)
    assert copies == {}
    assert {each.severity for each in problems} == {Severity.PROBLEM}
    return [str(each) for each in problems]


def changed(record: str) -> dict[str, str]:
    return kept() | {RECORD: record}


WRITTEN = written_record(TRUE)

FAULTS = {
    "a stray file": (
        kept() | {f"{FOLDER}/index.html": "<p>"},
        f"{FOLDER}/index.html:1:1: is no part of a kept copy; remove it",
    ),
    "a file among the folders": (
        {"proofs/index.html": ""},
        "proofs/index.html:1:1: is not a folder; make it one, or remove it",
    ),
    "no text": (
        {RECORD: WRITTEN},
        f"{FOLDER}:1:1: lacks endorsements.txt; {AGAIN}",
    ),
    "no record": (
        {TEXT: ENDORSED},
        f"{FOLDER}:1:1: lacks fetched.yml; {AGAIN}",
    ),
    "a key without a signature": (
        kept(key=PUBLIC_KEY),
        f"{FOLDER}:1:1: lacks endorsements.txt.sig; {AGAIN}",
    ),
    "a signature without a key": (
        kept(signature=SIGNED),
        f"{FOLDER}:1:1: lacks endorsements.pub; {AGAIN}",
    ),
    "a text that is too large": (
        kept("#" * (64 * 1024 + 1)),
        f"{TEXT}:1:1: is larger than 64 KiB; {AGAIN}",
    ),
    "a text in another encoding": (
        changed(WRITTEN) | {TEXT: "\udcff\udcfe"},
        f"{TEXT}:1:1: is not UTF-8, so it says nothing; remove {FOLDER}/",
    ),
    "another text": (
        changed(WRITTEN) | {TEXT: "# nothing\n"},
        f"{RECORD}:3:11: endorsements.txt is not what was fetched, its sha256 is now"
        f" 5e49ea838dc30f3eeacf6ca7815f6e3adcf77f467a970d978676790fd90377e1; {AGAIN}",
    ),
    "a text whose line ends git has changed": (
        kept(record=true_record(ENDORSED.replace("\n", "\r\n"))),
        f"{RECORD}:3:11: the line ends of endorsements.txt were changed; have '.gitattributes'"
        f" say 'proofs/** -text', {AGAIN}",
    ),
    "another address": (
        kept(record=TRUE._replace(address="https://acme.example/endorsements.txt")),
        f"{RECORD}:1:12: address 'https://acme.example/endorsements.txt' is not"
        f" https://acme.example/.well-known/endorsements.txt; {AGAIN}",
    ),
    "the address of another host": (
        kept(record=true_record(ENDORSED, "blog.acme.example")),
        f"{RECORD}:1:12: address 'https://blog.acme.example/.well-known/endorsements.txt' is not"
        f" https://acme.example/.well-known/endorsements.txt; {AGAIN}",
    ),
    "a key that is none": (
        kept(record=TRUE, key="x", signature=SIGNED),
        f"{FOLDER}/endorsements.pub:1:1: is no SSH key; {AGAIN}",
    ),
    "a signature that is none": (
        kept(record=TRUE._replace(key=FINGERPRINT), key=PUBLIC_KEY, signature="x"),
        f"{FOLDER}/endorsements.txt.sig:1:1: is no SSH signature for 'endorsements'; {AGAIN}",
    ),
    "a record without the key": (
        kept(record=TRUE, key=PUBLIC_KEY, signature=SIGNED),
        f"{RECORD}:1:3: key '' is not that of endorsements.pub, '{FINGERPRINT}'; {AGAIN}",
    ),
    "a key in the record alone": (
        kept(record=TRUE._replace(key=FINGERPRINT)),
        f"{RECORD}:6:8: key '{FINGERPRINT}' is not that of endorsements.pub, ''; {AGAIN}",
    ),
    "two records": (
        changed(WRITTEN * 2),
        f"{RECORD}:1:1: holds 2 records; keep the one of this copy, behind one dash",
    ),
    "an empty record": (
        changed("[]\n"),
        f"{RECORD}:1:1: holds 0 records; keep the one of this copy, behind one dash",
    ),
    "an unknown field": (
        changed(f"{WRITTEN}  note: ours\n"),
        f"{RECORD}:6:3: unknown field 'note'; a record has address, fetched, sha256, issuer,"
        " certificate, key",
    ),
    "a field that is missing": (
        changed(WRITTEN.replace("  issuer: CN=Any CA\n", "")),
        f"{RECORD}:1:3: a record needs 'issuer'",
    ),
    "a moment that is none": (
        changed(WRITTEN.replace("2026-11-20T", "2026-11-31T")),
        f"{RECORD}:2:12: fetched '2026-11-31T13:11:00Z' is not a moment such as"
        " 2026-11-26T13:11:00Z; write it as it was",
    ),
    "a line for an editor": (
        changed(f"# vim: ft=sh\n{WRITTEN}"),
        f"{RECORD}:1:1: '# vim: ft=sh' is meant for a program, not for people; remove it",
    ),
}


@pytest.mark.parametrize("case", FAULTS)
def test_a_copy_that_is_not_sound_is_none(case: str, tmp_path: Path) -> None:
    files, expected = FAULTS[case]
    assert expected in faults(files, tmp_path)


def test_a_folder_that_cannot_be_renamed_is_removed(tmp_path: Path) -> None:
    twice = {path.replace(HOST, f"www.{HOST}"): text for path, text in kept().items()}
    plant(tmp_path, kept() | twice)
    [fault] = read_copies(tmp_path)[1]
    assert fault.message.endswith("or remove it where that is there already")
    shutil.rmtree(tmp_path / f"proofs/www.{HOST}")
    assert list(read_copies(tmp_path)[0]) == [HOST]
    assert read_copies(tmp_path)[1] == []


@pytest.mark.parametrize(
    ("folder", "wanted"),
    [
        ("www.acme.example", HOST),
        ("ACME.example", HOST),
        ("acme.example.", HOST),
        ("müller.de", "xn--mller-kva.de"),
        ("www.müller.de", "xn--mller-kva.de"),
    ],
)
def test_a_folder_has_the_name_by_which_a_website_finds_it(
    folder: str, wanted: str, tmp_path: Path
) -> None:
    files = {path.replace(HOST, folder): text for path, text in kept().items()}
    [fault] = faults(files, tmp_path)
    assert fault.endswith(f"; rename it to {wanted}, or remove it where that is there already")


@pytest.mark.parametrize(
    "host",
    [
        "github.com",
        "medium.com",
        "a b",
        "user@acme.example",
        "localhost",
        "192.0.2.1",
        "a\x1b[31mb.example",
    ],
)
def test_hosts_that_speak_for_no_website_keep_no_copy(host: str, tmp_path: Path) -> None:
    files = {path.replace(HOST, host): text for path, text in kept().items()}
    [fault] = faults(files, tmp_path)
    assert fault.endswith(f"no file speaks for a website; remove proofs/{printable(host)}/")
    assert fault.isprintable()


def test_links_are_no_copies(tmp_path: Path) -> None:
    plant(tmp_path, kept() | {"elsewhere/endorsements.txt": ENDORSED})
    (tmp_path / TEXT).unlink()
    (tmp_path / TEXT).symlink_to(tmp_path / "elsewhere" / "endorsements.txt")
    (tmp_path / "proofs" / "beta.example").symlink_to(tmp_path / FOLDER)
    copies, problems = read_copies(tmp_path)
    assert copies == {}
    assert [each.path for each in problems] == [TEXT, "proofs/beta.example"]


def test_a_copy_is_made_of_what_was_served_as_of_what_was_kept() -> None:
    files = {path.rpartition("/")[2]: text.encode() for path, text in kept(said("Acme")).items()}
    copy, problems = copy_of(HOST, files)
    assert problems == []
    assert isinstance(copy, Copy)
    assert copy.record.fetched == FETCHED
