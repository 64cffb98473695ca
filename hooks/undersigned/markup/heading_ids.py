"""The ids of headings, by which links and the glossary find them."""

import re
from unicodedata import normalize

_NOT_KEPT = re.compile(r"[^\w\s-]")


def heading_id(words: str, separator: str = "-") -> str:
    """The id of a heading: that of Python-Markdown, in ASCII, where no word is lost by it.

    Else its letters are kept as they are. In ASCII all headings in Arabic would be one, and that
    of a page's third section would change with each section put before it.
    """
    spaces = re.compile(rf"[{separator}\s]+")
    parts = re.split(r"[\s-]+", _NOT_KEPT.sub("", words))
    ascii_parts = [_in_ascii(part) for part in parts]
    lost = any(part and not kept for part, kept in zip(parts, ascii_parts, strict=True))
    letters = words if lost else _in_ascii(words)
    return spaces.sub(separator, _NOT_KEPT.sub("", letters).strip().lower())


def _in_ascii(words: str) -> str:
    return normalize("NFKD", words).encode("ascii", "ignore").decode()
