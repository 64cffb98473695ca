"""Without kept copies, and beside those of others, every entry stays as it was, to the byte."""

import json
from hashlib import sha256
from pathlib import Path

import pytest
from undersigned.evidence.grades import Grade
from undersigned.views.words import Words

from tests.support.files import drawn, plant
from tests.support.proofs import kept, said
from tests.support.published import published_by
from tests.support.registers import BARE_SITE

SITE = """\
--- mkdocs.yml
site_name: Any
site_url: https://small.example/
--- versions.yml
- version: "1.0"
  published: 2023-03
  sha256: (lock)
- version: "1.1"
  published: 2024-06
  sha256: (lock)
--- docs/principles/1.1.md
1. Do good
--- signatories.yml
- name: Acme
  kind: company
  country: NO
  website: https://acme.example
  signed: 2024-05-06
  evidence: https://acme.example/news
  statement: We never will.

- name: Beta Systems
  formerly: Beta
  kind: company
  country: SE
  website: https://www.beta.example
  website_then: https://beta-labs.example
  signed: 2024-05
  evidence: https://beta-labs.example/news
  archived: https://archive.example/beta

- name: Beta Systems
  id: beta-systems
  kind: company
  country: SE
  website: https://www.beta.example
  signed: 2024-07-08
  confirmed_by_email: 2024-07-09
  endorses: "1.1"

- name: Gone University
  kind: academic
  country: DE
  website: https://gone.example/law
  signed: 2024-05-07
  evidence: https://news.example/gone
  withdrawn: 2025-01-02

- name: Jane Doe
  kind: individual
  signed: 2024-06-01
  evidence: https://pages.example/jane

- name: Old Institute
  kind: nonprofit
  country: FR
  website: https://old.example
  signed: 2024-05-08
  evidence: https://old.example/news
  ended: 2025-02
"""

# Of the files that were published of this register before there were copies; feed and statement
# have since been given the name of their edition.
DIGESTS = {
    "badge.json": "073299a38ad4b10af41613857497030d0273099aa1b718b30f86db727d673e35",
    "feed.xml": "6cc11fda80c5bee90a1d8b31307306a793c3231f3d407c7650d4de61408e0e6a",
    "signatories.csv": "ee717b8b7bc6f0dff218d97a35a6576f6d63003eb7fb9b46622d86114a982e0c",
    "signatories.json": "c6b7591f701e60f310ca612de8ba7fb60e2f6829b1a3fce430f950d508c27cdb",
    "signatories.yml": "a3c1f0c67f0f5da84092bc92422957c3e098090e718ea62d721283cdc6ad8273",
    "statement.json": "95360d112355df6f784d865138494ff37544de1de178d691fc9d9b56d6db231c",
}

COPIES = {
    "of a host of nobody": kept(host="nobody.example"),
    "of another statement": kept("# ours\n" + said(address="https://other.example/1.0.txt")),
}


def published(folder: Path, copies: dict[str, str]) -> dict[str, bytes]:
    """Every file that is published of the register with these copies, but for the copies."""
    plant(folder, BARE_SITE | drawn(SITE) | copies)
    files = published_by(folder).files
    return {each.path: each.content for each in files if not each.path.startswith("proofs/")}


def test_without_copies_data_are_as_they_were_before_there_were_any(tmp_path: Path) -> None:
    files = published(tmp_path, {})
    assert {path: sha256(files[path]).hexdigest() for path in DIGESTS} == DIGESTS


@pytest.mark.parametrize("case", ["of a host of nobody", "of another statement"])
def test_copies_that_prove_nothing_change_no_row_and_no_data(case: str, tmp_path: Path) -> None:
    bare = published(tmp_path / "bare", {})
    copies = BARE_SITE | drawn(SITE) | COPIES[case]
    plant(tmp_path / "kept", copies)
    made = published_by(tmp_path / "kept")
    assert published(tmp_path / "kept", {}) == bare
    words = Words("en_GB")
    without = published_by(tmp_path / "bare").view.register.entries
    assert [*words.rows(made.view.register.entries)] == [*words.rows(without)]
    assert all(each.grade is not Grade.PROVED for each in made.view.register.entries)


def test_a_copy_that_proves_changes_the_grade_of_its_endorsement_alone(tmp_path: Path) -> None:
    text = said(address="https://small.example/principles/1.0.txt")
    bare, proved = (
        json.loads(published(tmp_path / name, copies)["signatories.json"])["signatories"]
        for name, copies in (("bare", {}), ("kept", kept(text)))
    )
    assert [each["grade"] for each in proved].count("proved") == 1
    assert proved[0]["grade"] == "proved"
    assert proved[1:] == bare[1:]
