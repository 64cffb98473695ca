"""What of links needs no network."""

import pytest
from undersigned.links.evidence import Mentions, folded
from undersigned.links.targets import redirected, target_of
from undersigned.markup.hypertext import read_hypertext

from tests.support.guard import Guard
from tests.support.work import growth


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://acme.example", "https://ACME.example:443/#part"),
        ("https://münchen.example/ä", "https://xn--mnchen-3ya.example/%C3%A4"),
        ("http://acme.example", "http://acme.example:80/"),
    ],
)
def test_two_spellings_that_ask_for_the_same_are_one_target(one: str, other: str) -> None:
    assert not isinstance(target_of(one), str)
    assert target_of(one) == target_of(other)


@pytest.mark.parametrize(
    "unfinished",
    ["<", "<!", "<![", "<!--", "<a ", "</", "<?", "<a b='", "&#9", "<script>", "<script", " href="],
)
def test_the_work_on_unfinished_tags_grows_with_their_number_and_hangs_nothing(
    unfinished: str, guard: Guard
) -> None:
    assert growth(read_hypertext, "<a " + unfinished * 300, "<a " + unfinished * 600) < 2.1
    guard(read_hypertext, "<a " + unfinished * (2_000_000 // len(unfinished)))


MARKS = "\u0301\u0316"


@pytest.mark.parametrize(
    "page",
    [MARKS * 262_144, f"a{MARKS} " * 174_762, f"<a href='//{MARKS * 262_000}'>"],
    ids=["words", "short words", "link"],
)
def test_a_page_of_marks_hangs_nothing(page: str, guard: Guard) -> None:
    mention = Mentions("a title", ("statement.example/page",))
    assert not guard(mention.stands_in, page, "https://acme.example/")


def test_a_redirect_to_marks_hangs_nothing(guard: Guard) -> None:
    start = target_of("https://acme.example/")
    assert not isinstance(start, str)
    location = f"https://{MARKS * 200_000}/".encode().decode("latin-1")
    assert guard(redirected, start, location) == "is longer than web addresses are"


def test_words_are_folded_whatever_typesetting_did_to_them() -> None:
    assert (
        folded("The\u00a0 \ufb01rst\u2003E\u0301tude\u2019s \u00adname") == "the first étude's name"
    )
    assert folded("e\u0301" * 400) == "é" * 400


def test_words_are_parted_where_a_page_parts_them() -> None:
    page = read_hypertext("<p>one<b>two</b></p><p>3 &lt; 4<td>five<br>six <a href='?a&amp;b'>7</a>")
    assert page.words.split() == ["onetwo", "3", "<", "4", "five", "six", "7"]
    assert page.links == ("?a&b",)
    assert read_hypertext("a &#" + "9" * 9000 + "; b").words == "a \ufffd b"


def test_a_page_is_read_as_browsers_read_it() -> None:
    page = read_hypertext(
        "<a title='a>b' href=/x>one</a><!-- -->two<template><a href=/y>z</template>"
    )
    assert page.words.split() == ["onetwo"]
    assert page.links == ("/x",)
