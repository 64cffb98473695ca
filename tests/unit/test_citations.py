"""Brackets that cite: the keys in them, and what a page would lose of them."""

import pytest
from undersigned.bibliography.citations import Loss, cited_keys, losses, own_notes
from undersigned.text.pages import code_hidden, code_shown, without_code

from tests.support.guard import Guard
from tests.support.work import growth

KNOWN = {"a", "b"}


@pytest.mark.parametrize(
    "text",
    [
        "[@a]", "[see @a, p. 80; cf. @b]", "[-@a]", "[@a,]", "[@a; ]", "[@A, pp. 80, 85–87]",
        "[x](y) [@a]", "- [ ] task [@a]", "[^1]: Said.[@a]", "[@a] (so)", "[me@a.org]",
        "[write to me@a.org;\nor not]", "[by @nobody here]", "[so\n\n@a]", "[of @a\nhere](link)",
    ],
)  # fmt: skip
def test_a_citation_as_it_should_be_loses_nothing(text: str) -> None:
    assert [*losses(text, KNOWN), *own_notes(text)] == []


@pytest.mark.parametrize(
    ("text", "position", "message"),
    [
        ("[@a p. 81]", 3, "'p. 81' behind 'a' would be lost; put a comma before it"),
        ("[@a , p. 81]", 3, "', p. 81' behind 'a' would be lost"),
        ("[@a @b]", 3, "'@b' behind 'a' would be lost; put a comma before it, or ';'"),
        ("[@a, p. 3 @b]", 10, "'b' would be no citation; put ';' before it"),
        ("[see @a; so it is]", 9, "'so it is' cites nothing and would be lost"),
        ("[words [@a] more](x)", 7, "this '[' would take what follows into the note of 'a'"),
        ("[@a](x)", 0, "a citation cannot be the words of a link"),
        ("x [see @a,\np. 3]", 2, "nobody takes brackets over several lines for a citation"),
        ("x \\full_bibliography", 2, r"'\full_bibliography' would add notes"),
    ],
)
def test_what_a_page_would_lose_is_told_with_its_place(
    text: str, position: int, message: str
) -> None:
    [loss] = losses(text, KNOWN)
    assert loss.position == position
    assert loss.message.startswith(message)


def test_a_note_that_has_the_name_of_a_source_is_told_where_both_stand() -> None:
    text = "So.[^a] And.[@A, p. 3]\n\n[^a]: Mine.\n[^b]: Not cited here."
    assert [loss.position for loss in own_notes(text)] == [text.index("a]: Mine")]


def test_an_address_is_no_citation_and_a_hyphen_before_one_says_nothing() -> None:
    text = "[me@a] [-@b] [x.@c] [see—@d]"
    assert [key for key, _ in cited_keys(text)] == ["b", "d"]


def all_losses(text: str) -> list[Loss]:
    return list(losses(text, KNOWN))


@pytest.mark.parametrize("piece", ["[", "[@", "@", "[@a;"])
def test_brackets_that_nobody_closes_hang_nothing(piece: str, guard: Guard) -> None:
    assert growth(all_losses, "[" + piece * 300, "[" + piece * 600) < 2.1
    assert guard(all_losses, "[" + piece * (1_000_000 // len(piece))) == []


def test_code_cites_nothing_and_stays_as_it_is() -> None:
    text = "`[@a]` [@b] ``x ` [@a]``\n\n```md\n[@a]\n```\n\nAnd `[@b]\n\n[@b]` so.\n<!--\n[@a] -->"
    hidden = code_hidden(text)
    assert [key for key, _ in cited_keys(hidden)] == ["b", "b", "b"]
    assert len(hidden) == len(text)
    assert code_shown(hidden) == text


@pytest.mark.parametrize(
    ("fence", "closing"),
    [("```", "````"), ("~~~", "~~~~~  "), ("````md", "````"), ("```", "```")],
)
def test_a_sample_between_fences_is_code_however_long_the_one_that_closes(
    fence: str, closing: str
) -> None:
    text = f"{fence}\n[@a] https://a.example\n{closing}\n[@b] https://b.example\n"
    assert [key for key, _ in cited_keys(code_hidden(text))] == ["b"]
    assert without_code(text).split() == ["[@b]", "https://b.example"]
    assert len(without_code(text)) == len(text)


@pytest.mark.parametrize(("fence", "closing"), [("````", "```"), ("```", "~~~")])
def test_a_fence_is_closed_by_none_that_is_shorter_or_of_other_signs(
    fence: str, closing: str
) -> None:
    text = f"{fence}\n[@a]\n{closing}\n[@b]\n"
    assert [key for key, _ in cited_keys(code_hidden(text))] == ["a", "b"]


@pytest.mark.parametrize(
    ("piece", "length"),
    [
        ("`x ", 1_000_000),
        ("`` ` ", 1_000_000),
        ("```x\n", 15_000),
        ("`", 1_000_000),
        ("~~~\nx\n`` x", 1_000_000),
    ],
)
def test_backticks_that_nobody_closes_hang_nothing(piece: str, length: int, guard: Guard) -> None:
    text = piece * (length // len(piece))
    assert code_shown(guard(code_hidden, text)) == text
