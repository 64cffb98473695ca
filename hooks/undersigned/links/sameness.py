"""Whether two answers show the same page."""

from collections import Counter
from itertools import pairwise

from ..markup.hypertext import read_hypertext
from .answers import Answer
from .chains import RedirectChain
from .evidence import folded

# Two loadings of one page share nearly all pairs of successive words: dates, counts and what is
# chosen by chance differ. Pages of one site share their frame, which is less.
_ALIKE = 0.9


def lead_to_one_page(one: RedirectChain, other: RedirectChain) -> bool:
    """Whether two addresses that were followed lead to one address, or to what shows the same."""
    return one.last.target == other.last.target or show_the_same(one.last.answer, other.last.answer)


def show_the_same(one: Answer, other: Answer) -> bool:
    """Whether two answers have the same words but for trifles, or the same content without words.

    Nothing is the same as nothing: a page that scripts fill may show anything.
    """
    if one.text is None or other.text is None:
        return bool(one.digest) and one.digest == other.digest
    words, others = _words(one.text), _words(other.text)
    if not words or not others:
        return bool(one.text.strip()) and one.text == other.text
    if words == others:
        return True
    pairs, other_pairs = Counter(pairwise(words)), Counter(pairwise(others))
    return 2 * (pairs & other_pairs).total() >= _ALIKE * (pairs + other_pairs).total() > 0


def _words(html: str) -> list[str]:
    return folded(read_hypertext(html).words).split()
