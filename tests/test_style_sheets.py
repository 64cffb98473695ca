"""Style sheets hold no rule for what nothing draws any more."""

import re
from pathlib import Path

import pytest
from undersigned.drawings.shapes import Ink

from tests.support.sites import REPOSITORY

DRAWN = "\n".join(
    path.read_text(encoding="utf-8")
    for folder, pattern in (("overrides", "*.html"), ("overrides", "*.js"), ("hooks", "*.py"))
    for path in sorted((REPOSITORY / folder).rglob(pattern))
)
LITERAL = frozenset(re.findall(r"undersigned-[\w-]*\w", DRAWN))
# A class that ends in a value, such as 'undersigned-strokes--{{ tally.size }}'.
BEGINNINGS = tuple(set(re.findall(r"(undersigned-[\w-]+[-_])\{", DRAWN)))
INKS = frozenset(f"undersigned-{ink}{form}" for ink in Ink for form in ("", "-line"))


@pytest.mark.parametrize(
    "sheet",
    sorted((REPOSITORY / "overrides/assets/undersigned").glob("*.css")),
    ids=lambda path: path.name,
)
def test_every_class_of_a_style_sheet_is_one_that_is_drawn(sheet: Path) -> None:
    rules = re.sub(r"/\*.*?\*/", "", sheet.read_text(encoding="utf-8"), flags=re.DOTALL)
    classes = set(re.findall(r"\.(undersigned-[\w-]+)", rules))
    unused = classes - LITERAL - INKS
    assert [each for each in sorted(unused) if not each.startswith(BEGINNINGS)] == []
