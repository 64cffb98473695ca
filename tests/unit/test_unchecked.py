"""The counts of entries that nobody has checked are those of the pages, and break over none."""

from pathlib import Path

import pytest
from undersigned.changes.proof_changes import Kept, Stand
from undersigned.changes.unchecked import counts_of, endorsements_of, grade
from undersigned.data.statement import counts
from undersigned.evidence.grades import Grade
from undersigned.fields import SEVERAL
from undersigned.model import Standing
from undersigned.register.entries import gather
from undersigned.register.rules.context import read_context
from undersigned.site import read_site
from undersigned.text.source import Entry, Source
from undersigned.text.yaml_reader import read_entries

from tests.support.files import plant
from tests.support.registers import BARE_SITE, entry_text

SECOND = {
    "versions.yml": (
        '- version: "1.0"\n  published: 2023-03\n  sha256: (lock)\n'
        '- version: "2.0"\n  published: 2024-06-01\n  sha256: (lock)\n'
    ),
    "docs/principles/2.0.md": "1. Do some good\n",
}


def entry(text: str) -> Entry:
    [found], _ = read_entries(Source("signatories.yml", text), SEVERAL)
    return found


def again(name: str, more: str = "") -> str:
    """A second endorsement, of another version."""
    later = entry_text(name, more=f"  id: {name.lower()}\n{more}")
    return later.replace("2024-05-06", "2024-07-08")


def test_signatories_and_grades_are_counted_as_on_the_pages(tmp_path: Path) -> None:
    gone = "  withdrawn: 2025-01-02\n"
    register = [
        entry_text("Aa"),
        again("Aa").replace("https://aa.example/news", "https://news.example/aa"),
        entry_text("Bb", more=gone),
        again("Bb"),
        entry_text("Cc", more=gone),
        again("Cc", gone),
        entry_text("Dd"),
        again("Dd", "  ended: 2025-02\n"),
        entry_text("Ee", more="  website_then: https://other.example\n"),
        "- name: Jane Doe\n  kind: individual\n  signed: 2024-05\n  evidence: https://x.example/a\n",
        "- name: Ole Aas\n  kind: individual\n  signed: 2024-05\n"
        "  confirmed_by_email: 2024-06-07\n",
    ]
    plant(tmp_path, BARE_SITE | SECOND | {"signatories.yml": "\n".join(register)})
    site, problems = read_site(tmp_path)
    assert problems == []
    found = counts_of(
        Stand(endorsements_of(gather(tmp_path)[0], read_context(tmp_path)[0].version_of), Kept())
    )
    stated = counts(site.register)
    assert found.standings == {
        Standing.ENDORSES: stated["signatories"],
        Standing.WITHDRAWN: stated["withdrawn"],
        Standing.ENDED: stated["ended"],
    }
    assert (found.entries, found.standings.total()) == (len(site.register.endorsements), 7)
    assert found.grades == {
        Grade.OWN_SITE: 1,
        Grade.RECORDED: 2,
        Grade.STATED: 1,
        Grade.CONFIRMED: 1,
    }


@pytest.mark.parametrize(
    "text",
    [
        "- nmae: Acme\n",
        "- kind: company\n  signed: yesterday\n  endorses: latest\n",
        "- name: A\n  signed: 2024-99-99\n  ended: never\n  withdrawn: x\n",
        "- name: A\n  confirmed_by_email: x\n",
        "- name: A\n  website: javascript:alert(1)\n  evidence: https://[\n  endorses: 1..2\n",
        f"- name: A\n  endorses: '{'9' * 5000}'\n",
    ],
)
def test_entries_that_lack_or_garble_fields_are_counted_too(text: str) -> None:
    one = entry(text)
    found = counts_of(
        Stand(endorsements_of([one, one], lambda each: each.values.get("endorses", "")), Kept())
    )
    assert found.entries == 2
    assert found.standings.total() == 1
    grade(one)


def test_an_address_that_the_rules_refuse_is_no_evidence() -> None:
    text = entry_text("Acme").replace("https://acme.example/news", "http://acme.example")
    assert grade(entry(text)) is None
    assert grade(entry(f"{text}  confirmed_by_email: 2024-05-07\n")) is None
    assert grade(entry(entry_text("Acme"))) is Grade.OWN_SITE
