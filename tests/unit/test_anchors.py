"""Anchors of sources: the key where that is safe, and otherwise one that no other key has."""

import pytest
from undersigned.bibliography.citations.citation import anchor_of


@pytest.mark.parametrize("key", ["maurer2018cyber", "Key_1-b", "é", "王2020", "-", "x_"])
def test_a_key_of_letters_digits_and_hyphens_is_its_own_anchor(key: str) -> None:
    assert anchor_of(key) == key


@pytest.mark.parametrize(
    ("key", "anchor"),
    [
        ("DBLP:conf/sp/X", "DBLP::conf:2f:sp:2f:X"),
        ("10.1145/3133956", "10:2e:1145:2f:3133956"),
        ("O'Brien+Doe&Co", "O:27:Brien:2b:Doe:26:Co"),
        ("e\u0301a", "e:301:a"),
        ("_x_y.z", ":5f:x_y:2e:z"),
        ("bibliography", ":62:ibliography"),
        ("Bibliography", ":42:ibliography"),
    ],
)
def test_other_signs_of_a_key_are_written_by_their_numbers(key: str, anchor: str) -> None:
    assert anchor_of(key) == anchor
