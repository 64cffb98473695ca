"""A site in French says nothing in English that the catalogue has in French."""

import pytest

from tests.support.english import said_in_english
from tests.support.every_template import every_template
from tests.support.store import Store


@pytest.fixture(scope="module", params=["", "    split: 2\n"], ids=["whole", "sheets"])
def found(request: pytest.FixtureRequest, store: Store) -> dict[str, list[str]]:
    return said_in_english(store.built(every_template("fr", request.param)).root / "site")


def test_no_page_says_in_english_what_french_has_words_for(found: dict[str, list[str]]) -> None:
    assert found == {}


def test_english_would_be_found(store: Store) -> None:
    found = said_in_english(store.built(every_template()).root / "site")
    assert len(found) > 20
    assert len({message for said in found.values() for message in said}) > 100
