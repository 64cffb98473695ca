"""Unicode's normal forms, and marks that follow each other without end."""

from collections.abc import Callable

import pytest
from undersigned.names.folding import folded
from undersigned.names.similarity import skeleton, words_of
from undersigned.names.slug import slug
from undersigned.normal_forms import after_too_many_marks, nfc, nfkc, nfkd
from undersigned.register.terms.kinds import kind_meant
from undersigned.urls import page_of, refusal

from tests.support.guard import Guard


@pytest.mark.parametrize(
    ("text", "position"),
    [
        ("a" + "\u0301" * 8, 0),
        ("a" + "\u0301" * 9, 10),
        ("\u0f67\u0f90\u0fb5\u0fa8\u0fb3\u0fba\u0fbc\u0fbb\u0f82", 0),
        ("日本語日本語日本語日本語", 0),
        ("——————————", 0),
        ("a\u0301" * 20, 0),
    ],
)
def test_a_letter_has_eight_marks_at_most(text: str, position: int) -> None:
    assert after_too_many_marks(text) == position


def test_a_form_is_that_of_unicode() -> None:
    assert (nfc("a\u0301"), nfkc("ﬁ\u0301"), nfkd("á")) == ("á", "fí", "a\u0301")


@pytest.mark.parametrize(
    "ask", [nfc, nfkc, nfkd, folded, skeleton, words_of, slug, kind_meant, page_of, refusal]
)
def test_marks_without_end_hang_nothing(ask: Callable[[str], object], guard: Guard) -> None:
    guard(ask, "https://a" + "\u0301\u0323" * 200_000)
