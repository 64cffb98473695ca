"""Write hooks/undersigned/names/confusables.py anew, from the confusables that ICU carries.

ICU's Python package is large and needed for this alone, so it is no dependency of the project:
`uv run --no-project --with pyicu-wheels python tools/confusables.py`.
"""

import string
import textwrap
import unicodedata
from collections import defaultdict
from pathlib import Path

import icu

MODULE = Path(__file__).parents[1] / "hooks" / "undersigned" / "names" / "confusables.py"

HEAD = '''\
"""Letters and digits by what they look like. Written by tools/confusables.py.

From the confusables of Unicode {version} (Unicode Technical Standard 39, section 4), as ICU carries
them; © Unicode, Inc., https://www.unicode.org/license.txt. Each group holds what letters and digits
look like and, after a colon, all that look so. Left out: what compatibility normalization (NFKC)
settles already, scripts written from right to left, and likenesses outside Latin, Cyrillic and
Greek. Accents and strokes are dropped from what a letter looks like.
"""

LOOKALIKES = """\\
{groups}
"""
'''

ALPHABETS = ("Latin", "Cyrillic", "Greek")


def looks_of(sign: str) -> str:
    """What a sign looks like, in letters and digits; nothing where the table leaves it out."""
    if not sign.isalnum() or unicodedata.normalize("NFKD", sign) != sign:
        return ""
    if unicodedata.bidirectional(sign) in ("R", "AL", "AN"):
        return ""
    looks, before = sign, ""
    while looks != before:  # what is left without accents may look like something else again
        before = looks
        looks = "".join(filter(str.isalnum, icu.SpoofChecker().getSkeleton(0, looks)))
    known = all(
        each in string.digits or icu.Script.getScript(each).getName() in ALPHABETS for each in looks
    )
    return looks if known and looks != sign else ""


def main() -> None:
    """Write the table."""
    groups: dict[str, str] = defaultdict(str)
    for sign in map(chr, range(0x110000)):
        if looks := looks_of(sign):
            groups[looks] += sign
    told = " ".join(f"{looks}:{signs}" for looks, signs in sorted(groups.items()))
    lines = textwrap.fill(told, 90, break_long_words=False, break_on_hyphens=False)
    text = HEAD.format(version=icu.UNICODE_VERSION, groups=lines)
    MODULE.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
