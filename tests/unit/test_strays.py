"""Bare keys that no source has: they stay text, and one note says so."""

import pytest
from undersigned.bibliography.citations.citable import citable
from undersigned.bibliography.citations.occurrences import occurrences
from undersigned.bibliography.citations.strays import strays

KEYS = ["maurer2018cyber", "notice2024"]


def notes(text: str) -> list[str]:
    text = citable(text)
    return [message for _, message in strays(text, occurrences(text, set(KEYS)), KEYS)]


@pytest.mark.parametrize(
    "text",
    [
        "me@types.org", "`@types/node`", "https://x.example/@jane", "[@jane](https://x.example)",
        "@maurer2018cyber says", "[@nobody]", r"\@jane", "<!-- @jane -->", "<b title='@jane'>x</b>",
        "$$ f(@x) $$", "an @ by itself", "@", "x@y",
    ],
)  # fmt: skip
def test_what_is_plainly_no_key_is_not_named(text: str) -> None:
    assert notes(text) == []


def test_all_that_is_like_a_handle_is_named_once_for_a_page() -> None:
    [note] = notes("Install @types/node and ask @jane, or @jane and @joe.")
    assert note.startswith("'@types/node' and 2 other words like it, which no source has for a key")
    assert note.endswith("write '\\@' or put it between backticks if it cites nothing")


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("@maurer2018cybr says", "did you mean '@maurer2018cyber'?"),
        ("@smith2020 says", "add it, or write '\\@'"),
        ("@smith:1999x says", "add it, or write '\\@'"),
        ("@smith [p. 5]", "add it, or write '\\@'"),
    ],
)
def test_what_is_like_a_key_is_named_by_itself(text: str, hint: str) -> None:
    [note] = notes(text)
    assert "is not in references.bib and will stay text" in note
    assert hint in note
