from babel import Locale
from undersigned.countries import COUNTRIES, NO_COUNTRY
from undersigned.dates import StatedDate
from undersigned.locale import country_names, shown_date

# Two letters each in CLDR, and no country's in ISO 3166-1: exceptional reservations, codes that it
# leaves to its users, and groupings.
_NO_COUNTRIES = {"AC", "CP", "CQ", "DG", "EA", "EZ", "IC", "QO", "TA", "UN", "XA", "XB"}


def test_there_are_as_many_countries_as_iso_3166_1_has_codes() -> None:
    assert len(COUNTRIES - {"EU", "XK", NO_COUNTRY}) == 249


def test_a_code_that_unicode_has_is_a_country_or_known_to_be_none() -> None:
    written = map(str, Locale("en").territories)
    codes = {each for each in written if len(each) == 2 and each.isalpha()}
    assert codes == COUNTRIES | _NO_COUNTRIES


def test_every_country_has_a_name() -> None:
    assert country_names().keys() == COUNTRIES


def test_a_code_is_named_in_the_language_asked_for() -> None:
    assert country_names()["NO"] == "Norway"
    assert country_names("de")["NO"] == "Norwegen"


def test_the_first_of_a_month_is_an_ordinal_in_french_and_no_other_day_is() -> None:
    days = [StatedDate(2026, 10, day) for day in (1, 11, 21)]
    assert [shown_date(day, "fr_FR") for day in days] == [
        "1er octobre 2026",
        "11 octobre 2026",
        "21 octobre 2026",
    ]
    assert shown_date(days[0], "en_GB") == "1 October 2026"
    assert shown_date(StatedDate(2026, 10, None), "fr_CA") == "octobre 2026"
