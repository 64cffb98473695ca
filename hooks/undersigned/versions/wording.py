"""What a text may hold: words that everybody sees alike, on every page and in the plain file."""

import re
from collections.abc import Iterator

from ..reading.screening import hides
from ..reading.source import Source, place_of
from ..reporting.problems import Problem

# What the builder of pages would take for something else than words, and why it is refused.
_BARRED = (
    (r"\A---", "a published text has no front matter; remove it"),
    (r"^[ \t]*\\statement[ \t]*$", "a text cannot hold itself; remove '\\statement'"),
    (r"<(?!https?://)[A-Za-z/!?]", "a published text holds no HTML; write Markdown alone"),
    (r"\[[^\[\]\n]*@\w", "a published text cites nothing; cite it in the commentary"),
    (r"\[\^", "a published text has no notes; write them into the commentary"),
    (r"!\[", "a published text has no pictures; describe in words what they show"),
    (r"^ {0,3}\[[^\]\n]+\]:", "the words of this line are on no page; write the address as a link"),
    (r"\{:", "what stands in these braces is on no page; remove it"),
)


def not_a_text(words: Source) -> Iterator[Problem]:
    """A text is words alone: whatever else it holds would be signed, and not be read."""
    if not words.text.strip():
        yield Problem(words.path, 1, 1, "the text is empty; write what signatories endorse")
    for pattern, message in _BARRED:
        if match := re.search(pattern, words.text, re.MULTILINE):
            yield Problem(words.path, *place_of(words.text, match.start()), message)
    hidden = (place for place, sign in enumerate(words.text) if sign not in "\n\t" and hides(sign))
    if (place := next(hidden, None)) is not None:
        message = f"holds U+{ord(words.text[place]):04X}, which readers cannot see; remove it"
        yield Problem(words.path, *place_of(words.text, place), message)
