"""Golden cases of the checker: a drawn site, and after '--- expected' what it prints.

Set UPDATE_GOLDEN=1 to write what is printed now; then read the difference before committing it.
"""

import os
from pathlib import Path

import pytest

from tests.support.files import drawn, plant
from tests.support.prepared import run_module
from tests.support.registers import BARE_SITE

CASES = sorted((Path(__file__).parent / "golden" / "check").glob("*.txt"))


def test_there_are_cases() -> None:
    assert len(CASES) > 15


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_the_checker_prints_what_the_case_expects(case: Path, tmp_path: Path) -> None:
    text = case.read_text(encoding="utf-8")
    files = BARE_SITE | drawn(text)
    expected = files.pop("expected", "")
    plant(tmp_path, files)
    checked = run_module("undersigned", "check", cwd=tmp_path)
    if os.environ.get("UPDATE_GOLDEN") == "1":
        before = text.split("--- expected\n")[0]
        case.write_text(before + "--- expected\n" + checked.stdout, encoding="utf-8")
        return
    assert (checked.stdout, checked.stderr) == (expected, "")
    count = expected.splitlines()[-1] if expected else ""
    assert checked.returncode == (1 if "problem" in count else 0)
