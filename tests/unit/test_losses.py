"""What a page would lose around its citations."""

import pytest
from undersigned.bibliography.citations.citation import anchor_of
from undersigned.bibliography.citations.losses import Loss, losses, own_notes
from undersigned.bibliography.citations.occurrences import occurrences

from tests.support.guard import Guard
from tests.support.work import growth

KNOWN = {"a", "b"}


def all_losses(text: str) -> list[Loss]:
    return list(losses(text, occurrences(text, KNOWN), KNOWN))


@pytest.mark.parametrize(
    "text",
    [
        "[@a]", "[see @a, p. 80; cf. @b]", "[-@a]", "[@a,]", "[@a; ]", "[@A, pp. 80, 85–87]",
        "[x](y) [@a]", "- [ ] task [@a]", "[^1]: Said.[@a]", "[@a] (so)", "[me@a.org]",
        "[write to me@a.org;\nor not]", "[by @nobody here]", "[so\n\n@a]", "[of @a\nhere](link)",
        "@a [p. 5]", "@a [p. 5; see @b]", "[@a](x)", "@a [so it is](x)", "[@{a} {p. 5} so]",
        "So @a\n[1](x)", "So @a\n[^1]", "So @a\n\n[1]",
    ],
)  # fmt: skip
def test_a_citation_as_it_should_be_loses_nothing(text: str) -> None:
    assert [*all_losses(text), *own_notes(text, occurrences(text, KNOWN), anchor_of)] == []


@pytest.mark.parametrize(
    ("text", "position", "message"),
    [
        ("[@a p. 81]", 3, "'p. 81' behind 'a' would be lost; put a comma before it"),
        ("[@a @b]", 3, "'@b' behind 'a' would be lost; put a comma before it, or ';'"),
        ("[@a, p. 3 @b]", 10, "'b' would be no citation; put ';' before it"),
        ("[see @a; so it is]", 9, "'so it is' cites nothing and would be lost"),
        ("@a [p. 5; so it is]", 10, "'so it is' cites nothing and would be lost"),
        ("@a [me@x.org @b]", 13, "'b' would be no citation; put ';' before it"),
        ("[words [@a] more](x)", 7, "a citation cannot be in the words of a link; put it behind"),
        ("x [see @a,\np. 3]", 2, "nobody takes brackets over several lines for a citation"),
        ("So @a\n[p. 3] says", 6, "the locator of 'a' stands on another line; write both on one"),
        ("x \\full_bibliography", 2, r"'\full_bibliography' would add notes"),
    ],
)
def test_what_a_page_would_lose_is_told_with_its_place(
    text: str, position: int, message: str
) -> None:
    [loss] = all_losses(text)
    assert loss.position == position
    assert loss.message.startswith(message)


def test_a_note_that_has_the_name_of_a_source_is_told_where_both_stand() -> None:
    text = "So.[^a] And.[@A, p. 3]\n\n[^a]: Mine.\n[^b]: Not cited here."
    found = own_notes(text, occurrences(text, KNOWN), anchor_of)
    assert [each.position for each in found] == [text.index("a]: Mine")]


@pytest.mark.parametrize("piece", ["[", "[@", "@", "[@a;", "@a\n[", "[@a\n"])
def test_brackets_that_nobody_closes_hang_nothing(piece: str, guard: Guard) -> None:
    assert growth(all_losses, "[" + piece * 300, "[" + piece * 600) < 2.2
    guard(all_losses, "[" + piece * (300_000 // len(piece)))
