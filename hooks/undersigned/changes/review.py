"""Everything a maintainer is told of a branch."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ..git import asked
from ..model import Grade, grade_of
from ..paths import DROP_INS
from ..problem import Problem, Severity
from ..register.entries import gather
from ..site import read_site
from ..text.source import Entry
from ..urls import refusal
from .blame import change_since
from .compare import Comparison, Pair, compared
from .diff import parting
from .snapshot import register_at

# What git calls a symbolic link and a submodule.
_LINK_MODES = ("120000", "160000")

# Whose change makes an entry another one, or known in another way.
_EVIDENT = frozenset(("name", "website", "evidence", "confirmed_by_email"))


@dataclass(frozen=True, slots=True)
class EntryCounts:
    """How many entries a register has: those that endorse, by grade, and those withdrawn."""

    active: int
    withdrawn: int
    grades: Counter[Grade]


@dataclass(frozen=True, slots=True)
class Review:
    """What a branch changes.

    `problems` are the checker's on the change, warnings included; `unread` is what could not be
    read of the register before. `outside` are touched files of the repository beyond the site,
    `links` those in it that are links or repositories of their own.
    """

    entries: Comparison
    before: EntryCounts
    after: EntryCounts
    files: tuple[str, ...]
    outside: tuple[str, ...]
    links: frozenset[str]
    problems: tuple[Problem, ...]
    unread: tuple[Problem, ...]

    @property
    def changed(self) -> list[Pair]:
        """Entries that were there before and have other fields now, except withdrawals.

        First those of which something else is said to be known.
        """
        kept = self.entries.kept
        found = [pair for pair in kept if pair.differences and not pair.is_withdrawal]
        return sorted(found, key=lambda pair: _EVIDENT.isdisjoint(pair.changed_fields))

    @property
    def withdrawn(self) -> list[Pair]:
        """Entries that have been withdrawn."""
        return [pair for pair in self.entries.kept if pair.is_withdrawal]

    @property
    def folded(self) -> list[Pair]:
        """Drop-ins that moved into the register unchanged."""
        return [pair for pair in self.entries.kept if pair.is_fold]

    @property
    def others(self) -> list[Entry]:
        """Entries that were somebody's before this branch changed, withdrew or removed them."""
        altered = [pair.before for pair in (*self.changed, *self.withdrawn)]
        return [*altered, *self.entries.removed]

    @property
    def adds_one_drop_in_only(self) -> bool:
        """Whether one new drop-in is everything."""
        added = self.entries.added
        if len(added) != 1 or self.others or self.outside:
            return False
        return self.files == (added[0].path,) and added[0].path.startswith(f"{DROP_INS}/")


def review_since(root: Path, revision: str) -> Review:
    """What has changed since the history parted from a revision; raises `HistoryError`."""
    change, commit = change_since(root, revision), parting(root, revision)
    before, unread = register_at(root, commit)
    after = gather(root)[0]
    problems = change.judged(root, read_site(root, change.brings)[1])
    return Review(
        entries=compared(before, after),
        before=_tally(before),
        after=_tally(after),
        files=tuple(sorted(change.changes.files)),
        outside=_outside(root, commit),
        links=frozenset(_links(root, commit)),
        problems=tuple(sorted({each for each in problems if each.severity is not Severity.NOTE})),
        unread=tuple(sorted(unread)),
    )


def grade(entry: Entry) -> Grade | None:
    """How an endorsement is known, as far as an entry that nobody has checked can say."""
    values = entry.values
    evidence, website = (_accepted(values.get(name)) for name in ("evidence", "website"))
    if evidence is None and ("evidence" in values or "confirmed_by_email" not in values):
        return None
    return grade_of(evidence, website)


def _accepted(address: str | None) -> str | None:
    return address if address and refusal(address) is None else None


def _tally(entries: Iterable[Entry]) -> EntryCounts:
    everybody = list(entries)
    active = [entry for entry in everybody if entry.get("withdrawn") is None]
    grades = Counter(known for entry in active if (known := grade(entry)))
    return EntryCounts(len(active), len(everybody) - len(active), grades)


def _outside(root: Path, commit: str) -> tuple[str, ...]:
    """The touched files of a repository that lie outside of the site in it."""
    prefix = asked(root, "rev-parse", "--show-prefix").rstrip("\n")
    if not prefix:
        return ()
    options = ("--name-only", "--no-renames", "--no-relative", "-z")
    paths = asked(root, "diff", *options, commit).split("\0")
    return tuple(path for path in paths if path and not path.startswith(prefix))


def _links(root: Path, commit: str) -> Iterator[str]:
    """The touched files of a site that are symbolic links, or repositories of their own."""
    options = ("--raw", "--no-renames", "--relative", "-z")
    fields = asked(root, "diff", *options, commit).split("\0")
    for about, path in zip(fields[0::2], fields[1::2], strict=False):
        if about.split(" ")[1] in _LINK_MODES:
            yield path
