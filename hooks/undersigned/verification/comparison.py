"""What changed between a kept copy of a file of endorsements and the file that is served now."""

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from ..proofs.copies import Copy
from ..proofs.judgement import Judgement, Said
from ..register.claims import Claimed, denies, said_by


class Key(StrEnum):
    """What became of the key that signs a file."""

    SAME = "same"
    NEW = "new"
    ANOTHER = "another"
    NONE = "none"


class Turn(NamedTuple):
    """What the kept copy says of an endorsement, if there is one, and what the file says now."""

    claimed: Claimed
    before: Said | None
    now: Judgement

    @property
    def stands(self) -> bool:
        """Whether the endorsement stands: what is withdrawn has nothing left to prove."""
        return self.claimed.endorsement.withdrawn is None

    @property
    def proves(self) -> bool:
        """Whether the file that is served proves an endorsement that stands."""
        return self.stands and self.now.said is Said.ENDORSES

    @property
    def gained(self) -> bool:
        """Whether the file proves what the kept copy does not."""
        return self.proves and self.before is not Said.ENDORSES

    @property
    def lost(self) -> bool:
        """Whether the kept copy proves what the file does not."""
        return self.stands and self.before is Said.ENDORSES and not self.proves

    @property
    def denied(self) -> bool:
        """Whether the file denies what the register says: the text, or that it is endorsed."""
        return denies(self.now.said, self.claimed.endorsement)


class Comparison(NamedTuple):
    """The file of a host beside the kept copy of it, and what both say of each endorsement.

    `served` has the form of a copy, and becomes the kept one where it is `worth_keeping`.
    """

    kept: Copy | None
    served: Copy
    turns: tuple[Turn, ...]

    @property
    def key(self) -> Key:
        """What became of the key; a file that was never kept may have any, or none."""
        before = self.kept.record.key if self.kept else self.served.record.key
        now = self.served.record.key
        if before == now:
            return Key.SAME
        if not before:
            return Key.NEW
        return Key.ANOTHER if now else Key.NONE

    @property
    def same_bytes(self) -> bool:
        """Whether text, signature and key are those of the kept copy, byte for byte."""
        return self.kept is not None and _bytes_of(self.kept) == _bytes_of(self.served)

    @property
    def gained(self) -> tuple[Turn, ...]:
        """The endorsements that the file proves and the kept copy does not."""
        return tuple(turn for turn in self.turns if turn.gained)

    @property
    def proves_less(self) -> bool:
        """Whether a maintainer has to decide: a proof is lost, a name denied, a key another."""
        changed = self.key in (Key.ANOTHER, Key.NONE)
        return changed or any(turn.lost or turn.denied for turn in self.turns)

    @property
    def acceptable(self) -> bool:
        """Whether a maintainer may keep the file although it proves less: it proves somebody still.

        A copy that denies what the register says would fail each check, so none is ever kept.
        """
        proves = any(turn.proves for turn in self.turns)
        return self.proves_less and proves and not any(turn.denied for turn in self.turns)

    @property
    def worth_keeping(self) -> bool:
        """Whether a copy is to be written: of a proof that is new, or of other bytes about it.

        Of bytes that were kept already nothing is written: the day of the copy stays the day on
        which they were first seen to prove.
        """
        if self.proves_less:
            return False
        if self.gained:
            return True
        about = (Said.ENDORSES, Said.WITHDRAWN)
        speaks = any(turn.now.said in about for turn in self.turns)
        return self.kept is not None and speaks and not self.same_bytes


def compared(kept: Copy | None, served: Copy, claims: Sequence[Claimed]) -> Comparison:
    """A kept copy beside the file that is served, for the endorsements that the host may prove."""
    turns = (
        Turn(each, said_by(kept, each).said if kept else None, said_by(served, each))
        for each in claims
    )
    return Comparison(kept, served, tuple(turns))


def _bytes_of(copy: Copy) -> tuple[bytes, bytes | None, bytes | None]:
    return copy.text, copy.signature, copy.key
