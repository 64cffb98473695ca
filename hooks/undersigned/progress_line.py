"""Progress of long work as one line at a terminal, which is gone once the work is done."""

import os
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from time import monotonic
from typing import TYPE_CHECKING, TextIO, TypeVar, TypeVarTuple
from unicodedata import east_asian_width

import click

from .problem import printable
from .progress import SILENT, Progress

if TYPE_CHECKING:
    from click._termui_impl import ProgressBar

_Given = TypeVarTuple("_Given")
_Result = TypeVar("_Result")

# Steps that are done are drawn so often at most, in seconds: work of 100,000 steps is not to wait.
_EVERY = 0.1

# The bar is so wide at most, and leaves so much of the line for what is being done.
_WIDEST, _FOR_WORDS = 30, 24

# Goes back to the beginning of the line, and erases what stands behind the cursor (ECMA-48).
_BACK, _ERASED = "\r", "\x1b[K"


@contextmanager
def progress_shown() -> Iterator[Progress]:
    """Progress on the standard error stream at a terminal, and none elsewhere.

    Whatever ends the work, an interrupt (Ctrl-C) included, takes the line away. Nothing else may be
    printed between `begin` and `end`.
    """
    progress: Progress = SILENT
    if sys.stderr and is_terminal(sys.stderr, os.environ):  # there may be no stream
        progress = ProgressLine(sys.stderr)
    try:
        yield progress
    finally:
        progress.end()


def watched(work: Callable[[*_Given, Progress], _Result], *given: *_Given) -> _Result:
    """What work gives, while its progress is shown."""
    with progress_shown() as progress:
        return work(*given, progress)


def is_terminal(file: TextIO, environ: Mapping[str, str]) -> bool:
    """Whether lines can be drawn anew there: at a terminal that can (TERM), and that no CI keeps.

    NO_COLOR (no-color.org) changes nothing: the line has no colour.
    """
    in_ci = environ.get("CI", "").lower() not in ("", "0", "false")
    return environ.get("TERM") != "dumb" and not in_ci and file.isatty()


class ProgressLine:
    """Draws the bar of click: steps done and in all, the time that is left, what is being done.

    What is being done is drawn at once, since it may take long; steps are drawn now and then. No
    failure to draw ends the work.
    """

    def __init__(self, file: TextIO, clock: Callable[[], float] = monotonic) -> None:
        self._file = file
        self._clock = clock
        self._drawn = 0.0
        self._what = ""
        self._bar: ProgressBar[str] | None = None

    def begin(self, total: int) -> None:
        """Draw an empty bar."""
        self._what = ""
        self._bar = click.progressbar(
            length=total, show_pos=True, show_percent=False, empty_char="-",
            bar_template="[%(bar)s]  %(info)s", item_show_func=lambda what: what or None,
        )  # fmt: skip
        self._draw()

    def now(self, what: str) -> None:
        """Draw what is being done, with escapes for what the terminal would interpret."""
        encoding = self._file.encoding or "ascii"
        self._what = printable(what).encode(encoding, "backslashreplace").decode(encoding)
        self._draw()

    def done(self, count: int = 1) -> None:
        """Count steps, and draw them unless the line is fresh."""
        if self._bar is not None:
            self._bar.make_step(count)
            if self._clock() - self._drawn >= _EVERY:
                self._draw()

    def end(self) -> None:
        """Take the line away."""
        self.clear()
        self._bar = None

    def clear(self) -> None:
        """Take the line away until it is next drawn, so that something else can be written."""
        if self._bar is not None:
            self._write(_BACK + _ERASED)

    def _draw(self) -> None:
        """Draw the line in the width of the terminal, of which the last column stays free."""
        if (bar := self._bar) is None:
            return
        self._drawn = self._clock()
        bar.width, bar.current_item = 0, ""
        room = _columns(self._file) - 1 - len(bar.format_progress_line())
        if room >= 0:  # or else not even the numbers have any
            bar.width = max(0, min(_WIDEST, room - _FOR_WORDS))
            bar.current_item = cut(self._what, room - bar.width - len(bar.info_sep))
            self._write(_BACK + bar.format_progress_line() + _ERASED)

    def _write(self, text: str) -> None:
        with suppress(OSError):
            click.echo(text, file=self._file, nl=False)


def cut(text: str, columns: int) -> str:
    """The text in so many columns of a terminal; three dots stand for what has no room."""
    if _width(text) <= columns:
        return text
    while text and _width(text) > columns - 3:
        text = text[:-1]
    return f"{text}..." if columns >= 3 else ""


def _width(text: str) -> int:
    """The columns that a text takes at most: ideographs and their like take two (UAX 11)."""
    if text.isascii():
        return len(text)
    return sum(2 if east_asian_width(each) in "WF" else 1 for each in text)


def _columns(file: TextIO) -> int:
    """The width of the terminal; 80 where it does not say."""
    try:
        return os.get_terminal_size(file.fileno()).columns or 80
    except (OSError, ValueError):
        return 80
