"""Forms of many texts are those that each has by itself, whatever the others are."""

import pytest
from undersigned.names.as_lines import ByCharacter, forms_of
from undersigned.names.similarity import skeleton, skeletons


@pytest.mark.parametrize(
    "texts", [[], [""], ["A", "É", "b"], ["É"], ["A\nB", "C"], ["é" + "\u0301" * 9, "É", "A"]]
)
def test_each_text_has_the_form_that_it_has_alone(texts: list[str]) -> None:
    assert forms_of(texts, str.lower) == [text.lower() for text in texts]


def test_one_name_with_marks_without_end_changes_no_other() -> None:
    names = ["Ünal", "é" + "\u0301" * 9, "A\nB"]
    assert skeletons(names) == [skeleton(name) for name in names]


def test_what_a_character_becomes_is_worked_out_once() -> None:
    asked: list[str] = []

    def doubled(character: str) -> str:
        asked.append(character)
        return character * 2

    assert "abba".translate(ByCharacter(doubled)) == "aabbbbaa"
    assert asked == ["a", "b"]
