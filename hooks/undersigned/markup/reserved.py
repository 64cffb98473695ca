"""What no page of docs/ may call its own: the classes and ids by which templates mark things.

Readers, scripts and checks know by them what is a signed text, an entry, a menu. An entry's own id
is no more reserved than its name: on the page that lists it, it is the entry's alone.
"""

import re

# Of this project's templates and style sheets; and the one by which these know a page's article.
CLASSES = "undersigned-"
ARTICLE = "edition"

# The theme's own begin with '__', those of notes with 'fn:' and 'fnref:'. Python-Markdown gives
# '_1' to a heading without a Latin letter, so of '_' and what follows only letters are taken.
_IDS = re.compile(
    r"__.*|fn(?:ref\d*)?:.*|_[a-z].*|(?:country|filter|kind|timeline|year)_.*|(?:was|now)-\d+",
    re.DOTALL,
)


def reserved_class(name: str) -> bool:
    """Whether a class is one that templates alone give."""
    return name.lower().startswith(CLASSES) or name.lower() == ARTICLE


def reserved_id(name: str) -> bool:
    """Whether an id is one that templates alone give, or would give on another page."""
    return _IDS.fullmatch(name) is not None
