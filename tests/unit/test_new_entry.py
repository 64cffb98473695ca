"""A new entry is judged while it is asked for, and a long register no oftener than needed."""

from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from undersigned.fields import FIELDS, Kind
from undersigned.register.new_entry import (
    EntryChecker,
    alternative_to,
    may_be_absent,
    missing,
    wanted_at_prompt,
)
from undersigned.register.rules import duplicates as clashes
from undersigned.register.rules import problems_of
from undersigned.register.rules.context import Context, latest_today
from undersigned.register.rules.known import known_among
from undersigned.register.rules.pairs import Pair
from undersigned.text.source import Entry, Places, Text

FIELD = {field.name: field for field in FIELDS}


def entry(line: int, **values: str) -> Entry:
    fields = {name: Text(value, line + at, 9) for at, (name, value) in enumerate(values.items())}
    return Entry.placed("signatories.yml", line, 3, line + len(values), fields, fields)


PRESENT = [
    entry(1, name="Acme", website="https://acme.example", country="NO"),
    entry(9, name="Microsoft", website="https://microsoft.example", country="US"),
]
CIRCUMSTANCES = Context(latest_today(), ())

# A value for any field; the more likely ones are those that clash with what is there.
changes = st.one_of(
    st.tuples(st.sampled_from([field.name for field in FIELDS]), st.just("acme")),
    st.sampled_from(
        [
            *(("name", name) for name in ("Acme", "ACME Ltd", "Mircosoft", "Аcme", "Other", "")),
            *(("kind", kind.value) for kind in Kind),
            *(("website", f"https://{host}.example") for host in ("acme", "other")),
            *(("signed", date) for date in ("2024-05-06", "2022-01")),
            *(("distinct_from", who) for who in ("acme", "nobody", "acme\nmicrosoft")),
            ("endorses", "1.0"),
            ("formerly", "Acme"),
            ("part_of", "microsoft"),
        ]
    ),
)
PRESENT_BESIDE = [
    *PRESENT,
    entry(20, name="Jane", id="acme-2", kind="individual", identifiers="acme", part_of="acme"),
    entry(30, name="Acme", id="acme", signed="2023-06", endorses="1.0", part_of="microsoft"),
]


@given(st.lists(changes, min_size=2, max_size=8))
def test_what_a_judge_remembers_is_what_the_rules_say_now(steps: list[tuple[str, str]]) -> None:
    judge = EntryChecker(PRESENT_BESIDE, CIRCUMSTANCES)
    values = {"name": "Acme", "kind": "company"}
    for name, value in steps:
        values = {**values, name: value}
        assert list(judge.problems(values)) == list(
            EntryChecker(PRESENT_BESIDE, CIRCUMSTANCES).problems(values)
        )


class Watched(Mapping[str, Any]):
    """The fields of an entry, which remember what was asked of them."""

    def __init__(self, fields: Mapping[str, Any]) -> None:
        self.fields = fields
        self.read: set[str] = set()

    def __getitem__(self, name: str) -> Any:
        self.read.add(name)
        return self.fields[name]

    def __iter__(self) -> Iterator[str]:
        self.read |= {field.name for field in FIELDS}
        return iter(self.fields)

    def __len__(self) -> int:
        return len(self.fields)


def test_rules_between_entries_read_what_they_say_they_compare() -> None:
    one = {name: Text("acme", 9, 9) for name in ("name", "website", "distinct_from", "country")}
    values, texts = Watched(dict.fromkeys(one, "acme")), Watched(one)
    watched = Entry("", 9, 1, 12, values, (), Places(texts, one, {}))
    list(clashes.duplicates_among(known_among([*PRESENT, watched]), CIRCUMSTANCES))
    assert values.read | texts.read <= set(clashes.COMPARED)


def test_the_register_is_compared_again_only_when_what_is_compared_has_changed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    compared = []

    def counted(known: object) -> list[Pair]:
        compared.append(known)
        return []

    rule = clashes.DuplicateRule(counted, clashes.one_name)  # type: ignore[arg-type]
    monkeypatch.setattr(clashes, "DUPLICATE_RULES", (*clashes.DUPLICATE_RULES, rule))
    judge = EntryChecker(PRESENT, CIRCUMSTANCES)
    for values in (
        {"name": "Other"},
        {"name": "Other", "country": "NO"},
        {"name": "Other", "statement": "soon"},
        {"name": "Other", "website": "https://other.example"},
        {"name": "Other", "website": "https://other.example", "archived": "x"},
    ):
        list(judge.problems(values))
    assert len(compared) == 2


def test_an_entry_is_completed_with_the_statement_where_that_has_an_id() -> None:
    of_this = Context(latest_today(), (), "do-no-harm")
    assert EntryChecker(PRESENT, CIRCUMSTANCES).completed({"name": "A"}) == {"name": "A"}
    completed = EntryChecker(PRESENT, of_this).completed({"name": "A"})
    assert completed == {"name": "A", "of": "do-no-harm"}


def test_problems_of_entries_that_are_there_are_not_the_new_ones() -> None:
    beside = [entry(1, name="Acme"), entry(5, name="Beta")]
    twice = [
        *beside,
        Entry.placed("signatories.d/acme.yml", 1, 3, 2, beside[0].fields, beside[0].keys),
    ]
    told = list(EntryChecker(twice, CIRCUMSTANCES).problems({"name": "ACME"}))
    assert len([each for _, each in told if "is already on" in each.message]) == 1


def test_each_kind_is_asked_for_what_it_must_give_and_what_only_it_may_give() -> None:
    def asked(kind: Kind) -> list[str]:
        return [field.name for field in wanted_at_prompt({"kind": kind})]

    assert asked(Kind.INDIVIDUAL) == ["name", "affiliation", "signed", "evidence"]
    assert asked(Kind.COMPANY) == ["name", "country", "website", "signed", "evidence"]


def test_one_of_two_ways_of_knowing_is_enough() -> None:
    assert alternative_to(FIELD["evidence"]) is FIELD["confirmed_by_email"]
    assert FIELD["evidence"] in missing({})
    assert FIELD["evidence"] not in missing({"confirmed_by_email": "2024-05-06"})
    assert not may_be_absent(FIELD["confirmed_by_email"], {})
    assert may_be_absent(FIELD["confirmed_by_email"], {"evidence": "x"})
    assert not may_be_absent(FIELD["name"], {"name": "A"})


@pytest.mark.parametrize("field", [each for each in FIELDS if each.form == "text"])
def test_the_longest_value_is_the_models(field: object) -> None:
    name, longest = field.name, field.longest  # type: ignore[attr-defined]
    for extra, count in ((0, 0), (1, 1)):
        problems = problems_of(entry(1, **{name: "a" * (longest + extra)}), CIRCUMSTANCES)
        told = [each for each in problems if f"'{name}' has {longest + 1} char" in each.message]
        assert len(told) == count
