"""The short form of a source that a page has in full already, and its name in a sentence."""

import pytest
from undersigned.bibliography.style.reference import html
from undersigned.bibliography.style.short_form import (
    name_in_text,
    short_form,
    short_forms,
)

from tests.support.references import entry_of

MAURER = "author = {Maurer, Tim}, title = {Cyber Mercenaries: The State, Hackers, and Power}"


@pytest.mark.parametrize(
    ("fields", "form"),
    [
        (f"@book{{k, {MAURER}}}", "Maurer, <em>Cyber Mercenaries</em>"),
        ("@article{k, author = {Ono, A. and Berg, B.}, title = {On}}", "Ono and Berg, On"),
        ("@book{k, author = {A, X. and B, Y. and C, Z.}, title = {T}}", "A, B and C, <em>T</em>"),
        (
            "@book{k, author = {A, X. and B, Y. and C, Z. and D, W.}, title = {T}}",
            "A and others, <em>T</em>",
        ),
        ("@book{k, author = {A, X. and others}, title = {T}}", "A and others, <em>T</em>"),
        ("@book{k, editor = {Ed, I.}, title = {T}}", "Ed, <em>T</em>"),
        ("@book{k, author = {van der Berg, Jan}, title = {T}}", "van der Berg, <em>T</em>"),
        ("@misc{k, author = {{The State, its Office}}, title = {T}}", "The State, its Office, T"),
        ("@report{k, institution = {The Office}, title = {T}}", "The Office, <em>T</em>"),
        ("@book{k, title = {Alone: A life}}", "<em>Alone</em>"),
        ("@book{k, title = {Long: and more}, shorttitle = {Lo}}", "<em>Lo</em>"),
        ("@book{k, title = {One: two}, subtitle = {Three}}", "<em>One&#58; two</em>"),
        ("@book{k, title = {La naissance : eaux}}", "<em>La naissance</em>"),
        ("@book{k, title = {The Myth of Merit.}}", "<em>The Myth of Merit</em>"),
        ("@book{k, title = {Law of the U.S.}}", "<em>Law of the U.S.</em>"),
        ("@case{k, title = {Doe v Roe: No 2}}", "<em>Doe v Roe&#58; No 2</em>"),
    ],
)
def test_a_short_form_is_the_family_names_and_the_title_without_its_subtitle(
    fields: str, form: str
) -> None:
    assert html(short_form(entry_of(fields))) == form


def test_two_sources_of_one_short_form_have_the_whole_title_or_else_the_date() -> None:
    def source(rest: str) -> object:
        return entry_of(f"@book{{k, author = {{Doe, J.}}, {rest}}}")

    forms = short_forms(
        {
            "one": source("title = {Law: One}"),
            "two": source("title = {Law: Two}"),
            "old": source("title = {Rights}, year = 1990"),
            "new": source("title = {Rights}, year = 1999"),
            "same": source("title = {Equal}"),
            "again": source("title = {Equal}"),
            "other": source("title = {Other}"),
        }
    )
    assert {key: str(form) for key, form in forms.items()} == {
        "one": "Doe, Law: One",
        "two": "Doe, Law: Two",
        "old": "Doe, Rights, 1990",
        "new": "Doe, Rights, 1999",
        "other": "Doe, Other",
    }


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        (f"@book{{k, {MAURER}}}", "Maurer"),
        ("@book{k, author = {A, X. and B, Y.}, title = {T}}", "A and B"),
        ("@book{k, title = {Alone: A life}}", "<em>Alone</em>"),
        ("@article{k, title = {Fifty: a count}, journal = {The Review}}", "<em>The Review</em>"),
        ("@article{k, author = {Doe, A.}, title = {T}, journal = {The Review}}", "Doe"),
        ("@case{k, author = {{High Court}}, title = {Doe v Roe}}", "<em>Doe v Roe</em>"),
        ("@report{k, institution = {The Office}, title = {T}}", "The Office"),
        ("@book{k, author = {O*N*E, *X*}, title = {T}}", "O&#42;N&#42;E"),
    ],
)
def test_a_sentence_names_the_authors_or_else_the_title(fields: str, name: str) -> None:
    assert html(name_in_text(entry_of(fields))) == name
