"""The palette keeps the contrast that its first lines promise."""

import re
from itertools import product

import pytest

from tests.support.sites import REPOSITORY

STYLES = (REPOSITORY / "overrides/assets/undersigned/colour.css").read_text(encoding="utf-8")
PALETTES = [
    dict(re.findall(r"--undersigned-(\w+): (#[0-9a-f]{6});", block))
    for block in re.findall(r"\{([^{}]*--undersigned-paper: #[^{}]*)\}", STYLES)
]


def luminance(colour: str) -> float:
    """Relative luminance, 0 to 1 (WCAG 2.2)."""
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """From 1 to 21 (WCAG 2.2, 1.4.3)."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_black_on_white_has_the_contrast_that_wcag_gives_it() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize("palette", PALETTES, ids=["light", "dark", "dark without scripts"])
def test_text_has_seven_to_one_and_lines_that_mean_something_three(palette: dict[str, str]) -> None:
    for text, ground in product(("ink", "pale", "accent"), ("paper", "shade")):
        assert contrast(palette[text], palette[ground]) >= 7, (text, ground)
    assert contrast(palette["line"], palette["paper"]) >= 3


def test_the_dark_palette_is_the_same_with_and_without_scripts() -> None:
    assert PALETTES[1] == PALETTES[2]
