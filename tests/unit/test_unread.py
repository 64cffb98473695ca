"""Which parts of a page Python-Markdown does not read, by its own judgement."""

import markdown
import pytest
from undersigned.text.unread import BLOCKS, Unread, unread

from tests.support.guard import Guard
from tests.support.references import EXTENSIONS
from tests.support.work import growth

# Where X stands, Python-Markdown reads it as Markdown, or does not: so '*X*' is emphasised, or not.
READ = [
    "<p markdown>*X*</p>", "<div markdown>\n<p markdown>*X*</p>\n</div>", "<div>a</div> *X*",
    "*X*", "> *X*", "- *X*", "- a\n\n    *X*", "1. a\n\n    - b\n\n        *X*", "a\n    *X*",
    "# *X*", "a\n\n   *X*", "<div markdown>\n*X*\n</div>", "<div markdown>\n\n*X*\n\n</div>",
    "<b>*X*</b>", "a <div> *X*", "<div>\na\n</div>\n\n*X*", "[^n]\n\n[^n]: a\n\n    *X*",
    "`a`\n    *X*", "<!-- a --> *X*", "</div>\n*X*", "| a | b |\n| - | - |\n| *X* | b |",
    "<details markdown>\n<summary>a</summary>\n\n*X*\n</details>", "<br>\n*X*",
    "- a\n\n    > *X*", "> a\n    *X*", "***\n*X*",
]  # fmt: skip
RAW = [
    "<div>\n*X*\n</div>", "<div>\n\n*X*\n\n</div>", "<p>*X*</p>",
    "<table><tr><td>*X*</td></tr></table>",
    "<div>\n<section markdown>\n*X*\n</section>\n</div>",
    "<details>\n<summary>*X*</summary>\n</details>",
    "<DIV>\n*X*\n</DIV>", "<div markdown>\n<section>\n*X*\n</section>\n</div>",
]  # fmt: skip
CODE = [
    "<hr>\n    *X*",
    "<div>a</div>\n    *X*",
    "    *X*", "a\n\n    *X*", "\t*X*", "- a\n\n        *X*", ">     *X*", "> a\n>\n>     *X*",
    "# a\n    *X*", "***\n    *X*", "a\n===\n    *X*", "a\n\n    b\n\n    *X*",
    "<div>\na\n</div>\n    *X*", "```\na\n```\n\n    *X*", "a\n>     *X*",
]  # fmt: skip


def reasons(text: str) -> list[Unread]:
    place = text.index("*X*")
    return [region.why for region in unread(text) if region.start <= place < region.end]


def is_read(text: str) -> bool:
    return "<em>X</em>" in markdown.markdown(text, extensions=[*EXTENSIONS, "fenced_code"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *((text, []) for text in READ),
        *((text, [Unread.HTML]) for text in RAW),
        *((text, [Unread.INDENTED]) for text in CODE),
    ],
)
def test_a_part_of_a_page_is_read_where_python_markdown_reads_it(
    text: str, expected: list[Unread]
) -> None:
    assert reasons(text) == expected
    assert is_read(text) is (not expected)


def test_front_matter_is_known_by_its_fences() -> None:
    assert reasons("---\ntitle: *X*\n---\n# A") == [Unread.FRONT_MATTER]
    assert reasons("a\n\n---\n*X*\n---\n") == []


def test_boxes_and_tabs_of_extensions_hold_what_is_indented_beneath() -> None:
    for opening in ('!!! note "a"', "??? note", '=== "a"'):
        assert reasons(f"{opening}\n\n    *X*") == []


@pytest.mark.parametrize(
    "piece", ["> ", ">", "> a\n> > b\n\n", "<div>\n", "    x\n\n", "- a\n\n    "]
)
def test_parts_within_parts_hang_nothing_and_nest_however_deep(piece: str, guard: Guard) -> None:
    guard(unread, piece * (100_000 // len(piece)) + "    x")
    assert growth(unread, piece * 100, piece * 200) < 2.5


def test_blocks_are_those_of_python_markdown() -> None:
    assert set(markdown.util.BLOCK_LEVEL_ELEMENTS) == BLOCKS
