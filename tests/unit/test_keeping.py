from pathlib import Path

import pytest
from undersigned.keeping import KeptTexts


def refuse() -> str:
    raise AssertionError("worked out again")


def test_what_was_worked_out_is_found_again_under_the_same_stamp(tmp_path: Path) -> None:
    file = tmp_path / "kept.json"
    first = KeptTexts(file, "one")
    assert first.get("key", lambda: "tëxt") == "tëxt"
    assert first.get("key", refuse) == "tëxt"
    first.keep()
    assert KeptTexts(file, "one").get("key", refuse) == "tëxt"
    assert KeptTexts(file, "two").get("key", lambda: "other") == "other"
    assert [place.name for place in tmp_path.iterdir()] == ["kept.json"]


@pytest.mark.parametrize("text", ["", "[]", "{", "null", '{"stamp": "one"}', '{"stamp": 1}'])
def test_a_file_that_makes_no_sense_is_as_good_as_none(text: str, tmp_path: Path) -> None:
    file = tmp_path / "kept.json"
    file.write_text(text)
    assert KeptTexts(file, "one").get("key", lambda: "text") == "text"


def test_nothing_is_kept_where_nothing_can_be(tmp_path: Path) -> None:
    for file in (None, tmp_path / "absent" / "kept.json"):
        kept = KeptTexts(file, "one")
        assert kept.get("key", lambda: "text") == "text"
        kept.keep()
