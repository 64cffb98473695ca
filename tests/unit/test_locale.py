from undersigned.locale import country_names


def test_there_are_as_many_countries_as_iso_3166_1_has_codes() -> None:
    assert len(country_names().keys() - {"EU", "XK", "ZZ"}) == 249


def test_a_code_is_named_in_the_language_asked_for() -> None:
    assert country_names()["NO"] == "Norway"
    assert country_names("de")["NO"] == "Norwegen"
