"""How much work Python has: counted, so that it is the same on every machine and at every hour."""

import gc
import sys
from collections.abc import Callable
from types import FrameType
from typing import Any, TypeVar

Given = TypeVar("Given")


def steps(function: Callable[[Given], object], given: Given) -> int:
    """The instructions that Python runs in a function and in all that it calls.

    What C code does within one instruction, such as a regular expression, counts as one.
    """
    counted = 0

    def count(frame: FrameType, event: str, _: Any) -> Any:
        nonlocal counted
        frame.f_trace_opcodes = True
        counted += event == "opcode"
        return count

    before = sys.gettrace()
    # A collection would run, and count, whatever other tests left to be finalised.
    gc.disable()
    sys.settrace(count)
    try:
        function(given)
    finally:
        sys.settrace(before)
        gc.enable()
    return counted


def growth(function: Callable[[Given], object], small: Given, large: Given) -> float:
    """How many times as much there is to do for the large as for the small."""
    function(small)  # whatever is kept for later calls is made now, and counted for neither
    return steps(function, large) / steps(function, small)
