"""A country is meant by a code or by its name in many languages."""

import pytest
from undersigned.register.terms.countries import nearest_country


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
    assert nearest_country(text) == code
