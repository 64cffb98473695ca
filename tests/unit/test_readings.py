"""What the dates of sources state, and how they are shown."""

import pytest
from undersigned.bibliography.values.date_reading import reading, stated
from undersigned.bibliography.values.dates import issue, issued_days, shown_day
from undersigned.bibliography.values.moments import Day

from tests.support.guard import Guard


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("1984?", "probably 1984"),
        ("1984~", "about 1984"),
        ("1984%", "probably about 1984"),
        (r"1984\%", "probably about 1984"),
        ("2004-06?", "probably June 2004"),
        ("2000/..", "since 2000"),
        ("2000/", "since 2000"),
        ("2000/open", "since 2000"),
        ("../2000", "until 2000"),
        ("/2000", "until 2000"),
        ("unknown/2000", "until 2000"),
        ("-0044", "45 BC"),
        ("-0044-03-15", "15 March 45 BC"),
        ("-0101/-0044", "102–45 BC"),
        ("-0044/0014", "45 BC – AD 14"),
        ("199X", "1990s"),
        ("199u", "1990s"),
        ("20XX", "between 2000 and 2099"),
        ("199X/200X", "1990s – 2000s"),
        ("1999-XX", "1999"),
        ("1999-01-XX", "January 1999"),
        ("1993-00-00", "1993"),
        ("2004-21", "spring 2004"),
        ("2004-22", "summer 2004"),
        ("2004-23", "autumn 2004"),
        ("2004-24", "winter 2004"),
        ("2004-21/2004-22", "spring–summer 2004"),
        ("2004-26", "summer 2004 (northern hemisphere)"),
        ("2004-32", "winter 2004 (southern hemisphere)"),
        ("2004-33", "first quarter of 2004"),
        ("2004-36", "last quarter of 2004"),
        ("2004-39", "last third of 2004"),
        ("2004-41", "second half of 2004"),
        ("-0044-33", "first quarter of 45 BC"),
        ("2004-04-25T14:34:00Z", "25 April 2004"),
        ("2004-04-25T14:34:00+05:00", "25 April 2004"),
        ("2004-04-25 14:34", "25 April 2004"),
        ("20040425", "25 April 2004"),
        ("2023-03-27/2023-04", "27 March 2023 – April 2023"),
        ("1984~/2004~", "about 1984–2004"),
        ("1984?/2004~", "probably 1984 – about 2004"),
        ("1500-02-29", "29 February 1500"),
    ],
)
def test_a_date_of_edtf_is_shown_in_british_words(written: str, words: str) -> None:
    found = reading(stated(written))
    assert (found.words, found.known, found.fault) == (words, True, "")


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("c. 1850", "about 1850"),
        ("c 1850", "about 1850"),
        ("ca. 1850", "about 1850"),
        ("ca 1850", "about 1850"),
        ("circa 1850", "about 1850"),
        ("[1850]", "[1850]"),
        ("{[}1850{]}", "[1850]"),
        ("[c. 1850]", "[about 1850]"),
        ("[1850?]", "[probably 1850]"),
        ("1850 (?)", "probably 1850"),
        ("1850-51", "1850–1851"),
        ("1850/51", "1850–1851"),
        ("1850--1851", "1850–1851"),
        ("1850 to 1853", "1850–1853"),
        ("Spring 2004", "spring 2004"),
        ("2004 Fall", "autumn 2004"),
        ("Winter 2003/2004", "winter 2003/2004"),
        ("27 March 2023", "27 March 2023"),
        ("March 27th, 2023", "27 March 2023"),
        ("May 2024", "May 2024"),
        ("26.09.2013", "26 September 2013"),
        ("Sept. 2024", "September 2024"),
        ("27-28 March 2023", "27–28 March 2023"),
        ("March 27--28, 2023", "27–28 March 2023"),
        ("March 27--April 2, 2023", "27 March – 2 April 2023"),
        ("March/April 2003", "March–April 2003"),
        ("the 1990s", "1990s"),
        ("44 BC", "44 BC"),
        ("44 B.C.E.", "44 BC"),
        ("AD 79", "AD 79"),
        ("867", "867"),
        ("in press", "in press"),
        ("[forthcoming]", "forthcoming"),
        ("n.d.", "no date"),
        ("[s.d.]", "no date"),
        ("", "no date"),
    ],
)
def test_a_date_in_words_is_shown_in_british_words(written: str, words: str) -> None:
    found = reading(stated(written))
    assert (found.words, found.known, found.fault) == (words, True, "")


@pytest.mark.parametrize(
    ("written", "year"),
    [
        ("Michaelmas 2004", 2004),
        ("1850 [1999]", 1850),
        ("12/05/2023", 2023),
        ("2004-04-25Tx", 2004),
        ("1XXX", None),
        ("c1998", 1998),
        ("soon", None),
        ("5 May", None),
        ("٢٠٢٠", None),
        ("???", None),
    ],
)
def test_what_is_no_date_is_shown_as_written_and_sorted_by_its_first_year(
    written: str, year: int | None
) -> None:
    found = reading(written)
    assert (found.words, found.known, found.sorted_by) == (written, False, year)
    assert found.literal == written
    assert found.days == []


@pytest.mark.parametrize(
    ("written", "fault"),
    [
        ("2023-13", "has a month 13"),
        ("1914-18", "has a month 18"),
        ("2023-02-30", "has a day that is not in that month"),
        ("31 February 2023", "has a day that is not in that month"),
        ("2005/2004", "ends before it begins"),
        ("2004-06/2004-05-31", "ends before it begins"),
        ("98", "is not a year; write four digits, or leave it out"),
        ("0000", "is not a year; write four digits, or leave it out"),
        ("12020", "is not a year; write four digits, or leave it out"),
    ],
)
def test_a_date_that_cannot_be_is_at_fault(written: str, fault: str) -> None:
    assert reading(written).fault == fault


@pytest.mark.parametrize(
    ("year", "words", "known"),
    [
        ("1914-18", "1914–1918", True),
        ("1912-21", "1912–1921", True),
        ("2004-03", "March 2004", True),
        ("2010-11", "2010-11", False),
    ],
)
def test_a_year_may_be_a_range_and_is_left_where_it_may_be_a_month(
    year: str, words: str, known: bool
) -> None:
    found = reading(year, of_year=True)
    assert (found.words, found.known) == (words, known)


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"month": "January/February"}, "January–February 2004"),
        ({"month": "Jan--Feb"}, "January–February 2004"),
        ({"month": "1~January"}, "1 January 2004"),
        ({"month": "July~1"}, "1 July 2004"),
        ({"month": "24--28July"}, "24–28 July 2004"),
        ({"month": "June~30 -- July~2"}, "30 June – 2 July 2004"),
        ({"month": "spring"}, "spring 2004"),
        ({"month": "Spring/Summer"}, "spring–summer 2004"),
        ({"month": "May", "day": "4--5"}, "4–5 May 2004"),
        ({"month": "May", "day": "4th"}, "4 May 2004"),
        ({"month": "April 2004"}, "April 2004"),
        ({"month": "Easter 2004"}, "Easter 2004"),
        ({"month": "Michaelmas"}, "Michaelmas 2004"),
        ({"month": "août"}, "août 2004"),
        ({"month": "May", "date": "2004"}, "May 2004"),
        ({"month": "May", "date": "2004-06"}, "June 2004"),
        ({"month": "May", "year": "1984?"}, "probably May 1984"),
        ({"month": "May", "year": ""}, "May"),
        ({"year": "{in press}"}, "in press"),
    ],
)
def test_the_fields_of_a_date_are_read_together(fields: dict[str, str], words: str) -> None:
    assert issue({"year": "2004"} | fields).words == words


def test_a_reading_gives_programs_the_days_and_what_they_cannot_say() -> None:
    about = reading("1850~/1853-04")
    assert about.days == [Day(1850), Day(1853, 4)]
    assert (about.is_inexact, about.literal) == (True, "")
    assert reading("2000/..").literal == "since 2000"
    assert reading("199X").literal == "1990s"
    assert (reading("2004-24").literal, reading("2004-25").days) == ("", [Day(2004)])
    assert reading("2004-25").literal == "spring 2004 (northern hemisphere)"
    assert issued_days({"date": "199X"}) == []
    assert issued_days({"date": "-0044"}) == [Day(-45)]
    assert [each.season for each in reading("2004-23").moments] == [3]


def test_a_day_of_access_may_be_in_words() -> None:
    assert (reading("May 4, 2024").days, shown_day("May 4, 2024")) == (
        [Day(2024, 5, 4)],
        "4 May 2024",
    )
    assert (reading("last week").days, shown_day("last week")) == ([], "last week")


def test_a_long_value_is_left_as_it_is_without_delay(guard: Guard) -> None:
    for piece in ("1-", "1 ", "/", "[", "?", "May ", "c. "):
        assert guard(reading, piece * 500_000).words.strip() == (piece * 500_000).strip()
