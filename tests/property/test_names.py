"""No word of a name is lost without a word: it is shown, or `check` quotes the name or its part."""

import re
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st
from undersigned.bibliography.checks import problems_of
from undersigned.bibliography.csl.items import csl_json
from undersigned.bibliography.library import library_of
from undersigned.bibliography.style.reference import reference_text
from undersigned.bibliography.values.entry_types import STYLES
from undersigned.bibliography.values.people import ROLES
from undersigned.problem import quoted
from undersigned.text.source import Source

from tests.support.examples import examples
from tests.support.references import letters

WORDS = st.from_regex(r"[A-Z]?[a-z][1-9][a-z]", fullmatch=True)
PARTS = WORDS | st.sampled_from(
    ["van", "de la", "d'", "al-", "Jr", "III", "王", "김", "ア", "&", "A."]
)
SHAPES = st.sampled_from(["%s", "%s", "{%s}", r"\'%s", r"{\relax %s}", r"\enquote{%s}", "%s-%s"])
KEYS = st.sampled_from(["family", "given", "prefix", "suffix", "cjk"])
# What says how a name is sorted and shortened, and is no part of it.
SETTINGS = st.sampled_from(["given-i=A", "useprefix=true", "id=1", "useprefix=false"])


def shaped(shape: str, part: str) -> str:
    return shape.replace("%s", part)


PHRASES = st.lists(st.builds(shaped, SHAPES, PARTS), min_size=1, max_size=3).map(" ".join)
CLASSIC = st.lists(PHRASES, min_size=1, max_size=4).map(", ".join)
EXTENDED = st.lists(
    st.builds("{}={}".format, KEYS, PHRASES) | PHRASES | SETTINGS, min_size=1, max_size=4
).map(", ".join)
BRACED = PHRASES.map("{%s}".__mod__)
ODD = st.sampled_from(["; ", " & ", " | ", " et al., ", " (ed.) ", ""])
NAMES = CLASSIC | EXTENDED | BRACED | st.builds("{}{}{}".format, CLASSIC, ODD, CLASSIC)


@settings(max_examples=examples(500))
@given(
    st.sampled_from([*STYLES]),
    st.sampled_from(ROLES),
    st.lists(NAMES, min_size=1, max_size=4),
    st.sampled_from(["", " and others", " and "]),
)
def test_the_words_of_a_name_are_in_the_reference_or_in_a_note(
    type_: str, role: str, names: list[str], end: str
) -> None:
    inside = (
        f"title = {{x}}, booktitle = {{y}}, year = 2020, {role} = {{{' and '.join(names)}{end}}}"
    )
    library, problems = library_of(Source("references.bib", f"@{type_}{{k, {inside}}}"))
    assert problems == []
    shown = letters(reference_text(library.sources["k"])).lower()
    told = " ".join(each.message for each in problems_of(library, date(2026, 3, 4)))
    data = letters(csl_json(library.sources.values())).lower()
    # Of an unknown part there is one note, at its first place.
    unknown = set(re.findall(r"'(\w+)' in the name", told))
    for name in names:
        of_unknown = " ".join(each for each in name.split(", ") if each.split("=")[0] in unknown)
        named = quoted(name) in told or f"field '{role}'" in told
        for word in re.findall(r"[a-z][1-9][a-z]", name):
            noted = named or word in told.lower() or word in of_unknown
            assert noted or word in shown, shown
            assert word in data or word not in shown
