"""What changed between a kept copy of a file of endorsements and the file that is served now."""

import pytest
from undersigned.proofs.copies import Copy
from undersigned.verification.comparison import Comparison, Key, compared

from tests.support.kept import DIGESTS, OTHER, claims, copy, endorse, endorsement, withdraw

ACME = claims(endorsement())
BOTH = claims(endorsement(), endorsement(version="1.1", signed="2026-07-01"), versions=DIGESTS)
SHARED = claims(endorsement(), endorsement("Beta"))
WITHDRAWN = claims(endorsement(withdrawn="2026-06-01"))
ENDED = claims(endorsement(), endorsement("Beta", ended="2026-11-05")._replace(part_of="acme"))
WRONG = endorse(digest="f" * 64)

KEEP, LESS, LEAVE = "a copy is written", "a maintainer decides", "nothing is written"


def outcome(comparison: Comparison) -> str:
    assert not (comparison.worth_keeping and comparison.proves_less)
    if comparison.proves_less:
        return LESS
    return KEEP if comparison.worth_keeping else LEAVE


A, B = endorse(name="Acme"), endorse(name="Beta")

CASES = {
    "a first proof": (ACME, None, [endorse()], KEEP),
    "a first proof, signed": (ACME, None, [endorse(), "key"], KEEP),
    "a first file about other statements": (ACME, None, [OTHER], LEAVE),
    "a first file with another digest": (ACME, None, [WRONG], LESS),
    "a first file that withdraws": (ACME, None, [endorse(), withdraw()], LESS),
    "a first file that withdraws what the entry says is withdrawn": (
        *(WITHDRAWN, None, [endorse(), withdraw()]), LEAVE,
    ),
    "a first file of a host of two that names nobody": (SHARED, None, [endorse()], LEAVE),
    "a first file of a host of two that names one": (SHARED, None, [A], KEEP),
    "nothing": (ACME, [endorse()], [endorse()], LEAVE),
    "lines of other statements": (ACME, [endorse()], [endorse(), OTHER], KEEP),
    "lines of other statements, where nothing was proved": (ACME, [], [OTHER], LEAVE),
    "another day": (ACME, [endorse()], [endorse(day="2026-05-02")], KEEP),
    "the line is gone": (ACME, [endorse()], [OTHER], LESS),
    "another digest": (ACME, [endorse()], [WRONG], LESS),
    "another digest beside the right one": (ACME, [endorse()], [endorse(), WRONG], LESS),
    "another digest, as in the copy": (ACME, [WRONG], [WRONG], LESS),
    "the right digest again": (ACME, [WRONG], [endorse()], KEEP),
    "withdrawn": (ACME, [endorse()], [endorse(), withdraw()], LESS),
    "withdrawn, as the entry says": (WITHDRAWN, [endorse()], [endorse(), withdraw()], KEEP),
    "the line is gone, as the entry says": (WITHDRAWN, [endorse()], [OTHER], LEAVE),
    "another digest of what the entry says is withdrawn": (WITHDRAWN, [endorse()], [WRONG], LESS),
    "endorses again": (
        *(ACME, [endorse(), withdraw()], [withdraw(), endorse(day="2026-07-01")]), KEEP,
    ),
    "will be withdrawn": (ACME, [endorse()], [endorse(), withdraw("2027-01-01")], KEEP),
    "a newer version beside the older": (
        *(BOTH, [endorse()], [endorse(), endorse("1.1")]), KEEP,
    ),
    "a newer version in place of the older": (BOTH, [endorse()], [endorse("1.1")], LESS),
    "one version of two withdrawn": (
        *(BOTH, [endorse(), endorse("1.1")], [endorse(), endorse("1.1"), withdraw()]), LESS,
    ),
    "another key": (ACME, [endorse(), "key"], [endorse(), "new"], LESS),
    "no key any more": (ACME, [endorse(), "key"], [endorse()], LESS),
    "a key for the first time": (ACME, [endorse()], [endorse(), "key"], KEEP),
    "more, by the same key": (ACME, [endorse(), "key"], [endorse(), OTHER, "key"], KEEP),
    "a second signatory of one host": (SHARED, [A], [A, B], KEEP),
    "the first of two signatories is left out": (SHARED, [A], [B], LESS),
    "one of two signatories withdraws": (SHARED, [A, B], [A, B, withdraw(name="Beta")], LESS),
    "what an ended one said is left out": (ENDED, [A, B], [A], LESS),
    "more of one, with the line of an ended one": (ENDED, [A, B], [A, B, OTHER], KEEP),
    "nothing, where one of two has ended since": (ENDED, [A, B], [A, B], LEAVE),
    "a second signatory where the file names nobody": (SHARED, [endorse()], [endorse()], LEAVE),
}  # fmt: skip


def seen(lines: list[str] | None, day: str) -> Copy | None:
    """A file with these lines, signed where the last is the name of a key."""
    if lines is None:
        return None
    key = lines[-1] if lines and lines[-1] in ("key", "new") else ""
    return copy(*(line for line in lines if line != key or not key), day=day, key=key)


@pytest.mark.parametrize("name", CASES)
def test_a_copy_is_written_only_where_nothing_that_was_proved_is_lost(name: str) -> None:
    claimed, before, after, expected = CASES[name]
    now = seen(after, "2026-11-08")
    assert now is not None
    assert outcome(compared(seen(before, "2026-11-01"), now, claimed)) == expected


def test_a_line_whose_day_has_come_proves_although_no_byte_has_changed() -> None:
    lines = [endorse(day="2026-11-05")]
    comparison = compared(copy(*lines), copy(*lines, day="2026-11-08"), ACME)
    assert comparison.same_bytes
    assert comparison.worth_keeping


def test_a_withdrawal_whose_day_has_come_is_seen_although_no_byte_has_changed() -> None:
    lines = [endorse(), withdraw("2026-11-05")]
    comparison = compared(copy(*lines), copy(*lines, day="2026-11-08"), ACME)
    assert comparison.proves_less


def test_what_is_kept_is_clean_in_the_next_run() -> None:
    for name, (claimed, before, after, expected) in CASES.items():
        now = seen(after, "2026-11-08")
        assert now is not None
        if expected == KEEP:
            assert outcome(compared(now, now, claimed)) == LEAVE, name
        del before


@pytest.mark.parametrize(
    ("before", "now", "expected"),
    [("", "", Key.SAME), ("a", "a", Key.SAME), ("", "a", Key.NEW), ("a", "b", Key.ANOTHER),
     ("a", "", Key.NONE)],
)  # fmt: skip
def test_what_became_of_a_key_is_known(before: str, now: str, expected: Key) -> None:
    assert compared(copy(key=before), copy(key=now), ACME).key is expected
    assert compared(None, copy(key=now), ACME).key is Key.SAME


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("another key", True),
        ("the first of two signatories is left out", True),
        ("a newer version in place of the older", True),
        ("the line is gone", False),
        ("another digest beside the right one", False),
        ("one of two signatories withdraws", False),
        ("a first proof", False),
    ],
)
def test_less_can_be_accepted_where_it_proves_somebody_and_denies_nobody(
    name: str, expected: bool
) -> None:
    claimed, before, after, _ = CASES[name]
    now = seen(after, "2026-11-08")
    assert now is not None
    assert compared(seen(before, "2026-11-01"), now, claimed).acceptable is expected


def test_the_file_of_a_host_that_may_not_speak_for_the_website_proves_nothing() -> None:
    own = claims(endorsement(host="acme.wordpress.com"))
    stray = copy(endorse(), host="acme.wordpress.com", www="www.")
    assert not compared(None, stray, own).worth_keeping
    assert compared(None, copy(endorse(), host="acme.wordpress.com"), own).worth_keeping
