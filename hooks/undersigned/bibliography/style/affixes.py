"""What a citation says around its source: the words before it, and the locator behind it."""

import re
from collections.abc import Iterator
from html import unescape

from pybtex.richtext import BaseText, Tag, Text

from ..latex.reading import NOTHING, cleaned

# Emphasis as in Markdown, a sign behind a backslash, and dashes as LaTeX writes them.
_MARKS = re.compile(
    r"\*\*(?=\S)(?P<strong>[^*]*[^*\s])\*\*|\*(?=\S)(?P<starred>[^*]*[^*\s])\*"
    r"|(?<!\w)_(?=\S)(?P<lined>[^_]*[^_\s])_(?!\w)"
    r"|\\(?P<sign>[!-/:-@\[-`{-~])|(?<!-)(?P<dash>---?)(?!-)"
)
_DASHES = {"--": "–", "---": "—"}

# A hyphen is a range only after a plural such as 'pp'; 'annex 3-1' is one annex.
_PLURALS = (
    "pp|pages|paras|paragraphs|chs|chaps|chapters|arts|articles|nn|notes|fols|folios|ff|lines|ll"
    "|secs|sections|cols|columns|figs|figures|vols|volumes|nos|numbers|bks|books|pts|parts|verses|vv"
)
_NUMBER = r"(?:[0-9]+[a-z]{0,2}|[ivxlcdm]+)"
_RUN = rf"{_NUMBER}(?:\s*[-–]{{1,2}}\s*{_NUMBER})?"
# Compiled where a page has a locator.
_RANGES = (
    rf"(?:(?<!\w)(?:{_PLURALS})\b\.?|[§¶]{{2}})\s*{_RUN}(?:(?:,\s*|,?\s+(?:and|&)\s+){_RUN})*(?!\w)"
)
_HYPHENS = re.compile(r"(?<=\w)\s*-{1,2}\s*(?=[0-9ivxlcdm])", re.I)


def prefix_text(written: str) -> Text:
    """The words before a source as rich text: with emphasis, dashes and without entities."""
    return Text(*_marked(unescape(cleaned(written))))


def locator_text(written: str) -> Text:
    """The locator within a source as rich text, with en dashes in its ranges."""
    if not written:
        return NOTHING
    words = unescape(cleaned(written)).lstrip(", ")
    return Text(*_marked(re.sub(_RANGES, _with_dashes, words, flags=re.I)))


def _with_dashes(ranges: re.Match[str]) -> str:
    return _HYPHENS.sub("–", ranges[0])


def _marked(words: str) -> Iterator[BaseText | str]:
    """The words between marks as they are, and those within them emphasised."""
    end = 0
    for mark in _MARKS.finditer(words):
        yield words[end : mark.start()]
        end = mark.end()
        if mark["sign"] or mark["dash"]:
            yield mark["sign"] or _DASHES[mark["dash"]]
        elif mark["strong"]:
            yield Tag("strong", mark["strong"])
        else:
            yield Tag("em", mark["starred"] or mark["lined"])
    yield words[end:]
