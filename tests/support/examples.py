"""How many examples Hypothesis draws."""

from hypothesis import settings

# What a test has that states no number, in a long run and in a usual one.
LONG, USUAL = 100, 40


def examples(count: int) -> int:
    """So many in a long run, and in a usual one the same share of them as of all others."""
    return count * settings().max_examples // LONG


def at_length() -> bool:
    """Whether this is a long run, which may take its time."""
    return settings().max_examples >= LONG
