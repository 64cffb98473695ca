"""Pages that Python-Markdown would take long to draw are refused before it sees them."""

import re
from pathlib import Path

import markdown
import pytest
from undersigned.site import read_site
from undersigned.text.fences import fences_in
from undersigned.text.page_limits import beyond_limits, pages_beyond_limits
from undersigned.text.source import Source

from tests.support.files import plant
from tests.support.guard import Guard
from tests.support.work import growth

LONGEST = 100_000
NAMES = ["attr_list", "fenced_code", "footnotes", "md_in_html", "sane_lists", "tables", "toc"]


def found(text: str) -> list[str]:
    return [problem.message for problem in beyond_limits(Source("docs/a.md", text))]


def drawn(text: str) -> str:
    return str(markdown.markdown(text, extensions=NAMES))


# With Python-Markdown 3.11.3, 64 kB of each take longer than the guard's patience, or its recursion
# ends Python.
REFUSED = {
    "[": "signs of Markdown",
    "![": "signs of Markdown",
    "[a](": "signs of Markdown",
    "[a](b 'c) ": "signs of Markdown",
    "[^": "notes",
    "[^a] ": "notes",
    "<a ": "tags are not closed",
    "<a b='": "tags are not closed",
    "<http:": "tags are not closed",
    "<!--": "tags are not closed",
    "<?": "tags are not closed",
    "<![CDATA[": "tags are not closed",
    "<b>\n": "elements are open",
    "<div>\n\n": "elements are open",
    "- <div>\n": "elements are open",
    "<div markdown>\n": "elements with 'markdown'",
    "<hr>\n\n": "tags",
    "\\*": "signs of Markdown",
    "&amp;": "signs of Markdown",
    "`|": "signs of Markdown",
    "``a` ": "signs of Markdown",
    "*a **b ": "signs of Markdown",
    "# a\n": "headings",
    "# a\n\n": "headings",
    "a\n=\n\n": "headings",
    "---\n": "headings",
    "* * *\n": "headings, rules",
    "[a]:\n": "empty definitions",
    "```a\n": "fences are not closed",
    "~~~ a\n": "fences are not closed",
    "> ": "stand in each other",
    "a\n\n": "blocks",
    "||\n": "cells",
    "@a ": "signs '@'",
}


@pytest.mark.parametrize("piece", REFUSED)
def test_a_page_of_what_takes_the_square_of_its_length_is_refused(piece: str, guard: Guard) -> None:
    messages = guard(found, piece * (LONGEST // len(piece)))
    assert any(REFUSED[piece] in message for message in messages)


# As much of each as a block or a page may have, in as many blocks as a page has room for.
@pytest.mark.parametrize(
    ("block", "once"),
    [
        ("[" * 30, ""), ("![" * 30, ""), ("[a](" * 30, ""), ("[a](b 'c) " * 30, ""),
        ("[" * 30 + "a" * 4_000, ""), ("\\*" * 2_900, ""), ("*a* " * 1_400, ""),
        ("`a` " * 1_400, ""), ("*a **b " * 28, ""), ("| a " * 150 + "|\n" + "|-" * 150, ""),
        ("{ " * 90 + "a", ""), ("a", "<!--" * 50), ("a" * 2_000, "<a " * 50),
        ("a", "# a\n\n" * 999),
        ("a" * 60, "[^a] " * 400 + "\n\n[^a]: b"), ("a" * 60, "<b>" * 200), ("> " * 20 + "a", ""),
        ("a", "\n".join(["```a"] * 50)), ("a", "<div markdown>\n" * 50), ("* * *\n" * 250, ""),
    ],
)  # fmt: skip
def test_what_is_allowed_is_drawn(block: str, once: str, guard: Guard) -> None:
    count = min((LONGEST - len(once)) // (len(block) + 2), 2_000)
    text = f"{once}\n\n" + f"{block}\n\n" * count
    if not found(text):
        assert guard(drawn, text) is not None


def test_the_work_of_looking_through_a_page_grows_with_it() -> None:
    page = (
        "# A\n\nOne [two](three) *four* `five`.\n\n| a | b |\n|---|---|\n| c | d |\n\n```\n[\n```\n"
    )
    assert growth(found, page * 20, page * 40) < 2.1


@pytest.mark.parametrize(
    ("text", "place", "mended"),
    [
        ("a\n\n" + "[" * 31, (3, 31), "a\n\n" + "\\[" * 31),
        ("[a](b " * 31, (1, 184), "[a](b) " * 31),
        ("*a **b " * 60, (1, 351), r"\*a \*\*b " * 60),
        ("<a " * 51, (1, 151), "&lt;a " * 51),
        ("<a " * 51, (1, 151), "```\n" + "<a " * 51 + "\n```"),
        ("<b>" * 201, (1, 601), "<b></b>" * 201),
        ("> " * 21 + "a", (1, 1), "> " * 20 + "a"),
        ("a" + "\u0301" * 9, (1, 10), "a" + "\u0301" * 8),
        ("x {" * 101, (1, 3), "x {\n" * 101),
        ("\\*" * 3_001, (1, 1), ("\\*" * 1_500 + "\n\n") * 2),
        ("* * *\n" * 301, (301, 1), "* * *\n\n" * 301),
        ("```a\n" * 51, (1, 1), "```a\n```\n" * 51),
        ("---\na: " + "{b: " * 51 + "}" * 51 + "\n---\n", (2, 200), "---\na: {b: c}\n---\n"),
        ("---\na: &a b\nc: *a\n---\n", (3, 4), "---\na: b\nc: b\n---\n"),
        ("a\x02", (1, 2), "a"),
        ("[a](https://a.example/" + "b" * 2_048 + ")", (1, 5), "[a](https://a.example/b)"),
    ],
)
def test_a_problem_says_where_it_is_and_what_to_do_and_who_does_it_is_rid_of_it(
    text: str, place: tuple[int, int], mended: str
) -> None:
    [problem] = beyond_limits(Source("docs/a.md", text))
    assert (problem.line, problem.column) == place
    assert re.search(r"; .*(?:write|put|close|divide|take|remove|shorten|give)", problem.message)
    assert found(mended) == []


def test_a_page_of_more_than_256_kib_is_a_problem_with_its_remedy(tmp_path: Path) -> None:
    plant(tmp_path, {"docs/a.md": "word " * 52_429})
    [problem] = pages_beyond_limits(tmp_path)
    assert str(problem) == "docs/a.md:1:1: is larger than 256 KiB; divide it into several pages"
    assert problem in read_site(tmp_path)[1]


@pytest.mark.parametrize(
    "text",
    [
        "```\na\n```\n[b]\n```\nc\n```", "~~~ py\na\n~~~", "``` {.py #a b='c d'}\na\n```  ",
        '```py hl_lines="1 2"\na\n```', "```\na\n````\n[b]\n```", "````\n```\n````\n[b]",
        "a\n```\n\n[\n\n```\nb", "```\t\na\n```\t", "~~~\n```\n~~~\n```", "``` py a\nb\n```",
    ],
)  # fmt: skip
def test_fenced_code_is_what_python_markdown_takes_for_it(text: str) -> None:
    blocks = fences_in(text).blocks
    assert len(blocks) == drawn(text).count("<pre")
    assert all(text[start:end].startswith(("```", "~~~")) for start, end in blocks)


def test_what_is_open_in_fenced_code_counts_for_nothing() -> None:
    assert found("```\n" + "[<a " * 500 + "\n```\n") == []


@pytest.mark.parametrize("rule", ["- " * 40, "* * " * 20, "-" * 80, "=" * 80, "_ " * 40])
def test_a_rule_as_long_as_its_line_is_no_list_in_lists(rule: str) -> None:
    assert found(f"a\n\n{rule}\n\nb") == []


def test_a_fence_of_which_nobody_is_certain_hides_nothing() -> None:
    assert found("``` {a}{\n```\n" + "[" * 51 + "\n```\n") != []


@pytest.mark.parametrize("step", ["    ", "\t", "  \t"], ids=repr)
@pytest.mark.parametrize("sign", ["-", "*", "1.", ">", '!!! note "a"\n', "??? note\n", ":"])
@pytest.mark.parametrize("before", ["", "> "])
def test_lists_go_in_twenty_times_by_indentation_and_no_further(
    step: str, sign: str, before: str
) -> None:
    lines = [f"{before}{step * depth}{sign} a\n" for depth in range(400)]
    assert found("".join(lines[:21])) == []
    (message,) = found("".join(lines))
    assert "stand in each other more than 20 times" in message
    assert found(f"{before}{step * 30}text of a long line of code\n") == []
    assert found(f"```\n{step * 30}{sign} a\n```\n") == []
