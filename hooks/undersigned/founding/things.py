"""What a statement is called in the pages of a new site, in each language that has such pages."""

from collections.abc import Mapping

from ..language.parts import Thing
from ..locale import locale_of

# By language, then by what a file asks for in braces: nouns with their articles, and a pronoun.
_FORMS: Mapping[str, tuple[str, ...]] = {
    "en": ("Thing", "the_thing", "The_thing", "it"),
    "fr": ("Thing", "the_thing", "The_thing", "of_the_thing", "to_the_thing"),
}
_FRENCH_DECLARATION = (
    "Déclaration", "la déclaration", "La déclaration", "de la déclaration", "à la déclaration",
)  # fmt: skip
_THINGS: Mapping[str, Mapping[Thing, tuple[str, ...]]] = {
    "en": {
        Thing.STATEMENT: ("Statement", "the statement", "The statement", "it"),
        Thing.LETTER: ("Letter", "the letter", "The letter", "it"),
        Thing.PLEDGE: ("Pledge", "the pledge", "The pledge", "it"),
        Thing.PRINCIPLES: ("Principles", "the principles", "The principles", "them"),
        Thing.DECLARATION: ("Declaration", "the declaration", "The declaration", "it"),
    },
    "fr": {
        Thing.STATEMENT: _FRENCH_DECLARATION,
        Thing.LETTER: ("Lettre", "la lettre", "La lettre", "de la lettre", "à la lettre"),
        Thing.PLEDGE: (
            "Engagement", "l’engagement", "L’engagement", "de l’engagement", "à l’engagement",
        ),
        Thing.PRINCIPLES: (
            "Principes", "les principes", "Les principes", "des principes", "aux principes",
        ),
        Thing.DECLARATION: _FRENCH_DECLARATION,
    },
}  # fmt: skip


def pages_in(language: str) -> str:
    """The language of the pages that a new site in a language begins with: its own, or English."""
    return locale_of(language).partition("_")[0] if has_pages_in(language) else "en"


def has_pages_in(language: str) -> bool:
    """Whether a new site in a language begins with pages of its own language."""
    return locale_of(language).partition("_")[0] in _THINGS


def things(language: str, words: str) -> Mapping[str, str]:
    """What a statement is called in the pages of a language, by what a file asks for."""
    pages = pages_in(language)
    return dict(zip(_FORMS[pages], _THINGS[pages][Thing(words)], strict=True))
