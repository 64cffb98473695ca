"""What is said of kept copies that contradict the site, or prove nothing."""

import shutil
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from undersigned.problem import Problem, Severity, stopping
from undersigned.proofs.endorsements_txt import Action
from undersigned.site import read_site

from tests.support.files import plant
from tests.support.proofs import (
    ADDRESS,
    PUBLIC_KEY,
    PUBLISHED,
    SHA256,
    SIGNED,
    kept,
    record_of,
    said,
)
from tests.support.registers import entry_text

TEXT = "proofs/acme.example/endorsements.txt"
WRONG = "f" * 64
TAKEN_BACK = said() + said(action=Action.WITHDRAW, day=date(2026, 11, 3))


def problems_of(folder: Path, register: str, copy: dict[str, str]) -> list[Problem]:
    plant(folder, PUBLISHED | {"signatories.yml": register} | copy)
    return read_site(folder)[1]


def test_a_copy_that_proves_and_one_that_is_as_the_register_says_are_fine(tmp_path: Path) -> None:
    withdrawn = entry_text("Acme", more="  withdrawn: 2026-11-03\n")
    assert problems_of(tmp_path / "1", entry_text("Acme"), kept()) == []
    assert problems_of(tmp_path / "2", withdrawn, kept(TAKEN_BACK)) == []
    assert problems_of(tmp_path / "3", withdrawn, kept()) == []


@pytest.mark.parametrize(
    "text",
    [
        said(sha256=WRONG),
        said() + said(sha256=WRONG),
        said("Somebody else", sha256=WRONG),
        TAKEN_BACK + said(sha256=WRONG),
    ],
)
def test_another_digest_of_the_text_is_one_problem_at_its_line(text: str, tmp_path: Path) -> None:
    [problem] = problems_of(tmp_path, entry_text("Acme"), kept(text))
    assert problem.severity is Severity.PROBLEM
    assert problem.path == TEXT
    assert WRONG in text.splitlines()[problem.line - 1]
    assert f"'{ADDRESS}' has the sha256 ffffffffffff…, and it has {SHA256[:12]}…" in problem.message


def test_a_text_that_was_rewritten_with_its_lock_contradicts_all_who_signed(tmp_path: Path) -> None:
    register = "\n".join([entry_text("Acme"), entry_text("Beta")])
    rewritten = {"docs/principles/1.0.md": "1. Do some harm\n"}
    copies = kept() | kept(host="beta.example") | rewritten
    problems = problems_of(tmp_path, register, copies)
    assert [each.path for each in stopping(problems)] == [TEXT, TEXT.replace("acme", "beta")]


@pytest.mark.parametrize(
    ("signed", "wanted"), [("2024-05-06", "2026-11-03"), ("2026-11-10", "2026-11-10")]
)
def test_a_withdrawal_that_the_register_lacks_proposes_its_line(
    signed: str, wanted: str, tmp_path: Path
) -> None:
    register = entry_text("Acme").replace("2024-05-06", signed)
    [problem] = problems_of(tmp_path, register, kept(TAKEN_BACK))
    assert str(problem) == (
        f"{TEXT}:2:1: 'Acme' takes back its endorsement of version '1.0'; add"
        f" 'withdrawn: {wanted}' to that entry"
    )
    followed = register + f"  withdrawn: {wanted}\n"
    assert problems_of(tmp_path, followed, {}) == []


USELESS = {
    "another name": (said("Beta"), 1, "names 'Beta' and not 'Acme'"),
    "another version": (
        said(address=f"{ADDRESS[:-7]}1.1.txt", sha256=WRONG),
        1,
        f"has no line about '{ADDRESS}' for 'Acme'",
    ),
    "another address": (
        said(address="https://old.example/1.0.txt"),
        1,
        f"has the digest of the text, but not its address '{ADDRESS}'",
    ),
    "nothing": ("# nothing\n", 1, f"has no line about '{ADDRESS}' for 'Acme'"),
    "a line that cannot be read": (
        f"# ours\nendorse 1 sha256:{SHA256} {ADDRESS} 1 November 2026\n",
        2,
        "this line cannot be read, and no other is about 'Acme'",
    ),
}


@pytest.mark.parametrize("case", USELESS)
def test_a_copy_that_proves_nothing_is_a_warning_that_says_why(case: str, tmp_path: Path) -> None:
    text, line, why = USELESS[case]
    [problem] = problems_of(tmp_path, entry_text("Acme"), kept(text))
    assert problem.severity is Severity.WARNING
    assert (problem.path, problem.line) == (TEXT, line)
    assert problem.message.startswith(f"{why}, so it proves nothing; ask for another line, or")


def test_on_a_host_of_two_a_line_without_a_name_proves_nothing(tmp_path: Path) -> None:
    other = entry_text("Beta", "acme", "  distinct_from: acme\n")
    register = entry_text("Acme", more="  distinct_from: beta\n") + "\n" + other
    found = problems_of(tmp_path, register, kept())
    [problem] = [each for each in found if each.path.startswith("proofs")]
    assert problem.message.startswith("names nobody, and the host is not that of 'Acme' alone")
    for name in ("Acme", "Beta"):
        found = problems_of(tmp_path / name, register, kept(said(name)))
        assert [each for each in found if each.path.startswith("proofs")] == []


def test_two_of_one_name_on_a_host_are_proved_by_no_line(tmp_path: Path) -> None:
    first = entry_text("Acme", more="  distinct_from: acme-2\n")
    second = entry_text("Acme", more="  distinct_from: acme\n")
    named = second.replace("- name: Acme\n", "- name: Acme\n  id: acme-2\n")
    plant(tmp_path, PUBLISHED | {"signatories.yml": f"{first}\n{named}"} | kept(said("Acme")))
    site, problems = read_site(tmp_path)
    assert [each.proved for each in site.register.endorsements] == [None, None]
    [problem] = problems
    assert problem.severity is Severity.WARNING
    assert problem.message.startswith(
        "names 'Acme', and several of that name have this host, so it proves nothing; ask for a"
        " website of its own, or remove proofs/acme.example/"
    )
    moved = named.replace("acme.example", "acme-2.example")
    assert problems_of(tmp_path, f"{first}\n{moved}", {}) == []


@pytest.mark.parametrize("name", ["", "Gamma"])
def test_why_a_copy_proves_nothing_is_said_of_who_has_the_host_and_not_of_who_had_it(
    name: str, tmp_path: Path
) -> None:
    ended = entry_text("Acme", more="  succeeded_by: beta\n  ended: 2024-06-01\n")
    heir = entry_text("Beta", "acme", "  distinct_from: acme\n")
    [problem] = problems_of(tmp_path, f"{ended}\n{heir}", kept(said(name)))
    assert problem.message.startswith("names")
    assert "'Beta'" in problem.message
    assert problems_of(tmp_path, f"{ended}\n{heir}", kept(said("Beta"))) == []


def test_a_folder_of_no_signatory_is_a_warning(tmp_path: Path) -> None:
    [problem] = problems_of(tmp_path, entry_text("Acme"), kept(host="beta.example"))
    assert str(problem) == (
        "proofs/beta.example:1:1: warning: no signatory has its website on 'beta.example'; remove"
        " proofs/beta.example/"
    )


def test_nothing_was_fetched_in_the_future(tmp_path: Path) -> None:
    ahead = record_of(said())._replace(fetched=datetime(2999, 12, 31, tzinfo=UTC))
    [problem] = problems_of(tmp_path, entry_text("Acme"), kept(record=ahead))
    assert problem.message.startswith("was fetched on 2999-12-31, which is in the future; remove")
    assert problem.severity is Severity.PROBLEM


@pytest.mark.parametrize(
    ("files", "place"),
    [
        (kept(said() + "# jane@acme.example\n"), f"{TEXT}:2:1"),
        (
            kept(key=PUBLIC_KEY.replace(" web", " web@acme.example"), signature=SIGNED),
            "proofs/acme.example/endorsements.pub:1:1",
        ),
    ],
)
def test_no_email_address_in_a_copy_is_published(
    files: dict[str, str], place: str, tmp_path: Path
) -> None:
    [problem] = problems_of(tmp_path, entry_text("Acme"), files)
    assert str(problem) == (
        f"{place}: holds an e-mail address, and none is published; ask to have it removed there,"
        " and until then remove proofs/acme.example/"
    )
    shutil.rmtree(tmp_path / "proofs/acme.example")
    assert read_site(tmp_path)[1] == []
