"""What nobody sees is found in every text, and what shapes letters and emoji is left."""

import unicodedata

import pytest
from undersigned.invisible import hidden_in, hidden_places, without_ignored
from undersigned.problem import printable, quoted
from undersigned.text.yaml_writer import plain_or_quoted

# Default_Ignorable_Code_Point of Unicode 17.0 (DerivedCoreProperties.txt), first and last of each.
IGNORABLE = (
    *((0xAD, 0xAD), (0x34F, 0x34F), (0x61C, 0x61C), (0x115F, 0x1160), (0x17B4, 0x17B5)),
    *((0x180B, 0x180F), (0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x206F), (0x3164, 0x3164)),
    *((0xFE00, 0xFE0F), (0xFEFF, 0xFEFF), (0xFFA0, 0xFFA0), (0xFFF0, 0xFFF8)),
    *((0x1BCA0, 0x1BCA3), (0x1D173, 0x1D17A), (0xE0000, 0xE0FFF)),
)
CODES = [code for first, last in IGNORABLE for code in range(first, last + 1)]


def test_all_that_unicode_ignores_by_default_is_hidden_within_and_around_a_latin_name() -> None:
    assert len(CODES) == 4174
    for character in map(chr, CODES):
        for name in (f"Ac{character}me", f"{character}Acme", f"Acme{character}", character):
            assert hidden_in(name) == character
            assert without_ignored(name) == name.replace(character, "")


@pytest.mark.parametrize("base", ["é", "α", "а", "א", "ก", "가", "ア", "1", "·", "∪", "→", " "])
def test_no_selector_and_no_joiner_belongs_behind_other_letters(base: str) -> None:
    for code in (*range(0xFE00, 0xFE10), 0xE0100, 0xE01EF, 0x180B, 0x180E, 0x200C, 0x200D):
        assert hidden_in(f"{base}{chr(code)}{base}") == chr(code)


@pytest.mark.parametrize(
    "text",
    [
        *("می‌خواهم", "دانش‌آموز", "क्‍ष", "ক্‌ষ", "ශ්‍රී", "ന്‍മ", "ߒ‍ߞ", "ܐ‌ܒ", "ࡀ‍ࡁ", "မ‌ာ"),
        *("👩‍💻", "👩🏽‍💻", "🏳️‍🌈", "❤️‍🔥", "☎︎", "☎️", "1️⃣", "#️⃣", "©️", "葛󠄀城", "辻󠄁", "﨑︀", "ᠠ᠋ᠨᠠ"),
        *("അവന്\u200d", "കേരളത്തില്\u200d വാര്\u200dത്ത"),
        *("Zoë", "O'Brien", "東京", "서울", "é", "𝐀cme"),
    ],
)
def test_what_shapes_letters_ideographs_and_emoji_stays(text: str) -> None:
    assert hidden_in(text) == ""
    assert plain_or_quoted(text) == (f'"{text}"' if text[0] == "#" else text)


@pytest.mark.parametrize(
    "text",
    [
        *("می‌‌خواهم", "‌می", "می‌", "می‌ خواهم", "a‍💻", "💻‍a", "👩‍", "👩‍‍💻", "م‍👩"),
        *("മ്\u200d", "അവന\u200d", "\u200dന്", "अवन्\u200d", "അവന്\u200c", "അവന്\u200d\u200d"),
        *("葛󠄀󠄁", "葛️", "☎︀", "☎️️", "1️", "1️2", "🏽‍💻", "ក឴‍ក", "م͏‍م", "ꣳ᠋"),
    ],
)
def test_joiners_and_selectors_that_shape_nothing_are_hidden(text: str) -> None:
    assert hidden_in(text)


@pytest.mark.parametrize(
    "code", [0x2800, 0x13441, 0x13442, 0x1D159, 0x16FE4, 0xFDD0, 0x1FFFE, 0x10FFFF]
)
def test_blank_signs_and_what_is_no_character_are_hidden(code: int) -> None:
    assert hidden_in(f"A{chr(code)}b") == chr(code)


def test_every_control_format_and_private_character_is_hidden_in_a_latin_name() -> None:
    for character in map(chr, range(0x110000)):
        if unicodedata.category(character) in ("Cc", "Cf", "Cs", "Co", "Zl", "Zp"):
            assert hidden_in(f"A{character}b") == character


def test_every_place_is_named_in_order() -> None:
    assert list(hidden_places("A\u200bc\ufe0fme\u034f")) == [1, 3, 6]


def test_messages_and_files_show_what_nobody_sees_as_escapes() -> None:
    assert quoted("Ac\u034fme") == "'Ac\\u034fme'"
    assert printable("Ac\U000e0100me") == "Ac\\U000e0100me"
    assert plain_or_quoted("Ac\ufe0fme") == '"Ac\\uFE0Fme"'
