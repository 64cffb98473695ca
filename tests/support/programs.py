"""Programs that some tests ask, and that a bare machine has not."""

import os
import shutil

import pytest


def needs(*programs: str) -> None:
    """Skip the test that runs where a program is missing, or fail it where all are required.

    They are where the browser is, by REQUIRE_BROWSER: see `browser` in conftest.py.
    """
    missing = [each for each in programs if shutil.which(each) is None]
    if missing:
        told = f"not on this machine: {', '.join(missing)}"
        if os.environ.get("REQUIRE_BROWSER") == "1":
            pytest.fail(told)
        pytest.skip(told)
