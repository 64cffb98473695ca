"""When Python looks for garbage.

It goes through everything again and again while much is made that lasts, and finds next to
nothing: with 100,000 entries, a third of the time of reading and of drawing. What nothing refers
to is freed at once all the same.
"""

import atexit
import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_collecting() -> Iterator[None]:
    """Look for no garbage meanwhile."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def leave_collecting_to_the_end() -> None:
    """Look for no garbage until the process ends, and not then: its memory goes back as a whole."""
    gc.disable()
    atexit.register(gc.freeze)
