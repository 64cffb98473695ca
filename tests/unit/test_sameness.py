"""Whether two answers show the same page."""

from undersigned.links.answers import Answer
from undersigned.links.sameness import show_the_same

from tests.support.guard import Guard

WORDS = [f"word{n}" for n in range(100)]


def page(*words: str) -> Answer:
    return Answer(200, text=f"<p>{' '.join(words)}</p>")


def test_a_page_is_itself_in_whatever_markup() -> None:
    assert show_the_same(page("A", "page"), Answer(200, text="<h1>a</h1>\n<div>page</div><!--x-->"))
    assert not show_the_same(page("A", "page"), page("Another", "page"))


def test_some_words_may_differ_between_two_loadings() -> None:
    few = [*WORDS[:50], "12,345", *WORDS[51:90], "Monday", *WORDS[91:]]
    many = [word if n % 4 else "other" for n, word in enumerate(WORDS)]
    assert show_the_same(page(*WORDS), page(*few))
    assert not show_the_same(page(*WORDS), page(*many))
    assert not show_the_same(page(*WORDS), page(*sorted(WORDS, reverse=True)))


def test_pages_without_words_are_the_same_only_to_the_letter() -> None:
    script = Answer(200, text="<script>show(1)</script>")
    assert show_the_same(script, script)
    assert not show_the_same(script, Answer(200, text="<script>show(2)</script>"))
    assert not show_the_same(Answer(200, text=""), Answer(200, text=""))


def test_what_is_no_text_is_the_same_by_its_digest() -> None:
    assert show_the_same(Answer(200, digest="a"), Answer(200, digest="a"))
    assert not show_the_same(Answer(200, digest="a"), Answer(200, digest="b"))
    assert not show_the_same(Answer(200), Answer(200))
    assert not show_the_same(Answer(200, digest="a"), page("a"))


def test_long_pages_are_compared_without_delay(guard: Guard) -> None:
    assert guard(show_the_same, page(*WORDS * 3_000), page(*WORDS * 3_000, "x"))
