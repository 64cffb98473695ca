"""Names of one edit are found among many, and none is compared with all."""

import random
from itertools import combinations

from undersigned.names.near_duplicates import near_pairs

LETTERS = "abcde"


def edits(one: str, other: str) -> int:
    """The optimal string alignment distance, by its definition."""
    rows = [list(range(len(other) + 1))]
    for i, a in enumerate(one, start=1):
        row = [i]
        for j, b in enumerate(other, start=1):
            best = min(rows[-1][j] + 1, row[-1] + 1, rows[-1][j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                best = min(best, rows[-2][j - 2] + 1)
            row.append(best)
        rows.append(row)
    return rows[-1][-1]


def mistyped(chance: random.Random, text: str) -> str:
    at = chance.randrange(len(text) - 1)
    letter = chance.choice(LETTERS)
    return chance.choice(
        [
            text[:at] + text[at + 1 :],
            text[:at] + letter + text[at:],
            text[:at] + letter + text[at + 1 :],
            text[:at] + text[at + 1] + text[at] + text[at + 2 :],
        ]
    )


def words(chance: random.Random) -> str:
    return "".join(chance.choices(LETTERS, k=chance.randint(5, 20)))


def test_every_pair_of_one_edit_is_found_and_nothing_else_of_short_names() -> None:
    chance = random.Random(4)
    texts = [words(chance) for _ in range(150)]
    texts += [mistyped(chance, text) for text in texts]
    found = set(near_pairs([[text] for text in texts]))
    for one, other in combinations(range(len(texts)), 2):
        shortest = min(len(texts[one]), len(texts[other]))
        apart = edits(texts[one], texts[other])
        if shortest >= 6 and apart == 1:
            assert (one, other) in found, (texts[one], texts[other])
        if apart not in (1, 2) or shortest < 6:
            assert (one, other) not in found, (texts[one], texts[other])


def test_two_edits_count_where_the_words_that_differ_are_long() -> None:
    assert list(near_pairs([["mitre", "corporate"], ["miter", "corporate"]])) == [(0, 1)]
    assert list(near_pairs([["mitre", "corporate"], ["meter", "corporate"]])) == []
    assert list(near_pairs([["cloudflare", "inside"], ["cloudflair", "inside"]])) == [(0, 1)]
    assert list(near_pairs([["university", "of", "oslo"], ["university", "of", "bali"]])) == []


def test_names_that_differ_only_in_digits_are_not_near() -> None:
    assert list(near_pairs([["team", "41"], ["team", "42"], ["team", "4", "2", "1"]])) == []


def test_a_mistyped_name_is_found_among_thousands_that_share_its_words() -> None:
    chance = random.Random(4)
    many = [["university", "of", words(chance), "in", words(chance)] for _ in range(3000)]
    many += [["university", "of", "beauxbatons", "in", "cannes"]]
    many += [["university", "of", "beauxbatosn", "in", "cannes"]]
    assert (3000, 3001) in set(near_pairs(many))
