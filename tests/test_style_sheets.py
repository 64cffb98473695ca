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


# Declarations that know left from right, and why each does. All others follow the page's direction.
PHYSICAL = {
    ("standing.css", "text-align: right"): "units of numbers stand beneath one another",
    ("views.css", "text-align: right"): "units of numbers stand beneath one another",
    ("type.css", "text-align: left"): "whoever writes a table says left, and means it",
    ("type.css", "text-align: right"): "whoever writes a table says right, and means it",
    ("terms.css", "inset: var(--top, 0) auto auto var(--left, 0)"): "a script measures the place",
    ("figures.css", "transform: scaleX(-1)"): "it mirrors drawings, and no text",
}
SIDES = re.compile(
    r"""(?:[\w-]+-)?(?:left|right)(?:-[\w-]+)?:.*   # margin-left, left, border-top-right-radius
    |(?:text-align|float|clear|background|background-position|transform-origin|object-position):
     .*\b(?:left|right)\b.*
    |(?:transform:.*(?:translate|scale|rotate|skew|matrix)|translate:|scale:|rotate:).*
    |.*linear-gradient.*""",
    re.VERBOSE,
)
# Of four values the second is on the right and the fourth on the left; those of corners are four.
FOUR = re.compile(r"(?:margin|padding|inset|border-(?:width|style|color|radius)): (.+)")
SHADOW = re.compile(r"(?:box-shadow|text-shadow|--open): (.+)")


def _knows_sides(declaration: str) -> bool:
    if "--undersigned-way" in declaration:
        return False
    if SIDES.fullmatch(declaration):
        return True
    if four := FOUR.fullmatch(declaration):
        values = re.findall(r"(?:[^\s()]|\([^()]*(?:\([^()]*\)[^()]*)*\))+", four[1])
        return len(values) == 4 and values[1] != values[3]
    if shadow := SHADOW.fullmatch(declaration):
        return any(
            not re.match(r"(?:inset )?0 |none|var\(", each.strip())
            for each in re.split(r",(?![^()]*\))", shadow[1])
        )
    return False


def test_sides_are_those_of_the_direction_in_which_a_page_is_read() -> None:
    found = set[tuple[str, str]]()
    for sheet in sorted((REPOSITORY / "overrides/assets/undersigned").glob("*.css")):
        rules = re.sub(r"/\*.*?\*/", "", sheet.read_text(encoding="utf-8"), flags=re.DOTALL)
        for block in re.findall(r"(?<=[{;])\s*([\w-]+\s*:[^{};]*)(?=[;}])", rules):
            declaration = " ".join(block.split())
            if _knows_sides(declaration):
                found.add((sheet.name, declaration))
    assert found == set(PHYSICAL)


@pytest.mark.parametrize(
    ("declaration", "known"),
    [
        ("left: 0", True),
        ("border-left-color: red", True),
        ("border-top-right-radius: 2px", True),
        ("float: right", True),
        ("padding: 1rem 0 1rem 3rem", True),
        ("transform: translateX(1rem)", True),
        ("box-shadow: 0 0 1px red, -0.5rem 0 0 red", True),
        ("padding: 1rem 2rem 3rem", False),
        ("inset: 0 1px 2px 1px", False),
        ("inset-inline-start: 0", False),
        ("box-shadow: inset calc(1rem * var(--undersigned-way)) 0 red", False),
        ("transform: none", False),
    ],
)
def test_sides_are_found_in_every_form_of_a_declaration(declaration: str, known: bool) -> None:
    assert _knows_sides(declaration) is known
