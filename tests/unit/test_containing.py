"""A name that holds a registered one is a warning, unless an entry says how the two are related."""

import pytest
from undersigned.problem import Severity
from undersigned.register.rules.containing import containing_pairs, held_names, one_name_within
from undersigned.register.rules.known import known_among
from undersigned.text.source import Entry, Text


def entry(name: str, kind: str = "company", **more: str) -> Entry:
    values = {"name": name, "kind": kind, **more}
    fields = {field: Text(value, line, 3) for line, (field, value) in enumerate(values.items(), 1)}
    return Entry.placed("signatories.yml", 1, 3, len(fields) + 1, fields, fields)


def pairs(*entries: Entry) -> list[tuple[str, str]]:
    known = known_among(entries)
    return [(known[one].name, known[other].name) for one, other in containing_pairs(known)]


@pytest.mark.parametrize(
    ("registered", "name"),
    [
        *(("Microsoft", "Microsoft Corporation (EMEA)"), ("Apple", "Apple Security")),
        *(("Apple Inc.", "Office of Apple"), ("Acme", "Team of ACME, Ltd. in Norway")),
        *(("Apple", "AppleSecurity"), ("IBM", "IBMSecurity"), ("Microsoft", "Microsoftsecurity")),
        *(("Microsoft", "securemicrosoft Ltd"), ("Microsoft", "rnicrosoft Security")),
        ("Apple", "\u0410\u0440\u0440\u04cf\u0435 Security"),
        *(("Beta", "\u0412\u0415\u0422\u0410 Group"), ("Microsoft", "Microsoft-365")),
        *(("Microsoft", "Microsoft™ Europe"), ("微软", "微软（中国）")),
        *(("Electronic Frontier", "The Electronic Frontier Foundation"), ("PayPal", "PayPaI EU")),
        *(("Société Générale", "Societe Generale Suisse"), ("Ørsted", "Orsted Wind")),
    ],
)  # fmt: skip
def test_a_name_with_a_registered_one_in_it_is_found_in_either_order(
    registered: str, name: str
) -> None:
    assert pairs(entry(registered), entry(name)) == [(registered, name)]
    assert pairs(entry(name), entry(registered)) == [(name, registered)]


@pytest.mark.parametrize(
    ("registered", "name"),
    [
        *(("Atos", "Hematos"), ("Amazon", "Amazonia"), ("Git", "GitHub"), ("Acme", "Acme GmbH")),
        *(("X", "X Labs"), ("Acme Labs", "Labs Acme"), ("Acme Labs", "Acme Big Labs")),
        *(("Meta", "Metal Works"), ("Acme", "ACME"), ("Box", "Boxes of Norway")),
    ],
)
def test_a_name_that_shares_letters_alone_is_no_warning(registered: str, name: str) -> None:
    assert pairs(entry(registered), entry(name)) == []


def test_a_person_holds_nobodys_name() -> None:
    assert pairs(entry("Dell"), entry("Michael Dell", "individual")) == []
    assert pairs(entry("Ann", "individual"), entry("Ann Summers")) == []


@pytest.mark.parametrize("field", ["part_of", "distinct_from", "succeeded_by"])
def test_what_either_entry_says_of_the_other_settles_it(field: str) -> None:
    assert pairs(entry("Apple"), entry("Apple Security", **{field: "apple"})) == []
    assert pairs(entry("Apple", **{field: "apple-security"}), entry("Apple Security")) == []
    assert pairs(entry("Apple"), entry("Apple Security", **{field: "other"})) != []


def test_a_part_of_a_part_is_a_part() -> None:
    part = entry("Apple Norway", id="norway", part_of="europe")
    whole = entry("Europe Holding", id="europe", part_of="apple")
    assert pairs(entry("Apple"), whole, part) == []


def test_entries_of_one_signatory_are_no_pair_and_what_one_of_them_says_counts() -> None:
    renamed = entry("Apple Computer", id="apple", formerly="Apple")
    assert pairs(entry("Apple"), renamed) == []
    first = entry("Apple Security", distinct_from="apple")
    assert pairs(entry("Apple"), first, entry("Apple Security", id="apple-security")) == []


def test_a_word_that_many_names_hold_is_common() -> None:
    several = [entry(f"Place{number} University") for number in range(21)]
    assert pairs(entry("University"), *several) == []
    assert len(pairs(entry("University"), *several[1:])) == 20


def test_a_warning_names_every_way_and_whose_part_it_would_be() -> None:
    whole, part = known_among([entry("Apple"), entry("Apple Security")])
    problem = one_name_within(part, whole)
    assert problem.severity is Severity.WARNING
    assert problem.message == (
        "'Apple Security' holds the name of 'Apple' on signatories.yml:1; add 'part_of: apple' if"
        " it is a part, or add 'distinct_from: apple' if they are two"
    )
    assert one_name_within(whole, part).message == (
        "'Apple' is within the name of 'Apple Security' on signatories.yml:1; add 'part_of: apple'"
        " there if that is a part, or add 'distinct_from: apple-security' if they are two"
    )


def test_a_part_of_another_is_not_told_to_be_a_part_of_two() -> None:
    whole, part = known_among([entry("Apple"), entry("Apple Security", part_of="other")])
    assert "part_of" not in one_name_within(part, whole).message


def test_a_review_has_the_ids_of_whom_a_name_holds() -> None:
    entries = [entry("Apple"), entry("Apple Security"), entry("Birch")]
    held = held_names(entries)
    assert held == {id(entries[0]): ["apple-security"], id(entries[1]): ["apple"]}


def test_many_names_of_one_word_repeated_take_little_time() -> None:
    names = [" ".join(["a1"] * count) for count in range(1, 60)]
    assert pairs(*map(entry, names)) is not None
