"""The register as read: who is on it, in which order, for which version, with which fields."""

from datetime import date
from pathlib import Path

from undersigned.fields import BETWEEN, FIELDS
from undersigned.format.canonical import canonical_entry, entry_of
from undersigned.names.slug import slug
from undersigned.register.rules.context import Context
from undersigned.register.signatories import Register, read_register
from undersigned.statement.versions import read_versions

from tests.support.files import drawn, plant
from tests.support.signatories import endorsement


def entry(name: str, signed: str = "2024-01-02", more: str = "") -> str:
    return (
        f"- name: {name}\n  kind: company\n  country: NO\n  website: https://{slug(name)}.example\n"
        f"  signed: {signed}\n  evidence: https://a.example/x\n{more}"
    )


SITE = """\
--- versions.yml
- version: "1.0"
  published: 2023-03
  sha256: (lock)
- version: "2.0"
  published: 2024-06-02
  sha256: (lock)
--- docs/principles/1.0.md
1. One
--- docs/principles/2.0.md
1. Two
"""


def names_and_versions(root: Path, register: str, drop_in: str = "") -> list[tuple[str, str]]:
    plant(root, drawn(SITE) | {"signatories.yml": register} | drawn(drop_in))
    versions, _ = read_versions(root, date(2026, 1, 1))
    read, problems = read_register(root, Context(date(2026, 1, 1), versions))
    assert problems == []
    return [(each.name, each.version) for each in read.endorsements]


def test_drop_ins_are_sorted_in_among_the_register(tmp_path: Path) -> None:
    drop_in = "--- signatories.d/abel.yml\n" + entry("Abel")
    read = names_and_versions(tmp_path, entry("Beta") + entry("Éclair") + entry("zeta"), drop_in)
    assert [name for name, _ in read] == ["Abel", "Beta", "Éclair", "zeta"]


def written(value: object) -> str:
    return BETWEEN.join(value) if type(value) is tuple else str(value)


def test_a_signatory_keeps_every_field_of_its_entry(tmp_path: Path) -> None:
    """Whoever adds a field gives it a value here; without it, what people give would vanish."""
    person = {
        "name": "Ada", "id": "ada-1", "formerly": "Augusta\nAda Byron", "sort_as": "Lovelace",
        "kind": "individual", "country": "GB", "website": "https://ada.org",
        "website_then": "https://ada.net", "affiliation": "Engines", "signed": "2024-01-02",
        "endorses": "1.0", "confirmed_by_email": "2024-01-03", "listed": "2024-02-03",
        "statement": "Well said", "withdrawn": "2025-02-03", "distinct_from": "society\nunion",
        "part_of": "society", "identifiers": "wikidata:Q7259", "of": "statement",
    }  # fmt: skip
    society = {
        "name": "Society", "kind": "association", "country": "GB", "website": "https://soc.org",
        "signed": "2024-01-02", "evidence": "https://soc.org/x", "archived": "https://arc.org/x",
        "ended": "2025-01", "succeeded_by": "union",
    }  # fmt: skip
    union = {**society, "name": "Union", "website": "https://union.org"}
    del union["ended"], union["succeeded_by"]
    given = [person, society, union]
    assert {name for each in given for name in each} == {field.name for field in FIELDS}
    text = "".join(f"{canonical_entry(entry_of(each))}\n" for each in given)
    plant(tmp_path, drawn(SITE) | {"signatories.yml": text})
    versions, _ = read_versions(tmp_path, date(2026, 1, 1))
    read, problems = read_register(tmp_path, Context(date(2026, 1, 1), versions, "statement"))
    assert problems == []
    for each, known in zip(given, read.endorsements, strict=True):
        assert {name: written(getattr(known, name)) for name in each} == each


def test_a_signatory_endorses_the_version_in_force_when_it_signed(tmp_path: Path) -> None:
    read = names_and_versions(
        tmp_path,
        entry("Aa", "2024-05-31")
        + entry("Bb", "2024-06")  # before the day of publication, for all that is known
        + entry("Cc", "2025-01-01", '  endorses: "1.0"\n')
        + entry("Dd", "2024-06-02"),
    )
    assert read == [("Aa", "1.0"), ("Bb", "1.0"), ("Cc", "1.0"), ("Dd", "2.0")]


def test_a_byte_order_mark_and_windows_line_ends_are_no_problem(tmp_path: Path) -> None:
    text = "\ufeff" + entry("Acme").replace("\n", "\r\n")
    assert names_and_versions(tmp_path, text) == [("Acme", "1.0")]


def test_a_register_given_its_own_endorsements_finds_no_signatory_anew() -> None:
    register = Register((endorsement("Acme"),))
    assert register.having(register.endorsements).signatories is register.signatories
    other = register.having([endorsement("Bolt")])
    assert [each.name for each in other.signatories] == ["Bolt"]
