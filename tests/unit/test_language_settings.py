"""The words of the package's settings of an engine, in the language of a site."""

from typing import Any

import pytest
import yaml
from undersigned.language.catalogue import ENGLISH, catalogue_of
from undersigned.language.settings import in_language

from tests.support.sites import REPOSITORY

PALETTE = [{"media": "dark", "toggle": {"icon": "a/b", "name": "Switch to the dark page"}}]


def settings() -> dict[str, Any]:
    """Those of this repository, which the package has as its own."""
    read: dict[str, Any] = yaml.safe_load((REPOSITORY / "mkdocs.yml").read_text(encoding="utf-8"))
    return read


def test_a_button_is_named_in_the_language_of_the_site() -> None:
    assert in_language(PALETTE, catalogue_of("fr")) == [
        {"media": "dark", "toggle": {"icon": "a/b", "name": "Passer à la page sombre"}}
    ]
    assert in_language(PALETTE, ENGLISH) == PALETTE


@pytest.mark.parametrize("given", ["Dunkle Seite", {"permalink": True, "toc_depth": 3}, [], None])
def test_what_a_site_sets_stays_as_it_is(given: object) -> None:
    assert in_language(given, catalogue_of("fr")) == given


def test_all_that_the_package_sets_is_translated() -> None:
    read = settings()
    names = [each["toggle"]["name"] for each in read["theme"]["palette"]]
    (toc,) = (each["toc"] for each in read["markdown_extensions"] if "toc" in each)
    for words in (*names, toc["permalink_title"]):
        assert in_language(words, catalogue_of("fr")) != words
