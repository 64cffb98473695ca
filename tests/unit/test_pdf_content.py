"""The tree that the layout of the PDF reads of a text's HTML."""

import pytest
from undersigned.pdf.content import UnsetError, content, first_address, link


def test_words_and_what_is_made_of_them_are_kept_in_order() -> None:
    html = "<p>One <em>two</em>\n <strong>three</strong><br>x<sup>2</sup> <del>y</del></p>"
    [paragraph] = content(html)
    assert not isinstance(paragraph, str)
    assert paragraph["in"] == [
        "One ", {"is": "emphasis", "in": ["two"]}, " ", {"is": "strong", "in": ["three"]},
        {"is": "break"}, "x", {"is": "raised", "in": ["2"]}, " ", {"is": "struck", "in": ["y"]},
    ]  # fmt: skip


def test_a_list_starts_where_the_text_has_it() -> None:
    assert content('<ol start="3"><li>a</li><li>b</li></ol>') == [
        {"is": "numbered", "start": 3, "items": [["a"], ["b"]]}
    ]
    assert content("<ul><li>a</li></ul>") == [{"is": "list", "items": [["a"]]}]


@pytest.mark.parametrize("start", ["9" * 19, "-1", "³"])
def test_a_number_that_no_pdf_counts_to_is_refused(start: str) -> None:
    with pytest.raises(UnsetError, match="which no PDF counts to"):
        content(f'<ol start="{start}"><li>a</li></ol>')


def test_headings_have_no_gaps_between_their_levels_and_are_never_empty() -> None:
    html = "<div><h2>A</h2><h4>B</h4><h4>C</h4><h1>D</h1><h3></h3><h3>E</h3></div>"
    [group] = content(html)
    assert not isinstance(group, str)
    assert [(each["level"], *each["in"]) for each in group["in"]] == [
        (1, "A"), (2, "B"), (2, "C"), (1, "D"), (2, "E"),
    ]  # fmt: skip


def test_the_mark_beside_a_heading_is_no_word_of_the_text() -> None:
    [heading] = content('<h1>A<a class="headerlink" href="#a">#</a></h1>')
    assert not isinstance(heading, str)
    assert heading["in"] == ["A"]


@pytest.mark.parametrize(
    "address", ["../x/", "#a", "javascript:x", f"https://a.example/{'x' * 3000}"]
)
def test_an_address_that_no_reader_of_a_document_can_follow_is_no_link(address: str) -> None:
    assert link(address, "words") == {"is": "group", "in": ["words"]}


def test_code_keeps_its_spaces_and_lines() -> None:
    assert content("<pre><code>a\n  b\n</code></pre><code>c  d</code>") == [
        {"is": "code", "words": "a\n  b", "block": True},
        {"is": "code", "words": "c  d", "block": False},
    ]


def test_every_row_of_a_table_has_as_many_cells_as_its_longest() -> None:
    html = "<table><tr><th>A</th><th>B</th></tr><tr><td>1</td></tr></table><table></table>"
    assert content(html) == [
        {"is": "table", "columns": 2, "head": [["A"], ["B"]], "cells": [["1"], [""]]}
    ]


def test_a_source_is_found_at_the_first_address_it_leads_to() -> None:
    html = 'A. <a href="https://a.example/"><em>T</em></a>, <a href="https://b.example/">b</a>'
    assert first_address(content(html)) == "https://a.example/"
    assert first_address(content("A.")) == ""
