"""Two states of a register are compared signatory by signatory, and nobody is taken for another."""

import pytest
from undersigned.changes.compare import ChangeKind, Comparison, Pair, compared
from undersigned.fields import SEVERAL
from undersigned.text.source import Entry, Source
from undersigned.text.yaml_reader import read_entries

from tests.support.registers import entry_text

LETTER = "https://letters.example/open-letter"


def entries(text: str, path: str = "signatories.yml") -> list[Entry]:
    found, problems = read_entries(Source(path, text), SEVERAL)
    assert not problems, problems
    return found


def version_of(entry: Entry) -> str:
    return entry.values.get("endorses", "1.0")


def between(before: str, after: str) -> Comparison:
    return compared(entries(before), entries(after), version_of)


def only_pair(before: str, after: str) -> Pair:
    found = between(before, after)
    assert (found.added, found.joining, found.removed) == ((), (), ())
    [pair] = found.kept
    return pair


def person(name: str, evidence: str = LETTER, more: str = "") -> str:
    return (
        f"- name: {name}\n  kind: individual\n  signed: 2024-05-06\n  evidence: {evidence}\n{more}"
    )


def told(found: Comparison) -> tuple[list[str], list[str]]:
    """The names of those that are said to be removed and added."""
    removed, added = (
        [entry.values["name"] for entry in each] for each in (found.removed, found.added)
    )
    return removed, added


ACME = entry_text("Acme")


def test_a_new_name_under_the_same_id_is_a_renaming() -> None:
    pair = only_pair(ACME, entry_text("Umbrella", "acme", "  id: acme\n  formerly: Acme\n"))
    assert pair.change is ChangeKind.RENAMED
    assert pair.says_earlier_name
    assert not pair.shared


def test_a_renaming_may_come_with_a_new_website_while_the_evidence_stays() -> None:
    renamed = entry_text("Umbrella", more="  id: acme\n  website_then: https://acme.example\n")
    kept = renamed.replace("https://umbrella.example/news", "https://acme.example/news")
    assert only_pair(ACME, kept).change is ChangeKind.RENAMED


def test_who_keeps_nothing_but_the_id_is_replaced_and_not_renamed() -> None:
    taken = entry_text("Umbrella", more="  id: acme\n  formerly: Acme\n")
    assert only_pair(ACME, taken).change is ChangeKind.REPLACED
    ended = f"{taken}  ended: 2025-01\n  withdrawn: 2025-01-02\n"
    assert only_pair(ACME, ended).change is ChangeKind.REPLACED


def test_a_person_of_another_name_under_the_id_of_an_organisation_replaces_it() -> None:
    taken = entry_text("Jane Doe", "acme", "  id: acme\n").replace("company", "individual")
    assert only_pair(ACME, taken).change is ChangeKind.REPLACED


def test_an_entry_confirmed_by_e_mail_is_replaced_by_another_name_and_another_reply() -> None:
    mail = "- name: {}\n  id: x\n  kind: individual\n  signed: 2024-05\n  confirmed_by_email: {}\n"
    before = mail.format("Jane Doe", "2024-05-07")
    same_reply, other = mail.format("Jane Roe", "2024-05-07"), mail.format("Ann Ek", "2024-06-01")
    assert only_pair(before, same_reply).change is ChangeKind.RENAMED
    assert only_pair(before, other).change is ChangeKind.REPLACED


def test_another_spelling_or_legal_form_of_a_name_is_a_plain_change() -> None:
    assert only_pair(ACME, entry_text("ACME", "acme")).change is ChangeKind.CHANGED
    assert only_pair(ACME, entry_text("Acme Ltd", "acme", "  id: acme\n")).change is (
        ChangeKind.CHANGED
    )


@pytest.mark.parametrize("more", ["  ended: 2025-01\n", "  succeeded_by: beta\n"])
def test_who_has_ended_or_merged_has_not_withdrawn(more: str) -> None:
    assert only_pair(ACME, ACME + more).change is ChangeKind.ENDED


def test_a_withdrawal_is_one_also_where_the_name_changes() -> None:
    gone = entry_text("Umbrella", "acme", "  id: acme\n  withdrawn: 2025-01-02\n")
    assert only_pair(ACME, gone).change is ChangeKind.WITHDRAWN


def test_entries_of_one_id_are_paired_by_the_version_that_they_endorse() -> None:
    second = entry_text("Acme", more='  id: acme\n  endorses: "2.0"\n')
    found = between(ACME + second, (second + ACME).replace("NO", "SE"))
    assert [pair.changed_fields for pair in found.kept] == [{"country"}] * 2
    assert told(found) == ([], [])


def test_a_new_entry_of_an_id_that_was_there_joins_it_and_changes_nothing() -> None:
    second = entry_text("Acme", more='  id: acme\n  endorses: "2.0"\n')
    found = between(ACME, ACME + second)
    [joining] = found.joining
    assert joining.differences == []
    assert [pair.change for pair in found.kept] == [None]
    assert told(found) == ([], [])


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ("name: Acme", "name: Umbrella", "name"),
        ("kind: company", "kind: nonprofit", "kind"),
        ("country: NO", "country: SE", "country"),
        ("website: https://acme.example", "website: https://acme.evil.example", "website"),
        ("  website: https://acme.example\n", "", "website"),
        ("signed: 2024-05-06", "signed: 2024-05-06\n  ended: 2024-06", "ended"),
    ],
)
def test_who_joins_an_id_and_says_otherwise_of_it_is_seen(old: str, new: str, field: str) -> None:
    second = entry_text("Acme", more='  id: acme\n  endorses: "2.0"\n')
    assert old in second
    [joining] = between(ACME, ACME + second.replace(old, new, 1)).joining
    assert [each.field for each in joining.differences] == [field]


def test_a_website_in_another_spelling_is_the_same() -> None:
    second = entry_text("Acme", more='  id: acme\n  endorses: "2.0"\n')
    [joining] = between(
        ACME, ACME + second.replace("https://acme.example\n", "https://www.acme.example/\n")
    ).joining
    assert joining.differences == []


def test_who_joins_is_compared_with_the_latest_where_a_month_alone_is_known() -> None:
    month = ACME.replace("2024-05-06", "2024-05").replace("NO", "SE")
    day = ACME + '  id: acme\n  endorses: "2.0"\n'
    third = ACME.replace("NO", "SE") + '  id: acme\n  endorses: "3.0"\n'
    [joining] = between(month + day, month + day + third).joining
    assert joining.differences == []


def test_two_endorsements_of_somebody_new_join_nobody() -> None:
    second = entry_text("Acme", more='  id: acme\n  endorses: "2.0"\n')
    found = between("[]", ACME + second)
    assert (len(found.added), found.joining) == (2, ())


def test_an_entry_that_moves_to_an_id_that_was_there_joins_it() -> None:
    beta = entry_text("Beta")
    moved = ACME + '  id: beta\n  endorses: "2.0"\n'
    found = between(ACME + beta, moved + beta)
    [joining] = found.joining
    assert [each.field for each in joining.differences] == ["name", "website"]
    assert [pair.shared for pair in found.kept] == ["", "its evidence"]


SHARED = {
    "an identifier": ("  identifiers: wikidata:Q42\n", "its identifier"),
    "a former name": ("  formerly: Acme\n", "its earlier name"),
}


@pytest.mark.parametrize("case", SHARED)
def test_without_an_id_a_signatory_is_known_by_what_it_says_of_itself(case: str) -> None:
    more, shared = SHARED[case]
    before = ACME + (more if "identifiers" in more else "")
    pair = only_pair(before, entry_text("Umbrella", more=more))
    assert (pair.shared, pair.change) == (shared, ChangeKind.REPLACED)


def test_without_an_id_a_signatory_is_known_by_its_evidence_or_its_website() -> None:
    by_evidence = entry_text("Umbrella").replace("https://umbrella.example/news", LETTER)
    pair = only_pair(ACME.replace("https://acme.example/news", LETTER), by_evidence)
    assert (pair.shared, pair.change) == ("its evidence", ChangeKind.RENAMED)
    by_website = entry_text("Umbrella", "acme").replace("/news", "/other")
    pair = only_pair(ACME, by_website)
    assert (pair.shared, pair.change) == ("its website", ChangeKind.RENAMED)


def test_both_endorsements_of_a_renamed_signatory_are_paired() -> None:
    second = '  endorses: "2.0"\n'
    before = ACME + entry_text("Acme", more=f"  id: acme\n{second}")
    after = entry_text("Umbrella", "acme") + entry_text(
        "Umbrella", "acme", f"  id: umbrella\n{second}"
    )
    found = between(before, after)
    assert told(found) == ([], [])
    assert [pair.change for pair in found.kept] == [ChangeKind.RENAMED] * 2
    assert all(version_of(pair.before) == version_of(pair.after) for pair in found.kept)


def test_who_signed_the_same_letter_is_not_taken_for_another() -> None:
    """The letter is evidence for whoever stays on the register, too."""
    found = between(person("Ann Ek") + person("Bo Ek"), person("Ann Ek") + person("Cy Ek"))
    assert told(found) == (["Bo Ek"], ["Cy Ek"])


def test_of_several_who_go_and_come_with_one_letter_none_is_paired() -> None:
    found = between(person("Ann Ek") + person("Bo Ek"), person("Cy Ek") + person("Di Ek"))
    assert told(found) == (["Ann Ek", "Bo Ek"], ["Cy Ek", "Di Ek"])
    found = between(person("Ann Ek") + person("Bo Ek"), person("Cy Ek"))
    assert told(found) == (["Ann Ek", "Bo Ek"], ["Cy Ek"])


def test_colleagues_on_one_website_are_not_taken_for_each_other() -> None:
    site = "  website: https://lab.example\n"
    kept = person("Ann Ek", "https://a.example/1", site)
    found = between(
        kept + person("Bo Ek", "https://a.example/2", site),
        kept + person("Cy Ek", "https://a.example/3", site),
    )
    assert told(found) == (["Bo Ek"], ["Cy Ek"])


def test_a_person_is_never_taken_for_an_organisation() -> None:
    company = ACME.replace("https://acme.example/news", LETTER)
    assert told(between(company, person("Jane Doe"))) == (["Acme"], ["Jane Doe"])
    assert told(between(person("Jane Doe"), company)) == (["Jane Doe"], ["Acme"])


def test_a_fold_may_add_the_day_of_listing_and_nothing_else() -> None:
    [drop_in] = entries(ACME, "signatories.d/acme.yml")
    [listed] = entries(f"{ACME}  listed: 2024-06-01\n")
    [more] = entries(f"{ACME}  listed: 2024-06-01\n  archived: https://archive.example/x\n")
    assert Pair(drop_in, listed).is_fold
    assert Pair(drop_in, listed).change is None
    assert Pair(drop_in, more).change is ChangeKind.CHANGED


def test_the_day_of_listing_of_an_entry_that_was_listed_is_a_change() -> None:
    before, after = f"{ACME}  listed: 2024-06-01\n", f"{ACME}  listed: 2024-06-02\n"
    assert only_pair(ACME, after).change is ChangeKind.CHANGED
    assert only_pair(before, after).change is ChangeKind.CHANGED
    [stated] = entries(before, "signatories.d/acme.yml")
    assert Pair(stated, entries(before)[0]).is_fold
    assert Pair(stated, entries(after)[0]).change is ChangeKind.CHANGED


def test_a_register_of_one_name_over_and_over_is_compared_in_order() -> None:
    many = "".join(entry_text("Acme", f"acme{n}") for n in range(3000))
    found = between(many, many.replace("country: NO", "country: SE", 1))
    assert [pair.change for pair in found.kept].count(None) == 2999
