"""What a branch changes in a site, as data for a summary to maintainers."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..git import added_days, asked
from ..identity import id_of
from ..paths import DROP_INS
from ..problem import Problem, Severity
from ..register.entries import gather
from ..register.rules.context import read_context
from ..site import read_site
from ..text.source import Entry
from .blame import change_since
from .compare import ChangeKind, Comparison, Pair, VersionOf, compared
from .diff import parting
from .snapshot import register_at
from .unchecked import Counts, counts_of

# The modes by which git marks a symbolic link and a submodule.
_LINK_MODES = ("120000", "160000")

# Fields whose change alters who the signatory is, or how the endorsement is known.
_IDENTITY_AND_EVIDENCE = frozenset(("name", "website", "evidence", "confirmed_by_email"))


@dataclass(frozen=True, slots=True)
class Review:
    """What a branch changes since its merge base.

    `problems` are the problems and warnings that the checker reports of the change, without notes;
    `unread` are those that kept entries of the register before from being read. `files` are the
    touched files of the site, `links` those of them that are symbolic links or submodules;
    `outside` are touched files of the repository outside of the site. `names` has the present name
    of each signatory by id. A drop-in that was folded as of another day than git's is not among
    the `folded`, but altered.
    """

    entries: Comparison
    altered: Mapping[ChangeKind, Sequence[Pair]]
    folded: Sequence[Pair]
    before: Counts
    after: Counts
    names: Mapping[str, str]
    version_of: VersionOf
    files: tuple[str, ...]
    outside: tuple[str, ...]
    links: frozenset[str]
    problems: tuple[Problem, ...]
    unread: tuple[Problem, ...]

    @property
    def others(self) -> list[Entry]:
        """Existing entries, as they were, that the branch alters or removes."""
        altered = [pair.before for change in ChangeKind for pair in self.altered[change]]
        return [*altered, *self.entries.removed]

    @property
    def taken_over(self) -> list[str]:
        """The ids that may now be somebody else's."""
        replaced = (pair.after for pair in self.altered[ChangeKind.REPLACED])
        joining = (each.entry for each in self.entries.joining if each.differences)
        return list(dict.fromkeys(id_of(entry.values) for entry in (*replaced, *joining)))

    @property
    def adds_one_drop_in_only(self) -> bool:
        """Whether the branch adds one drop-in, under nobody's id, and touches no other file."""
        added = [*self.entries.added, *(each.entry for each in self.entries.joining)]
        if len(added) != 1 or self.others or self.outside or self.taken_over:
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
    version_of = read_context(root)[0].version_of
    entries = compared(before, after, version_of)
    folded = [pair for pair in entries.kept if pair.is_fold]
    misdated = set(_misdated(root, merge_base, folded))
    return Review(
        entries=entries,
        altered=_altered(entries.kept, misdated),
        folded=[pair for pair in folded if pair.before.path not in misdated],
        before=counts_of(before, version_of),
        after=counts_of(after, version_of),
        version_of=version_of,
        names={id_of(each.values): each.values.get("name", "") for each in after},
        files=tuple(sorted(change.diff.files)),
        outside=_outside(root, merge_base),
        links=frozenset(_links(root, merge_base)),
        problems=tuple(sorted({each for each in problems if each.severity is not Severity.NOTE})),
        unread=tuple(sorted(unread)),
    )


def _altered(kept: Iterable[Pair], misdated: Collection[str]) -> Mapping[ChangeKind, list[Pair]]:
    """The entries that were altered, by how; first those whose identity or evidence differs."""
    found: dict[ChangeKind, list[Pair]] = {change: [] for change in ChangeKind}
    for pair in kept:
        wrong_day = pair.is_fold and pair.before.path in misdated
        if change := ChangeKind.CHANGED if wrong_day else pair.change:
            found[change].append(pair)
    for pairs in found.values():
        pairs.sort(key=lambda pair: _IDENTITY_AND_EVIDENCE.isdisjoint(pair.changed_fields))
    return found


def _misdated(root: Path, commit: str, folded: Iterable[Pair]) -> Iterator[str]:
    """The drop-ins that were folded with another day of listing than that of their commit."""
    dated = [pair for pair in folded if "listed" in pair.changed_fields]
    days = added_days(root, DROP_INS, commit) if dated else {}
    for pair in dated:
        path, listed = pair.before.path, pair.after.values["listed"]
        if path in days and listed != days[path].isoformat():
            yield path


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
