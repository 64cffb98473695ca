"""What is told at a glance, held to what a close look tells."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st
from undersigned.fields import FIELDS, Kind
from undersigned.names.folding import folded
from undersigned.names.similarity import (
    distinctive_words,
    looks_among,
    looks_of,
    skeleton,
    skeletons,
    words_of,
)
from undersigned.problem import Severity
from undersigned.register.rules import (
    ON_CONTENT,
    ON_DATES,
    ON_FEW,
    ON_FIELDS,
    ON_LISTED_VALUES,
    ON_WORDING,
    Examiner,
    wording,
)
from undersigned.register.rules.context import Context
from undersigned.register.rules.lengths import within_limits
from undersigned.register.terms.tidy import tidy_entry
from undersigned.text.source import Entry, Text
from undersigned.urls import page_of, refusal

from tests.support.examples import examples

CIRCUMSTANCES = Context(date(2026, 1, 1), ())

# What the rules refuse, and pieces of it, so that chance soon puts it together.
PIECES = [
    *"aB1 .,:;-_/?#=+~$'\"()[]<>&%@`!\n\t\u00a0éαа\u3164\ufe0f\u200dօ",
    "a@b.no",
    "%40b.no",
    "](",
    "<b",
    "&lt;",
]
LONG = st.builds("aB 1".ljust, st.integers(195, 205), st.sampled_from("aB1 "))
VALUES = st.lists(st.sampled_from(PIECES), max_size=3).map("".join) | LONG
NAMES = [field.name for field in FIELDS] + ["colour"]
RULES = (*ON_FIELDS, *ON_CONTENT, *ON_FEW, *ON_LISTED_VALUES, *ON_DATES)
DATES = st.sampled_from(["2024-01-02", "2024-02", "2023-13-01", "2025-01-01", "2027-01-01", ""])
CHOSEN = {
    "kind": st.sampled_from([*Kind, "firm", ""]),
    "country": st.sampled_from(["NO", "UK", "no", ""]),
    "signed": DATES,
    "withdrawn": DATES,
    "confirmed_by_email": DATES,
}


def entry(values: dict[str, str]) -> Entry:
    fields = {name: Text(value, line, 3) for line, (name, value) in enumerate(values.items(), 1)}
    return Entry.placed("signatories.yml", 1, 3, len(fields) + 1, fields, fields)


@settings(max_examples=examples(1000))
@given(st.sampled_from(NAMES), VALUES)
def test_no_rule_on_wording_or_alphabets_refuses_an_ordinary_value(name: str, value: str) -> None:
    one = entry({name: value})
    if wording.is_ordinary(one):
        for rule in ON_WORDING:
            assert list(rule(one, CIRCUMSTANCES)) == []


def test_a_usual_entry_is_ordinary() -> None:
    usual = {"name": "Acme, Inc.", "website": "https://acme.example/a-b?c=d#e", "signed": "2024-01"}
    assert wording.is_ordinary(entry(usual))


@given(
    st.lists(
        st.fixed_dictionaries({}, optional={name: CHOSEN.get(name, VALUES) for name in NAMES}),
        max_size=8,
    )
)
def test_an_examiner_of_many_finds_what_each_rule_finds_in_each(many: list[dict[str, str]]) -> None:
    examiner = Examiner(CIRCUMSTANCES)
    for values in many:
        one, too_long = within_limits(entry(values))
        asked = {problem for rule in ON_WORDING for problem in rule(one, CIRCUMSTANCES)}
        # What is layout alone is mended before the other rules read a value.
        if any(problem.severity is Severity.NOTE for problem in asked):
            one = tidy_entry(one)
        asked |= {problem for rule in RULES for problem in rule(one, CIRCUMSTANCES)}
        assert set(examiner.judged(entry(values)).problems) == asked | set(too_long)


# What follows '#' is part of no page, and its accent leaves nothing to the shortcuts.
ADDRESSES = st.lists(
    st.sampled_from(
        [
            "www.",
            "a",
            ".",
            "b-",
            "_",
            "1",
            "/",
            "%41",
            ".no",
            "~",
            "xn--",
            "?x=",
            ":443",
            "A",
            "@",
            "xn--pple-43d",
            "xn--mller-kva",
        ]
    ),
    max_size=6,
).map(lambda parts: "https://" + "".join(parts))


@settings(max_examples=examples(1000))
@given(ADDRESSES)
def test_a_plain_address_is_told_from_others_as_any_address_is(address: str) -> None:
    assert page_of(address) == page_of(f"{address}#é")


@settings(max_examples=examples(1000))
@given(ADDRESSES)
def test_an_ordinary_address_is_refused_as_any_address_is(address: str) -> None:
    assert refusal(address) == refusal(f"{address}#é")


@given(st.text(st.characters(codec="ascii")))
def test_a_name_in_ascii_looks_as_it_does_beside_other_signs(name: str) -> None:
    assert skeleton(name) == skeleton(f"{name}—")
    words = words_of(name)
    beside = looks_of(f"{name} щ", [*words, "щ"], person=True)
    assert [f"{looks_of(name, words)[0]} щ".strip()] == [beside[0]]


SIGNS = st.characters(codec="ascii") | st.sampled_from([*"ßłÉщΣΒІſϹ™㈱李ー\u200d\u3164)("])


@given(st.lists(st.text(SIGNS)))
def test_many_names_look_as_each_does_alone(names: list[str]) -> None:
    assert skeletons(names) == [skeleton(name) for name in names]
    words = [distinctive_words(name) for name in names]
    looks = [looks_of(name, each) for name, each in zip(names, words, strict=True)]
    assert looks_among(names, words, [False] * len(names)) == looks


@given(st.text(st.characters(codec="ascii")))
def test_a_name_in_ascii_is_folded_as_it_is_beside_other_letters(name: str) -> None:
    assert folded(name) + "o" == folded(f"{name}ø")
    assert [*words_of(name), "o"] == words_of(f"{name} ø")
