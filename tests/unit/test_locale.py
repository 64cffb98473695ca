from babel import Locale
from undersigned.countries import COUNTRIES, NO_COUNTRY
from undersigned.locale import country_names

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
