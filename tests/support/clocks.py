"""Builds whose clock is wrong."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

# Whatever Python asks the time of, in the process that builds, is told a later one.
LATER = """\
import datetime, sys, time

real, shift = time.time, {days} * 86400
time.time = lambda: real() + shift


class Later(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(time.time(), tz)

    @classmethod
    def utcnow(cls):
        return cls.fromtimestamp(time.time(), datetime.timezone.utc).replace(tzinfo=None)


class LaterDay(datetime.date):
    @classmethod
    def today(cls):
        return cls.fromtimestamp(time.time())


datetime.datetime, datetime.date = Later, LaterDay
from mkdocs.__main__ import cli

cli(["build", "--strict", *sys.argv[1:]])
"""


def undated() -> dict[str, str]:
    """The environment of the tests, without the date that whoever runs them may have set."""
    return {name: value for name, value in os.environ.items() if name != "SOURCE_DATE_EPOCH"}


def built_later(
    root: Path, environment: Mapping[str, str], days: int, *arguments: str, umask: int = -1
) -> None:
    """Build with another environment, and a clock that goes so many days fast."""
    run = subprocess.run(
        [sys.executable, "-c", LATER.format(days=days), *arguments],
        cwd=root,
        env={**undated(), **environment},
        umask=umask,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert run.returncode == 0, run.stderr
