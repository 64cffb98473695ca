import pytest
from undersigned.names.slug import slug


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Acme", "acme"),
        ("Acme, Inc.", "acme-inc"),
        ("  AT&T  ", "at-t"),
        ("Café Zürich", "cafe-zurich"),
        ("İstanbul", "istanbul"),
        ("ＡＢＣ", "abc"),
        ("3M", "3m"),
        ("Ørsted", "orsted"),
        ("Straße", "strasse"),
        ("Michał Kılıç", "michal-kilic"),
        ("O'Brien", "o-brien"),
        ("O’Brien", "o-brien"),
        ("Hawaiʻi", "hawai-i"),
    ],
)
def test_a_name_becomes_words_joined_by_hyphens(name: str, expected: str) -> None:
    assert slug(name) == expected


@pytest.mark.parametrize("name", ["株式会社ABC", "Компания", "ACME π"])
def test_a_name_that_loses_letters_carries_a_digest(name: str) -> None:
    assert slug(name)[-8:].isalnum()
    assert slug(name).isascii()


def test_names_that_lose_different_letters_stay_apart() -> None:
    assert slug("ACME π") != slug("ACME ω")


def test_a_name_without_any_letter_is_its_digest() -> None:
    assert len(slug("🎉")) == 8
    assert slug("🎉") != slug("🎈")


@pytest.mark.parametrize("name", ["Con", "NUL", "com1", "LPT9", "Aux."])
def test_a_name_reserved_on_windows_carries_a_digest(name: str) -> None:
    assert len(slug(name)) == len(name.rstrip(".")) + 9


def test_a_long_name_is_cut_to_80_characters_with_its_digest() -> None:
    name = "word " * 40
    assert len(slug(name)) <= 80
    assert slug(name) != slug(name + "x")
