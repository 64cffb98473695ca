"""Colours that a site chooses: how they are read, judged, and made into all that pages have."""

import re
import struct
import zlib
from pathlib import Path

import pytest
from undersigned.look.colours import colour_of, contrast, luminance, mixed
from undersigned.look.icons import icons
from undersigned.look.legible import illegible
from undersigned.look.mark import FAVICON, TOUCH_ICON, favicon, touch_icon
from undersigned.look.palette import OUR_THREE, OURS, Palettes, Three, palettes_of, style_sheet
from undersigned.look.pictures import Picture, Pictures
from undersigned.look.settings import AS_USUAL, Look, read_look
from undersigned.statement.card import signed_picture

from tests.support.sites import REPOSITORY

ASSETS = REPOSITORY / "overrides/assets/undersigned"


def read(root: Path, lines: str) -> tuple[Look, list[str]]:
    """The look that such lines under `extra.look` give, and what is wrong with them."""
    (root / "mkdocs.yml").write_text(f"site_name: A\nextra:\n  look:\n{lines}", encoding="utf-8")
    look, problems = read_look(root)
    return look, list(map(str, problems))


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#767676", "#ffffff", 4.54),
        ("#777777", "#ffffff", 4.48),
        ("#ff0000", "#ffffff", 4.0),
        ("#123456", "#123456", 1.0),
    ],
)
def test_contrast_is_that_of_wcag(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.005)
    assert contrast(other, one) == contrast(one, other)


def test_a_mixture_begins_and_ends_with_its_parts_and_is_grey_between_greys() -> None:
    assert mixed("#8a2414", "#f0a48f", 0) == "#8a2414"
    assert mixed("#8a2414", "#f0a48f", 1) == "#f0a48f"
    middle = mixed("#000000", "#ffffff", 0.5)
    assert middle[1:3] == middle[3:5] == middle[5:7]
    assert luminance(middle) == pytest.approx(0.125, abs=0.01)


@pytest.mark.parametrize(
    ("text", "colour"),
    [("#ABC", "#aabbcc"), ("#8a3B12", "#8a3b12"), ("abc", None), ("#abcd", None), ("red", None)],
)
def test_a_colour_has_three_or_six_digits(text: str, colour: str | None) -> None:
    assert colour_of(text) == colour


def test_a_site_that_chooses_nothing_has_the_colours_of_the_package(tmp_path: Path) -> None:
    assert read_look(tmp_path) == (AS_USUAL, [])
    assert read(tmp_path, "") == (AS_USUAL, [])
    assert palettes_of(OUR_THREE) == OURS
    assert not AS_USUAL.own_colours


def test_three_values_make_all_colours_by_day_and_at_night(tmp_path: Path) -> None:
    lines = '    paper: "#f7faff"\n    ink: "#0b1f4d"\n    accent: "#05A"\n'
    look, problems = read(tmp_path, lines)
    assert problems == []
    day, night, _ = look.colours
    assert (day.paper, day.ink, day.accent) == ("#f7faff", "#0b1f4d", "#0055aa")
    assert luminance(night.paper) < 0.02 < 0.7 < luminance(night.ink)
    assert luminance(night.accent) > luminance(day.accent)
    assert f"--undersigned-night-accent: {night.accent};" in look.style


def test_one_value_alone_goes_with_the_others_of_the_package(tmp_path: Path) -> None:
    look, problems = read(tmp_path, '    accent: "#1f4e79"\n')
    assert problems == []
    assert look.colours.day._replace(accent=OURS.day.accent).paper == OURS.day.paper
    assert look.colours.day.accent == "#1f4e79"


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ("    accent: #8a3b12\n", "4:12: extra.look.accent is empty, for '#' begins a comment"),
        ("    accent: 8a3b12\n", "4:13: extra.look.accent '8a3b12' is no colour; did you mean"),
        ("    accent: red\n", "4:13: extra.look.accent 'red' is no colour; give '#' and 3 or 6"),
        ("    accent: [1]\n", "4:13: extra.look.accent a list is no colour; give '#' and 3 or 6"),
        ('    acent: "#123"\n', "4:5: extra.look has 'acent', which nothing reads; did you mean"),
        ('    font: "#123"\n', "4:5: extra.look has 'font', which nothing reads; give paper, ink"),
        ("    - a\n", "4:5: extra.look is no mapping; give paper, ink, accent, card or"),
    ],
)
def test_what_is_no_colour_is_a_problem_at_its_place(
    lines: str, message: str, tmp_path: Path
) -> None:
    look, [problem] = read(tmp_path, lines)
    assert problem.startswith(f"mkdocs.yml:{message}")
    assert look == AS_USUAL


def test_faint_text_is_told_with_its_ratio_and_the_nearest_that_would_do(tmp_path: Path) -> None:
    look, [problem] = read(tmp_path, '    paper: "#fff"\n    accent: "#777"\n')
    assert problem == (
        "mkdocs.yml:5:13: extra.look.accent #777777 and paper #ffffff have a contrast of 4.47 to 1,"
        ' and text needs 4.5 to 1; write accent: "#767676"'
    )
    assert look == AS_USUAL
    assert read(tmp_path, '    paper: "#fff"\n    accent: "#767676"\n')[1] == []


def test_what_was_not_given_is_named_where_something_else_made_it_faint(tmp_path: Path) -> None:
    _, problems = read(tmp_path, '    paper: "#a8a8a8"\n')
    assert [problem.partition("#")[0] for problem in problems] == [
        "mkdocs.yml:4:5: extra.look.accent "
    ]


@pytest.mark.parametrize(
    "three",
    [
        Three("#181613", "#ece6da", "#f0a48f"),
        Three("#555555", "#000000", "#000000"),
        Three("#ffffff", "#999999", "#eeaa00"),
    ],
)
def test_whoever_follows_the_remedies_ends_with_colours_that_can_be_read(three: Three) -> None:
    for _ in range(3):
        for name, message in list(illegible(three)):
            if "swap" in message:
                three = Three(three.ink, three.paper, three.accent)
            elif remedy := re.search(rf'write {name}: "(#[0-9a-f]{{6}})"$', message):
                three = three._replace(**{name: remedy[1]})
    assert list(illegible(three)) == []


def test_a_style_sheet_of_colours_has_nothing_else() -> None:
    made = style_sheet(Palettes(OURS.day, OURS.night, OURS.printed))
    lines = made.splitlines()
    assert (lines[0], lines[-1]) == (":root {", "}")
    assert all(
        re.fullmatch(r"  --undersigned-[a-z-]+: #[0-9a-f]{6};", each) for each in lines[1:-1]
    )


PNG = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR"


def png(width: int, height: int) -> bytes:
    """The beginning of a PNG of this size, which is all that is read of it."""
    return PNG + width.to_bytes(4) + height.to_bytes(4) + b"\x08\x02\0\0\0"


def pictured(root: Path, settings: str, **files: bytes) -> tuple[Pictures, list[str]]:
    """The pictures that these settings name, among files of docs/ by their names."""
    (root / "docs").mkdir(exist_ok=True)
    for name, content in files.items():
        (root / "docs" / name.replace("_", ".")).write_bytes(content)
    (root / "mkdocs.yml").write_text(settings, encoding="utf-8")
    look, problems = read_look(root)
    return look.pictures, list(map(str, problems))


def test_a_site_names_its_card_and_its_icons(tmp_path: Path) -> None:
    settings = "theme: {favicon: f.svg}\nextra: {look: {card: c.png, touch: t.png}}\n"
    files = {"c_png": png(800, 400), "t_png": png(180, 180), "f_svg": b"<svg></svg>"}
    found, problems = pictured(tmp_path, settings, **files)
    assert problems == []
    assert found.card == Picture("c.png", 800, 400)
    assert found.touch == Picture("t.png", 180, 180)
    assert found.favicon


def test_the_words_of_a_card_that_is_drawn_here_are_read(tmp_path: Path) -> None:
    content = signed_picture(touch_icon(OURS.day), ("The letter", "2024"))
    found, problems = pictured(tmp_path, "extra: {look: {card: c.png}}\n", c_png=content)
    assert problems == []
    assert found.card == Picture("c.png", 180, 180, ("The letter", "2024"))


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("https://a.example/c.png", "is on another server; save it in docs/"),
        ("../c.png", "is no path within docs/; give that of a file in docs/"),
        ("/c.png", "is no path within docs/; give that of a file in docs/"),
        ('"c\\0.png"', "is no path within docs/; give that of a file in docs/"),
        (".hidden/c.png", "is hidden, so nobody publishes it; rename it without the dot"),
        ("docs/c.png", "begins with docs/; write 'c.png'"),
        ("none.png", "'docs/none.png': there is no such file; add it"),
        ("c.jpg", "is not of kind .png; save it as such a file"),
        ("fake.png", "is no PNG, whatever it is called; save it as one"),
        (f"{'c' * 300}.png", "…': cannot be read: File name too long"),
        ("[c.png]", "is no path; give that of a file in docs/"),
    ],
)
def test_what_is_no_picture_of_the_site_is_a_problem(path: str, words: str, tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    files = {"c_png": png(9, 9), "c_jpg": b"\xff\xd8\xff", "fake_png": b"GIF89a"}
    found, [problem] = pictured(tmp_path, f"extra: {{look: {{card: {path}}}}}\n", **files)
    assert found.card is None
    assert problem.startswith("mkdocs.yml:1:22: extra.look.card ")
    assert words in problem
    assert problem.isprintable()


@pytest.mark.parametrize("nothing", ["", "~", '""'])
def test_a_picture_that_is_not_named_is_none(nothing: str, tmp_path: Path) -> None:
    settings = f"theme: {{favicon: {nothing}}}\nextra: {{look: {{card: {nothing}}}}}\n"
    assert pictured(tmp_path, settings) == (AS_USUAL.pictures, [])


def test_a_link_is_no_picture(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "secret.png").write_bytes(png(9, 9))
    (tmp_path / "docs/c.png").symlink_to(tmp_path / "secret.png")
    assert pictured(tmp_path, "extra: {look: {card: c.png}}\n")[1]


def test_the_icon_of_phones_is_a_square(tmp_path: Path) -> None:
    found, [problem] = pictured(tmp_path, "extra: {look: {touch: t.png}}\n", t_png=png(180, 120))
    assert found.touch is None
    assert "touch is 180 by 120 pixels, and phones show a square; cut it" in problem


@pytest.mark.parametrize("path", ["assets/undersigned/favicon.svg", "own.svg"])
def test_the_theme_and_the_templates_of_a_site_may_bring_a_picture(
    path: str, tmp_path: Path
) -> None:
    (tmp_path / "own").mkdir()
    (tmp_path / "own/own.svg").write_text("<svg></svg>", encoding="utf-8")
    settings = f"theme: {{name: a, custom_dir: own, favicon: {path}, logo: {path}}}\n"
    found, problems = pictured(tmp_path, settings)
    assert problems == []
    assert found.favicon is (path == "own.svg")


def test_icons_are_drawn_in_the_colours_of_a_site_that_has_no_others() -> None:
    colours = palettes_of(Three("#ffffff", "#0b1f4d", "#0057b8"))
    made = {file.path: file.content for file in icons(Look(colours))}
    assert list(made) == [FAVICON, TOUCH_ICON]
    assert b'fill="#0057b8"' in made[FAVICON]
    assert made[TOUCH_ICON].startswith(png(180, 180))
    assert list(icons(AS_USUAL)) == []


def test_icons_of_the_package_are_those_that_are_drawn_in_its_colours() -> None:
    assert (ASSETS / "favicon.svg").read_text(encoding="utf-8") == favicon(OURS.day)
    rows = pixels(touch_icon(OURS.day))
    assert len(rows) == 180
    assert rows[0] == bytes.fromhex("8a2414") * 180
    assert bytes.fromhex("fbf9f4") in rows[90]


def test_an_icon_that_a_site_has_put_in_its_place_stays(tmp_path: Path) -> None:
    assert pictured(tmp_path, "site_name: A\n")[0].icons == (FAVICON, TOUCH_ICON)
    (tmp_path / "docs" / FAVICON).parent.mkdir(parents=True)
    (tmp_path / "docs" / FAVICON).write_text("<svg></svg>", encoding="utf-8")
    assert pictured(tmp_path, "site_name: A\n")[0].icons == (TOUCH_ICON,)
    (tmp_path / "own" / FAVICON).parent.mkdir(parents=True)
    settings = "theme: {custom_dir: own}\n"
    (tmp_path / "own" / FAVICON).write_text(favicon(OURS.day), encoding="utf-8")
    assert pictured(tmp_path, settings)[0].icons == (TOUCH_ICON,)
    (tmp_path / "own" / FAVICON).write_text("<svg></svg>", encoding="utf-8")
    assert pictured(tmp_path, settings)[0].icons == ()


def pixels(picture: bytes) -> list[bytes]:
    """The rows of a PNG that is drawn here, of which each pixel has three bytes."""
    start = picture.index(b"IDAT") + 4
    (length,) = struct.unpack(">I", picture[start - 8 : start - 4])
    drawn = zlib.decompress(picture[start : start + length])
    size = 180 * 3 + 1
    return [drawn[at + 1 : at + size] for at in range(0, len(drawn), size)]
