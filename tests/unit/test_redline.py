"""What a redline makes of the changes that people make."""

import random
from math import isqrt

import pytest
from undersigned.statement.diff import paragraphs as matching
from undersigned.statement.diff import sequences
from undersigned.statement.diff.paragraphs import split
from undersigned.statement.diff.redline import Passage, PassageState, redline
from undersigned.statement.diff.sequences import aligned
from undersigned.statement.diff.words import compared

OLD = """\
1. Take steps to counter the use of products to harm people
2. Identify ways to actively counter the market
3. Invest in awareness of customers, users and the general public
4. Protect customers by maintaining the integrity of products
5. Develop processes for handling valid legal requests
"""


def shown(old: str, new: str) -> str:
    """The pieces of a comparison as one line."""
    return "".join(
        piece.new if piece.same else f"[{piece.old}|{piece.new}]" for piece in compared(old, new)
    )


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("to harm people", "to harm anyone", "to harm [people|anyone]"),
        ("the general public", "the public", "the [general|][ |]public"),
        ("users", "users and others", "users[| ][|and others]"),
        ("We shall act.", "We shall act", "We shall [act.|act]"),
        ("the Market", "the market", "the [Market|market]"),
        ("harmful", "harm", "[harmful|harm]"),
        ("selling of tools", "trade of weapons", "[selling of tools|trade of weapons]"),
        (
            "selling for use of tools",
            "trade for use of guns",
            "[selling|trade] for use of [tools|guns]",
        ),
        ("we never of them", "we of them", "we [never|][ |]of them"),
        ("one of two", "one big of small two", "one [|big][| ]of [|small][| ]two"),
        ("broken\nhere", "broken here", "broken[\n| ]here"),
        ("我们反对网络雇佣军", "我们谴责网络雇佣军", "我们[反对|谴责]网络雇佣军"),
        ("か\u3099い", "かい", "[か\u3099|か]い"),
        ("", "", ""),
    ],
)
def test_whole_words_change_and_short_ones_between_changes_change_with_them(
    old: str, new: str, told: str
) -> None:
    assert shown(old, new) == told


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("One\ntwo.\n\nThree.\n", ["One\ntwo.", "Three."]),
        ("1. one\n2. two\n   still two\n3) three\n", ["one", "two\n   still two", "three"]),
        ("# Title\nText\n- a\n* b\n", ["Title", "Text", "a", "b"]),
        ("(a) one\n(iv) four\n(see) five\n", ["one", "four\n(see) five"]),
        ("> quoted\n> - item\n", ["quoted", "item"]),
        ("*stressed* and\n-no item\n", ["*stressed* and\n-no item"]),
        ("\n \n  One", ["One"]),
        (" \n", []),
        ("", []),
    ],
)
def test_blocks_headings_and_items_are_paragraphs(text: str, words: list[str]) -> None:
    assert [each.words for each in split(text).paragraphs] == words


def kinds(old: str, new: str) -> list[tuple[str, int | None, int | None]]:
    found = redline(old, new)
    assert (found.old, found.new) == (old, new)
    return [(each.kind.value, each.old, each.new) for each in found.passages]


def renumbered(*items: str) -> str:
    return "".join(f"{number}. {item}\n" for number, item in enumerate(items, 1))


ITEMS = [line.partition(". ")[2] for line in OLD.splitlines()]


def test_an_item_put_first_renumbers_the_others_and_rewrites_none() -> None:
    found = kinds(OLD, renumbered("Do no harm", *ITEMS))
    assert found == [
        ("inserted", None, 1),
        *[("renumbered", number, number + 1) for number in range(1, 6)],
    ]


def test_a_moved_item_is_told_at_both_places_and_its_number_alone_changes() -> None:
    one, two, three, four, five = ITEMS
    new = renumbered(one, four, two, three, five)
    assert kinds(OLD, new) == [
        ("unchanged", 1, 1),
        ("moved", 4, 2),
        ("renumbered", 2, 3),
        ("renumbered", 3, 4),
        ("left", 4, 2),
        ("unchanged", 5, 5),
    ]
    [moved] = [each for each in redline(OLD, new).passages if each.kind is PassageState.MOVED]
    assert not moved.reworded
    assert [(piece.old, piece.new) for piece in moved.pieces if piece.reworded] == [("4.", "2.")]


def test_a_moved_paragraph_with_other_words_shows_which() -> None:
    old = "First we say this at length.\n\nSecond, we promise to share tools.\n\nThird of all.\n"
    new = (
        "Second, we promise to share all tools.\n\nFirst we say this at length.\n\nThird of all.\n"
    )
    found = redline(old, new)
    [moved] = [each for each in found.passages if each.kind is PassageState.MOVED]
    # The shorter of the two that changed places is said to have moved.
    assert (moved.old, moved.new) == (1, 2)
    [changed] = [each for each in found.passages if each.reworded]
    assert [piece.new for piece in changed.words if piece.reworded] == ["all"]


def test_of_two_paragraphs_that_changed_places_the_shorter_moved() -> None:
    assert kinds("Short.\n\nMuch longer than that.\n", "Much longer than that.\n\nShort.\n") == [
        ("left", 1, 2),
        ("unchanged", 2, 1),
        ("moved", 1, 2),
    ]


def test_a_paragraph_with_nothing_in_common_is_deleted_and_another_inserted() -> None:
    assert kinds("Stay.\n\nOld words here.\n", "Stay.\n\nQuite another text.\n") == [
        ("unchanged", 1, 1),
        ("deleted", 2, None),
        ("inserted", None, 2),
    ]


def test_a_paragraph_that_stands_there_twice_loses_the_one_that_went() -> None:
    old, new = "Same.\n\nBetween.\n\nSame.\n", "Between.\n\nSame.\n"
    assert [kind for kind, _, _ in kinds(old, new)] == ["deleted", "unchanged", "unchanged"]


def spaced(old: str, new: str) -> list[Passage]:
    return [each for each in redline(old, new).passages if each.respaced]


def test_lines_broken_elsewhere_are_no_other_words_and_are_told() -> None:
    [passage] = spaced("We say\nthis to all.\n", "We say this\nto all.\n")
    assert passage.kind is PassageState.UNCHANGED


def test_a_blank_line_is_told_between_the_same_paragraphs_and_not_where_one_came() -> None:
    assert [each.old for each in spaced("- a\n- b\n", "- a\n\n- b\n")] == [1]
    assert [each.old for each in spaced("a\n", "a")] == [1]
    assert spaced("- a\n", "- a\n\nNew.\n") == []
    assert spaced("We say the big word.\n", "We say the word.\n") == []


def test_of_more_items_than_are_compared_only_the_ends_are_common() -> None:
    longest = isqrt(sequences.LIMIT)
    old, new = ["old", *["same"] * longest], ["new", *["same"] * longest, "more"]
    assert aligned(old, new) == []
    ends = [(0, 0), (longest + 2, longest + 3)]
    assert aligned(["first", *old, "last"], ["first", *new, "last"]) == ends


def test_a_text_of_64_kib_in_one_paragraph_is_compared_whole() -> None:
    letters = 32 * 1024
    assert letters**2 <= sequences.LIMIT
    old, new = " ".join("ab" * (letters // 2)), " ".join("bab" * (letters // 3))
    [passage] = redline(old, new).passages
    kept = [piece.old for piece in passage.words if piece.same and piece.old.strip()]
    assert sum(len(each.split()) for each in kept) > letters // 2


def test_of_more_paragraphs_than_are_compared_only_equal_ones_are_matched(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    old, new = "One and two.\n\nSame.\n\nAnd on.\n", "One and three.\n\nSame.\n\nAnd off.\n"
    monkeypatch.setattr(matching, "LIMIT", 4)
    assert [kind for kind, _, _ in kinds(old, new)] == ["changed", "unchanged", "changed"]
    monkeypatch.setattr(matching, "LIMIT", 3)
    assert [kind for kind, _, _ in kinds(old, new)] == [
        *("deleted", "inserted"),
        "unchanged",
        *("deleted", "inserted"),
    ]


def words(chance: random.Random, count: int) -> str:
    return " ".join(f"w{chance.randrange(3000)}" for _ in range(count))


def test_of_many_paragraphs_the_rewritten_ones_are_still_found() -> None:
    chance = random.Random(2)
    old = [words(chance, 60) for _ in range(300)]
    new = [f"{text.rsplit(' ', 10)[0]} and more" for text in old]
    found = redline("\n\n".join(old), "\n\n".join(new[150:] + new[:150]))
    assert found.counts["inserted"] == found.counts["deleted"] == 0
    assert found.counts["moved"] == found.counts["left"] == 150


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("a " * 50_000, "b a " * 25_000),
        ("x" * 100_000, "y" + "x" * 100_000),
        ("a\n\n" * 30_000, "b\n\n" + "a\n\n" * 20_000),
        ("- a b\n" * 20_000, "- b a\n" * 20_000),
        ("> " * 50_000, "(" * 50_000),
    ],
    ids=["words", "one word", "paragraphs", "items", "signs"],
)
def test_long_and_dull_texts_are_held_against_each_other(old: str, new: str) -> None:
    found = redline(old, new)
    assert (found.old, found.new) == (old, new)
