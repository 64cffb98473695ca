"""Places in lists, as a reference and its data have them."""

import pytest
from undersigned.bibliography.values.fields import shown_places


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("London", "London"),
        ("Cambridge, Mass. and London", "Cambridge, Mass. and London"),
        ("New York and London and Paris", "New York, London and Paris"),
        ("A, B and C and D", "A, B; C; and D"),
        ("{Trinidad and Tobago}", "Trinidad and Tobago"),
        ("countryde", "Germany"),
        ("countryus and countryUK and {countryfr}", "United States, United Kingdom and France"),
        (r"M{\"u}nchen and K\o benhavn", "München and København"),
    ],
)
def test_three_places_are_listed_and_countries_are_named(written: str, shown: str) -> None:
    assert str(shown_places(written)) == shown
