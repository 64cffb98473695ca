"""Golden cases of evidence: what an entry's addresses prove, and the words and sign for it.

Each line of the table is an entry, which passes the checker and is then shown. Set UPDATE_GOLDEN=1
to write what is shown now; then read the difference before committing it.
"""

import os
from datetime import date
from pathlib import Path
from typing import NamedTuple

from undersigned.format.canonical import canonical_entry, entry_of
from undersigned.problem import stopping
from undersigned.register.rules.context import Context
from undersigned.register.signatories import read_register
from undersigned.views.entries import listed
from undersigned.views.words import Words

from tests.support.files import plant
from tests.support.versions import version

TABLE = Path(__file__).parent / "golden" / "grades.txt"
LINES = TABLE.read_text(encoding="utf-8").splitlines()
CONTEXT = Context(date(2026, 1, 1), (version("1.0"),))
WORDS = Words("en_GB")
NONE = "-"


class Case(NamedTuple):
    """A line of the table."""

    kind: str
    website: str
    evidence: str
    grade: str = ""
    words: str = ""

    @property
    def entry(self) -> dict[str, str]:
        """The entry of which it is true."""
        given = {"name": "Anybody", "kind": self.kind, "signed": "2024-05-06"}
        website, _, then = self.website.partition(", then ")
        optional = {
            "country": NONE if self.kind == "individual" else "NO",
            "website": website,
            "website_then": then or NONE,
            "evidence": self.evidence,
            "confirmed_by_email": "2024-05-06" if self.evidence == NONE else NONE,
        }
        return given | {name: value for name, value in optional.items() if value != NONE}


CASES = [Case(*line.split(" | ")) for line in LINES if line and not line.startswith("#")]


def shown(root: Path, case: Case) -> Case:
    """The case with the grade and the words that the site has for it."""
    plant(root, {"signatories.yml": canonical_entry(entry_of(case.entry)) + "\n"})
    register, problems = read_register(root, CONTEXT)
    assert stopping(problems) == []
    (entry,) = listed(register.signatories, "1.0")
    row = WORDS.row(entry)
    # A page states something at its date; whoever replied by e-mail signed then.
    assert row.wording.verb == ("signed" if case.evidence == NONE else "stated")
    return case._replace(grade=str(entry.grade), words=f"{row.wording.symbol} {row.grade}")


def test_there_are_cases_of_every_kind_and_grade() -> None:
    assert len(CASES) == len(set(CASES)) > 60
    assert {each.grade for each in CASES} == {"own-site", "recorded", "confirmed", "stated"}


def test_what_evidence_proves_is_said_as_the_table_has_it(tmp_path: Path) -> None:
    cases = iter(CASES)
    lines = [
        " | ".join(shown(tmp_path, next(cases))) if line and not line.startswith("#") else line
        for line in LINES
    ]
    if os.environ.get("UPDATE_GOLDEN") == "1":
        TABLE.write_text("\n".join([*lines, ""]), encoding="utf-8")
        return
    assert lines == LINES
