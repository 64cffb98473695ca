"""English keeps its marks in place on pages that are read from right to left."""

import pytest
from undersigned.bibliography.style.notes import line
from undersigned.bibliography.style.reference import reference
from undersigned.bibliography.values.said_in import said_in
from undersigned.language.catalogue import catalogue_of
from undersigned.language.set_apart import set_apart
from undersigned.sentences import full_stop

from tests.support.references import last_entry_of

ARABIC = catalogue_of("ar")


@pytest.mark.parametrize(
    ("message", "apart"),
    [
        ("Read it.", "\u2066Read it.\u2069"),
        (
            "%(start)sRead%(end)s by %(date)s",
            "\u2066%(start)sRead%(end)s by \u2068%(date)s\u2069\u2069",
        ),
        ("%(first)s – %(last)s", "%(first)s – %(last)s"),
        (", ", ", "),
    ],
)
def test_a_message_and_each_of_its_places_but_those_of_links_are_set_apart(
    message: str, apart: str
) -> None:
    assert set_apart(message) == apart


def test_on_pages_only_what_arabic_lacks_is_set_apart() -> None:
    said = ARABIC.on_pages
    assert said.gettext("No country") == ARABIC.gettext("No country")
    assert said.gettext("No such message.") == "\u2066No such message.\u2069"
    assert said.pgettext("x", "No such message.") == "\u2066No such message.\u2069"
    assert ARABIC.gettext("No such message.") == "No such message."
    assert catalogue_of("he").on_pages.gettext("No country") == "\u2066No country\u2069"
    assert catalogue_of("fr").on_pages.gettext("No such message.") == "No such message."


@pytest.mark.parametrize(("number", "said"), [(0, "0 boats"), (1, "1 boat"), (2, "2 boats")])
def test_what_arabic_lacks_has_the_plural_form_of_english(number: int, said: str) -> None:
    assert ARABIC.ngettext("%(count)s boat", "%(count)s boats", number) == said


def test_a_form_that_is_empty_in_the_file_is_said_by_the_rules_of_english() -> None:
    one = "A stroke for each signatory."
    assert ARABIC.ngettext(one, "A stroke for every %(count)s signatories.", 1) == one


def test_a_full_stop_that_is_set_apart_is_seen() -> None:
    assert full_stop(set_apart("Read it.")) == ""


def test_a_reference_and_its_date_are_each_in_one_piece_in_arabic_alone() -> None:
    entry = last_entry_of("@misc{a, author = {{A}}, title = {{B}}, date = {2023-03-06}}")
    arabic = said_in(entry, ARABIC)
    assert line(arabic, reference(arabic)) == "<bdi>A. B. \u20686 مارس 2023\u2069.</bdi>"
    assert "<bdi>" not in line(entry, reference(entry))
