"""What pages carry around their words."""

import pytest
from mkdocs.config.defaults import MkDocsConfig
from theme import on_post_page
from undersigned.markup.description import LONGEST, description, first_paragraph, shortened


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<h1>Title</h1>\n<p>One <em>two</em>\nthree.</p><p>Four.</p>", "One two three."),
        ('<p>Said.<sup id="fnref:1"><a href="#fn:1">1</a></sup> Again.</p>', "Said. Again."),
        ("<p>  </p><p>Second.</p>", "Second."),
        ("<p>A &lt;tag&gt; &amp; “more”</p>", "A <tag> & “more”"),
        ('<ol><li>a</li></ol><div class="footnote"><p>A note.</p></div>', ""),
        ("<p>A stray</sup> end.</p>", "A stray end."),
        ("<p a='>'>An end &#9999999999; quoted.</p>", "An end \ufffd quoted."),
        ("", ""),
    ],
)
def test_the_first_paragraph_is_its_text_alone(html: str, text: str) -> None:
    assert first_paragraph(html) == text


def test_a_given_description_wins_over_the_first_paragraph_and_that_over_the_title() -> None:
    assert description("Given.\n Twice.", "<p>First.</p>", "Title", "Site") == "Given. Twice."
    assert description(None, "<p>First.</p>", "Title", "Site") == "First."
    assert description("", "<ol></ol>", "Title", "Site") == "Title: Site"


def test_a_long_paragraph_ends_with_a_sentence_or_else_with_a_word() -> None:
    sentence = "A sentence of " + "many " * 12 + "words."
    assert shortened(f"{sentence} {'more ' * 40}") == sentence
    text = shortened("word, " * 60)
    assert text.endswith("word…")
    assert len(text) <= LONGEST + 1
    assert shortened("x" * LONGEST) == "x" * LONGEST


def test_only_the_two_checkboxes_lose_their_autocomplete() -> None:
    typed = '<input name="query" autocomplete="off">'
    page = (
        f'<input id="__drawer" autocomplete="off"><input id="__search" autocomplete="off">{typed}'
    )
    mended = on_post_page(page, MkDocsConfig())
    assert mended == f'<input id="__drawer"><input id="__search">{typed}'


def test_a_name_with_quotation_marks_does_not_end_an_attribute() -> None:
    config = MkDocsConfig()
    config.site_name = 'A "letter"'
    page = '<a aria-label="A "letter"">A "letter"</a>'
    mended = '<a aria-label="A &#34;letter&#34;">A "letter"</a>'
    assert on_post_page(page, config) == mended
