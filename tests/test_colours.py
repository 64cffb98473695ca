"""The palette of a site that chooses none keeps its contrast; style sheets take it from there."""

import re
from itertools import product

import pytest
from undersigned.look.colours import contrast
from undersigned.look.palette import OURS, Palette, style_sheet

from tests.support.sites import REPOSITORY

ASSETS = REPOSITORY / "overrides/assets/undersigned"
SHEETS = {path.name: path.read_text(encoding="utf-8") for path in sorted(ASSETS.glob("*.css"))}


@pytest.mark.parametrize("palette", [OURS.day, OURS.night], ids=["day", "night"])
def test_text_has_seven_to_one_and_lines_that_mean_something_three(palette: Palette) -> None:
    for text, ground in product(("ink", "pale", "accent"), ("paper", "shade")):
        assert contrast(getattr(palette, text), getattr(palette, ground)) >= 7, (text, ground)
    assert contrast(palette.line, palette.paper) >= 3


def test_no_style_sheet_but_that_for_print_has_a_colour_of_its_own() -> None:
    own = {name for name, text in SHEETS.items() if re.search(r"#[0-9a-f]{3,8}\b(?=[;,) ])", text)}
    assert own == {"print.css", "redline.css"}  # black on white, both on paper
    assert not re.search(r"#(?!000|333|777|bbb|fff)[0-9a-f]{3,6};", "".join(SHEETS.values()))


def test_every_colour_that_style_sheets_ask_for_is_given_and_no_other() -> None:
    given = re.findall(r"(--undersigned-[\w-]+): #[0-9a-f]{6};", style_sheet(OURS))
    asked = re.findall(
        r"var\((--undersigned-(?:day|night|printed)-\w+)\)", "".join(SHEETS.values())
    )
    assert len(given) == 15
    assert set(asked) == set(given)


def test_the_dark_palette_is_the_same_with_and_without_scripts() -> None:
    sheets = SHEETS["colour.css"] + SHEETS["theme.css"]
    blocks = re.findall(r"\{([^{}]*--undersigned-paper: var[^{}]*)\}", sheets)
    always, day, night, scriptless = (
        re.findall(r"(\S+): var\(\S+?-(\w+)-\w+\)", each) for each in blocks
    )
    assert always == day
    assert {palette for _, palette in day} == {"day"}
    assert {palette for _, palette in night} == {"night"}
    assert night == scriptless
