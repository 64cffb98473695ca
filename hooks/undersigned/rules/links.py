"""Addresses that readers will follow."""

from collections.abc import Iterator

from ..addresses import refusal
from ..problems import Problem, quoted
from ..source import Entry
from .circumstances import Circumstances


def addresses_are_public_pages(entry: Entry, _: Circumstances) -> Iterator[Problem]:
    """Website and evidence are https addresses of a named host, without a user name."""
    for name in ("website", "evidence"):
        text = entry.get(name)
        if text and text.value.strip() and (why := refusal(text.value)):
            yield entry.problem(f"{name} {quoted(text.value)} {why}", name)


RULES = (addresses_are_public_pages,)
