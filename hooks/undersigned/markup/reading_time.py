"""How long a page takes to read."""

import re

from .hypertext import read_hypertext
from .nesting import parted

# Words of English non-fiction that adults read silently in a minute, on average (Brysbaert, 'How
# many words do we read per minute?', Journal of Memory and Language 109, 2019: 238).
A_MINUTE = 238

# A sign of Chinese or Japanese is about a word: texts in Chinese are read at 255 of them a minute
# (Trauzettel-Klosinski and others, IReST, Investigative Ophthalmology & Visual Science 53, 2012).
_SIGN = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]")


def minutes(html: str) -> int:
    """The minutes that the words of a page take without its notes, at least one."""
    return max(1, round(words_read(html) / A_MINUTE))


def words_read(html: str) -> int:
    """The number of words in a page without its notes."""
    text = read_hypertext(parted(html, "div", "footnote")[0]).words
    return len(_SIGN.sub(" ", text).split()) + len(_SIGN.findall(text))
