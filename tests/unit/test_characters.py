"""Characters and addresses that may not stand in a text are found at their place."""

import pytest
from undersigned.text.characters import addressed_comments, email_addresses
from undersigned.text.source import Source
from undersigned.text.yaml_reader import read_entries

from tests.support.guard import Guard


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("write to jane@acme.example now", {"jane@acme.example"}),
        ("jörg@müller.example", {"jörg@müller.example"}),
        ("?by=jane%40acme.example", {"jane@acme.example"}),
        ("jane＠acme.example", {"jane＠acme.example"}),
        ("https://social.example/@jane@social.example", set()),
        ("https://social.example/@jane", set()),
        ("at 100% @ home", set()),
    ],
)
def test_an_email_address_is_told_from_what_resembles_it(text: str, expected: set[str]) -> None:
    assert email_addresses(text) == expected


def test_each_comment_with_an_address_is_told_once_and_no_value() -> None:
    text = (
        "# a@b.example, c@b.example\r\n"
        '- name: "Team # a@b.example\r\n    and # d@b.example"\r\n'
        "  kind: company # a@b.example\r\n"
        "  country: NO#a@b.example\r\n"
    )
    source = Source("signatories.yml", text)
    entries, _ = read_entries(source)
    found = [(each.line, each.column) for each in addressed_comments(source, entries)]
    assert found == [(1, 1), (4, 17)]


def test_a_line_of_many_comment_signs_takes_no_time() -> None:
    source = Source("signatories.yml", "# a@b.example" + " #" * 500_000)
    assert len(list(addressed_comments(source, []))) == 1


def addressed(text: str) -> int:
    source = Source("r.yml", text)
    return len(list(addressed_comments(source, read_entries(source)[0])))


def test_comments_beside_a_long_value_hang_nothing(guard: Guard) -> None:
    text = "- name: A\n  statement: >\n" + "    a@b.example # a@b.example\n" * 20_000
    assert guard(addressed, text) == 0
