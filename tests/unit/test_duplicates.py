"""Entries that are the same signatory, or could be, are found in any order."""

from collections.abc import Callable, Iterator
from itertools import permutations
from typing import Any

import pytest
from undersigned.names.slug import slug
from undersigned.problem import Problem, Severity
from undersigned.register.rules import identity, pairs, references, remedies
from undersigned.register.rules.context import Context, latest_today
from undersigned.register.rules.duplicates import DUPLICATE_RULES, blame_the_later, duplicates_among
from undersigned.register.rules.known import known_among
from undersigned.text.source import Entry, Text

from tests.support.work import growth


def entry(name: str, line: int = 1, **more: str) -> Entry:
    fields = {
        field: Text(value, line + offset, 3)
        for offset, (field, value) in enumerate({"name": name, **more}.items())
    }
    return Entry.placed("signatories.yml", line, 3, line + len(fields), fields, fields)


CONTEXT = Context(latest_today(), ())


def problems(
    *entries: Entry, blamed: Callable[[Entry], bool] = blame_the_later
) -> Iterator[Problem]:
    return duplicates_among(known_among(entries), CONTEXT, blamed)


def told(*entries: Entry, blamed: Callable[[Entry], bool] = lambda _: False) -> list[int]:
    return [problem.line for problem in problems(*entries, blamed=blamed)]


PAIRS = [
    ("Acme", "Acme"),
    ("Acme", "Acme Inc."),
    ("Paypal", "PaypaI"),
    ("Beta", "ВЕТА"),
    ("Microsoft", "rnicrosoft"),
    ("Microsoft", "Microsoft™"),
    ("PAYPAL", "PayPaI"),
    ("Microsoft", "Mircosoft"),
]


@pytest.mark.parametrize(("first", "second"), PAIRS)
def test_a_clash_is_told_once_of_the_later_entry(first: str, second: str) -> None:
    assert told(entry(first, 1), entry(second, 10)) == [10]


@pytest.mark.parametrize(("first", "second"), PAIRS)
def test_a_clash_is_told_of_the_blamed_entry_wherever_it_stands(first: str, second: str) -> None:
    one, other = entry(first, 1), entry(second, 10)
    assert told(one, other, blamed=lambda each: each is one) == [1]
    assert told(one, other, blamed=lambda each: each is other) == [10]
    assert told(one, other, blamed=lambda _: True) == [10]


def test_a_blamed_entry_does_not_hide_a_clash_of_the_others() -> None:
    new, old, older = entry("Acme", 1), entry("ACME", 10), entry("acme", 20)
    assert sorted(told(new, old, older, blamed=lambda each: each is new)) == [1, 20]


def test_the_same_website_is_told_at_the_website() -> None:
    one = entry("Alder", 1, website="https://alder.example")
    other = entry("Birch", 10, website="https://www.alder.example/#top")
    assert told(one, other) == [11]
    assert told(one, other, blamed=lambda each: each is one) == [2]


@pytest.mark.parametrize(("first", "second", "slugs"), [
    ("Acme", "Acme Inc.", ("acme", "acme-inc")),
    ("Paypal", "PaypaI", ("paypal", "paypai")),
    ("Microsoft", "Mircosoft", ("microsoft", "mircosoft")),
])  # fmt: skip
def test_distinct_from_on_either_entry_settles_likeness(
    first: str, second: str, slugs: tuple[str, str]
) -> None:
    assert told(entry(first), entry(second, 10, distinct_from=slugs[0])) == []
    assert told(entry(first, distinct_from=slugs[1]), entry(second, 10)) == []
    assert told(entry(first), entry(second, 10, distinct_from="nobody")) == [10, 11]


def test_a_third_of_one_name_is_still_told_when_it_is_distinct_from_the_first() -> None:
    entries = [
        entry("Acme Inc.", 1),
        entry("Acme Ltd", 10, distinct_from="acme-inc"),
        entry("Acme AG", 20, distinct_from="acme-inc"),
    ]
    assert told(*entries) == [20]


def test_only_nearness_is_a_warning() -> None:
    weights = [
        [
            each.severity
            for each in duplicates_among(known_among([entry(one), entry(other, 9)]), CONTEXT)
        ]
        for one, other in PAIRS
    ]
    assert weights == [[Severity.PROBLEM]] * (len(PAIRS) - 1) + [[Severity.WARNING]]


def test_every_rule_between_entries_is_documented() -> None:
    assert all(clash.problem.__doc__ for clash in DUPLICATE_RULES)


@pytest.mark.parametrize("name", [
    "", " ", "!!!", "شركة النور", "北京数字", "საქართველო", "👩‍👩‍👧‍👦", "O’Neil’s", "x" * 5000,
    "\ud800", "\x00", "a\u0301" * 300, "(株)", "AB AB AB", "1984",
])  # fmt: skip
def test_any_name_and_address_passes_through(name: str) -> None:
    odd = [entry(name, website=name), entry(name + "x", 10, website=f"https://[{name}"), entry("A")]
    for order in permutations(odd):
        assert isinstance(
            [str(problem) for problem in duplicates_among(known_among(order), CONTEXT)], list
        )


def test_a_thousand_entries_of_one_name_are_told_in_good_time() -> None:
    assert len(told(*(entry(f"Acme{'!' * each}", each) for each in range(1, 1001)))) == 999


def numbered(count: int, **values: str) -> list[Entry]:
    """So many entries of one name; '{}' in a value is the number of each."""
    return [
        entry("Jane Doe", number * 10, **{key: text.format(number) for key, text in values.items()})
        for number in range(1, count + 1)
    ]


@pytest.mark.parametrize(
    "values",
    [
        {"id": "jane-doe-{}"},
        {},
        {"id": "jane", "endorses": "1.{}"},
        {"id": "jane"},
        {"id": "jane-{}", "formerly": "Jane {}", "part_of": "jane-2"},
        {"id": "j{}", "website": "https://jane.example"},
    ],
    ids=str,
)
def test_the_steps_grow_with_the_number_of_entries_and_not_with_its_square(
    values: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    steps = list[str]()
    for module, name in (
        (pairs, "are_told_apart"),
        (identity, "_against"),
        (remedies, "_numbered"),
    ):
        monkeypatch.setattr(module, name, counting(getattr(module, name), steps))
    taken = []
    for count in (50, 200):
        steps.clear()
        list(problems(*numbered(count, **values)))
        taken.append(len(steps))
    assert taken[1] < 30 * 200
    assert taken[1] <= 6 * (taken[0] + 50)


def counting(function: Callable[..., Any], steps: list[str]) -> Callable[..., Any]:
    """The function, each call of which is a step."""

    def counted(*arguments: Any) -> Any:
        steps.append(function.__name__)
        return function(*arguments)

    return counted


def test_a_chain_of_successors_is_walked_once() -> None:
    class Onwards(dict[str, str]):
        asked = 0

        def get(self, *arguments: Any) -> Any:
            Onwards.asked += 1
            return super().get(*arguments)

    chain = Onwards({str(number): str(number + 1) for number in range(200)})
    assert references._circular(chain) == set()
    chain["200"] = "150"
    assert references._circular(chain) == {str(number) for number in range(150, 201)}
    assert Onwards.asked < 1000


@pytest.mark.parametrize("members", ["ab", "abc"])
def test_all_of_a_circle_lead_back_and_who_only_leads_to_it_does_not(members: str) -> None:
    circle = dict(zip(members, members[1:] + members[:1], strict=True))
    assert references._circular({"x": "y", "y": "a", "z": "z", **circle}) == set(members)


def test_who_is_meant_by_many_unknown_references_is_looked_up_by_one_slug_for_each(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    steps = list[str]()
    monkeypatch.setattr(references, "slug", counting(slug, steps))
    entries = [
        entry(f"Firm {number}", number * 10, id=f"f-{number}", part_of=f"Firm {number + 1}")
        for number in range(50)
    ]
    found = [each.message for each in problems(*entries) if "part_of" in each.message]
    assert (
        found[0] == "part_of 'Firm 1' is no other entry's id; write 'f-1', or leave 'part_of' out"
    )
    assert len(found) == 50
    assert len(steps) == 50


def renamed(count: int) -> list[Entry]:
    """Entries of one signatory, whose first has the names of all others as earlier ones."""
    names = [f"N{number}" for number in range(1, count)]
    values = {"name": "N0", "id": "a", "formerly": "\n".join(names)}
    first = Entry("signatories.yml", 1, 3, 4, values, ("formerly",))
    return [first, *(entry(name, 9 * at, id="a") for at, name in enumerate(names, 1))]


def distinct(count: int) -> list[Entry]:
    """Entries of one name that chose their ids, and one that is none of them."""
    one = {"website": "https://acme.example", "kind": "company"}
    others = [entry("Acme", 9 * at, id=f"b-{at}", **one) for at in range(1, count)]
    names = "\n".join(f"b-{at}" for at in range(1, count))
    values = {"name": "Other", "distinct_from": names, **one}
    last = Entry("signatories.yml", 9 * count, 3, 9 * count + 4, values, ("distinct_from",))
    return [*others, last]


@pytest.mark.parametrize("made", [renamed, distinct])
def test_the_work_grows_with_the_length_of_lists(made: Callable[[int], list[Entry]]) -> None:
    assert growth(lambda entries: list(problems(*entries)), made(200), made(400)) < 2.3
