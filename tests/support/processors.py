"""Tests of work that a second processor does, which only some machines have."""

import os
import sys

import pytest

needs_two = pytest.mark.skipif(
    sys.platform != "linux" or len(os.sched_getaffinity(0)) < 2,
    reason="one processor, or no safe fork here",
)
