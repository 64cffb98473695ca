"""What is told at a glance, held to what a close look tells."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from undersigned.evidence.ownership import is_own
from undersigned.fields import BY_NAME, Kind
from undersigned.names.as_lines import forms_of
from undersigned.names.folding import folded
from undersigned.names.looks import looks_among, looks_of
from undersigned.names.similarity import (
    distinctive_words,
    skeleton,
    skeletons,
    words_among,
    words_of,
)
from undersigned.names.slug import slug, slugs
from undersigned.problem import Severity
from undersigned.register.rules import (
    ON_CONTENT,
    ON_DATES,
    ON_FEW,
    ON_FIELDS,
    ON_LISTED_VALUES,
    ON_WORDING,
    judged_among,
)
from undersigned.register.rules.context import Context
from undersigned.register.rules.lengths import within_limits
from undersigned.register.rules.naming import (
    is_surely_a_name,
    names_are_names,
    other_names_name_somebody,
    placeholders_are_filled,
)
from undersigned.register.rules.plain import not_plain
from undersigned.register.terms.tidy import tidy_entry
from undersigned.text.source import Entry, Text
from undersigned.urls import bare_host, page_of, refusal

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
NAMES = [*BY_NAME, "colour"]
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
def test_no_rule_on_wording_or_addresses_refuses_a_plain_value(name: str, value: str) -> None:
    one = entry({name: value})
    if name in BY_NAME and not not_plain(BY_NAME[name], [value]):
        assert within_limits(one) == (one, [])
        for rule in {*ON_WORDING, *ON_CONTENT} - {names_are_names}:
            assert list(rule(one, CIRCUMSTANCES)) == []


@pytest.mark.parametrize("name", ["Acme & Sons", "Høyre “Nord”", "東京株式会社", "Общество", "Ω-3"])
def test_the_values_of_usual_entries_are_plain(name: str) -> None:
    website, evidence = "https://www.acme.co.uk/about/", "https://a-b.org/@me/1.html?c=d,e&f=%C3#g"
    usual = {"name": name, "country": "NO", "website": website, "signed": "2024-01"}
    usual |= {"evidence": evidence, "archived": f"https://a.org/1/{evidence}"}
    assert not any(not_plain(BY_NAME[field], [value]) for field, value in usual.items())


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", "Acme\nInc"),
        ("name", "“Acme”"),
        ("name", "Acme\u200b"),
        ("name", "\u0430cme"),
        ("statement", "a@b.no"),
        ("statement", "1 &lt; 2"),
        ("website", "acme.no"),
        ("website", "https://acme.local"),
        ("website", "https://acme.no/en/"),
        ("evidence", "https://www.example.org/1"),
        ("evidence", "https://acme.no/?by=me%40acme.no"),
    ],
)
def test_what_a_rule_refuses_is_not_plain(field: str, value: str) -> None:
    assert value in not_plain(BY_NAME[field], [value, "https://acme.no"])


FIRST_WORDS = ["none", "No,", "your", "Company", "test", "n/a", "Né", "X", "Acme,", "Wei"]


@given(st.lists(st.sampled_from([*FIRST_WORDS, "of", "us", "name", "here"]), max_size=3))
def test_no_rule_on_names_refuses_what_is_surely_one(words: list[str]) -> None:
    value = " ".join(words)
    if is_surely_a_name(value):
        one = entry(dict.fromkeys(("name", "sort_as", "affiliation"), value))
        for rule in (names_are_names, other_names_name_somebody, placeholders_are_filled):
            assert list(rule(one, CIRCUMSTANCES)) == []
    assert is_surely_a_name("Acme, Inc.")


@given(
    st.lists(
        st.fixed_dictionaries({}, optional={name: CHOSEN.get(name, VALUES) for name in NAMES}),
        max_size=8,
    )
)
def test_among_many_entries_each_rule_finds_what_it_finds_in_one(
    many: list[dict[str, str]],
) -> None:
    among = judged_among([entry(values) for values in many], CIRCUMSTANCES)
    for place, values in enumerate(many):
        one, too_long = within_limits(entry(values))
        asked = {problem for rule in ON_WORDING for problem in rule(one, CIRCUMSTANCES)}
        # What is layout alone is mended before the other rules read a value.
        if any(problem.severity is Severity.NOTE for problem in asked):
            one = tidy_entry(one)
        asked |= {problem for rule in RULES for problem in rule(one, CIRCUMSTANCES)}
        found = among[place].problems if place in among else ()
        assert set(found) == asked | set(too_long)


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
def test_the_bare_host_of_a_plain_address_is_that_of_any_spelling(address: str) -> None:
    # An upper-case scheme leaves nothing to the shortcut.
    assert bare_host(address) == bare_host(f"HTTPS{address.removeprefix('https')}")


@settings(max_examples=examples(1000))
@given(ADDRESSES)
def test_an_ordinary_address_is_refused_as_any_address_is(address: str) -> None:
    assert refusal(address) == refusal(f"{address}#é")


HOSTS = st.sampled_from(["a.no", "www.a.no", "b.a.no", "forum.a.no", "b.no", "a.co.uk", "b.co.uk"])
SHARED = st.sampled_from(
    ["x.com", "twitter.com", "blogspot.co.uk", "a.blogspot.co.uk", "github.io"]
)
NAMED = ["/", "a", ".", "..", "forum", "Users", "?a=b", "@a", "index.html", "en", "?forum/"]
PATHS = st.lists(st.sampled_from(NAMED), max_size=5).map("".join)


@settings(max_examples=examples(1000))
@given(HOSTS | SHARED, PATHS, HOSTS | SHARED, st.sampled_from(["", "/", "/a", "/?a=b"]))
def test_plain_addresses_are_ones_own_as_any_are(
    host: str, path: str, claimed: str, below: str
) -> None:
    page, website = f"https://{host}/{path}", f"https://{claimed}{below}"
    assert is_own(page, website) == is_own(f"{page}#é", f"{website}#é")


@given(st.text(st.characters(codec="ascii")))
def test_a_name_in_ascii_looks_as_it_does_beside_other_signs(name: str) -> None:
    assert skeleton(name) == skeleton(f"{name}—")
    words = words_of(name)
    beside = looks_of(f"{name} щ", [*words, "щ"], person=True)
    assert [f"{looks_of(name, words)[0]} щ".strip()] == [beside[0]]


SIGNS = st.characters(codec="ascii") | st.sampled_from([*"ßłÉщΣΒІſϹ™㈱李ー\u200d\u3164)("])
NAMES_OF_MANY = st.lists(st.text(SIGNS) | st.sampled_from(["Acme Ltd", "\nA", "é" + "\u0301" * 9]))


@given(NAMES_OF_MANY)
def test_many_names_are_folded_as_each_is_alone(names: list[str]) -> None:
    letters = forms_of(names, folded)
    assert letters == [folded(name) for name in names]
    assert list(slugs(names, letters)) == [slug(name) for name in names]
    people = [name > "a" for name in names]
    alone = zip(names, people, strict=True)
    assert list(words_among(names, people)) == [
        distinctive_words(name, person=person) for name, person in alone
    ]


@given(NAMES_OF_MANY)
def test_many_names_look_as_each_does_alone(names: list[str]) -> None:
    assert skeletons(names) == [skeleton(name) for name in names]
    words = [distinctive_words(name) for name in names]
    looks = [looks_of(name, each) for name, each in zip(names, words, strict=True)]
    assert looks_among(names, words, [False] * len(names)) == looks


@given(st.text(st.characters(codec="ascii")))
def test_a_name_in_ascii_is_folded_as_it_is_beside_other_letters(name: str) -> None:
    assert folded(name) + "o" == folded(f"{name}ø")
    assert [*words_of(name), "o"] == words_of(f"{name} ø")
