"""What a branch changes in a site, as data for a summary to maintainers."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ..evidence.grades import Grade, grade_of
from ..git import asked
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

# The modes by which git marks a symbolic link and a submodule.
_LINK_MODES = ("120000", "160000")

# Fields whose change alters who the signatory is, or how the endorsement is known.
_IDENTITY_AND_EVIDENCE = frozenset(("name", "website", "evidence", "confirmed_by_email"))


@dataclass(frozen=True, slots=True)
class EntryCounts:
    """How many entries a register has: those that endorse, by grade, and those withdrawn."""

    active: int
    withdrawn: int
    grades: Counter[Grade]


@dataclass(frozen=True, slots=True)
class Review:
    """What a branch changes since its merge base.

    `problems` are the problems and warnings that the checker reports of the change, without notes;
    `unread` are those that kept entries of the register before from being read. `files` are the
    touched files of the site, `links` those of them that are symbolic links or submodules;
    `outside` are touched files of the repository outside of the site.
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
        """Entries that existed before and have other fields now, except withdrawals.

        Those with a change of identity or evidence come first.
        """
        kept = self.entries.kept
        found = [pair for pair in kept if pair.differences and not pair.is_withdrawal]
        return sorted(
            found, key=lambda pair: _IDENTITY_AND_EVIDENCE.isdisjoint(pair.changed_fields)
        )

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
        """Existing entries, as they were, that the branch changes, withdraws or removes."""
        altered = [pair.before for pair in (*self.changed, *self.withdrawn)]
        return [*altered, *self.entries.removed]

    @property
    def adds_one_drop_in_only(self) -> bool:
        """Whether the branch adds one drop-in and touches no other file."""
        added = self.entries.added
        if len(added) != 1 or self.others or self.outside:
            return False
        return self.files == (added[0].path,) and added[0].path.startswith(f"{DROP_INS}/")


def review_since(root: Path, revision: str) -> Review:
    """What has changed since the merge base with a revision.

    Raises `HistoryError` where there is no repository or no such revision.
    """
    change, merge_base = change_since(root, revision), parting(root, revision)
    before, unread = register_at(root, merge_base)
    after = gather(root)[0]
    problems = change.judged(root, read_site(root, change.brings)[1])
    return Review(
        entries=compared(before, after),
        before=_counts(before),
        after=_counts(after),
        files=tuple(sorted(change.diff.files)),
        outside=_outside(root, merge_base),
        links=frozenset(_links(root, merge_base)),
        problems=tuple(sorted({each for each in problems if each.severity is not Severity.NOTE})),
        unread=tuple(sorted(unread)),
    )


def grade(entry: Entry) -> Grade | None:
    """How the endorsement of an unchecked entry is known, or none if its fields do not say.

    An address that the rules would refuse is no evidence.
    """
    values = entry.values
    evidence, website = (_accepted(values.get(name)) for name in ("evidence", "website"))
    if evidence is None and ("evidence" in values or "confirmed_by_email" not in values):
        return None
    return grade_of(evidence, website)


def _accepted(address: str | None) -> str | None:
    """An address that the rules accept, otherwise none."""
    return address if address and refusal(address) is None else None


def _counts(entries: Iterable[Entry]) -> EntryCounts:
    """How many entries endorse, by grade, and how many are withdrawn."""
    everything = list(entries)
    active = [entry for entry in everything if entry.get("withdrawn") is None]
    grades = Counter(known for entry in active if (known := grade(entry)))
    return EntryCounts(len(active), len(everything) - len(active), grades)


def _outside(root: Path, commit: str) -> tuple[str, ...]:
    """The touched files of the repository outside of the site, as paths from its root."""
    prefix = asked(root, "rev-parse", "--show-prefix").rstrip("\n")
    if not prefix:
        return ()
    options = ("--name-only", "--no-renames", "--no-relative", "-z")
    paths = asked(root, "diff", *options, commit).split("\0")
    return tuple(path for path in paths if path and not path.startswith(prefix))


def _links(root: Path, commit: str) -> Iterator[str]:
    """The touched files of the site that are symbolic links or submodules now."""
    options = ("--raw", "--no-renames", "--relative", "-z")
    fields = asked(root, "diff", *options, commit).split("\0")
    for about, path in zip(fields[0::2], fields[1::2], strict=False):
        if about.split(" ")[1] in _LINK_MODES:
            yield path
