"""Unicode's normal forms (UAX 15), of text in which marks do not follow each other without end.

Putting marks in order takes time that grows with the square of their run: 60,000 take a second.
"""

import re
import unicodedata

# The longest run in a living script has 8 marks, in Tibetan: U+0F67 with seven letters below it and
# U+0F82 above. Unicode's own limit, of streams, is 30 (UAX 15, section 13).
MOST_MARKS = 8
_MAYBE_MARKS = re.compile(rf"[^\w\s\x00-\u02ff]{{{MOST_MARKS + 1},}}")


def after_too_many_marks(text: str) -> int:
    """The position behind the first run of marks that is longer than any; 0 where there is none."""
    for run in () if text.isascii() else _MAYBE_MARKS.finditer(text):
        marks = 0
        for at, sign in enumerate(run[0], start=run.start() + 1):
            marks = marks + 1 if unicodedata.category(sign).startswith("M") else 0
            if marks > MOST_MARKS:
                return at
    return 0


def nfc(text: str) -> str:
    """The text in form NFC; as it is where a run of marks is too long."""
    return text if after_too_many_marks(text) else unicodedata.normalize("NFC", text)


def nfkc(text: str) -> str:
    """The text in form NFKC; as it is where a run of marks is too long."""
    return text if after_too_many_marks(text) else unicodedata.normalize("NFKC", text)


def nfkd(text: str) -> str:
    """The text in form NFKD; as it is where a run of marks is too long."""
    return text if after_too_many_marks(text) else unicodedata.normalize("NFKD", text)
