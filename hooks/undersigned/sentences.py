"""Sentences that end in what others have written: behind 'Acme Inc.' stands no second full stop."""

import re

# Marks that end a sentence, of Latin and of other scripts. Behind them may be quotation marks, and
# the end of words that are set apart.
_ENDED = re.compile(r"[.!?…‽।۔؟。！？][\"'’”»\u2069]*\s*\Z")


def full_stop(text: str) -> str:
    """The full stop for a sentence that ends in a text; empty where that has one or the like."""
    return "" if _ENDED.search(text) else "."


def sentence(text: str) -> str:
    """The text with one mark at its end."""
    return f"{text}{full_stop(text)}"
