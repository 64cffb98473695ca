"""The allowlist, `links.yml`: addresses that may fail, each with the reason."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ..paths import ALLOWLIST
from ..problem import Problem, quoted
from ..text.modelines import modelines_in
from ..text.source import Entry, Text, read_source
from ..text.yaml_reader import misnamed_fields, read_entries
from ..urls import refusal

_FIELDS = ("address", "reason")


@dataclass(frozen=True, slots=True)
class Exemption:
    """An address that is checked and may fail, with the reason."""

    address: Text
    reason: str


def read_exceptions(root: Path) -> tuple[tuple[Exemption, ...], list[Problem]]:
    """The exceptions of a site and the problems of their list; none where there is no file."""
    if not os.path.lexists(root / ALLOWLIST):
        return (), []
    source, problems = read_source(root, ALLOWLIST)
    if source is None:
        return (), problems
    entries, problems = read_entries(source)
    for entry in entries:
        misnamed = list(misnamed_fields(entry, "an exception", _FIELDS, needed=_FIELDS))
        problems += misnamed or _unusable(entry)
    problems += [*_repeated(entries), *modelines_in(source, sound=not problems)]
    if problems:
        return (), problems
    return tuple(
        Exemption(entry.fields["address"], entry.fields["reason"].value.strip())
        for entry in entries
    ), []


def _unusable(entry: Entry) -> list[Problem]:
    """The address is a web address, written as on the site; the reason is not blank."""
    problems = []
    address, reason = entry.get("address"), entry.get("reason")
    if address and (why := refusal(_as_https(address.value))):
        problems.append(entry.problem(f"address {quoted(address.value)} {why}", "address"))
    if reason and not reason.value.strip():
        message = "reason is empty; say why this address may fail"
        problems.append(entry.problem(message, "reason"))
    return problems


def _repeated(entries: list[Entry]) -> Iterator[Problem]:
    first: dict[str, int] = {}
    for entry in entries:
        address = entry.get("address")
        if address and first.setdefault(address.value, address.line) != address.line:
            line = first[address.value]
            message = f"address {quoted(address.value)} is already on line {line}; keep one"
            yield entry.problem(message, "address")


def _as_https(address: str) -> str:
    return f"https://{address[7:]}" if address[:7].lower() == "http://" else address
