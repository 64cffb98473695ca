"""Names of one edit are found among many, and none is compared with all."""

import random
from itertools import combinations

import pytest
from rapidfuzz.distance.OSA import distance
from undersigned.names.near_duplicates import SHORTEST, near_pairs, swapped_pairs

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


def test_of_three_thousand_names_the_pairs_are_those_that_comparing_each_with_each_finds() -> None:
    chance = random.Random(20)
    names = [[words(chance) for _ in range(chance.randint(1, 3))] for _ in range(2000)]
    names += [[*name[:-1], mistyped(chance, name[-1])] for name in names[:1000]]
    texts = ["".join(name) for name in names]
    near = {
        (one, other)
        for one, other in combinations(range(len(names)), 2)
        if min(len(texts[one]), len(texts[other])) >= SHORTEST
        and distance(texts[one], texts[other], score_cutoff=1) == 1
    }
    assert len(near) > 500
    found = list(near_pairs(names))
    assert sorted(set(found)) == found
    # Of two edits, those far apart may be missed; none is made up.
    assert near <= set(found)
    assert {distance(texts[one], texts[other]) for one, other in {*found} - near} <= {2}


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


def people_are_near(one: str, other: str, *further: str) -> bool:
    names = [name.split() for name in (one, other, *further)]
    return (0, 1) in set(near_pairs(names, [True] * len(names)))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("olexiy mazur", "olexii mazur"),
        ("alexander smith", "alexnader smith"),
        ("anna katharina lee", "anna kathrina lee"),
        ("john wilkinson", "john wilkinsson"),
        ("young hun kim", "younggun kim"),
    ],
)
def test_a_long_word_mistyped_once_is_found_in_peoples_names(one: str, other: str) -> None:
    assert people_are_near(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("j smithson", "k smithson"),
        ("anna b lee", "anna c lee"),
        ("anna b lee", "anna lee"),
        ("anna b lee c", "anna d lee c"),
        ("alexander", "alexander g"),
        ("alexander", "alexanders"),
        ("jan kowalski", "jon kowalski"),
        ("catherine hall", "catherine ball"),
        ("richard towers", "richard bowers"),
        ("artem kuleshov", "artem kurashov"),
    ],
)
def test_other_people_of_nearly_one_name_are_not(one: str, other: str) -> None:
    assert not people_are_near(one, other)
    assert set(near_pairs([one.split(), other.split()])) == {(0, 1)}


def test_two_spellings_that_further_people_have_are_two_names() -> None:
    assert people_are_near("andrew goncharov", "andrey goncharov", "andrew lee")
    assert not people_are_near("andrew goncharov", "andrey goncharov", "andrew lee", "andrey lee")
    twice = ["andrew goncharov", "andrey goncharov"]
    assert people_are_near(*twice, *twice), "the same person twice is no further one"


def test_a_person_and_an_organisation_are_compared_as_organisations_are() -> None:
    assert list(near_pairs([["microsoft"], ["mircosoft"]], [True, False])) == [(0, 1)]


@pytest.mark.parametrize(
    ("one", "other"),
    [("ivan gorbunov", "gorbunov ivan"), ("ana maria de silva", "de silva ana maria")],
)
def test_people_whose_names_are_in_another_order_are_found(one: str, other: str) -> None:
    names = [["any", "other"], one.split(), other.split()]
    assert list(swapped_pairs(names, [True] * 3)) == [(1, 2)]
    assert list(swapped_pairs(names, [True, True, False])) == []


def test_of_many_orders_each_is_paired_with_the_first_that_differs() -> None:
    names = [text.split() for text in ("a b", "a b", "b a", "b a", "a a", "a b b")]
    assert list(swapped_pairs(names, [True] * len(names))) == [(0, 2), (0, 3)]
