"""The lock on each published text: people have signed these words and no others."""

from collections.abc import Iterable, Iterator, Sequence

from ..model import Signatory
from ..reporting.problems import Problem, counted
from .listed import DRAFT, PATH, path_of
from .version import Version, parts_of


def broken_locks(
    versions: Sequence[Version], signatories: Iterable[Signatory]
) -> Iterator[Problem]:
    """A problem for each text that is no longer what its digest in versions.yml says."""
    numbers = [each.version for each in signatories if each.withdrawn is None]
    for version in versions:
        if version.lock and version.lock.value != version.sha256:
            text = path_of(version.number)
            message = (
                f"{text} is no longer the text of version '{version.number}'"
                f"{_endorsed(numbers.count(version.number))}: its sha256 is now"
                f" {version.sha256[:12]}…; put the old words back, as 'git log -p {text}' has"
                f" them; for a new version, copy them to {DRAFT}, change them there and run"
                f" 'undersigned publish {next_number(versions)} --date YYYY-MM-DD'"
            )
            yield Problem(PATH, version.lock.line, version.lock.column, message, also=text)


def next_number(versions: Sequence[Version]) -> str:
    """A number for the version after the last: its second part is one higher."""
    first, second = (*parts_of(versions[-1].number), 0, 0)[:2]
    return f"{first}.{second + 1}"


def _endorsed(count: int) -> str:
    if not count:
        return ""
    return f" that {counted(count, 'signatory', 'signatories')} endorsed"
