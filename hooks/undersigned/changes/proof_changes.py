"""What a change does to kept copies, and to the grades that follow from them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from ..model import Endorsement
from ..paths import CONFIGURATION, PAGES, PROOFS, VERSIONS
from ..proofs.copies import Copy, read_copies
from ..proofs.judgement import Said
from ..register.claims import Texts, claims_of, denies, said_by, texts_of
from ..register.signatories import signatories_of
from ..statement.identity import published_at
from ..statement.version import Version
from ..statement.versions import read_versions
from .snapshot import site_at


class Kept(NamedTuple):
    """The kept copies of a site by host, and the published texts by which they are judged."""

    copies: Mapping[str, Copy] = MappingProxyType({})
    texts: Texts = Texts({}, {})


class Stand(NamedTuple):
    """The endorsements of a register, graded by their evidence alone, and what is kept."""

    endorsements: Sequence[Endorsement]
    kept: Kept


class Answer(NamedTuple):
    """What a copy says of an endorsement, which without it has the grade of its evidence."""

    endorsement: Endorsement
    said: Said

    @property
    def key(self) -> tuple[str, str]:
        """What tells the endorsement from others before and after a change."""
        return self.endorsement.signatory, self.endorsement.version


class HostChange(NamedTuple):
    """The copy of a host before and after, none where there was none or it was not sound.

    `gained` are the endorsements that are proved only now, `lost` those that were proved and stay
    in the register, `denied` those that the copy contradicts or takes back.
    """

    host: str
    before: Copy | None
    after: Copy | None
    gained: tuple[Answer, ...] = ()
    lost: tuple[Answer, ...] = ()
    denied: tuple[Answer, ...] = ()

    @property
    def key_changed(self) -> bool:
        """Whether the copy before was signed, and this one is not, or by another key."""
        old, new = (each.record.key if each else "" for each in (self.before, self.after))
        return bool(old) and self.after is not None and old != new


def kept_in(root: Path, versions: Sequence[Version]) -> Kept:
    """What is kept in a site of these versions."""
    copies = read_copies(root)[0]
    return Kept(copies, texts_of(versions, published_at(root))) if copies else Kept()


def kept_at(root: Path, commit: str, today: date, touched: Iterable[str]) -> Kept:
    """What was kept at a commit, since which these paths were touched.

    Raises `HistoryError` where git cannot list or read the files.
    """
    if not (root / PROOFS).exists() and not any(path.startswith(f"{PROOFS}/") for path in touched):
        return Kept()
    with site_at(root, commit, (CONFIGURATION, VERSIONS, PAGES, PROOFS)) as before:
        return kept_in(before, read_versions(before, today)[0])


def proof_changes(before: Stand, after: Stand) -> tuple[HostChange, ...]:
    """Each host whose copy the change touches, or of whose signatories other grades follow."""
    old, new = before.kept.copies, after.kept.copies
    answers = _answers(*before), _answers(*after)
    there = {(each.signatory, each.version) for each in after.endorsements if old}
    found = (
        _change(host, old.get(host), new.get(host), answers[0][host], answers[1][host], there)
        for host in sorted(old.keys() | new.keys())
    )
    return tuple(each for each in found if each.before != each.after or each.gained or each.lost)


def _answers(endorsements: Sequence[Endorsement], kept: Kept) -> Mapping[str, list[Answer]]:
    found: dict[str, list[Answer]] = defaultdict(list)
    if kept.copies:
        for each in claims_of(signatories_of(endorsements), kept.texts, kept.copies):
            said = said_by(kept.copies[each.host], each).said
            found[each.host].append(Answer(each.endorsement, said))
    return found


def _change(
    host: str,
    old: Copy | None,
    new: Copy | None,
    before: Sequence[Answer],
    after: Sequence[Answer],
    there: set[tuple[str, str]],
) -> HostChange:
    proved = {each.key for each in before if each.said is Said.ENDORSES}
    proves = {each.key for each in after if each.said is Said.ENDORSES}
    lost = (each for each in before if each.key in (proved & there) - proves)
    gained = (each for each in after if each.key in proves - proved)
    denied = (each for each in after if denies(each.said, each.endorsement))
    return HostChange(host, old, new, tuple(gained), tuple(lost), tuple(denied))
