"""JSON with one long list, read item by item."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from undersigned.verification.long_json import JsonError, read_members

from tests.support.examples import examples
from tests.support.work import growth

_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(), lambda of: st.lists(of, max_size=3)
)


def read(text: str, most: int = 100) -> tuple[dict[str, Any], list[Any]]:
    """The members beside the list 'long', and its items."""
    items: list[Any] = []
    members = read_members(text, "long", items.append, most)
    return members, items


@settings(max_examples=examples(100))
@given(
    st.dictionaries(st.text(), _VALUES, max_size=4),
    st.lists(_VALUES, max_size=4),
    st.sampled_from([None, 1, 4]),
    st.booleans(),
)
def test_any_object_is_read_as_python_reads_it(
    members: dict[str, Any], items: list[Any], indent: int | None, ascii_alone: bool
) -> None:
    given = members | {"long": items}
    text = json.dumps(given, indent=indent, ensure_ascii=ascii_alone)
    assert read(f" {text}\n") == (given | {"long": None}, items)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "cannot be read at character 1: '{' is missing"),
        ("[]", "cannot be read at character 1: '{' is missing"),
        ("{", "cannot be read at character 2"),
        ('{"a": 1 "b": 2}', "cannot be read at character 9: ',' is missing"),
        ('{"a" 1}', "cannot be read at character 6: ':' is missing"),
        ('{"long": {}}', "cannot be read at character 10: '[' is missing"),
        ('{"long": [1 2]}', "cannot be read at character 13: ',' is missing"),
        ('{"long": [1', "cannot be read at character 12: ',' is missing"),
        ('{"a": 1, "a": 2}', "has no names for its members, or one twice"),
        ('{"long": [], "long": []}', "has no names for its members, or one twice"),
        ("{1: 2}", "has no names for its members, or one twice"),
        ('{"long": [1, {"a": 1, "a": 2}]}', "has a member twice, behind character 14"),
        ('{"a": {"b": 1, "b": 2}}', "has a member twice, behind character 7"),
        ('{"long": [{"a": NaN}]}', "has NaN, which is no number, behind character 11"),
        ('{"a": 1} x', "goes on behind its end"),
        ('{"long": [1, 2, 3]}', "lists more than 2, and this program reads no more"),
        (f'{{"long": ["{"x" * 70_000}"]}}', "cannot be read at character 11"),
        (f'{{"long": [{"[" * 60_000}', "cannot be read at character 11"),
        (f'{{"long": [{"9" * 5_000}]}}', "cannot be read at character 11"),
    ],
)
def test_what_is_no_such_object_is_refused_at_its_place(text: str, why: str) -> None:
    with pytest.raises(JsonError) as raised:
        read(text, most=2)
    assert str(raised.value) == why


def test_a_number_at_the_end_of_a_trial_is_not_cut() -> None:
    for length in range(4_090, 4_100):
        text = f'{{"long": [{" " * length}12345]}}'
        assert read(text)[1] == [12345]
        number = "1" * 3 + "." + "2" * length
        assert read(f'{{"long": [{number}]}}')[1] == [float(number)]


def test_the_work_grows_with_the_number_of_items() -> None:
    def text(count: int) -> str:
        return json.dumps({"long": [{"id": str(each)} for each in range(count)]})

    def work(text: str) -> object:
        return read(text, most=10_000)

    assert growth(work, text(100), text(1_000)) < 11
