"""Whatever stands in a date field is shown in words of its own, or reported, and never raises."""

import re
from datetime import date

from hypothesis import example, given
from hypothesis import strategies as st
from pybtex.database import Entry
from undersigned.bibliography.csl.items import csl_json
from undersigned.bibliography.rules import RULES
from undersigned.bibliography.rules.reference import Reference
from undersigned.bibliography.style.reference import reference_text, sort_key
from undersigned.bibliography.values.date_reading import reading, stated
from undersigned.bibliography.values.dates import issue
from undersigned.bibliography.values.moments import NO_DATE
from undersigned.dates import MONTHS, month_named

TODAY = date(2026, 3, 4)
PIECES = [
    *"0123456789-/?~%X.,[]{}\\TZ: uc٣é",
    *("1984", "2004", "0000", "-0044", "199X", "-13", "-21", "-02", "-30", "..", "T14:34", "--"),
    *(
        "c. ",
        "circa ",
        "May",
        "June",
        "Smarch",
        "spring",
        "winter",
        " BC",
        "AD ",
        "n.d.",
        "in press",
    ),
    *("since ", "until ", "probably ", " to ", "1990s", "st ", r"\textendash{}", "\u202e", "\x00"),
]
DATES = st.lists(st.sampled_from(PIECES) | st.text(max_size=2), max_size=7).map("".join)
FIELDS = ("date", "year", "month", "day", "urldate", "origdate", "eventdate", "archivedate")


def entry_with(fields: dict[str, str]) -> Entry:
    entry = Entry("misc", {"title": "x"} | fields)
    entry.key = "key"
    return entry


def reported(entry: Entry) -> set[tuple[int, int]]:
    """The places of all that the rules find; each field has a line of its own."""
    places = {name: (line, 1) for line, name in enumerate(FIELDS, start=2)}
    reference = Reference("key", entry, (1, 1), places)
    return {each[1:3] for rule in RULES for each in rule(reference, TODAY)}


@given(DATES)
@example("²")
@example("1984?~")
@example("2023-13")
def test_words_that_are_no_date_are_shown_as_written_and_reported_unless_they_are_known(
    written: str,
) -> None:
    text = stated(written)
    found = reading(text)
    if not found.moments:
        assert found.words in (text, text.strip("[] "), NO_DATE)
    if found.fault or not found.known:
        assert (2, 1) in reported(entry_with({"date": written}))


@given(DATES)
@example("1984%/2004-23")
def test_the_words_of_a_date_are_read_as_that_date(written: str) -> None:
    found = reading(stated(written))
    is_century = any(each.unknown == 2 for each in found.moments)
    if found.moments and not found.fault and not is_century:
        assert reading(found.words) == found


@given(DATES, DATES, DATES)
@example("2004", "May", "4")
@example("2004", "", "4")
@example("in press", "May", "4")
@example("2004", "31 May", "4")
def test_a_year_a_month_and_a_day_are_shown_or_reported(year: str, month: str, day: str) -> None:
    entry = entry_with({"year": year, "month": month, "day": day})
    if not reported(entry) & {(3, 1), (4, 1), (5, 1)}:
        words = issue(entry.fields).words
        if " BC" in words:  # ISO 8601 has a year 0
            return
        for written in map(stated, (year, month, day)):
            for number in re.findall(r"[1-9][0-9]*", written):
                by_name = 1 <= int(number) <= 12 and MONTHS[int(number) - 1] in words
                assert number in words or by_name
            if not written[:1].isdecimal() and (named := month_named(written)):
                assert MONTHS[named - 1] in words


@given(st.dictionaries(st.sampled_from(FIELDS), DATES))
def test_no_date_keeps_a_source_from_being_shown(fields: dict[str, str]) -> None:
    entry = entry_with(fields)
    reported(entry)
    assert reference_text(entry)
    assert csl_json([entry])
    assert sort_key(entry)
