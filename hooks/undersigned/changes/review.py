"""What a branch changes in a site, as data for a summary to maintainers."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

from ..entry_list import SIGNATORIES
from ..git import asked
from ..identity import id_of
from ..paths import DROP_INS
from ..problem import Problem, Severity
from ..register.entries import gather
from ..register.rules.containing import held_names
from ..register.rules.context import Context, read_context
from ..site import read_site
from ..statement.history import History
from ..statement.naming import texts_set_for
from ..text.source import Entry
from ..text_paths import TextPaths
from .blame import change_since
from .cautions import Cautioned, Setting, cautions_of
from .compare import ChangeKind, Comparison, Pair, VersionOf, compared
from .differences import misdated
from .known_ids import known_ids
from .notes import Notes, notes_since
from .proof_changes import HostChange, Stand, kept_at, kept_in, proof_changes
from .quotations import quoting_otherwise
from .record_changes import RecordChanges, record_changes
from .snapshot import entries_at
from .touched import Touched, look_alikes, touched_since
from .unchecked import Counts, counts_of, endorsements_of

# Fields whose change alters who the signatory is, or how the endorsement is known.
_IDENTITY_AND_EVIDENCE = frozenset(("name", "website", "evidence", "confirmed_by_email"))


@dataclass(frozen=True, slots=True)
class Review:
    """What a branch changes since its merge base.

    `problems` are the problems and warnings that the checker reports of the change, and
    `lightened` is the number of notes besides; `unread` are those that kept entries of the register
    before from being read. `texts` are where the texts are now. `touched` are the files of the
    site, `outside` those of the repository outside of the site, and `alike` those whose paths
    differ too little from another's; `quoting` are pages that quote a published text otherwise
    than before. `names` has the present name of
    each signatory by id; `ids_asked` is whether the history says which ids there were. A drop-in
    that was folded as of another day than git's is not among the `folded`, but altered; one that
    stands in another file, as it was, has `moved`. `readdressed` has the statement's address before
    and after, where it has become another. `proofs` are the hosts whose kept copies differ, or of
    whose signatories others are proved.
    """

    entries: Comparison
    altered: Mapping[ChangeKind, Sequence[Pair]]
    folded: Sequence[Pair]
    moved: Sequence[Pair]
    cautions: Sequence[Cautioned]
    before: Counts
    after: Counts
    names: Mapping[str, str]
    version_of: VersionOf
    ids_asked: bool
    touched: tuple[Touched, ...]
    alike: tuple[tuple[str, str], ...]
    outside: tuple[Touched, ...]
    quoting: tuple[str, ...]
    notes: Notes
    problems: tuple[Problem, ...]
    lightened: int
    unread: tuple[Problem, ...]
    texts: TextPaths
    readdressed: tuple[str, str] | None = None
    proofs: tuple[HostChange, ...] = ()
    record: RecordChanges = field(default_factory=RecordChanges)

    @property
    def files(self) -> tuple[str, ...]:
        """The paths of the touched files of the site."""
        return tuple(each.path for each in self.touched)

    @property
    def links(self) -> frozenset[str]:
        """Those of them that are symbolic links or submodules."""
        return frozenset(each.path for each in self.touched if each.is_link)

    def cautions_about(self, entry: Entry) -> list[Cautioned]:
        """The cautions about an entry after the change."""
        return [each for each in self.cautions if each.entry is entry]

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
    def unproved(self) -> list[str]:
        """The names of those whose endorsement stays, and is no longer proved."""
        return list(dict.fromkeys(a.endorsement.name for each in self.proofs for a in each.lost))

    @property
    def adds_one_drop_in_only(self) -> bool:
        """Whether the branch adds one drop-in, under nobody's id, and touches no other file."""
        added = [*self.entries.added, *(each.entry for each in self.entries.joining)]
        loud = self.others or self.outside or self.taken_over or self.unproved
        if len(added) != 1 or loud or self.record.touched:
            return False
        return self.files == (added[0].path,) and added[0].path.startswith(f"{DROP_INS}/")


def review_since(root: Path, revision: str, history: History | None = None) -> Review:
    """What has changed since the merge base with a revision.

    Raises `HistoryError` where there is no repository or no such revision.
    """
    merge_base = (change := change_since(root, revision, history)).merge_base
    (before, unread), (after, _) = entries_at(root, merge_base), gather(root)
    problems = change.judged(root, read_site(root, change.brings, history=history)[1])
    context = read_context(root)[0]
    entries = compared(before, after, context.version_of)
    wrong_day = _wrong_day(root, merge_base, entries.kept)
    altered = _altered(entries.kept, wrong_day)
    touched = touched_since(root, merge_base)
    paths = [each.path for each in touched]
    stands = _stands(root, merge_base, context, paths, before, after)
    setting = _setting(root, merge_base, context, before, after)
    return Review(
        entries=entries,
        altered=altered,
        folded=_folded(entries.kept, wrong_day),
        moved=[pair for pair in entries.kept if pair.is_moved],
        cautions=tuple(cautions_of(chain(*altered.values()), entries, setting)),
        before=counts_of(stands[0]),
        after=counts_of(stands[1]),
        proofs=proof_changes(*stands),
        version_of=context.version_of,
        names=setting.names,
        ids_asked=setting.ids.asked,
        touched=tuple(touched),
        alike=tuple(look_alikes(root, (each.path for each in touched if each.is_new))),
        outside=_outside(root, merge_base),
        quoting=tuple(quoting_otherwise(root, merge_base, paths)),
        notes=notes_since(root, merge_base, touched),
        problems=tuple(sorted({each for each in problems if each.severity is not Severity.NOTE})),
        lightened=len({each for each in problems if each.severity is Severity.NOTE}),
        unread=tuple(sorted(unread)),
        texts=texts_set_for(root),
        record=record_changes(root, merge_base, context, *stands),
        readdressed=change.readdressed(root),
    )


def _stands(
    root: Path,
    commit: str,
    context: Context,
    touched: Iterable[str],
    before: Iterable[Entry],
    after: Iterable[Entry],
) -> tuple[Stand, Stand]:
    """The endorsements and the kept copies before and after."""
    kept = kept_at(root, commit, context.today, touched), kept_in(root, context.versions)
    old, new = (endorsements_of(each, context.version_of) for each in (before, after))
    return Stand(old, kept[0]), Stand(new, kept[1])


def _setting(
    root: Path, commit: str, context: Context, before: Sequence[Entry], after: Sequence[Entry]
) -> Setting:
    """What cautions depend on besides the entries that they are about."""
    ids = known_ids(root, commit, before, after)
    names = {id_of(each.values): each.values.get("name", "") for each in after}
    return Setting(context.today, ids, names, context.version_of, held_names(after))


def _folded(kept: Iterable[Pair], wrong_day: Collection[str]) -> list[Pair]:
    return [pair for pair in kept if pair.is_fold and pair.before.path not in wrong_day]


def _wrong_day(root: Path, commit: str, kept: Iterable[Pair]) -> Collection[str]:
    """The drop-ins that were folded with another day of listing than git's."""
    folded = [(pair.before, pair.after) for pair in kept if pair.is_fold]
    return set(misdated(root, commit, folded, SIGNATORIES))


def _altered(kept: Iterable[Pair], wrong_day: Collection[str]) -> Mapping[ChangeKind, list[Pair]]:
    """The entries that were altered, by how; first those whose identity or evidence differs."""
    found: dict[ChangeKind, list[Pair]] = {change: [] for change in ChangeKind}
    for pair in kept:
        is_misdated = pair.is_fold and pair.before.path in wrong_day
        if change := ChangeKind.CHANGED if is_misdated else pair.change:
            found[change].append(pair)
    for pairs in found.values():
        pairs.sort(key=lambda pair: _IDENTITY_AND_EVIDENCE.isdisjoint(pair.changed_fields))
    return found


def _outside(root: Path, commit: str) -> tuple[Touched, ...]:
    """The touched files of the repository outside of the site, by their paths from its root."""
    prefix = asked(root, "rev-parse", "--show-prefix").rstrip("\n")
    if not prefix:
        return ()
    every = touched_since(root, commit, whole=True)
    return tuple(each for each in every if not each.path.startswith(prefix))
