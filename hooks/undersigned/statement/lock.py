"""The locks of published texts: digests that hold signatories to the words that they signed."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from ..dates import StatedDate, stated_date
from ..model import Endorsement
from ..paths import VERSIONS
from ..problem import Problem, counted, quoted
from ..text.source import Entry, Source
from ..text.yaml_reader import read_entries
from .published import contradictions, published_in
from .version import Version, endorsed_by_default, may_be_signed, parts_of
from .versions import NUMBER


def broken_locks(
    versions: Sequence[Version], endorsements: Iterable[Endorsement]
) -> Iterator[Problem]:
    """A problem for each text whose digest is no longer the one in versions.yml."""
    numbers = [each.version for each in endorsements if each.withdrawn is None]
    for version in versions:
        if version.lock and version.lock.value != version.sha256:
            text = version.path
            message = (
                f"{text} is no longer the text of version '{version.number}'"
                f"{_endorsed(numbers.count(version.number))}: its sha256 is now"
                f" {version.sha256[:12]}…; put the old words back, as 'git log -p {text}' has"
                f" them; for a new version, copy them to {version.texts.draft}, change them there"
                f" and run 'undersigned publish {next_number(versions)} --date YYYY-MM-DD'"
            )
            yield Problem(VERSIONS, version.lock.line, version.lock.column, message, also=text)


def next_number(versions: Sequence[Version]) -> str:
    """The number to propose for the next version: the second part is one higher than the last's."""
    first, second = (*parts_of(versions[-1].number), 0, 0)[:2]
    return f"{first}.{second + 1}"


def _endorsed(count: int) -> str:
    if not count:
        return ""
    return f" that {counted(count, 'signatory', 'signatories')} endorsed"


def moved_signatures(
    entries: Iterable[Entry],
    before: Sequence[Version],
    after: Sequence[Version],
    founding: StatedDate | None = None,
) -> Iterator[Problem]:
    """A problem for each entry that would endorse another version if the versions changed.

    An entry without `endorses` endorses the version in force on its date, so a backdated version
    would change what a signatory has signed. Where there was no version before, the entries
    dated before the first one are reported, unless they are `founding`: signed since that date.
    """
    for entry in entries:
        signed = entry.get("signed")
        when = stated_date(signed.value) if signed else None
        if when is not None and entry.get("endorses") is None and after:
            founds = founding is not None and when.last_day >= founding.first_day
            if before or not founds:
                yield from _moved(entry, when, before, after)


def _moved(
    entry: Entry, when: StatedDate, before: Sequence[Version], after: Sequence[Version]
) -> Iterator[Problem]:
    name = entry.get("name")
    who = quoted(name.value) if name else "the entry"
    new = endorsed_by_default(after, when).number
    if not before:
        if not may_be_signed(after[0], when):
            message = f"{who} signed on {when}, before version '{new}' was published"
            yield entry.problem(f"{message}; check both dates", "signed")
        return
    old = endorsed_by_default(before, when).number
    if new != old:
        yield entry.problem(
            f"{who} signed version '{old}' on {when}, and would pass to version '{new}'; state"
            f" which it endorses by 'endorses: \"{old}\"', or publish with a later date",
            "signed",
        )


def rewritten_versions(before: str, after: str, kept: Iterable[Entry]) -> Iterator[Problem]:
    """The problems of a change to versions.yml, apart from those of the present list.

    Digests must stay, and so must the versions that the entries in `kept`, which the change does
    not remove, endorse.
    """
    yield from _rewritten(before, after)
    if published := _listed_in(before):
        yield from moved_signatures(kept, published, _listed_in(after))


def _rewritten(before: str, after: str) -> Iterator[Problem]:
    """The digest of a published version stays: edited with its text, the two would still agree."""
    listed = list(_by_number(after).values())
    published = (each._replace(date="") for each in published_in(before)[0])
    return contradictions(listed, published)


def _by_number(text: str) -> Mapping[str, Entry]:
    entries, _ = read_entries(Source(VERSIONS, text))
    return {number.value: entry for entry in entries if (number := entry.get("version"))}


def _listed_in(text: str) -> list[Version]:
    """The versions of a list without their texts, as far as they can be read."""
    found = []
    for number, entry in _by_number(text).items():
        published = entry.get("published")
        when = stated_date(published.value) if published else None
        if when is not None and NUMBER.fullmatch(number):
            found.append(Version(number, when, ""))
    return found
