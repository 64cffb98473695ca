"""Interrupts (Ctrl-C): said in words, and noted where work must not be torn within a step."""

import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import click

# 128 + SIGINT, as shells report it; threads that still wait end with the process.
INTERRUPTED = 130


@contextmanager
def interruptible(said: str) -> Iterator[None]:
    """End the command at an interrupt with what is said of it, and the exit code of shells."""
    try:
        yield
    except KeyboardInterrupt:
        click.echo(said, err=True)
        sys.exit(INTERRUPTED)


@contextmanager
def ending_quietly() -> Iterator[None]:
    """End the process at an interrupt within a `with` block, as programs without handlers end.

    So nobody who stops a command while it is loaded is shown where in its code that was.
    """
    raised = signal.getsignal(signal.SIGINT) is signal.default_int_handler
    raised = raised and threading.current_thread() is threading.main_thread()
    if raised:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    try:
        yield
    finally:
        if raised:
            signal.signal(signal.SIGINT, signal.default_int_handler)


class Interrupts:
    """Whether an interrupt was noted; work looks between its steps."""

    noted = False

    def note(self, *_: object) -> None:
        """Note an interrupt."""
        self.noted = True


@contextmanager
def interrupts_noted() -> Iterator[Interrupts]:
    """Note interrupts within a `with` block, unless the process is told to ignore them."""
    interrupts = Interrupts()
    raised = signal.getsignal(signal.SIGINT) is signal.default_int_handler
    if raised:
        signal.signal(signal.SIGINT, interrupts.note)
    try:
        yield interrupts
    finally:
        if raised:
            signal.signal(signal.SIGINT, signal.default_int_handler)
