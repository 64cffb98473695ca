"""How long a page takes to read."""

import re
from collections.abc import Iterator
from html import unescape

from .hypertext import INLINE
from .nesting import parted
from .written_tags import tags_written

# Words of English non-fiction that adults read silently in a minute, on average (Brysbaert, 'How
# many words do we read per minute?', Journal of Memory and Language 109, 2019: 238).
A_MINUTE = 238

# A sign of Chinese or Japanese is about a word: texts in Chinese are read at 255 of them a minute
# (Trauzettel-Klosinski and others, IReST, Investigative Ophthalmology & Visual Science 53, 2012).
_SIGN = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]")

# A figure may be drawn once for each of several widths; its numbers are folded beneath it.
_PASSED_OVER = frozenset(("details", "svg"))


def minutes(html: str) -> int:
    """The minutes that the words of a page take, at least one."""
    return max(1, round(words_read(html) / A_MINUTE))


def words_read(html: str) -> int:
    """The number of words in a page without its notes, its drawings and what it folds."""
    text = unescape("".join(_unfolded(parted(html, "div", "footnote")[0])))
    return len(_SIGN.sub(" ", text).split()) + len(_SIGN.findall(text))


def _unfolded(html: str) -> Iterator[str]:
    """The text that a reader meets who opens nothing; a drawing is looked at."""
    end = depth = 0
    for tag, start in tags_written(html):
        if not depth:
            yield html[end:start]
            yield "" if not tag.name or tag.name in INLINE else " "
        if tag.name in _PASSED_OVER and not (tag.name == "svg" and tag.closed):
            depth = max(0, depth + (-1 if tag.ends else 1))
        end = start + len(tag.written)
    if not depth:
        yield html[end:]
