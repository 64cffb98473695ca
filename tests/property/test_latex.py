"""No word of a value is lost without a word: it is shown, or its command is noted."""

import re
from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from undersigned.bibliography.checks import problems_of
from undersigned.bibliography.latex.commands import ACCENTS, ARGUMENTS, DECLARATIONS, EMPHASIS
from undersigned.bibliography.library import library_of
from undersigned.bibliography.style.reference import reference_text
from undersigned.text.source import Source

from tests.support.references import letters

KNOWN = sorted({*ACCENTS, *ARGUMENTS, *DECLARATIONS, *EMPHASIS} | {"url", "href", "ensuremath"})
MORE = ["alpha", "slash", "LaTeX", "char", "hskip", "footnote", "gls", "frac", "bibstring", "item"]
NAMES = st.sampled_from([*KNOWN, *MORE]) | st.from_regex(r"[a-zA-Z]{1,8}", fullmatch=True)
WORDS = st.sampled_from(["m1x", "n2y", "p3z", "q4v", "r5w", "s6u"])
SHOWN = "title note publisher author howpublished series location titleaddon edition"
FIELDS = st.sampled_from(SHOWN.split())
AROUND = ["{%s}", "{{%s}}", "$%s$", r"\(%s\)", "``%s''"]
AROUND += ["`%s'", r"\'%s", "%s", "%s~--", "&amp;%s&#8211;"]


@st.composite
def commands(draw: st.DrawFn, inner: st.SearchStrategy[str]) -> str:
    """A command with up to two arguments, in braces or behind a space."""
    arguments = draw(st.lists(inner, max_size=2))
    closed = draw(st.sampled_from(["{%s}", " %s "]))
    return f"\\{draw(NAMES)}{''.join(closed % each for each in arguments) or '{}'}"


def groups(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Braces, formulas, quotes and several pieces in a row."""
    several = st.lists(inner, min_size=1, max_size=3).map(" ".join)
    return st.builds(lambda shape, text: shape % text, st.sampled_from(AROUND), several)


VALUES = st.recursive(WORDS, lambda inner: commands(inner) | groups(inner), max_leaves=6)


@given(FIELDS, VALUES)
def test_the_words_of_a_command_are_in_the_reference_or_it_is_in_a_note(
    field: str, value: str
) -> None:
    other = "title" if field != "title" else "author"
    text = f"@book{{k, {field} = {{x {{{value}}}}}, {other} = {{y}}, year = 2020}}"
    library, problems = library_of(Source("references.bib", text))
    assert problems == []
    shown = letters(reference_text(library.sources["k"]))
    noted = [each.message for each in problems_of(library, date(2026, 3, 4))]
    for word in re.findall(r"[mnpqrs][1-6][xyzvwu]", value):
        assert word in shown or any("is not known" in message for message in noted)
