"""Messages that name a statement or its numbered parts, by what it calls them.

In code they stand with 'principles' and 'principle'. What the catalogues of other languages
translate is each whole sentence with each of the names: in many languages the words around a name
depend on it.
"""

import re
from collections.abc import Sequence
from enum import StrEnum


class Thing(StrEnum):
    """What a statement is called."""

    STATEMENT = "statement"
    LETTER = "letter"
    PLEDGE = "pledge"
    PRINCIPLES = "principles"
    DECLARATION = "declaration"


class Part(StrEnum):
    """What one of its numbered parts is called."""

    PRINCIPLE = "principle"
    POINT = "point"
    COMMITMENT = "commitment"
    ARTICLE = "article"


# The name that stands in code, and all names that a statement may give its parts instead.
IN_CODE = Part.PRINCIPLE.value
NAMES: Sequence[str] = tuple(part.value for part in Part)

# The name of the whole that stands in code, and all that a statement may have instead.
WHOLE_IN_CODE = Thing.PRINCIPLES.value
WHOLES: Sequence[str] = tuple(dict.fromkeys((WHOLE_IN_CODE, *(thing.value for thing in Thing))))

# The word with its article; not the name of a place, which is in parentheses.
_NAMED = re.compile(rf"(?:\b([Aa])n? )?(?<!\()\b({IN_CODE}|{IN_CODE.title()})(s?)\b")


def named(message: str, name: str) -> str:
    """A message with another name for a part, as the English catalogue has it.

    Raises `ValueError` where the message names no part.
    """
    said, count = _NAMED.subn(lambda match: _spelt(match, name), message)
    if not count:
        raise ValueError(f"names no {IN_CODE}: {message}")
    return said


def named_whole(message: str, name: str) -> str:
    """A message with another name for the statement, as the English catalogue has it.

    Raises `ValueError` where the message does not name it.
    """
    said = message.replace(WHOLE_IN_CODE, name).replace(WHOLE_IN_CODE.title(), name.title())
    if WHOLE_IN_CODE not in message.lower():
        raise ValueError(f"names no {WHOLE_IN_CODE}: {message}")
    return said


def _spelt(match: re.Match[str], name: str) -> str:
    article, word, plural = match.groups()
    spelt = f"{name.title() if word[0].isupper() else name}{plural}"
    if not article:
        return spelt
    return f"{article}{'n' if name[0] in 'aeiou' else ''} {spelt}"
