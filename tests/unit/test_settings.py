"""What a site may set for all of its pages."""

import pytest
from undersigned.settings import read_short_name

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
