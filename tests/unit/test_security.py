"""security.txt, as RFC 9116 has it."""

from datetime import UTC, date, datetime, timedelta

import pytest
from undersigned.build.security_txt import SecurityText, ageing, read_security, security_text
from undersigned.problem import Severity

MAIL = "post@site.example"
LATER = "2027-10-01T00:00:00Z"
NOW = datetime(2026, 11, 24, tzinfo=UTC)


def test_without_the_setting_there_is_no_file_and_no_complaint() -> None:
    assert read_security(None, MAIL) == (None, [])


def test_without_a_contact_there_is_no_file_and_a_note_of_it() -> None:
    security, [note] = read_security({"expires": LATER}, "")
    assert security is None
    assert note.severity is Severity.NOTE
    assert "there is no security.txt; give a contact" in note.message
    _, problems = read_security({}, "")
    assert [each.severity for each in problems] == [Severity.PROBLEM, Severity.NOTE]
    security, _ = read_security({"expires": LATER, "contact": MAIL}, "")
    assert security


@pytest.mark.parametrize(
    "expires",
    [LATER, "2027-10-01t02:00:00+02:00", datetime(2027, 10, 1, tzinfo=UTC)],
)
def test_every_way_to_write_the_moment_comes_to_the_same_lines(expires: object) -> None:
    security, problems = read_security({"expires": expires}, MAIL)
    assert problems == []
    assert security
    assert security_text(security, "https://site.example/", "en") == (
        "Contact: mailto:post@site.example\n"
        "Expires: 2027-10-01T00:00:00Z\n"
        "Preferred-Languages: en\n"
        "Canonical: https://site.example/.well-known/security.txt\n"
    )


def test_a_contact_and_a_policy_of_its_own_are_told_and_an_unknown_site_is_not() -> None:
    given = {
        "expires": LATER,
        "contact": "https://site.example/report",
        "policy": "https://site.example/SECURITY.md",
    }
    security, _ = read_security(given, MAIL)
    assert security
    text = security_text(security, "", "de")
    assert "Contact: https://site.example/report\n" in text
    assert "Policy: https://site.example/SECURITY.md\n" in text
    assert "Canonical" not in text


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ("soon", "is not a mapping"),
        ([], "is not a mapping"),
        ({}, "lacks 'expires'"),
        ({"expires": "next year"}, "expires at 'next year'; give a date and time with its zone"),
        ({"expires": "2027-10-01"}, "expires at '2027-10-01'"),
        ({"expires": date(2027, 10, 1)}, "expires at '2027-10-01'"),
        ({"expires": datetime(2027, 10, 1)}, "expires at '2027-10-01 00:00:00'"),
        ({"expires": "2027-02-30T00:00:00Z"}, "expires at '2027-02-30T00:00:00Z'"),
        ({"expires": "0001-01-01T00:00:00+23:59"}, "expires at"),
        ({"expires": 5}, "expires at '5'"),
        ({"expires": LATER, "contact": "http://site.example"}, "has no contact"),
        ({"expires": LATER, "contact": "a@b.example\nExpires: x"}, "has no contact"),
        ({"expires": LATER, "contact": ["a"]}, "has no contact"),
        ({"expires": LATER, "policy": "SECURITY.md"}, "names the policy 'SECURITY.md'"),
    ],
)
def test_what_is_wrong_is_told_with_a_remedy(settings: object, told: str) -> None:
    security, problems = read_security(settings, MAIL)
    assert security is None
    [problem] = problems
    assert str(problem).startswith("mkdocs.yml:1:1: extra.security ")
    assert told in problem.message


@pytest.mark.parametrize(
    ("days", "told"),
    [
        (-400, "expired on"),
        (0, "expired on"),
        (1, "expires on"),
        (30, "expires on"),
        (31, ""),
        (365, ""),
        (400, "in more than a year"),
    ],
)
def test_a_file_is_told_of_before_it_is_old(days: int, told: str) -> None:
    problems = ageing(SecurityText("mailto:x@y.example", NOW + timedelta(days)), NOW)
    assert [problem.severity for problem in problems] == [Severity.WARNING] * bool(told)
    assert all(told in problem.message for problem in problems)
