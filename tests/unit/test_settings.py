"""What a site may set for all of its pages."""

from datetime import UTC, date, datetime

import pytest
from undersigned.problem import Severity
from undersigned.settings import (
    Configuration,
    day_of_build,
    read_settings,
    read_short_name,
    untranslated,
)

_ROOM = (
    "is not text of at most 20 characters, for which a phone has room; shorten it, or leave it out"
)


def test_a_short_name_is_text_that_a_phone_has_room_for() -> None:
    assert read_short_name(None) == ("", [])
    assert read_short_name(" The principles ") == ("The principles", [])


@pytest.mark.parametrize(
    ("given", "shown"),
    [("Principles to curb them", "'Principles to curb them'"), (5, "'5'"), (["a"], "'['a']'")],
)
def test_another_short_name_is_refused(given: object, shown: str) -> None:
    name, problems = read_short_name(given)
    assert name == ""
    assert [str(each) for each in problems] == [f"mkdocs.yml:1:1: extra.short_name {shown} {_ROOM}"]


def test_a_short_name_hides_nothing() -> None:
    name, [problem] = read_short_name("five\u202e")
    assert name == ""
    assert problem.message.endswith("holds U+202E, which readers cannot see; remove it")


@pytest.mark.parametrize("sign", ["\u202e", "\ud800"])
def test_a_site_is_called_by_what_readers_see(sign: str) -> None:
    now = datetime(2026, 11, 26, tzinfo=UTC)
    problems = read_settings(Configuration(f"a{sign}"), {}, now)[1]
    assert any(each.message.startswith("site_name 'a") for each in problems)
    assert not any(
        each.message.startswith("site_name")
        for each in read_settings(Configuration("Two\n lines"), {}, now)[1]
    )


@pytest.mark.parametrize(
    ("dated", "day"),
    [
        (None, date(1970, 1, 1)),
        ("soon", date(1970, 1, 1)),
        ("1577836800", date(2020, 1, 1)),
        ("1893456000", date(2026, 11, 26)),
    ],
)
def test_a_build_is_of_the_day_that_dates_it_but_of_none_to_come(
    dated: str | None, day: date
) -> None:
    assert day_of_build(dated, datetime(2026, 11, 26, 12, tzinfo=UTC)) == day


@pytest.mark.parametrize("language", ["en", "en-GB", "en_US", "fr", "fr-CA"])
def test_a_language_with_all_messages_is_no_note(language: str) -> None:
    assert untranslated(language) == []


@pytest.mark.parametrize(
    ("language", "lacking", "remedy"),
    [
        ("pt-BR", "there are no messages", "add pt.po"),
        ("none\u202e", "there are no messages", "add its file"),
        ("de", "messages are not translated", "complete de.po"),
    ],
)
def test_messages_that_readers_see_in_english_are_a_note(
    language: str, lacking: str, remedy: str
) -> None:
    [note] = untranslated(language)
    assert note.severity is Severity.NOTE
    assert lacking in note.message
    assert f"in English; {remedy} in the package’s folder undersigned/language" in note.message
    assert note.message.isprintable()
    found = read_settings(Configuration("A", language=language), {}, datetime.now(UTC))[1]
    assert note in found
