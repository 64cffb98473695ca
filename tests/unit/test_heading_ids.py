"""The ids of headings are ASCII as far as that loses no word, and else keep their letters."""

import pytest
from markdown.extensions.toc import slugify
from undersigned.markup.heading_ids import heading_id


@pytest.mark.parametrize(
    "words",
    ["Zero-day", "Cyber  mercenary", "Maß und Ziel", "7. What’s a — chart?", "a_b", "- x -", "ÅÄ"],
)
def test_latin_headings_have_the_ids_that_markdown_gives_them(words: str) -> None:
    assert heading_id(words) == slugify(words, "-")


@pytest.mark.parametrize(
    ("words", "given"),
    [
        ("الأتمتة", "الأتمتة"),
        ("سجل الضوء؟", "سجل-الضوء"),
        ("الضوء 1", "الضوء-1"),
        ("Маяк и Chart", "маяк-и-chart"),
        ("Café Ω", "café-ω"),
    ],
)
def test_headings_of_which_ascii_would_lose_a_word_keep_their_letters(
    words: str, given: str
) -> None:
    assert heading_id(words) == given
