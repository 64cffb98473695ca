"""The numbers of a text's principles, and their words."""

import pytest
from undersigned.statement.principles import numbered_parts, principles_of


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("1. One\n2. Two\n3. Three\n", {1: "One", 2: "Two", 3: "Three"}),
        ("1. One\n\n1. Two\n\n1. Three\n", {1: "One", 2: "Two", 3: "Three"}),
        ("4) Four\n9) Five\n", {4: "Four", 5: "Five"}),
        ("1. One\n    1. within\n    2. within\n2. Two\n", {1: "One", 2: "Two"}),
        ("1. One\nand more  \n   of it\n2. Two\n", {1: "One and more of it", 2: "Two"}),
        ("1. One\n   - within\n   more\n2. Two\n   > said\n", {1: "One", 2: "Two"}),
        ("1. One\n\n    More of it.\n\n2. Two\n", {1: "One", 2: "Two"}),
        ("We will:\n\n1. a\n\nThen:\n\n1. b\n2. c\n", {1: "b", 2: "c"}),
        ("# Pledge\n\n## 1. Protect\n\nx\n\n## 2. Oppose ##\n", {1: "Protect", 2: "Oppose"}),
        ("## Principle 1: Protect\n\n1. a\n2. b\n\n## Principle 2: Oppose\n", None),
        ("## 1. Why\n\n1. a\n2. b\n", {1: "a", 2: "b"}),
        ("## 2023 in brief\n\n1. a\n2. b\n", {1: "a", 2: "b"}),
        ("```\n1. code\n2. code\n```\n", {}),
        ("We stand together.\n", {}),
        ("", {}),
    ],
)
def test_principles_are_numbered_as_readers_see_them(
    text: str, numbers: dict[int, str] | None
) -> None:
    expected = {1: "Protect", 2: "Oppose"} if numbers is None else numbers
    assert dict(principles_of(text)) == expected


def test_a_part_of_several_paragraphs_is_known_to_go_on() -> None:
    text = "1. One\n   more\n\n    Behind.\n\n2. Two\n3. Three\n    - within\n\nBehind all.\n"
    assert [each.goes_on for each in numbered_parts(text)] == [True, False, True]
    assert not any(each.goes_on for each in numbered_parts("## 1. A\n\nx\n\n## 2. B\n\ny\n"))


def test_code_in_the_words_of_a_principle_is_kept_and_code_that_looks_like_one_is_none() -> None:
    text = "1. `Stop` it\n2. Say `so`\n\n```\n1. a\n2. b\n3. c\n```\n"
    assert principles_of(text) == {1: "`Stop` it", 2: "Say `so`"}
