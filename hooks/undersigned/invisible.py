"""Characters that nobody sees, or that are shown as something else than they are."""

import re
import unicodedata
from collections.abc import Iterator

# Default_Ignorable_Code_Point of Unicode 17.0 (DerivedCoreProperties.txt): 4,174 code points,
# of which 3,769 are kept for characters to come. Python's tables have no such property.
DEFAULT_IGNORABLE = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e0fff"
)

# Signs and letters of other properties that are drawn as nothing: the blank Braille pattern, a
# Khitan filler, blanks of hieroglyphs, a null notehead. And what is no character (Unicode, 23.7).
_BLANKS = "\u2800\U00016fe4\U00013441\U00013442\U0001d159"
_NO_CHARACTERS = "\ufdd0-\ufdef" + "".join(
    f"{chr(plane << 16 | 0xFFFE)}{chr(plane << 16 | 0xFFFF)}" for plane in range(17)
)
_UNSEEN = re.compile(f"[{DEFAULT_IGNORABLE}{_BLANKS}{_NO_CHARACTERS}]")
_IGNORED = re.compile(f"[{DEFAULT_IGNORABLE}{_BLANKS}]")

# Categories of characters that are invisible, change the direction of text (Unicode annex 9) or
# differ between systems: control, format, surrogate, private use, line and paragraph separators.
_HIDING_CATEGORIES = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}

# Scripts whose letters a joiner shapes (Unicode, 23.2): Arabic, Syriac, N'Ko, Mandaic, those of
# India and their kin in South-East Asia, Mongolian, Phags-pa, Manichaean, Rohingya, Adlam.
_OF_JOINED_SCRIPTS = re.compile(
    "[\u0600-\u077f\u07c0-\u07ff\u0840-\u0dff\u1000-\u109f\u1780-\u18af\u1a20-\u1aaf\u1b00-\u1bff"
    "\u1cd0-\u1cff\ua800-\ua82f\ua840-\ua87f\ua8e0-\ua8ff\ua980-\ua9ff\uaa60-\uaa7f"
    "\U00010a00-\U00010a5f\U00010ac0-\U00010aff\U00010b80-\U00010baf\U00010d00-\U00010d3f"
    "\U00010f30-\U00010fbf\U00011000-\U00011dff\U0001e900-\U0001e95f]"
)
# Six consonants of Malayalam that end a syllable, as they were spelt before Unicode 5.1 (12.9).
_CHILLU = re.compile("[\u0d15\u0d23\u0d28\u0d30\u0d32\u0d33]\u0d4d")
_MONGOLIAN = re.compile("[\u1820-\u1878\u1880-\u18aa]")
_IDEOGRAPHS = (
    *(("\u3400", "\u4dbf"), ("\u4e00", "\u9fff")),
    *(("\uf900", "\ufaff"), ("\U00020000", "\U0003ffff")),
)

# Extended_Pictographic of Unicode 17.0 (emoji-data.txt), of which emoji are made.
_PICTOGRAPHIC = """
A9 AE 203C 2049 2122 2139 2194-2199 21A9-21AA 231A-231B 2328 23CF 23E9-23F3 23F8-23FA 24C2
25AA-25AB 25B6 25C0 25FB-25FE 2600-2604 260E 2611 2614-2615 2618 261D 2620 2622-2623 2626 262A
262E-262F 2638-263A 2640 2642 2648-2653 265F-2660 2663 2665-2666 2668 267B 267E-267F 2692-2697
2699 269B-269C 26A0-26A1 26A7 26AA-26AB 26B0-26B1 26BD-26BE 26C4-26C5 26C8 26CE-26CF 26D1
26D3-26D4 26E9-26EA 26F0-26F5 26F7-26FA 26FD 2702 2705 2708-270D 270F 2712 2714 2716 271D 2721
2728 2733-2734 2744 2747 274C 274E 2753-2755 2757 2763-2764 2795-2797 27A1 27B0 27BF 2934-2935
2B05-2B07 2B1B-2B1C 2B50 2B55 3030 303D 3297 3299 1F004 1F02C-1F02F 1F094-1F09F 1F0AF-1F0B0 1F0C0
1F0CF-1F0D0 1F0F6-1F0FF 1F170-1F171 1F17E-1F17F 1F18E 1F191-1F19A 1F1AE-1F1E5 1F201-1F20F 1F21A
1F22F 1F232-1F23A 1F23C-1F23F 1F249-1F25F 1F266-1F321 1F324-1F393 1F396-1F397 1F399-1F39B
1F39E-1F3F0 1F3F3-1F3F5 1F3F7-1F3FA 1F400-1F4FD 1F4FF-1F53D 1F549-1F54E 1F550-1F567 1F56F-1F570
1F573-1F57A 1F587 1F58A-1F58D 1F590 1F595-1F596 1F5A4-1F5A5 1F5A8 1F5B1-1F5B2 1F5BC 1F5C2-1F5C4
1F5D1-1F5D3 1F5DC-1F5DE 1F5E1 1F5E3 1F5E8 1F5EF 1F5F3 1F5FA-1F64F 1F680-1F6C5 1F6CB-1F6D2
1F6D5-1F6E5 1F6E9 1F6EB-1F6F0 1F6F3-1F6FF 1F7DA-1F7FF 1F80C-1F80F 1F848-1F84F 1F85A-1F85F
1F888-1F88F 1F8AE-1F8AF 1F8BC-1F8BF 1F8C2-1F8CF 1F8D9-1F8FF 1F90C-1F93A 1F93C-1F945 1F947-1F9FF
1FA58-1FA5F 1FA6E-1FAFF 1FC00-1FFFD
"""
_RANGES = re.sub("[0-9A-F]+", lambda code: chr(int(code[0], 16)), _PICTOGRAPHIC)
_EMOJI = re.compile(f"[{''.join(_RANGES.split())}]")
_SKIN_TONES = "\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff"
_KEYCAP = re.compile("[0-9#*]\ufe0f\u20e3")


def hidden_in(text: str) -> str:
    """The first character of a text that readers cannot see as it is; empty where there is none."""
    return next((text[at] for at in hidden_places(text)), "")


def unseen(text: str) -> str:
    """What readers cannot see of a text, with the remedy; empty where they see all of it."""
    hidden = hidden_in(text)
    return f"holds U+{ord(hidden):04X}, which readers cannot see; remove it" if hidden else ""


def hidden_places(text: str) -> Iterator[int]:
    """Where a text holds characters that nobody sees, or that are shown as something else.

    They are control, format and private-use characters, and whatever Unicode calls ignorable by
    default. Joiners belong between letters of scripts that they shape, and between emoji; variation
    selectors behind an ideograph or an emoji; those of Mongolian behind its letters.
    """
    # What prints (str.isprintable) is of no category that hides, and most texts print.
    if text.isprintable() and (text.isascii() or not _UNSEEN.search(text)):
        return
    for at, character in enumerate(text):
        if _hides(character) and not _belongs(text, at):
            yield at


def without_ignored(text: str) -> str:
    """The text without what is drawn as nothing, wherever that stands."""
    return text if text.isascii() else _IGNORED.sub("", text)


def _hides(character: str) -> bool:
    if " " <= character <= "~":
        return False
    return unicodedata.category(character) in _HIDING_CATEGORIES or bool(_UNSEEN.match(character))


def _belongs(text: str, at: int) -> bool:
    """Whether a character that is invisible by itself shapes those beside it."""
    character, before, after = text[at], text[max(at - 1, 0) : at], text[at + 1 : at + 2]
    if character in "\u200c\u200d":
        if _is_joined(before) and _is_joined(after):
            return True
        if character == "\u200d" and _CHILLU.match(text, max(at - 2, 0)):
            return True
        return character == "\u200d" and bool(_ends_emoji(text, at) and _EMOJI.match(after))
    if "\ufe00" <= character <= "\ufe02" or "\U000e0100" <= character <= "\U000e01ef":
        return any(first <= before <= last for first, last in _IDEOGRAPHS)
    if character in "\ufe0e\ufe0f":
        return bool(_EMOJI.match(before) or _KEYCAP.match(text, max(at - 1, 0)))
    return "\u180b" <= character <= "\u180f" and bool(_MONGOLIAN.match(before))


def _is_joined(letter: str) -> bool:
    """Whether a joiner may stand beside a character: a letter of these scripts, or its mark."""
    if not _OF_JOINED_SCRIPTS.match(letter) or _UNSEEN.match(letter):
        return False
    return unicodedata.category(letter)[0] in "LM"


def _ends_emoji(text: str, at: int) -> bool:
    """Whether an emoji ends before a place, be it with a colour of skin or a selector."""
    before = text[max(at - 1, 0) : at]
    if before and before in f"{_SKIN_TONES}\ufe0f":
        before = text[max(at - 2, 0) : at - 1]
    return bool(_EMOJI.match(before))
