"""Work that has to end, done by another process, which is stopped where it hangs.

This is a guard and no measurement. What is given to it takes a fraction of a second, and would take
hours if its time grew with the square of its length: a minute tells the two apart on any machine,
however busy. It is for what Python's C code does (regular expressions, normalising), of which no
step can be counted.
"""

import multiprocessing
from collections.abc import Callable
from multiprocessing.pool import Pool
from typing import TypeVar, TypeVarTuple

Given = TypeVarTuple("Given")
Result = TypeVar("Result")

PATIENCE = 60


class Guard:
    """The other process, begun when it is first needed and anew after it was stopped."""

    def __init__(self) -> None:
        self._process: Pool | None = None

    def __call__(self, function: Callable[[*Given], Result], *given: *Given) -> Result:
        """What a function of some module gives; the test fails where it gives nothing."""
        if self._process is None:
            self._process = multiprocessing.get_context("spawn").Pool(1)
        try:
            return self._process.apply_async(function, given).get(PATIENCE)
        except multiprocessing.TimeoutError:
            self.end()
            raise AssertionError(f"{function.__qualname__} hangs") from None

    def end(self) -> None:
        """Stop the process, whatever it does."""
        if self._process is not None:
            self._process.terminate()
            self._process = None
