"""Whatever keys hold: each has an anchor of its own, which is a valid id, address and label."""

import re

from hypothesis import given
from hypothesis import strategies as st
from undersigned.bibliography.citations.citation import anchor_of

keys = st.text(st.sampled_from("aB1é-_:./+'&!?()*$^\u0301\u00ad2f") | st.characters(), min_size=1)


def key_of(anchor: str) -> str:
    """The key of an anchor, which shows that the anchor says all of it."""
    return re.sub(r":([0-9a-f]*):", lambda code: chr(int(code[1] or "3a", 16)), anchor)


@given(keys)
def test_an_anchor_is_that_of_one_key_alone(key: str) -> None:
    assert key_of(anchor_of(key)) == key


@given(keys)
def test_an_anchor_is_safe_wherever_it_is_written(key: str) -> None:
    assert re.fullmatch(r"[\w:-]+", anchor_of(key))


@given(keys, keys, st.sampled_from(["fn:", "fnref:", "fnref2:"]))
def test_no_id_of_a_note_is_an_anchor(key: str, other: str, id_: str) -> None:
    assert id_ + anchor_of(key) != anchor_of(other)
    assert anchor_of(id_ + key) != id_ + anchor_of(key)
