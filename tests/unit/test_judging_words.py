"""Words that the record leaves to those it quotes, and how a sentence is told from two."""

import pytest
from undersigned.deeds.judging_words import (
    BLAME,
    PRAISE,
    future_word,
    judging_words,
    sentences_in,
)


@pytest.mark.parametrize(
    ("deed", "words"),
    [
        ("It published a report.", []),
        ("It bravely published a robust report.", ["bravely", "robust"]),
        ("Recklessly, it sold it.", ["recklessly"]),
        ("It took industry-leading and half-hearted steps.", ["industry-leading", "half-hearted"]),
        ("It sued the Robust Group over Egregious, a program.", []),
        ("A court called it “reckless” and 'negligent', it said \"bold\".", []),
        ("A court called it ‘reckless’, and the company’s answer „egregious“ or «lax».", []),
        ("It didn't say that it was reckless, don't you think.", ["reckless"]),
        ("It said “reckless” of a reckless answer.", ["reckless"]),
        ("Its poorhouse was laxly leading to a strong, critical, responsible disclosure.", []),
        ("It published a LANDMARK report.", ["landmark"]),
        ("It published a l\u0430ndmark, ｒｏｂｕｓｔ, 𝐛𝐨𝐥𝐝 and n\u043eble report.",
         ["landmark", "robust", "bold", "noble"]),
        ("World leading, it took half hearted and award\u2011winning steps.",
         ["award-winning", "world-leading", "half-hearted"]),
        ("It sold what is so called, and the edge of a cutting.", []),
        ("Elle publia un rapport, größer als das erste, о чём сообщила.", []),
        ("", []),
    ],
)  # fmt: skip
def test_words_of_praise_and_blame_are_found_outside_quotations_and_names(
    deed: str, words: list[str]
) -> None:
    assert judging_words(deed) == words


@pytest.mark.parametrize(
    ("deed", "word"),
    [
        ("It will sue.", "will"),
        ("It plans to sue, and shall win.", "plans to"),
        ("They are going to sue.", "are going to"),
        ("It announced that it would sue.", ""),
        ("It said “we will sue”.", ""),
        ("It planned to sue and Will Smith showed good will, of its own free will.", ""),
        ("It hired at will.", "will"),
        ("Will publish a report.", "will"),
        ("Plans to publish a report.", "plans to"),
        ("It WILL publish a report.", "will"),
    ],
)
def test_what_is_to_come_is_told_from_what_was_done(deed: str, word: str) -> None:
    assert future_word(deed) == word


@pytest.mark.parametrize(
    ("deed", "count"),
    [
        ("It sued", 1),
        ("It sued.", 1),
        ("It sued. It won.", 2),
        ("It sued! (It won.) Then it paid?", 3),
        ("It sued Bolt Inc. Norway in Dada v. NSO, No. 20-16408, in the U.S. District Court.", 1),
        ("It paid $1.5 million, i.e. much, to A. Writer et al. Later it stopped.", 1),
        ("It said “We sued. We won.” of the suit.", 1),
        ("It said “We sued”. Then it stopped.", 2),
        ("It published version 2.0 of its rules… and more.", 1),
        ("起诉了。赢了。", 2),
        ("", 1),
    ],
)
def test_sentences_are_counted_but_for_full_stops_that_end_none(deed: str, count: int) -> None:
    assert sentences_in(deed) == count


def test_the_words_are_few_in_one_form_and_either_of_praise_or_of_blame() -> None:
    assert PRAISE.isdisjoint(BLAME)
    assert len(PRAISE | BLAME) < 180
    for word in PRAISE | BLAME:
        assert judging_words(f"It was {word}.") == [word]


def test_a_sentence_of_quotation_marks_takes_no_time() -> None:
    for sign in ("'", "‘", "“", '"', "«", ". A", "will "):
        deed = f"a {sign}" * 60
        assert sentences_in(deed) >= 1
        assert isinstance(judging_words(deed), list)
        assert isinstance(future_word(deed), str)
