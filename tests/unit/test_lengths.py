"""Values that are too long are reported before anything else is asked of them."""

import pytest
from undersigned.fields import BY_NAME, FIELDS
from undersigned.register.examining import examined
from undersigned.register.rules import problems_of
from undersigned.register.rules.context import Context, latest_today
from undersigned.register.rules.lengths import within_limits
from undersigned.text.source import Entry, Source
from undersigned.text.yaml_reader import read_entries
from undersigned.urls import LONGEST, refusal

from tests.support.guard import Guard

CONTEXT = Context(latest_today(), ())
MARKS = "\u0301\u0323"


def entry(**values: str) -> Entry:
    usual = {
        "name": "Acme",
        "kind": "company",
        "country": "NO",
        "website": "https://acme.no",
        "signed": "2024-05-06",
        "evidence": "https://acme.no/news",
    }
    lines = (f'  {name}: "{value}"' for name, value in (usual | values).items())
    entries, problems = read_entries(Source("r.yml", "- " + "\n".join(lines).lstrip()))
    assert problems == []
    return entries[0]


def of_it(one: Entry) -> list[str]:
    return [problem.message for problem in problems_of(one, CONTEXT)]


@pytest.mark.parametrize("name", [field.name for field in FIELDS])
def test_of_a_value_that_is_too_long_nothing_but_its_length_is_reported(name: str) -> None:
    most = BY_NAME[name].most
    messages = of_it(entry(**{name: "x" * (most + 1)}))
    told = f"'{name}' has {most + 1:,} characters; shorten it to {most:,}"
    assert told in messages
    assert not any("xxx" in message for message in messages)


def hostile(name: str, value: str) -> list[str]:
    return [problem.message for problem in examined([entry(**{name: value})], CONTEXT).problems]


@pytest.mark.parametrize("name", [field.name for field in FIELDS])
@pytest.mark.parametrize("piece", [MARKS, "<!--", "[a](", " inc", "h t", "1. ", "ä.", "&amp;"])
def test_no_value_is_so_long_that_its_check_hangs(name: str, piece: str, guard: Guard) -> None:
    assert any("characters" in message for message in guard(hostile, name, "a" + piece * 100_000))


def test_a_value_of_a_list_that_is_too_long_leaves_the_others() -> None:
    text = "- name: A\n  formerly:\n    - " + "b" * 201 + "\n    - c\n"
    entries, _ = read_entries(Source("r.yml", text), {"formerly"})
    assert within_limits(entry()) == (entry(), [])
    kept, [problem] = within_limits(entries[0])
    assert [each.value for each in kept.each("formerly")] == ["c"]
    assert kept.values["formerly"] == "c"
    assert (problem.line, problem.column) == (3, 7)


def test_a_name_with_a_heap_of_marks_is_refused() -> None:
    assert of_it(entry(name="Acme" + MARKS * 5)) == [
        "'name' has more than 8 combining marks in a row; leave 8 at most"
    ]


def test_an_address_of_2048_characters_is_one_and_a_longer_is_none() -> None:
    address = "https://acme.no/"
    assert refusal(address.ljust(LONGEST, "a")) is None
    message = "has 2,049 characters; give one of at most 2,048"
    assert refusal(address.ljust(LONGEST + 1, "a")) == message
