import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from undersigned.text.source import Source
from undersigned.text.yaml_reader import read_entries
from undersigned.text.yaml_writer import plain_or_quoted


@pytest.mark.parametrize(
    "value",
    [
        "Acme, Inc.",
        "it's",
        'the "Lab"',
        "a:b",
        "C#",
        "https://a.example/?q=1",
        "Ünal",
        "株式会社",
        "🦊",
    ],
)
def test_a_value_that_all_readers_take_for_text_has_no_quotes(value: str) -> None:
    assert plain_or_quoted(value) == value


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("", '""'),
        ("1984", '"1984"'),
        ("1e3", '"1e3"'),
        ("0o7", '"0o7"'),
        ("~", '"~"'),
        ("No", '"No"'),
        ("y", '"y"'),
        ("12:30", '"12:30"'),
        ("2024-05-06", '"2024-05-06"'),
        ("a: b", '"a: b"'),
        ("a #1", '"a #1"'),
        ("a:", '"a:"'),
        ("@home", '"@home"'),
        ('"x" \\', '"\\"x\\" \\\\"'),
        ("a\tb\u200b\U000e0067", '"a\\u0009b\\u200B\\U000E0067"'),
        ("\ud800", '"\\uD800"'),
        ("a\u3164b\u2800", '"a\\u3164b\\u2800"'),
    ],
)
def test_a_value_that_a_reader_could_mistake_is_quoted(value: str, written: str) -> None:
    assert plain_or_quoted(value) == written


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_comes_back_from_this_reader_and_from_pyyaml(value: str) -> None:
    text = f"- value: {plain_or_quoted(value)}\n"
    entries, problems = read_entries(Source("r.yml", text))
    assert ([each.fields["value"].value for each in entries], problems) == ([value], [])
    assert yaml.safe_load(text) == [{"value": value}]
