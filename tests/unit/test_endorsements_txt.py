"""The file in which a server says which texts its owner endorses, as it is read."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from undersigned.proofs.endorsements_txt import (
    LARGEST,
    Action,
    EndorsementsFile,
    Line,
    read_file,
    written,
)

DIGEST = "ab" * 32
ADDRESS = "https://site.example/principles/1.0.txt"
DAY = date(2026, 11, 26)
LINE = f"endorse 1 sha256:{DIGEST} {ADDRESS} 2026-11-26"


def read(content: bytes | str) -> EndorsementsFile:
    file, why = read_file(content if isinstance(content, bytes) else content.encode())
    assert file is not None, why
    return file


def line(action: Action = Action.ENDORSE, name: str = "", number: int = 1) -> Line:
    return Line(action, DIGEST, ADDRESS, DAY, name, number)


def test_a_line_gives_its_action_its_digest_its_address_and_its_day() -> None:
    assert read(LINE).lines == (line(),)
    assert read(LINE.replace("endorse", "withdraw")).lines == (line(Action.WITHDRAW),)


def test_the_rest_of_a_line_is_a_name_with_single_spaces_in_nfc() -> None:
    assert read(f"{LINE} Cafe\u0301   Zürich \n").lines == (line(name="Café Zürich"),)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_line_ends_of_any_system_and_a_byte_order_mark_change_nothing(
    end: str, mark: bytes
) -> None:
    content = mark + f"# ours{end}{end}\t{LINE}  Acme{end}".encode()
    assert read(content).lines == (line(name="Acme", number=3),)


def test_a_digest_in_capitals_is_the_same_digest() -> None:
    assert read(LINE.replace(DIGEST, DIGEST.upper())).lines == (line(),)


@pytest.mark.parametrize(
    "other",
    [
        "",
        "# " + LINE,
        "hello",
        "<!doctype html>",
        LINE.replace(" 1 ", " 2 "),
        "Endorse" + LINE[7:],
        "endorses" + LINE[7:],
        "contact mail",
    ],
)
def test_other_lines_are_passed_over(other: str) -> None:
    assert read(f"{other}\n{LINE}") == EndorsementsFile((line(number=2),))


@pytest.mark.parametrize(
    "broken",
    [
        LINE.replace("2026-11-26", "2026-02-30"),
        LINE.replace("2026-11-26", "26.11.2026"),
        LINE.replace("2026-11-26", ""),
        LINE.replace("sha256:", ""),
        LINE.replace(DIGEST, DIGEST[1:]),
        LINE.replace(ADDRESS, ""),
        LINE.replace(ADDRESS, f"{ADDRESS}?{'x' * 3000}"),
        f"{LINE} Ac\u200bme",
        f"{LINE} {'x' * 201}",
        f"{LINE} Acme\u2028Other",
        "endorse 1",
        "endorse 1 ",
    ],
)
def test_what_begins_as_a_line_and_cannot_be_read_is_counted_and_proves_nothing(
    broken: str,
) -> None:
    assert read(broken) == EndorsementsFile((), (1,))


def test_no_separator_that_python_splits_at_begins_a_line_of_its_own() -> None:
    for separator in "\x0b\x0c\x1c\x85\u2028":
        assert read(f"# a comment{separator}{LINE}") == EndorsementsFile()


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (LINE.encode("utf-16"), "is not UTF-8"),
        (LINE.encode("utf-16-le"), "holds a NUL"),
        (f"{LINE} Zürich".encode("latin-1"), "is not UTF-8"),
        (LINE.encode().ljust(LARGEST + 1, b"\n"), "has more than 65,536 bytes"),
    ],
)
def test_a_file_that_is_too_large_or_of_another_encoding_says_nothing(
    content: bytes, why: str
) -> None:
    file, reason = read_file(content)
    assert file is None
    assert reason.startswith(why)


def test_a_file_of_the_largest_size_is_read() -> None:
    assert read(LINE.encode().ljust(LARGEST, b"\n")).lines == (line(),)


@given(st.binary(max_size=300) | st.text(max_size=300).map(str.encode))
def test_no_content_fails_to_be_judged(content: bytes) -> None:
    file, why = read_file(content)
    assert (file is None) == bool(why)


@given(st.sampled_from(Action), st.dates(), st.sampled_from(["", "Acme", "Café Zürich, Inc."]))
def test_what_is_written_reads_back(action: Action, day: date, name: str) -> None:
    again = read(written(action, DIGEST, ADDRESS, day, name))
    assert again.lines == (Line(action, DIGEST, ADDRESS, day, name, 1),)
