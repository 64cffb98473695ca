"""Whatever a file of a figure holds: problems in one line each, or a figure that can be drawn."""

import re
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from undersigned.bibliography.library import Library
from undersigned.drawings.drawing import WIDTHS, drawing_of
from undersigned.drawings.page import with_drawings, with_figures
from undersigned.drawings.taking import Taking
from undersigned.figures.fields import HEAD, ROWS
from undersigned.figures.model import Bound, EventKind, FigureKind
from undersigned.figures.reading import read_figures
from undersigned.language.catalogue import ENGLISH
from undersigned.markup.drawings import drawing_faults

from tests.support.examples import examples
from tests.support.figures import cut_off
from tests.support.files import plant

# What people write, and what some might.
WORDS = st.one_of(
    st.text(st.characters(categories=("L", "Nd", "Po", "Sm", "Sc")), min_size=1, max_size=50),
    st.sampled_from(["x" * 55, "漢字" * 20, "نص عربي", "[a](b.md)", "*a* <b> & [^1]", "a\nb"]),
)
ANYTHING = st.one_of(st.text(max_size=60), st.sampled_from(["x" * 900, "[a](javascript:b)"]))
NUMBERS = st.one_of(
    st.integers(0, 90).map(str), st.sampled_from(["0", "0.25", "4000", "999999999999"])
)
BAD_NUMBERS = st.sampled_from(["-1", "1e9", "nan", "1,000", "", "1" * 40])
DATES = st.dates(date(1990, 1, 1), date(2040, 1, 1)).map(str)
BAD_DATES = st.sampled_from(["2023", "0001-01", "9999-12-31", "2023-13"])
VALUES: dict[str, st.SearchStrategy[object]] = {
    "value": NUMBERS,
    "of": st.just("999999999999"),
    "bound": st.sampled_from([*map(str, Bound)]),
    "date": DATES | st.just("2023-02"),
    "until": st.just("2050-01"),
    "or": st.just("2050-01-01"),
    "sources": st.just("a"),
    "breaks": st.lists(WORDS.map("2 {}".format), min_size=1, max_size=3),
}
BAD: dict[str, st.SearchStrategy[object]] = {
    "value": BAD_NUMBERS,
    "of": NUMBERS | BAD_NUMBERS,
    "date": BAD_DATES,
    "until": DATES | BAD_DATES,
    "or": DATES,
}


@st.composite
def files(draw: st.DrawFn, bad: bool = False) -> str:
    """A file that has the shape of a figure's; what is `bad` has anything for its values."""

    def value_of(name: str) -> object:
        if bad and draw(st.integers(0, 3)) == 0:
            return draw(BAD.get(name, ANYTHING))
        return draw(VALUES.get(name, WORDS))

    kind = draw(st.sampled_from(FigureKind))
    head = {name: value_of(name) for name in HEAD if name not in ("kind", "sources")}
    fields = ROWS[kind]
    rows = list[dict[str, object]]()
    for _ in range(draw(st.integers(0 if bad else 1, fields.most if fields.most < 6 else 6))):
        others = [each for each in fields.known if each not in (*fields.needed, "until", "or")]
        dates = [each for each in ("until", "or") if each in fields.known]
        given = [*fields.needed, *(each for each in others if draw(st.booleans()))]
        given += draw(st.sampled_from([[], *([each] for each in dates)]))
        row = {name: value_of(name) for name in given}
        rows.append(row | ({"kind": draw(EVENTS)} if "kind" in row else {}))
    return yaml.safe_dump([head | {"kind": str(kind)}, *rows], allow_unicode=True)


EVENTS = st.sampled_from([*map(str, EventKind)])


def read(folder: Path, text: str) -> None:
    """Read a figure, and draw it in every way if it has no problem."""
    plant(folder, {"docs/figures/a.yml": text})
    figures, problems = read_figures(folder, Library(whole=False))
    assert bool(figures) != bool(problems)
    assert all("\n" not in str(each) for each in problems)
    taking = Taking("A site", "https://a.example/", {}, {"a": "a.md"})
    for figure in figures.values():
        assert drawing_faults(taking.svg(figure)) == []
        page = with_drawings(with_figures("\\figure{a}", figures, taking, "a.md"), figures, ENGLISH)
        assert page.count("viewBox") >= len(WIDTHS)
        assert not re.search(r'(?:width|height|r)="-', page)
        assert [cut_off(drawing_of(figure, each, ENGLISH)) for each in WIDTHS.values()] == [[], []]


@given(text=st.one_of(files(), files(bad=True)))
@settings(max_examples=examples(200))
def test_a_figure_has_problems_or_is_drawn(text: str) -> None:
    with TemporaryDirectory() as folder:
        read(Path(folder), text)


@given(text=st.one_of(st.text(), files().flatmap(lambda text: st.just(text[: len(text) // 2]))))
@settings(max_examples=examples(100))
def test_what_is_no_figure_is_said_to_be_none(text: str) -> None:
    with TemporaryDirectory() as folder:
        read(Path(folder), text)
