"""What is refused of a page, at its place in the page's Markdown."""

import pytest
from undersigned.markup.content_problems import Content, content_problems, words_in

from tests.support.guard import Guard


def said_of(source: str, html: str, *words: str) -> list[str]:
    return [str(each) for each in content_problems([Content("docs/a.md", source, html, words)])]


@pytest.mark.parametrize(
    ("source", "html", "place"),
    [
        ("# A\n\n  <p hidden>a</p>\n", "<h1>A</h1><p hidden>a</p>", "3:3"),
        ("a\n\n[b](javascript:c)\n", '<p>a</p><p><a href="javascript:c">b</a></p>', "3:5"),
        ("a {#__config}\n", '<p id="__config">a</p>', "1:5"),
        ("a\n{ .undersigned-entry }\n", '<p class="undersigned-entry">a</p>', "2:4"),
        ("---\na: b\n---\n<div>\n", "<div>", "4:1"),
        ("<DIV\n hidden></DIV>", '<div\n hidden=""></div>', "2:2"),
        ("# A\n\n## Was 5\n\n## A_b\n", '<h1>A</h1><h2 id="was-5">Was 5</h2>', "3:1"),
        ("# A\n\nWas 5\n-----\n", '<h1>A</h1><h2 id="was-5">Was 5</h2>', "3:1"),
        ("# A { #__config }\n", '<h1 id="__config">A</h1>', "1:8"),
        ("what a plugin adds", "<object></object>", "1:1"),
    ],
)
def test_a_problem_is_placed_where_the_markdown_has_it(source: str, html: str, place: str) -> None:
    assert said_of(source, html)[0].startswith(f"docs/a.md:{place}: ")


def test_the_second_of_two_tags_that_are_the_same_has_its_own_place() -> None:
    source = '<i class="a"></i>\n\n<span class="twemoji"></span>\n<span class="twemoji">b</span>\n'
    assert said_of(source, source.partition("\n\n")[2])[0].startswith("docs/a.md:4:1: ")


def test_one_message_of_a_page_is_reported_once_with_the_number_of_others() -> None:
    source = "<p hidden>a</p>\n" * 3
    assert said_of(source, source) == [
        "docs/a.md:1:1: attribute 'hidden' hides what is on the page; remove it"
        " (and in 2 other places)"
    ]


def test_titles_and_settings_are_words_alone() -> None:
    assert said_of("---\nauthor: <b>\n---\n", "", "A & B", "<b>", "1 > 0", "<b>") == [
        "docs/a.md:2:9: title or setting '<b>' holds HTML; write words alone"
    ]


def test_all_words_in_settings_are_found() -> None:
    assert [*words_in({"a": ["b", {"c": "d"}], "e": 1})] == ["a", "b", "c", "d", "e"]


@pytest.mark.parametrize(
    "piece", ["<p hidden></p>", "<p ", "<p class=a1></p>", "<a href='x y'></a>"]
)
def test_a_page_of_faults_takes_no_time(piece: str, guard: Guard) -> None:
    html = piece * (256 * 1024 // len(piece))
    assert len(guard(said_of, html, html)) < 30


def test_a_page_of_many_different_faults_takes_no_time(guard: Guard) -> None:
    html = "".join(f"<p class=a{number}></p>" for number in range(1000, 12_000))
    assert len(guard(said_of, html, html)) == 11_000
