"""Whatever fields a source has, its item of CSL-JSON has their words, and is valid."""

import json
import re

from hypothesis import given, settings
from hypothesis import strategies as st
from undersigned.bibliography.csl.fields import why_no_place
from undersigned.bibliography.csl.items import csl_json
from undersigned.bibliography.values.entry_types import STYLES
from undersigned.bibliography.values.field_table import SHOWN, known_fields
from undersigned.bibliography.values.people import ROLES

from tests.support.citeproc import drawn
from tests.support.csl import faults_of
from tests.support.examples import examples
from tests.support.references import library_of_one

TYPES = st.sampled_from([*STYLES, "song", "customa"])
NAMES = st.sampled_from([*sorted(SHOWN), *known_fields()]) | st.from_regex(
    r"[a-z][a-z0-9_-]{0,12}", fullmatch=True
)
WORDS = st.lists(
    st.from_regex(r"zz[a-z]{1,8}|[4-9][0-9]{3}", fullmatch=True), min_size=1, max_size=3
)
ADDRESS = "https://zz.example/a_b"
BY_HOST = "title|date$|year$|month$|day$|address|location|nationality"
DATES = ("1999", "2004-05-06", "2004-21", "19XX", "2000/..", "c. 1850", "1999?")
VALUES = WORDS.map(" ".join) | st.sampled_from([ADDRESS, *DATES])


@settings(max_examples=examples(500))
@given(TYPES, st.dictionaries(NAMES, VALUES, max_size=10))
def test_an_item_has_the_words_of_every_field_that_csl_has_a_place_for(
    type_: str, fields: dict[str, str]
) -> None:
    if not (library := library_of_one(type_, fields)):
        return  # nothing of a file that cannot be read is published
    [item] = json.loads(csl_json(library.sources.values()))
    assert not list(faults_of([item]))
    assert drawn(item)
    given_in_it = json.dumps(item, ensure_ascii=False).casefold()
    for name, value in fields.items():
        missing = [word for word in _words(name, value) if word not in given_in_it]
        assert not missing or why_no_place(name), (name, item)


def _words(name: str, value: str) -> list[str]:
    """The words of a value: of a date, which may be given by its parts, those of its century.

    Titles, names, places and dates have addresses by their host.
    """
    if value in DATES:
        return re.findall(r"[12][0-9]", value)[:1]
    if value == ADDRESS and (name in ("journal", *ROLES) or re.search(BY_HOST, name)):
        return ["zz.example"]
    return value.casefold().split()
