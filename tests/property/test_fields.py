"""Whatever fields a source of whatever type has, none of their words is lost in silence."""

import re
from datetime import date
from html import unescape

from hypothesis import example, given, settings
from hypothesis import strategies as st
from undersigned.bibliography.checks import problems_of
from undersigned.bibliography.style.reference import reference_html
from undersigned.bibliography.values.entry_types import STYLES
from undersigned.bibliography.values.field_table import SHOWN, known_fields, why_not_shown
from undersigned.bibliography.values.languages import shown_languages

from tests.support.examples import examples
from tests.support.references import library_of_one

TODAY = date(2026, 3, 4)
LANGUAGES = ("language", "origlanguage")  # shown by their names: 'zza' is Zaza
TYPES = st.sampled_from([*STYLES, "song", "customa"])
NAMES = st.sampled_from([*sorted(SHOWN), *known_fields()]) | st.from_regex(
    r"[a-z][a-z0-9_-]{0,12}", fullmatch=True
)
# Words that no reference has by itself, in several scripts, and numbers, with what joins them.
WORD = st.from_regex(r"zz[a-z]{1,8}|[4-9][0-9]{3}|Zz[éßøł]{1,4}", fullmatch=True) | st.text(
    "жщλξ漢字あ한", min_size=2, max_size=5
)
JOINED = st.sampled_from([" ", ", ", "-", ": ", "/", ". ", " (", "; ", "’", " 3rd ", " 6 pp., "])
VALUES = st.lists(st.tuples(WORD, JOINED), min_size=1, max_size=3).map(
    lambda pieces: "".join(word + joined for word, joined in pieces).strip(" (,;:-./")
)


@settings(max_examples=examples(500))
@given(TYPES, st.dictionaries(NAMES, VALUES, min_size=1, max_size=8))
@example("book", {"day": "λλ", "month": "4000"})
def test_every_word_of_every_field_is_shown_or_reported_or_left_out_for_a_reason(
    type_: str, fields: dict[str, str]
) -> None:
    if not (library := library_of_one(type_, fields)):
        return  # nothing of a file that cannot be read is published
    reported = {problem.line - 2 for problem in problems_of(library, TODAY)}
    shown = unescape(reference_html(library.sources["key"])).casefold()
    for number, (name, value) in enumerate(fields.items()):
        if name in LANGUAGES:
            value = shown_languages(value)
        missing = [word for word in re.findall(r"\w+", value) if word.casefold() not in shown]
        if missing and not why_not_shown(name):
            assert number in reported, (name, shown)
