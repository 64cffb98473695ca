"""Sentences that end in what others have written have one mark at their end."""

import pytest
from undersigned.sentences import full_stop, sentence


@pytest.mark.parametrize(
    ("text", "stop"),
    [
        ("Acme", "."),
        ("Acme Inc.", ""),
        ("Who asks?", ""),
        ("Yahoo!", ""),
        ("“Zentrum”", "."),
        ("the group “Stop.”", ""),
        ("Acme (Inc.)", "."),
        ("27 март 2023 г.", ""),
        ("东京。", ""),
        ("كيف؟", ""),
        ("and so on…", ""),
        ("version 1.0", "."),
    ],
)
def test_a_text_that_ends_in_a_mark_gets_no_second_one(text: str, stop: str) -> None:
    assert full_stop(text) == stop
    assert sentence(text) == f"{text}{stop}"
