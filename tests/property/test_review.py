"""Whatever text a stranger gives, a review shows it as one code span on one line."""

import re

from hypothesis import example, given
from hypothesis import strategies as st
from undersigned.markup.untrusted import LONGEST, code, cut

TEXTS = st.text(st.one_of(st.sampled_from("` \n|<>@#[]()*_\\&"), st.characters()))


@given(TEXTS)
@example("`")
@example("a`b``c")
@example(" `` ")
def test_a_text_is_one_span_that_nothing_in_it_ends(text: str) -> None:
    span = code(text)
    fence = re.match("`+", span)
    assert fence
    assert span.endswith(fence[0])
    inside = span[len(fence[0]) : -len(fence[0])]
    assert inside
    # A span ends at a run of backticks as long as the one that began it (CommonMark, 6.1).
    assert fence[0] not in re.findall("`+", inside)
    assert not inside.startswith("`")
    assert not inside.endswith("`")
    assert span.isprintable()


@given(TEXTS.filter(lambda text: text.isprintable() and text.strip() != ""))
def test_an_ordinary_text_is_shown_as_it_is(text: str) -> None:
    inside = code(text, longest=10**6).strip("`")
    if "`" not in text[:1] + text[-1:] and " " not in (text[0], text[-1]):
        assert inside == text


@given(st.lists(TEXTS), st.integers(0, 300))
def test_what_is_cut_is_no_longer_than_was_said(lines: list[str], most: int) -> None:
    assert len(cut(lines, most)) <= most + 60
    assert len(code("x" * 10**4)) <= LONGEST + 4
