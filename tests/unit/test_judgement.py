"""What a file of endorsements says of one endorsement in the register."""

from datetime import date

import pytest
from undersigned.proofs.endorsements_txt import read_file
from undersigned.proofs.judgement import Claim, Judgement, Said, judged

OLD, NEW, WRONG = ("1" * 64, "2" * 64, "f" * 64)
FIRST, SECOND = (f"https://site.example/principles/{number}.txt" for number in ("1.0", "1.1"))
TEXTS = {FIRST: OLD, SECOND: NEW}
CLAIM = Claim("Acme", ("Acme Labs",), TEXTS, SECOND)
SHARED = CLAIM._replace(must_name=True)
TODAY = date(2026, 11, 26)


def judge(*lines: str, claim: Claim = CLAIM) -> Judgement:
    file, why = read_file("\n".join(lines).encode())
    assert file is not None, why
    return judged(file, claim, TODAY)


def endorse(
    digest: str = NEW, address: str = SECOND, day: str = "2026-05-01", name: str = ""
) -> str:
    return f"endorse 1 sha256:{digest} {address} {day} {name}"


def withdraw(day: str, digest: str = NEW, address: str = SECOND, name: str = "") -> str:
    return f"withdraw 1 sha256:{digest} {address} {day} {name}"


CASES = {
    "the text and its digest": ([endorse()], Said.ENDORSES),
    "its name": ([endorse(name="Acme")], Said.ENDORSES),
    "an earlier name": ([endorse(name="Acme Labs")], Said.ENDORSES),
    "another name": ([endorse(name="Acme Inc.")], Said.NAMES_OTHER),
    "nothing": ([], Said.NOTHING),
    "other statements": (
        [endorse(WRONG, f"https://other.example/{number}.txt") for number in range(50)],
        Said.NOTHING,
    ),
    "among other statements": (
        [*(endorse(WRONG, f"https://other.example/{n}.txt") for n in range(50)), endorse()],
        Said.ENDORSES,
    ),
    "another digest": ([endorse(WRONG)], Said.CONTRADICTS),
    "another digest beside the right one": ([endorse(), endorse(WRONG)], Said.CONTRADICTS),
    "another digest, withdrawn": ([endorse(), withdraw("2026-06-01", WRONG)], Said.CONTRADICTS),
    "another digest of another version": ([endorse(), endorse(WRONG, FIRST)], Said.CONTRADICTS),
    "another digest under another name": ([endorse(WRONG, name="Other")], Said.CONTRADICTS),
    "an older version": ([endorse(OLD, FIRST)], Said.ANOTHER_VERSION),
    "both versions": ([endorse(OLD, FIRST), endorse()], Said.ENDORSES),
    "the digest at another address": (
        [endorse(address=SECOND.replace("https", "http"))],
        Said.ANOTHER_ADDRESS,
    ),
    "withdrawn": ([endorse(), withdraw("2026-06-01")], Said.WITHDRAWN),
    "withdrawn, in any order": ([withdraw("2026-06-01"), endorse()], Said.WITHDRAWN),
    "withdrawn on the same day": ([withdraw("2026-05-01"), endorse()], Said.WITHDRAWN),
    "withdrawn alone": ([withdraw("2026-06-01")], Said.WITHDRAWN),
    "endorsed again": (
        [endorse(), withdraw("2026-06-01"), endorse(day="2026-07-01")],
        Said.ENDORSES,
    ),
    "withdrawn by another": ([endorse(), withdraw("2026-06-01", name="Other")], Said.ENDORSES),
    "another version withdrawn": ([endorse(), withdraw("2026-06-01", OLD, FIRST)], Said.ENDORSES),
    "a day to come": ([endorse(day="2026-11-27")], Said.NOTHING),
    "a withdrawal to come": ([endorse(), withdraw("2026-11-27")], Said.ENDORSES),
}

ON_A_SHARED_HOST = {
    "its exact name": ([endorse(name="Acme")], Said.ENDORSES),
    "an earlier name": ([endorse(name="Acme Labs")], Said.NAMES_OTHER),
    "the other's name": ([endorse(name="Other")], Said.NAMES_OTHER),
    "its name in other letters": ([endorse(name="ACME")], Said.NAMES_OTHER),
    "no name": ([endorse()], Said.NAMES_NOBODY),
    "both names": ([endorse(name="Other"), endorse(name="Acme")], Said.ENDORSES),
    "a withdrawal without a name": ([endorse(name="Acme"), withdraw("2026-06-01")], Said.ENDORSES),
    "its own withdrawal": (
        [endorse(name="Acme"), withdraw("2026-06-01", name="Acme")],
        Said.WITHDRAWN,
    ),
    "an older version of another": ([endorse(OLD, FIRST, name="Other")], Said.NOTHING),
}


@pytest.mark.parametrize(("lines", "said"), CASES.values(), ids=CASES)
def test_a_file_on_a_signatorys_own_host_says(lines: list[str], said: Said) -> None:
    assert judge(*lines).said is said


@pytest.mark.parametrize(("lines", "said"), ON_A_SHARED_HOST.values(), ids=ON_A_SHARED_HOST)
def test_a_file_on_a_host_of_several_says(lines: list[str], said: Said) -> None:
    assert judge(*lines, claim=SHARED).said is said


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ([endorse(name="Acme")], Said.NAMES_SEVERAL),
        ([endorse(name="Acme"), withdraw("2026-06-01", name="Acme")], Said.NAMES_SEVERAL),
        ([endorse(name="Other")], Said.NAMES_OTHER),
        ([endorse(WRONG, name="Acme")], Said.CONTRADICTS),
    ],
)
def test_of_two_of_one_name_on_one_host_no_line_tells_which_is_meant(
    lines: list[str], said: Said
) -> None:
    assert judge(*lines, claim=SHARED._replace(has_namesake=True)).said is said


def test_the_line_that_says_so_comes_with_the_judgement() -> None:
    found = judge("# ours", endorse(), withdraw("2026-06-01"))
    assert found.line is not None
    assert (found.line.number, found.line.day) == (3, date(2026, 6, 1))
