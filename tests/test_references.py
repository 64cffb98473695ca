"""Golden references: a source in BibTeX, and after '--- expected' its HTML and its bare words.

Set UPDATE_GOLDEN=1 to write what comes out now; then read the difference before committing it.
"""

import os
from pathlib import Path

import pytest
from undersigned.bibliography.style.reference import reference_html, reference_text

from tests.support.references import entry_of, in_a_footnote, shown

CASES = sorted((Path(__file__).parent / "golden" / "references").glob("*.txt"))


def test_there_are_cases() -> None:
    assert len(CASES) >= 30


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_a_reference_reads_as_the_case_expects(case: Path) -> None:
    bibtex, _, expected = case.read_text(encoding="utf-8").partition("--- expected\n")
    entry = entry_of(bibtex)
    printed = f"{reference_html(entry)}\n{reference_text(entry)}\n"
    if os.environ.get("UPDATE_GOLDEN") == "1":
        case.write_text(f"{bibtex}--- expected\n{printed}", encoding="utf-8")
        return
    assert printed == expected


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_a_footnote_shows_the_same_as_a_page(case: Path) -> None:
    html = reference_html(entry_of(case.read_text(encoding="utf-8").partition("---")[0]))
    assert shown(in_a_footnote(html)) == shown(html)
