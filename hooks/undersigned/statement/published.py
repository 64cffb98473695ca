"""Versions as they were published, and how a list of versions contradicts them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import yaml

from ..paths import VERSIONS
from ..problem import Problem
from ..text.source import Entry, Source
from ..text.yaml_nodes import composed, nodes_of, pairs_of, text_of_node
from ..text.yaml_reader import read_entries
from .versions import NUMBER

_DIGEST = re.compile(r"[0-9a-f]{64}")


class Published(NamedTuple):
    """A version as it was published: its number, its digest and its date as written.

    `where` says who has it so, such as ``commit 1a2b3c4 has``. Whether it `stays` listed is not to
    be asked of a list that is older than it.
    """

    number: str
    sha256: str
    date: str
    where: str = ""
    stays: bool = True


def published_in(text: str) -> tuple[list[Published], bool]:
    """The versions that a former versions.yml lists, and whether the whole of it could be read.

    It may be of any age, so tags, anchors and aliases are passed over, and unknown fields as well.
    """
    source = Source(VERSIONS, text)
    node, problems = composed(source, aliases=True)
    listed = [_values_at(each) for each in nodes_of(node)]
    if problems:
        entries, problems = read_entries(source)
        listed = [dict(each.values) for each in entries]
    found = [
        Published(
            each.get("version", "").strip(),
            each.get("sha256", "").strip().lower(),
            each.get("published", "").strip(),
        )
        for each in listed
    ]
    return [each for each in found if _is_whole(each)], not problems


def _values_at(node: yaml.Node) -> dict[str, str]:
    return {name: text.value for name, value in pairs_of(node) if (text := text_of_node(value))}


def _is_whole(published: Published) -> bool:
    """Whether a version could be published: it has a number and a digest."""
    return bool(NUMBER.fullmatch(published.number) and _DIGEST.fullmatch(published.sha256))


def contradictions(listed: Sequence[Entry], published: Iterable[Published]) -> Iterator[Problem]:
    """A problem for each version that is no longer listed as it was published.

    What was published stays: its number, its digest and its date.
    """
    present: dict[str, list[Entry]] = {}
    for entry in listed:
        if number := entry.get("version"):
            present.setdefault(number.value, []).append(entry)
    for each in dict.fromkeys(published):
        entries = present.get(each.number, ())
        if not entries and each.stays:
            yield Problem(VERSIONS, 1, 1, no_longer_listed(each))
        for entry in entries:
            yield from _rewritten(entry, each)


def no_longer_listed(version: Published) -> str:
    """What is wrong where a published version is missing."""
    found = f"version '{version.number}' was published, and is no longer listed"
    return f"{found}; put it back"


def another_digest(version: Published) -> str:
    """What is wrong where a published version has another digest."""
    found = f"version '{version.number}' was published with the sha256 {version.sha256[:12]}…"
    return (
        f"{found}, which stays as it is; put it and its text back, and publish other words as a new"
        " version"
    )


def _rewritten(entry: Entry, version: Published) -> Iterator[Problem]:
    digest, date = entry.get("sha256"), entry.get("published")
    if digest is None or digest.value != version.sha256:
        yield entry.problem(another_digest(version), "sha256")
    if version.date and date is not None and date.value != version.date:
        found = (
            f"version '{version.number}' was published on '{version.date}', which stays as it is"
        )
        yield entry.problem(f"{found}; put that date back", "published")
