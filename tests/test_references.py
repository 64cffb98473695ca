"""Golden references: a source in BibTeX, and after '--- expected' its HTML and its bare words.

A case may go on with '--- csl', the variables of its item, and '--- check', the problems of the
file without its name; an empty section says that there is none. Of several entries the last is
shown.
Set UPDATE_GOLDEN=1 to write what comes out now; then read the difference before committing it.
"""

import json
import os
import re
from datetime import date
from itertools import chain
from pathlib import Path

import pytest
from undersigned.bibliography.checks import problems_of
from undersigned.bibliography.csl.items import csl_json
from undersigned.bibliography.library import library_of
from undersigned.bibliography.style.reference import reference_html, reference_text
from undersigned.text.source import Source

from tests.support.references import in_a_footnote, last_entry_of, shown

CASES = sorted((Path(__file__).parent / "golden" / "references").glob("*.txt"))


def sections_of(case: Path) -> dict[str, str]:
    """The BibTeX of a case under '', and what it expects by the names of its sections."""
    parts = re.split(r"^--- (\w+)\n", case.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return {"": parts[0], **dict(zip(parts[1::2], parts[2::2], strict=True))}


def read(bibtex: str) -> str:
    entry = last_entry_of(bibtex)
    return f"{reference_html(entry)}\n{reference_text(entry)}\n"


def csl(bibtex: str) -> str:
    [item] = json.loads(csl_json([last_entry_of(bibtex)]))
    lines = (f"{name}: {json.dumps(value, ensure_ascii=False)}\n" for name, value in item.items())
    return "".join(lines)


def checked(bibtex: str) -> str:
    library, problems = library_of(Source("references.bib", bibtex))
    found = sorted(chain(problems, problems_of(library, date(2026, 11, 26))))
    return "".join(f"{str(each).partition('.bib:')[2]}\n" for each in found)


PRINTED = {"expected": read, "csl": csl, "check": checked}


def test_there_are_cases() -> None:
    assert len(CASES) >= 30


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_a_reference_reads_as_the_case_expects(case: Path) -> None:
    sections = sections_of(case)
    bibtex = sections.pop("")
    printed = {name: PRINTED[name](bibtex) for name in sections}
    if os.environ.get("UPDATE_GOLDEN") == "1":
        written = [f"--- {name}\n{text}" for name, text in printed.items()]
        case.write_text("".join([bibtex, *written]), encoding="utf-8")
        return
    assert printed == sections


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_a_footnote_shows_the_same_as_a_page(case: Path) -> None:
    html = reference_html(last_entry_of(sections_of(case)[""]))
    assert shown(in_a_footnote(html)) == shown(html)
