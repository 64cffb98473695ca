"""Redlines of any two texts hold both texts, to the last character."""

from itertools import pairwise

from hypothesis import example, given, settings
from hypothesis import strategies as st
from undersigned.statement.diff.paragraphs import split
from undersigned.statement.diff.redline import PassageState, Redline, redline
from undersigned.statement.diff.sequences import aligned, heaviest_increasing
from undersigned.statement.diff.words import compared

from tests.support.examples import examples

# Few words and much of what stands around them, so that chance soon makes two texts alike.
WORDS = st.sampled_from(["a", "the", "harm", "Harm", "harm,", "of", "—", "法", "律", "חוק", "*x*"])
SPACES = st.sampled_from([" ", " ", " ", "\n", "  ", "\u00a0", " \n "])
MARKS = st.sampled_from(["", "", "1. ", "2. ", "- ", "## ", "> ", "  ", "(a) ", "\t* ", "> 3) "])
GAPS = st.sampled_from(["\n", "\n\n", "\n \n", " \n\n\n", "", "\u2028\n"])
SENTENCES = st.lists(st.tuples(WORDS, SPACES), max_size=8).map(
    lambda pairs: "".join(word + space for word, space in pairs)
)
PARAGRAPHS = st.tuples(MARKS, SENTENCES, GAPS).map("".join)
TEXTS = st.lists(PARAGRAPHS, max_size=8).map("".join)


@st.composite
def revisions(draw: st.DrawFn) -> tuple[str, str]:
    """A text, and the same with paragraphs moved, removed, added and written anew."""
    old = draw(st.lists(PARAGRAPHS, max_size=8))
    new = draw(st.permutations(old))[: draw(st.integers(0, len(old)))]
    if new:
        new[draw(st.integers(0, len(new) - 1))] = draw(PARAGRAPHS)
    return "".join(old), "".join([*new, draw(PARAGRAPHS)])


ANY_TEXT = st.text(st.characters(exclude_characters="\r", exclude_categories=["Cs"]))


@settings(max_examples=examples(500))
@given(revisions() | st.tuples(TEXTS, TEXTS) | st.tuples(ANY_TEXT, ANY_TEXT))
@example(("", "a\n"))
@example(("\n \n", " "))
@example(("\u00a0a", "1. \u00a0a\u00a0"))
def test_both_texts_are_read_back_from_their_redline(texts: tuple[str, str]) -> None:
    old, new = texts
    found = redline(old, new)
    assert (found.old, found.new) == (old, new)


@given(TEXTS | ANY_TEXT)
def test_paragraphs_joined_are_the_text(text: str) -> None:
    opening, paragraphs = split(text)
    assert opening + "".join(map("".join, paragraphs)) == text
    assert not opening.strip()
    assert not any(each.gap.strip() for each in paragraphs)


@given(TEXTS)
def test_a_text_held_against_itself_has_no_change(text: str) -> None:
    found = redline(text, text)
    assert {each.kind for each in found.passages} <= {PassageState.UNCHANGED}
    assert all(piece.same for each in found.passages for piece in (*each.pieces, each.gap))


@given(revisions())
def test_every_paragraph_of_both_texts_stands_there_once(texts: tuple[str, str]) -> None:
    old, new = texts
    found = redline(old, new)
    left = numbers(found, PassageState.LEFT)
    assert left == numbers(found, PassageState.MOVED)
    standing = [each for each in found.passages if each.kind is not PassageState.LEFT]
    of_old = [each.old for each in standing if each.old]
    assert sorted(of_old) == list(range(1, len(split(old).paragraphs) + 1))
    of_new = [each.new for each in standing if each.new]
    assert of_new == list(range(1, len(split(new).paragraphs) + 1))


def numbers(found: Redline, kind: PassageState) -> set[tuple[int | None, int | None]]:
    return {(each.old, each.new) for each in found.passages if each.kind is kind}


@given(st.permutations([f"paragraph number{n} says thing{n}" for n in range(6)]))
def test_paragraphs_in_another_order_are_moved_and_never_rewritten(order: list[str]) -> None:
    old = "".join(f"{n}. {text}\n" for n, text in enumerate(sorted(order), 1))
    new = "".join(f"{n}. {text}\n" for n, text in enumerate(order, 1))
    found = redline(old, new)
    kinds = {each.kind for each in found.passages}
    assert kinds <= {
        PassageState.UNCHANGED,
        PassageState.RENUMBERED,
        PassageState.MOVED,
        PassageState.LEFT,
    }
    assert not any(each.reworded or each.respaced for each in found.passages)


@given(SENTENCES.map(str.strip), SENTENCES.map(str.strip))
def test_no_word_is_split_between_pieces(old: str, new: str) -> None:
    pieces = compared(old, new)
    for sides in ([piece.old for piece in pieces], [piece.new for piece in pieces]):
        standing = list(filter(None, sides))
        for before, after in pairwise(standing):
            ends = before[-1] + after[0]
            assert any(each.isspace() or each in "法律" for each in ends)


SEQUENCES = st.lists(st.integers(0, 3), max_size=8)


@given(SEQUENCES, SEQUENCES)
def test_the_longest_common_sequence_is_found(old: list[int], new: list[int]) -> None:
    pairs = aligned(old, new)
    assert all(old[i] == new[j] for i, j in pairs)
    assert pairs == sorted(pairs)
    assert all(len({pair[side] for pair in pairs}) == len(pairs) for side in (0, 1))
    assert len(pairs) == longest(old, new)


def longest(old: list[int], new: list[int]) -> int:
    """Its length, by the textbook: slow and plain."""
    row = [0] * (len(new) + 1)
    for item in old:
        before = row[:]
        for at, other in enumerate(new, 1):
            row[at] = before[at - 1] + 1 if item == other else max(before[at], row[at - 1])
    return row[-1]


@given(st.permutations(range(6)), st.lists(st.integers(1, 9), min_size=6, max_size=6))
def test_no_rising_sequence_weighs_more(places: list[int], weights: list[int]) -> None:
    chosen = heaviest_increasing(places, weights)
    assert [places[at] for at in chosen] == sorted(places[at] for at in chosen)
    heaviest = 0
    for picked in range(2**6):
        indexes = [at for at in range(6) if picked >> at & 1]
        rising = [places[at] for at in indexes]
        if rising == sorted(rising):
            heaviest = max(heaviest, sum(weights[at] for at in indexes))
    assert sum(weights[at] for at in chosen) == heaviest
