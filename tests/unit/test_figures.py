"""Figures as their files state them, the drawings made of them, and what is taken along."""

import csv
import re
from dataclasses import replace
from decimal import Decimal
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pybtex.database import Entry
from undersigned.bibliography.library import Library, read_library
from undersigned.dates import StatedDate
from undersigned.drawings.drawing import WIDTHS, drawing_of
from undersigned.drawings.lettering import lines_within, width_of
from undersigned.drawings.page import with_drawings, with_figures
from undersigned.drawings.svg import inline
from undersigned.drawings.taking import Taking
from undersigned.drawings.words_beneath import beneath
from undersigned.figures.blocks import faulty_blocks, with_shown
from undersigned.figures.model import Bound, Break, EventKind, Figure, FigureKind, Row, When
from undersigned.figures.reading import read_figures
from undersigned.figures.wording import markdown, plain, shown_value, shown_when
from undersigned.language.catalogue import ENGLISH
from undersigned.look.palette import OURS, Three, palettes_of
from undersigned.markup.drawings import drawing_faults
from undersigned.text.pages import read_pages

from tests.support.examples import examples
from tests.support.figures import cut_off
from tests.support.files import plant
from tests.support.sites import REPOSITORY

LIBRARY = Library()
TAKING = Taking("A site, An Edition", "https://a.example/", {}, {"whole": "background/a.md"})

ROWS = {
    FigureKind.BARS: (
        Row("Firms", Decimal(80), Bound.MORE_THAN, note="A note."),
        Row("Others", Decimal(45), whole=Decimal(70)),
        Row("None", Decimal(0)),
    ),
    FigureKind.SHARE: (Row("Those", Decimal(35)), Row("Others", Decimal(37))),
    FigureKind.COUNTS: (
        Row("Many", Decimal(50000), when=When(StatedDate(2021, 12, 16))),
        Row("Few", Decimal(90), when=When(StatedDate(2025, 1))),
        Row("None", Decimal(0), when=When(StatedDate(2025, 2))),
    ),
    FigureKind.TIMELINE: tuple(
        Row("It happens", when=When(StatedDate(2019 + number, 12, 31)), event=kind)
        for number, kind in enumerate(EventKind)
    ),
    FigureKind.STEPS: (
        Row("First", note="It begins.", breaks=(Break(2, "No."), Break(4, "Neither."))),
        Row("Then", note="It ends."),
    ),
}
EACH = pytest.mark.parametrize("kind", FigureKind)


def figure(kind: FigureKind, *rows: Row, name: str = "whole") -> Figure:
    path = f"docs/background/figures/{name}.yml"
    return Figure(name, path, kind, "A <title>", "What & “how”", "firms", rows=rows or ROWS[kind])


def test_numbers_need_no_quotes_in_a_figure_and_a_list_may_be_one_value(tmp_path: Path) -> None:
    text = "- title: A\n  kind: bars\n  alt: B\n- label: C\n  value: 1\n- label: D\n  value: 2.50\n"
    plant(tmp_path, {"docs/x/figures/a.yml": text})
    found, problems = read_figures(tmp_path, LIBRARY)
    assert problems == []
    assert [shown_value(row) for row in found["a"].rows] == ["1", "2.5"]


@EACH
@pytest.mark.parametrize("width", WIDTHS.values())
def test_every_drawing_stays_within_its_width_and_height(kind: FigureKind, width: float) -> None:
    assert cut_off(drawing_of(figure(kind), width, ENGLISH)) == []


@EACH
def test_every_file_is_a_plain_drawing_in_the_form_that_docs_may_hold(kind: FigureKind) -> None:
    assert drawing_faults(TAKING.svg(figure(kind))) == []


@EACH
def test_colours_of_files_are_those_of_the_page_by_day(kind: FigureKind) -> None:
    own = palettes_of(Three("#ffffff", "#0b1f4d", "#0057b8")).day
    for colours in (OURS.day, own):
        drawn = replace(TAKING, colours=colours).svg(figure(kind))
        assert set(re.findall(r"#[0-9a-f]{6}", drawn)) <= set(colours)
        assert f'fill="{colours.ink}"' in drawn


def test_forced_colours_change_the_colours_of_drawings_and_nothing_else() -> None:
    css = (REPOSITORY / "overrides/assets/undersigned/figures.css").read_text(encoding="utf-8")
    forced = css.partition("@media (forced-colors: active) {")[2]
    assert set(re.findall(r"([a-z-]+): [^;{}]+;", forced)) == {"fill", "stroke"}
    assert re.search(r"\.undersigned-drawing,\s*\.undersigned-pale {\s*fill: CanvasText;", forced)


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("Sold by Acme Inc.", "Sold by Acme Inc."),
        (
            "Sold by [Acme Inc.](https://acme.example/)",
            "Sold by [Acme Inc.](https://acme.example/)",
        ),
        ("They said “never.”", "They said “never.”"),
        ("誰も買わない。", "誰も買わない。"),
        ("Nobody buys", "Nobody buys."),
    ],
)
def test_a_figure_s_words_end_in_one_mark(words: str, shown: str) -> None:
    row = Row("It begins", note=words)
    told = "".join(beneath(figure(FigureKind.STEPS, row), lambda _: "", ENGLISH))
    assert told == f"1. **It begins** {shown}"


def test_a_bar_is_as_long_as_its_number_and_begins_at_nought() -> None:
    rows = (Row("a", Decimal(80)), Row("b", Decimal(20)), Row("c", Decimal(40), whole=Decimal(60)))
    svg = inline(drawing_of(figure(FigureKind.BARS, *rows), 640, ENGLISH), "wide")
    found = re.findall(r'<rect x="([\d.]+)"[^>]* width="([\d.]+)"[^>]*accent"', svg)
    assert len({x for x, _ in found}) == 1
    first, *others = [float(width) for _, width in found]
    assert [round(each / first, 2) for each in others] == [0.25, 0.5]


def test_numbers_too_long_for_the_end_of_a_bar_stand_above_it() -> None:
    long = Row("a", Decimal(999_999_999_999), Bound.MORE_THAN, Decimal(999_999_999_999))
    for width in WIDTHS.values():
        drawn = drawing_of(figure(FigureKind.BARS, long), width, ENGLISH)
        assert cut_off(drawn) == []
        assert 'width="-' not in inline(drawn, "wide")


def test_the_area_of_a_disc_is_its_number() -> None:
    svg = inline(drawing_of(figure(FigureKind.COUNTS), 640, ENGLISH), "wide")
    large, small = map(float, re.findall(r'r="([\d.]+)" class="undersigned-accent"', svg))
    assert 500 < (large / small) ** 2 < 600


def test_a_share_has_a_square_for_each_and_says_of_how_many() -> None:
    svg = inline(drawing_of(figure(FigureKind.SHARE), 288, ENGLISH), "narrow")
    assert svg.count("<rect") == 72 + 2
    assert svg.count("undersigned-accent") == 36
    assert "35 of 72" in svg


def test_events_of_one_day_do_not_cover_one_another() -> None:
    rows = [Row("x", when=When(StatedDate(2023, 3, 30)), event=EventKind.LAW)] * 3
    svg = inline(drawing_of(figure(FigureKind.TIMELINE, *rows), 288, ENGLISH), "narrow")
    places = re.findall(r'<rect x="([\d.]+)" y="([\d.]+)"', svg)[1:]
    assert len(places) == len(set(places)) == 3


def test_the_newest_year_is_on_top_and_a_year_without_events_is_there() -> None:
    rows = [Row("x", when=When(StatedDate(y, 1)), event=EventKind.LAW) for y in (2020, 2023)]
    svg = inline(drawing_of(figure(FigureKind.TIMELINE, *rows), 288, ENGLISH), "narrow")
    assert re.findall(r">(20\d\d)<", svg) == ["2023", "2022", "2021", "2020"]


@pytest.mark.parametrize(
    ("when", "shown"),
    [
        (When(StatedDate(2025, 8, 29), other=StatedDate(2025, 8, 30)), "29 or 30 August 2025"),
        (When(StatedDate(2025, 4, 3), StatedDate(2025, 4, 4)), "3–4 April 2025"),
        (When(StatedDate(2025, 4, 30), StatedDate(2025, 5, 1)), "30 April 2025 – 1 May 2025"),
        (When(StatedDate(2025, 4)), "April 2025"),
    ],
)
def test_dates_are_shown_as_people_read_them(when: When, shown: str) -> None:
    assert shown_when(when, "en_GB") == shown


def test_a_language_that_begins_with_the_month_has_it_twice() -> None:
    when = When(StatedDate(2025, 4, 3), StatedDate(2025, 4, 4))
    assert shown_when(when, "en_US") == "April 3, 2025 – April 4, 2025"


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("a *b* <i> [c] [^1] [@d]", "a &#42;b&#42; &#60;i&#62; &#91;c&#93; &#91;&#94;1&#93;"),
        ("[x](y.md#z) and `q`", "[x](y.md#z) and &#96;q&#96;"),
        ("[x*](y)", "[x&#42;](y)"),
    ],
)
def test_links_alone_are_more_than_text(words: str, shown: str) -> None:
    assert markdown(words).startswith(shown)


def test_drawings_and_tables_have_words_without_links() -> None:
    assert plain("See [x](y.md#z), [w](https://v.example).") == "See x, w."


@given(st.text(max_size=80), st.sampled_from([40.0, 120.0, 288.0]))
@settings(max_examples=examples(100))
def test_no_word_is_lost_in_lines_and_none_runs_over(text: str, width: float) -> None:
    lines = lines_within(text, 14, width)
    assert "".join(lines).replace(" ", "") == "".join(text.split())
    assert all(width_of(line, 14) <= width or len(line) <= 4 for line in lines)


def test_a_page_shows_a_figure_for_its_block_and_none_in_code() -> None:
    page = "a\n\n\\figure{b}\n\n`\\figure{b}`\n\n```\n\\figure{b}\n```\n"
    assert with_shown(page, str.upper) == page.replace("\\figure{b}", "B", 1)


@EACH
def test_a_drawing_is_put_where_a_page_has_its_figure_and_nowhere_else(kind: FigureKind) -> None:
    figures = {"whole": figure(kind)}
    page = with_figures("\\figure{whole}\n", figures, TAKING, "background/a.md")
    html = with_drawings(f"{page}<!-- drawing: other -->", figures, ENGLISH)
    assert html.count('role="img" aria-label="What &amp; “how”') == 1
    assert ("6 events: Law 1, Court 1, " in html) == (kind is FigureKind.TIMELINE)
    assert html.count('class="undersigned-drawing undersigned-drawing--') == 2 + page.count("mark:")
    assert "<!-- drawing" not in html


def test_what_is_taken_along_leads_back_to_the_page_and_is_ready_to_copy() -> None:
    page = with_figures("\\figure{whole}", {"whole": figure(FigureKind.BARS)}, TAKING, "x/y/a.md")
    assert "[SVG](../../figures/whole.svg) and [CSV](../../figures/whole.csv)" in page
    address = "https://a.example/background/a/#figure-whole"
    assert TAKING.citation(figure(FigureKind.BARS)).endswith(f"A site, An Edition. {address}")
    shown = f'<a href="{address}"><img src="https://a.example/figures/whole.svg" alt="What '
    assert shown.replace("<", "&lt;").replace(">", "&gt;") in page


def test_a_site_without_an_address_offers_no_html_that_would_lead_nowhere() -> None:
    page = with_figures(
        "\\figure{whole}", {"whole": figure(FigureKind.BARS)}, Taking("A", "", {}), "a.md"
    )
    assert "img" not in page
    assert "[SVG](figures/whole.svg)" in page


def test_the_table_has_what_the_drawing_has_and_is_no_formula() -> None:
    source = Entry("misc", [("title", "A Source"), ("year", "2020")])
    rows = (Row("=1+1", Decimal("80"), Bound.AT_LEAST, sources=("A",)), Row("b", Decimal("2.5")))
    text = "".join(Taking("A", "", {"a": source}).csv(figure(FigureKind.BARS, *rows)))
    head, first, second = csv.reader(StringIO(text, newline=""))
    assert head == ["label", "bound", "value", "sources"]
    assert first == ["'=1+1", "at least", "80", "A Source. 2020."]
    assert second == ["b", "", "2.5", ""]
    steps = "".join(Taking("A", "", {}).csv(figure(FigureKind.STEPS)))
    assert steps.splitlines() == ["label,note", "First,It begins.", "Then,It ends."]


def test_thousands_of_unknown_names_and_sources_are_read_in_their_length(tmp_path: Path) -> None:
    names = [f"f{number}" for number in range(300)]
    blocks = "".join(f"\\figure{{g{number}}}\n\n" for number in range(15_000))
    sources = "".join(f"    - z{number}\n" for number in range(3_000))
    plant(tmp_path, {
        "docs/a.md": f"# A\n\n{blocks}",
        "references.bib": "".join(
            f"@misc{{key{number}, title={{A {number}}}, year=2020}}\n" for number in range(2_000)
        ),
        "docs/figures/a.yml": "- title: T\n  kind: bars\n  alt: A\n\n"
        + f"- label: x\n  value: 3\n  sources:\n{sources}",
    })  # fmt: skip
    assert len(list(faulty_blocks(read_pages(tmp_path)[0], names))) == 15_001
    assert len(read_figures(tmp_path, read_library(tmp_path)[0])[1]) == 3_000


def test_a_step_is_broken_by_few(tmp_path: Path) -> None:
    """5,000 breaks of one step made a drawing of seven megabytes."""
    breaks = "".join(f"    - {number} No.\n" for number in range(1, 12))
    plant(tmp_path, {
        "docs/figures/a.yml": "- title: T\n  kind: steps\n  alt: A\n\n"
        + f"- label: a\n  note: b\n  breaks:\n{breaks}"
    })  # fmt: skip
    [problem] = read_figures(tmp_path, LIBRARY)[1]
    assert str(problem) == (
        "docs/figures/a.yml:17:7: a step has room for 9 breaks, and this is one more; remove some"
    )


def test_a_page_has_room_for_so_many_figures(tmp_path: Path) -> None:
    names = [f"f{number}" for number in range(30)]
    blocks = [f"\\figure{{{name}}}\n\n" for name in names]
    plant(tmp_path, {"docs/a.md": "".join(blocks[:20])})
    assert list(faulty_blocks(read_pages(tmp_path)[0], names)) == []
    plant(tmp_path, {"docs/a.md": "".join(blocks)})
    [problem] = faulty_blocks(read_pages(tmp_path)[0], names)
    assert str(problem) == (
        "docs/a.md:41:1: the page shows more than 20 figures; divide it into several pages"
    )
