"""The record of a kept copy: when it was fetched, from where, and under whose certificate."""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, date, datetime, timedelta, timezone
from typing import NamedTuple

from ..invisible import hidden_in
from ..problem import Problem, quoted
from ..text.modelines import modelines_in
from ..text.source import Entry, Source
from ..text.yaml_reader import misnamed_fields, read_entries
from ..text.yaml_writer import plain_or_quoted
from .keys import is_print

_FIELDS = ("address", "fetched", "sha256", "issuer", "certificate", "key")

_MOMENT = "%Y-%m-%dT%H:%M:%SZ"
_WRITTEN_MOMENT = re.compile(r"2[0-9]{3}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z")

# In characters: names of issuers have some fifty.
LONGEST_ISSUER = 500


class Record(NamedTuple):
    """What is known of a copy besides its bytes.

    `address` was asked, at the moment `fetched` (UTC). `sha256` is the digest of the text in
    hexadecimal, `certificate` that of the server's certificate (DER) behind ``sha256:``, `issuer`
    who issued it. `key` is the fingerprint of the signing key; empty where there is none.
    """

    address: str
    fetched: datetime
    sha256: str
    issuer: str
    certificate: str
    key: str = ""

    @property
    def day(self) -> date:
        """The day, in UTC, on which it was fetched."""
        return self.fetched.date()

    @property
    def until(self) -> date:
        """The last day that it was anywhere when it was fetched: at UTC+14 days begin first."""
        return self.fetched.astimezone(timezone(timedelta(hours=14))).date()


def written_record(record: Record) -> str:
    """The record as its file holds it."""
    values = record._asdict() | {"fetched": record.fetched.astimezone(UTC).strftime(_MOMENT)}
    given = [name for name in _FIELDS if name != "key" or record.key]
    lines = [f"{name}: {plain_or_quoted(values[name])}" for name in given]
    return "- " + "\n  ".join(lines) + "\n"


def entry_of(source: Source) -> tuple[Entry | None, list[Problem]]:
    """The entry that is the record in a file, each value of its form, or none and what is wrong."""
    entries, problems = read_entries(source)
    problems += modelines_in(source, sound=not problems)
    if len(entries) != 1 and not problems:
        message = f"holds {len(entries)} records; keep the one of this copy, behind one dash"
        problems.append(Problem(source.path, 1, 1, message))
    problems += [problem for entry in entries for problem in _faults(entry)]
    return (None, problems) if problems else (entries[0], [])


def record_of(entry: Entry) -> Record:
    """The record that an entry without problems is."""
    values = entry.values
    fetched = _moment(values["fetched"])
    if fetched is None:
        raise ValueError(f"{values['fetched']} has passed for a moment")
    return Record(
        values["address"],
        fetched,
        values["sha256"],
        values["issuer"],
        values["certificate"],
        values.get("key", ""),
    )


def _faults(entry: Entry) -> Iterator[Problem]:
    yield from misnamed_fields(entry, "a record", _FIELDS, needed=_FIELDS[:-1])
    for name, (is_sound, form) in _FORMS.items():
        text = entry.get(name)
        if text and not is_sound(text.value):
            message = f"{name} {quoted(text.value)} is not {form}"
            yield entry.problem(f"{message}; write it as it was", name)


def _moment(text: str) -> datetime | None:
    if not _WRITTEN_MOMENT.fullmatch(text):
        return None
    try:
        return datetime.strptime(text, _MOMENT).replace(tzinfo=UTC)
    except ValueError:
        return None


def _is_hexadecimal(text: str) -> bool:
    return re.fullmatch("[0-9a-f]{64}", text) is not None


def _is_issuer(text: str) -> bool:
    return len(text) <= LONGEST_ISSUER and not hidden_in(text)


# The form of each value; the address is judged with the folder.
_FORMS: Mapping[str, tuple[Callable[[str], bool], str]] = {
    "fetched": (lambda text: _moment(text) is not None, "a moment such as 2026-11-26T13:11:00Z"),
    "sha256": (_is_hexadecimal, "64 digits of 0-9 and a-f"),
    "issuer": (_is_issuer, f"at most {LONGEST_ISSUER} characters that can all be seen"),
    "certificate": (
        lambda text: text.startswith("sha256:") and _is_hexadecimal(text[7:]),
        "'sha256:' with 64 digits of 0-9 and a-f",
    ),
    "key": (is_print, "a fingerprint such as ssh-keygen -l prints, 'SHA256:…'"),
}
