import pytest
from undersigned.locale import country_names, nearest_code


def test_there_are_as_many_countries_as_iso_3166_1_has_codes() -> None:
    assert len(country_names().keys() - {"EU", "XK", "ZZ"}) == 249


def test_a_code_is_named_in_the_language_asked_for() -> None:
    assert country_names()["NO"] == "Norway"
    assert country_names("de")["NO"] == "Norwegen"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        *(("UK", "GB"), ("no", "NO"), ("Norway", "NO"), ("Germny", "DE"), ("XX", None)),
        *(("EU", "EU"), ("NOR", "NO"), ("U.S.A.", "US"), ("England", "GB"), ("Kosovo", "XK")),
        *(("Deutschland", "DE"), ("ESPAÑA", "ES"), ("日本", "JP"), ("The Netherlands", "NL")),
        *(("international", "ZZ"), ("ZZZ", None), ("SU", None), ("Nowhereland", None)),
    ],
)
def test_the_code_that_was_probably_meant_is_found(text: str, code: str | None) -> None:
    assert nearest_code(text) == code
