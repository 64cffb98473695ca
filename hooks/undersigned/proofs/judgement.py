"""What a file of endorsements says of one endorsement in the register."""

from collections.abc import Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from .endorsements_txt import Action, EndorsementsFile, Line, name_form


class Said(StrEnum):
    """What a file says of an endorsement; `ENDORSES` alone proves it.

    `CONTRADICTS`: of one of the statement's texts it gives another digest. `NAMES_OTHER` and
    `NAMES_NOBODY`: it speaks of the text, but not of this signatory. `NAMES_SEVERAL`: nor does the
    name tell, which others have on its host. `ANOTHER_VERSION`: this signatory endorses another
    version. `ANOTHER_ADDRESS`: the digest is right, the address is none of the statement's.
    """

    ENDORSES = "endorses"
    WITHDRAWN = "withdrawn"
    CONTRADICTS = "contradicts"
    NAMES_OTHER = "names another"
    NAMES_NOBODY = "names nobody"
    NAMES_SEVERAL = "names several"
    ANOTHER_VERSION = "another version"
    ANOTHER_ADDRESS = "another address"
    NOTHING = "nothing"


class Claim(NamedTuple):
    """An endorsement that the register claims: whose it is, and of the text at which address.

    `texts` are the digests of all versions by the addresses of their texts. Where a line must name
    the signatory, since others have the host as well (`must_name`), earlier names do not count.
    With a `has_namesake` among these others, no name tells who is meant.
    """

    name: str
    formerly: tuple[str, ...]
    texts: Mapping[str, str]
    address: str
    must_name: bool = False
    has_namesake: bool = False

    @property
    def names(self) -> frozenset[str]:
        """The names by which a line may call the signatory, in the form in which they compare."""
        return frozenset(map(name_form, (self.name, *(() if self.must_name else self.formerly))))


class Judgement(NamedTuple):
    """What a file says of a claim, and the line that says it, if one does."""

    said: Said
    line: Line | None = None


def judged(file: EndorsementsFile, claim: Claim, until: date) -> Judgement:
    """What a file says of a claim, by its lines up to a day: later ones say nothing yet.

    The text at one address has one digest, so a line with another contradicts, whatever others
    say. Of lines about one text the last by its day holds; of one day, a withdrawal.
    """
    lines = [line for line in file.lines if line.day <= until]
    for line in lines:
        if line.sha256 != claim.texts.get(line.address, line.sha256):
            return Judgement(Said.CONTRADICTS, line)
    about = [line for line in lines if line.address == claim.address]
    if not about:
        return _beside(lines, claim)
    if own := _of_signatory(about, claim):
        last = max(own, key=lambda line: (line.day, line.action is Action.WITHDRAW))
        if claim.has_namesake:
            return Judgement(Said.NAMES_SEVERAL, last)
        said = Said.WITHDRAWN if last.action is Action.WITHDRAW else Said.ENDORSES
        return Judgement(said, last)
    nameless = next((line for line in about if not line.name), None)
    return (
        Judgement(Said.NAMES_NOBODY, nameless)
        if nameless
        else Judgement(Said.NAMES_OTHER, about[0])
    )


def _beside(lines: Sequence[Line], claim: Claim) -> Judgement:
    """What a file says that has no line about the text."""
    own = _of_signatory(lines, claim)
    for line in own:
        if line.address in claim.texts:
            return Judgement(Said.ANOTHER_VERSION, line)
    digest = claim.texts.get(claim.address)
    for line in own:
        if line.sha256 == digest:
            return Judgement(Said.ANOTHER_ADDRESS, line)
    return Judgement(Said.NOTHING)


def _of_signatory(lines: Sequence[Line], claim: Claim) -> list[Line]:
    """The lines that name the signatory, or nobody where nobody else could be meant."""
    names = claim.names if lines else ()
    return [line for line in lines if (line.name in names if line.name else not claim.must_name)]
