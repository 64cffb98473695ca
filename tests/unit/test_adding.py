"""A file of endorsements with one line more, and what keeps that from counting."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from undersigned.proofs.adding import Wanted, hindrance, saying, with_line
from undersigned.proofs.endorsements_txt import LARGEST, read_file
from undersigned.proofs.judgement import Claim, Said

ADDRESS = "https://site.example/principles/1.0.txt"
RIGHT, WRONG = "1" * 64, "f" * 64
CLAIM = Claim("Acme", ("Acme Labs",), {ADDRESS: RIGHT}, ADDRESS)
TODAY = date(2026, 11, 26)
WANTED = Wanted(Said.ENDORSES, CLAIM, TODAY, TODAY)
WITHDRAWAL = WANTED._replace(said=Said.WITHDRAWN)


def line(day: str = "2026-11-26", word: str = "endorse", digest: str = RIGHT) -> str:
    return f"{word} 1 sha256:{digest} {ADDRESS} {day}"


def after(*lines: str, wanted: Wanted = WANTED) -> tuple[int, str]:
    """What keeps the last of these lines from counting."""
    return hindrance("\n".join(lines).encode(), wanted)


def test_a_new_file_has_the_line_behind_a_comment() -> None:
    assert with_line(b"", line(), "Statement") == f"# Statement\n{line()}\n".encode()


@pytest.mark.parametrize(
    ("present", "apart"),
    [("# Ours\n", "\n"), ("# Ours", "\n\n"), ("# Ours\r\n", "\r\n"), ("\ufeff# Ours\n", "\n")],
)
def test_what_was_there_stays_to_the_byte_and_keeps_its_line_ends(present: str, apart: str) -> None:
    content = with_line(present.encode(), line(), "Statement")
    end = "\r\n" if "\r" in apart else "\n"
    assert content == f"{present}{apart}# Statement{end}{line()}{end}".encode()


@given(st.binary(max_size=60))
def test_a_line_is_added_as_a_line_of_its_own_to_whatever_can_be_read(present: bytes) -> None:
    before, _ = read_file(present)
    if before is None:
        return
    file, _ = read_file(with_line(present, line(), "Statement"))
    assert file is not None
    assert [each._replace(number=0) for each in file.lines][-1].sha256 == RIGHT
    assert len(file.lines) == len(before.lines) + 1


def test_nothing_hinders_a_line_that_counts() -> None:
    assert after(line()) == (0, "")
    assert after(line("2026-01-01"), line("2026-05-01", "withdraw"), line()) == (0, "")
    assert after(line("2026-01-01"), line("2026-05-01", "withdraw"), wanted=WITHDRAWAL) == (0, "")


def test_another_digest_hinders_whatever_else_is_said_and_the_right_one_is_named() -> None:
    assert after(line(digest=WRONG), line()) == (
        1,
        f"gives a digest that is not that of {ADDRESS}; write sha256:{RIGHT}, or remove the line",
    )


def test_a_later_line_hinders_and_the_day_that_would_count_is_named() -> None:
    assert after("# Ours", line("2026-11-26", "withdraw"), line()) == (
        2,
        "says 'withdraw' on 2026-11-26, so a line of 2026-11-26 changes nothing; give a later day"
        " with --date",
    )
    assert after(
        line(), line("2026-11-20", "withdraw"), wanted=WITHDRAWAL._replace(day=date(2026, 11, 20))
    ) == (
        1,
        "says 'endorse' on 2026-11-26, so a line of 2026-11-20 changes nothing; give 2026-11-26,"
        " or a later day, with --date",
    )


def test_what_is_still_to_come_hinders_nothing_now() -> None:
    assert after(line("2026-12-24", "withdraw"), line()) == (0, "")


def test_a_file_that_cannot_be_read_hinders_at_its_first_line() -> None:
    assert hindrance(b"#" * LARGEST + b"\n\n", WANTED) == (
        1,
        "has more than 65,536 bytes; keep it shorter",
    )
    assert hindrance(line().encode("utf-16"), WANTED)[0] == 1


def test_the_line_that_says_it_already_is_found_also_under_an_earlier_name() -> None:
    content = f"# Ours\n{line()} Acme Labs\n".encode()
    found = saying(content, WANTED)
    assert found
    assert found.number == 2
    assert saying(content, WITHDRAWAL) is None
    assert saying(content.replace(b"Labs", b"Inc."), WANTED) is None
    assert saying(b"\xff", WANTED) is None
