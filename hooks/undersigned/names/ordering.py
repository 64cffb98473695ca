"""The canonical order of names."""

import unicodedata


def by_name(name: str) -> tuple[str, str]:
    """A key that sorts names without regard to case and accents, ties by code point."""
    return without_marks(name).casefold(), name


def without_marks(text: str) -> str:
    """The text with compatibility forms taken apart (Unicode NFKD) and marks dropped."""
    if text.isascii():
        return text  # nothing to take apart, and most names of a long register are such
    apart = unicodedata.normalize("NFKD", text)
    return "".join(sign for sign in apart if unicodedata.category(sign)[0] != "M")
