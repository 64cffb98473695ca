"""Code and comments in Markdown, and the work of finding them."""

import pytest
from undersigned.text.code import code_in

from tests.support.guard import Guard
from tests.support.work import growth


def found(text: str) -> list[str]:
    return [text[slice(*code)] for code in code_in(text)]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a `b` c ``d ` e`` f", ["`b`", "``d ` e``"]),
        ("a <!-- `b` --> `c`", ["<!-- `b` -->", "`c`"]),
        ("~~~\n`a\n~~~~\n`b`", ["~~~\n`a\n~~~~", "`b`"]),
        ("````\n```\n````", ["````\n```\n````"]),
        ("`a\n\nb`", []),
        ("`\n\nb`", []),
        ("\\`a`", []),
        ("```a``` ~~~b~~~", ["```a```"]),
        ("<!-- a `b`", ["`b`"]),
    ],
)
def test_what_is_closed_is_code_and_all_else_is_text(text: str, code: list[str]) -> None:
    assert found(text) == code


def fences(count: int) -> str:
    return "".join("~" * signs + "\n" for signs in range(3, count))


def runs(count: int) -> str:
    return " ".join("`" * ticks for ticks in range(1, count)) + " `a" * count


def before_shorter(count: int) -> str:
    return "~~~~a\n" * count + "~~~\n" * count


def comments(count: int) -> str:
    return "<!--" * count


@pytest.mark.parametrize("made", [fences, runs, before_shorter, comments])
def test_what_nobody_closes_takes_no_longer_than_its_length(made: object, guard: Guard) -> None:
    assert callable(made)
    small, large = made(200), made(400)
    assert growth(found, small, large) < 1.1 * len(large) / len(small)
    guard(found, made(1_000))
