"""Rows that are drawn by their shape, held to a macro that draws each by itself."""

from typing import NamedTuple

from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2 import Environment
from markupsafe import escape
from undersigned.markup.rows_by_shape import drawn

from tests.support.examples import examples

TEXTS = st.text(
    st.characters(exclude_characters="\0", codec="utf-8"), max_size=4
) | st.sampled_from(("<b>", "&amp;", "%s", "100 %", "'", '"', "{0}", "{{ name }}"))

KIND = False, ""
KINDS = st.tuples(st.booleans(), TEXTS)


class Row(NamedTuple):
    """What many rows share, texts, and what few rows have."""

    kind: tuple[bool, str]
    name: str
    address: str
    note: str
    more: str | None


TEMPLATE = Environment(autoescape=True).from_string("""
{%- macro row(row, root) -%}
<li id="{{ row.note }}">{% if row.kind[0] %}{{ row.kind[1] }}{% endif %}
{%- if row.address %}<a href="{{ root }}/{{ row.address }}">{{ row.name }}</a
>
{%- else %}{{ row.name }} 100 %{% endif %}{{ row.more or "" }}</li>
{%- endmacro -%}
{%- macro name(row) -%}{{ row.name }}{%- endmacro -%}
{%- macro nothing(row) -%}<hr>{%- endmacro -%}
""")


@given(st.lists(st.builds(Row, KINDS, TEXTS, TEXTS, TEXTS, st.none() | TEXTS), max_size=8))
@settings(max_examples=examples(200))
def test_rows_drawn_by_shape_are_those_that_a_macro_draws_one_by_one(rows: list[Row]) -> None:
    macro = TEMPLATE.module.row  # type: ignore[attr-defined]
    assert drawn(rows, macro, "..") == "".join(str(macro(row, "..")) for row in rows)


@given(st.lists(st.builds(Row, KINDS, TEXTS, TEXTS, TEXTS, st.none()), max_size=8))
@settings(max_examples=examples(50))
def test_rows_of_one_text_and_of_none_are_drawn_likewise(rows: list[Row]) -> None:
    module = TEMPLATE.module
    assert drawn(rows, module.name) == "".join(escape(row.name) for row in rows)  # type: ignore[attr-defined]
    assert drawn(rows, module.nothing) == "<hr>" * len(rows)  # type: ignore[attr-defined]


def test_one_row_of_each_shape_is_drawn_and_each_with_more_by_itself() -> None:
    rows = [Row(KIND, name, "", "", None) for name in "AB"]
    rows += [Row(KIND, "C", "d", "", None), Row((True, ""), "D", "", "", None)]
    rows += [Row(KIND, name, "", "", "more") for name in "EF"]
    names = []

    def draw(row: Row) -> str:
        names.append(row.name)
        return row.name

    assert drawn(rows, draw) == "ABCDEF"
    assert len(names) == 5
    assert names[-2:] == ["E", "F"]
