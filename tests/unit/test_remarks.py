"""What is said of a file that is served: each remark names its entry, the line and a remedy."""

import pytest
from undersigned.problem import Severity
from undersigned.proofs.copies import Copy
from undersigned.proofs.endorsements_txt import read_file
from undersigned.proofs.judgement import Said, judged
from undersigned.register.claims import Claimed
from undersigned.verification.asked import Places
from undersigned.verification.comparison import compared
from undersigned.verification.remarks import RegisterIndex, remarks

from tests.support.kept import (
    ADDRESSES,
    DIGESTS,
    OTHER,
    claims,
    copy,
    endorse,
    endorsement,
    withdraw,
)  # fmt: skip

FILE = "https://acme.example/.well-known/endorsements.txt"
REGISTER = RegisterIndex(
    Places(
        {("acme", "1.0"): ("signatories.yml", 3, 1), ("beta", "1.0"): ("signatories.yml", 9, 1)}
    ),
    {address: number for number, address in ADDRESSES.items()},
)
ACME = claims(endorsement())
SHARED = claims(endorsement(), endorsement("Beta"))
WITHDRAWN = claims(endorsement(withdrawn="2026-06-01"))
OF_TWO = claims(endorsement(), versions=DIGESTS)
WRONG = endorse(digest="f" * 64)
KEPT = copy(endorse())


def said(kept: Copy | None, served: Copy, claimed: list[Claimed]) -> list[str]:
    return [str(each) for each in remarks(compared(kept, served, claimed), REGISTER)]


def served(*lines: str, key: str = "") -> Copy:
    return copy(*lines, day="2026-11-08", key=key)


def test_a_name_that_two_on_the_host_have_asks_for_no_other_line() -> None:
    claimed = claims(endorsement(), endorsement()._replace(signatory="beta"))
    [first, _] = said(None, served(endorse(name="Acme")), claimed)
    assert first == (
        f"signatories.yml:3:1: note: 'Acme' is not proved: line 1 of {FILE} names 'Acme', as"
        " several on this host are called; ask for a website of its own, and give that"
    )


@pytest.mark.parametrize(
    ("kept", "now"),
    [
        (None, served(endorse())),
        (None, served(OTHER)),
        (None, served()),
        (KEPT, served(endorse())),
        (KEPT, served(endorse(), *(50 * [OTHER]))),
        (KEPT, served(endorse(), withdraw("2027-01-01"))),
    ],
)
def test_what_proves_as_much_and_what_is_about_others_is_no_news(
    kept: Copy | None, now: Copy
) -> None:
    assert said(kept, now, ACME) == []


def test_a_withdrawal_proposes_the_line_of_its_entry() -> None:
    found = [
        f"signatories.yml:3:1: 'Acme' has withdrawn by line 2 of {FILE};"
        " add 'withdrawn: 2026-06-01' to this entry"
    ]
    now = served(endorse(), withdraw())
    assert said(KEPT, now, ACME) == said(None, now, ACME) == said(now, now, ACME) == found
    assert said(KEPT, now, WITHDRAWN) == []


def test_a_withdrawal_before_the_entry_was_signed_is_proposed_for_that_day() -> None:
    claimed = claims(endorsement(signed="2026-07"))
    assert "'withdrawn: 2026-07-01'" in said(KEPT, served(withdraw()), claimed)[0]


def test_another_digest_is_a_problem_where_a_copy_is_kept_and_else_a_warning() -> None:
    found = (
        f"'Acme' is contradicted: line 1 of {FILE} has another digest for"
        f" '{ADDRESSES['1.0']}'; ask which words were signed, and to correct that line"
    )
    [kept], [first] = said(KEPT, served(WRONG), ACME), said(None, served(WRONG), ACME)
    assert kept == f"signatories.yml:3:1: {found}, or remove proofs/acme.example/"
    assert first == f"signatories.yml:3:1: warning: {found}"


WANTED = f"endorse 1 sha256:{DIGESTS['1.0']} {ADDRESSES['1.0']} 2026-05-01"


def test_a_line_that_is_gone_is_a_warning_with_the_line_to_ask_for() -> None:
    found = (
        "signatories.yml:3:1: warning: 'Acme' is proved by the copy of 2026-11-01 and no longer by"
        f" what is served: {FILE} says nothing of it; ask for the line '{WANTED}', or"
    )
    assert said(KEPT, served(OTHER), ACME) == [f"{found} remove proofs/acme.example/"]


def test_less_that_still_proves_somebody_can_be_accepted() -> None:
    both = copy(endorse(name="Acme"), endorse(name="Beta"))
    [found] = said(both, served(endorse(name="Acme")), SHARED)
    assert found.startswith("signatories.yml:9:1: warning: 'Beta' is proved by the copy of")
    assert f"line 1 of {FILE} names 'Acme'; ask for the line '{WANTED} Beta'" in found
    assert found.endswith("keep what is served by 'undersigned proofs --accept acme.example'")


@pytest.mark.parametrize(
    ("line", "claimed", "why"),
    [
        (endorse(), SHARED[:1], "names nobody, and the host is not this signatory's alone"),
        (endorse(name="Acme Labs"), ACME, "names 'Acme Labs'"),
        (endorse("1.1"), OF_TWO, f"is about another version, '{ADDRESSES['1.1']}'"),
        (endorse().replace("https", "http"), ACME, "has another address, 'http://"),
    ],
)
def test_a_line_that_proves_nothing_is_told_with_the_one_to_ask_for(
    line: str, claimed: list[Claimed], why: str
) -> None:
    found = said(None, served(line), claimed)[0]
    assert found.startswith("signatories.yml:3:1: note: 'Acme'")
    assert f"is not proved: line 1 of {FILE} {why}" in found
    wanted = found.partition("ask for the line '")[2].removesuffix("'")
    file, _ = read_file(wanted.encode())
    assert file is not None
    assert judged(file, claimed[0].claim, served().record.until).said is Said.ENDORSES


def test_a_line_that_cannot_be_read_is_told_where_nothing_else_proves() -> None:
    broken = f"endorse 1 sha256:{'1' * 63} {ADDRESSES['1.0']} 2026-05-01"
    [found] = said(None, served(OTHER, broken), ACME)
    assert f"note: 'Acme' is not proved: line 2 of {FILE} cannot be read; ask for a line" in found
    assert said(None, served(endorse(), broken), ACME) == []


def test_who_endorses_again_is_listed_anew_by_the_day_of_the_line() -> None:
    [found] = said(KEPT, served(withdraw(), endorse(day="2026-07-01")), WITHDRAWN)
    assert found == (
        f"signatories.yml:3:1: warning: 'Acme' endorses again by line 2 of {FILE};"
        " take 'withdrawn' off this entry, and give 'signed: 2026-07-01'"
    )


def test_a_line_left_standing_by_who_has_withdrawn_is_a_note_until_the_line_that_is_asked_for() -> (
    None
):
    [found] = said(KEPT, served(endorse()), WITHDRAWN)
    assert "note: 'Acme' has withdrawn, and line 1 of" in found
    wanted = found.partition("ask for the line '")[2].removesuffix("'")
    assert wanted == withdraw()
    assert said(KEPT, served(endorse(), wanted), WITHDRAWN) == []


def test_a_version_that_no_entry_is_about_is_told_with_what_the_entry_would_say() -> None:
    [found] = said(KEPT, served(endorse(), endorse("1.1", "2026-08-01")), OF_TWO)
    assert found == (
        f"signatories.yml:3:1: note: 'Acme' endorses version '1.1' as well, by line 2 of {FILE};"
        " list it in an entry with id 'acme', 'signed: 2026-08-01' and 'endorses: \"1.1\"'"
    )
    listed = claims(
        endorsement(), endorsement(version="1.1", signed="2026-08-01"), versions=DIGESTS
    )
    assert said(KEPT, served(endorse(), endorse("1.1", "2026-08-01")), listed) == []


def test_another_key_is_a_problem_and_a_first_one_a_note() -> None:
    signed = copy(endorse(), key="old")
    path = "proofs/acme.example"
    ask = "ask by another way whether that is meant; if so, keep what is served by"
    accept = f"{ask} 'undersigned proofs --accept acme.example'"
    before = f"and was signed by 'old'; {accept}"
    another = f"{path}/endorsements.pub:1:1: {FILE} is signed by 'new', {before}"
    none = f"{path}/endorsements.pub:1:1: {FILE} is no longer signed, {before}"
    first = f"{path}/endorsements.txt:1:1: note: {FILE} is signed now, by 'new'"
    assert said(signed, served(endorse(), key="new"), ACME) == [another]
    assert said(signed, served(endorse()), ACME) == [none]
    assert said(KEPT, served(endorse(), key="new"), ACME) == [first]
    assert said(None, served(endorse(), key="new"), ACME) == []


def test_with_another_key_and_no_proof_left_the_copy_is_what_can_go() -> None:
    signed = copy(endorse(), key="old")
    [key, withdrawn] = said(signed, served(endorse(), withdraw(), key="new"), ACME)
    assert key.endswith("if so, remove proofs/acme.example/")
    assert "add 'withdrawn: 2026-06-01'" in withdrawn


def test_only_what_wants_a_decision_is_a_problem() -> None:
    for lines, claimed in (([OTHER], ACME), ([endorse()], SHARED), ([endorse()], WITHDRAWN)):
        found = remarks(compared(KEPT, served(*lines), claimed), REGISTER)
        assert Severity.PROBLEM not in {each.severity for each in found}


def test_nothing_more_is_asked_of_who_has_ended() -> None:
    beta = endorsement("Beta", ended="2026-06-01")
    claimed = claims(endorsement(), beta, versions=DIGESTS)
    lines = (endorse(name="Acme"), endorse("1.1", name="Beta"))
    assert said(None, served(*lines), claimed) == []
