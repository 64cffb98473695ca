"""The canonical order of names."""

import unicodedata


def by_name(name: str) -> tuple[str, str]:
    """A key that sorts names without regard to case and accents, ties by code point."""
    apart = unicodedata.normalize("NFKD", name)
    bare = "".join(sign for sign in apart if unicodedata.category(sign)[0] != "M")
    return bare.casefold(), name
