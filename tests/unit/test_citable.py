"""What of a page may cite, and what of it is code, HTML, an address or an attribute."""

import pytest
from undersigned.bibliography.citations.citable import citable, parted, uncited
from undersigned.bibliography.citations.occurrences import cited_keys, occurrences
from undersigned.text.pages import code_hidden, code_shown, without_code

from tests.support.guard import Guard

KNOWN = {"a", "b"}


def keys(text: str) -> list[str]:
    return [key for key, _ in cited_keys(occurrences(text, KNOWN))]


def test_code_cites_nothing_and_stays_as_it_is() -> None:
    text = "`[@a]` [@b] ``x ` [@a]``\n\n```md\n[@a]\n```\n\nAnd `[@b]\n\n[@b]` so.\n<!--\n[@a] -->"
    hidden = code_hidden(text)
    assert keys(hidden) == ["b", "b", "b"]
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
    assert keys(code_hidden(text)) == ["b"]
    assert without_code(text).split() == ["[@b]", "https://b.example"]
    assert len(without_code(text)) == len(text)


@pytest.mark.parametrize(("fence", "closing"), [("````", "```"), ("```", "~~~")])
def test_a_fence_is_closed_by_none_that_is_shorter_or_of_other_signs(
    fence: str, closing: str
) -> None:
    text = f"{fence}\n[@a]\n{closing}\n[@b]\n"
    assert keys(code_hidden(text)) == ["a", "b"]


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


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("---\ntitle: '[@a]'\n---\n[@b]", "front matter"),
        ("<div>\n[@a]\n</div>\n\n[@b]", "raw HTML"),
        ("So.[@b]\n\n    [@a]", "indented code"),
        ('[@b] <a title="[@a]">x</a>', "a tag"),
        ("[@b] <me@a>", "a tag"),
        ('[x](y "[@a]") [@b]', "the address or title of a link"),
        ("[x](https://a.example/(@a)) [@b]", "the address or title of a link"),
        ("https://a.example/@a [@b]", "the address or title of a link"),
        ('[x]: https://a.example "[@a]"\n\n[@b]', "the address or title of a link"),
        ('So {title="[@a]"} [@b]', "a list of attributes"),
        ("So [@b] {: .x title='[@a]' }", "a list of attributes"),
        ("$$ x = [@a] $$ [@b]", "a formula"),
    ],
)
def test_what_is_not_read_as_markdown_cites_nothing_and_is_known_by_its_kind(
    text: str, why: str
) -> None:
    assert keys(citable(text)) == ["b"]
    assert [region.why for region in parted(text)[1] if "@a" in text[slice(*region[:2])]] == [why]
    assert len(citable(text)) == len(text)
    assert code_shown(citable(text)) == text


@pytest.mark.parametrize(
    "text",
    [
        "<div markdown>\n[@a]\n</div>", "<b>[@a]</b>", "> [@a]", "- x\n\n    [@a]", "| [@a] |",
        "[^n]: x\n\n    [@a]", "x\n    [@a]", "1. x\n\n    > [@a]", "$5 [@a], 6$", "{p} [@a] {q}",
        "[x](y) [@a] (z)", "!!! note\n    [@a]", "[@{a}]", "[@a {p. 5}]", "x < [@a] > y",
    ],
)  # fmt: skip
def test_what_is_read_as_markdown_cites(text: str) -> None:
    assert keys(citable(text)) == ["a"]


def test_a_backslash_before_a_key_is_taken_away_and_one_elsewhere_is_not() -> None:
    shown = code_shown(uncited(citable(r"\@a `\@a` a\@ \\@a <\@a>")))
    assert shown == r"@a `\@a` a\@ \\@a <\@a>"


@pytest.mark.parametrize(
    "piece",
    ["<a", "<@a", "](", "](a(b", "{.", "{a=", "$$", "<div>\n", "[x]: https:", "<a@", "@\n    ",
     "> @", "x"],
)  # fmt: skip
def test_signs_that_nobody_closes_hang_nothing(piece: str, guard: Guard) -> None:
    text = "@" + piece * (200_000 // len(piece))
    assert code_shown(guard(citable, text)) == text
