"""The model of the register: endorsements, and the signatories who give them."""

from enum import StrEnum
from typing import NamedTuple

from .dates import StatedDate
from .evidence.grades import Grade
from .fields import Kind
from .urls import bare_host


class Endorsement(NamedTuple):
    """One endorsement, from an entry that complies with every rule.

    `signatory` is the id of who gives it and `version` the version endorsed, whether or not the
    entry states them, as `id` and `endorses`. The `grade` is by the website that the signatory had
    when it signed. `entered` is the day from which it is news, where no field says: that of a
    drop-in. `proved` is the day on which the signatory's own server was found to say so, by the
    copy that is kept. All other values are those of the entry's fields.
    """

    name: str
    kind: Kind
    signed: StatedDate
    version: str
    signatory: str
    grade: Grade
    id: str | None = None
    formerly: tuple[str, ...] = ()
    sort_as: str | None = None
    country: str | None = None
    website: str | None = None
    website_then: str | None = None
    affiliation: str | None = None
    evidence: str | None = None
    confirmed_by_email: StatedDate | None = None
    archived: str | None = None
    listed: StatedDate | None = None
    endorses: str | None = None
    statement: str | None = None
    identifiers: tuple[str, ...] = ()
    part_of: str | None = None
    succeeded_by: str | None = None
    ended: StatedDate | None = None
    withdrawn: StatedDate | None = None
    distinct_from: tuple[str, ...] = ()
    of: str | None = None
    entered: StatedDate | None = None
    proved: StatedDate | None = None

    @property
    def news(self) -> StatedDate:
        """The day by which it is news: that of its listing, as far as that is known."""
        return self.listed or self.entered or self.signed

    @property
    def evidence_host(self) -> str:
        """The host of the evidence in ASCII, without ``www.``; empty where there is no evidence."""
        return bare_host(self.evidence) if self.evidence else ""


def recency(signed: StatedDate, version: str) -> tuple[int, tuple[int, ...]]:
    """The key by which the latest of a signatory's endorsements is the greatest.

    Where only the month of signing is known, its last day counts; of one day, the version does.
    """
    parts = filter(str.isdecimal, version.split("."))
    return signed.last_day.toordinal(), tuple(map(int, parts))


class Standing(StrEnum):
    """Whether a signatory counts: it endorses, has withdrawn every endorsement, or has ended."""

    ENDORSES = "endorses"
    WITHDRAWN = "withdrawn"
    ENDED = "ended"


class Signatory(NamedTuple):
    """A signatory with its endorsements: the `latest` to be signed, and those before, newest first.

    What concerns the signatory itself, such as its name, is what the latest says.
    """

    latest: Endorsement
    earlier: tuple[Endorsement, ...] = ()

    @property
    def id(self) -> str:
        """Who it is: its anchor on the page, and its id in the feed."""
        return self.latest.signatory

    @property
    def name(self) -> str:
        """The name as the signatory writes it."""
        return self.latest.name

    @property
    def kind(self) -> Kind:
        """The kind of the signatory."""
        return self.latest.kind

    @property
    def endorsements(self) -> tuple[Endorsement, ...]:
        """Every endorsement, the latest first."""
        return (self.latest, *self.earlier)

    @property
    def first(self) -> Endorsement:
        """The endorsement that was signed before all others."""
        return self.earlier[-1] if self.earlier else self.latest

    @property
    def standing(self) -> Standing:
        """Whether the signatory counts."""
        latest, earlier = self
        if latest.withdrawn and all(each.withdrawn for each in earlier):
            return Standing.WITHDRAWN
        return Standing.ENDED if latest.ended else Standing.ENDORSES

    @property
    def endorsed(self) -> tuple[str, ...]:
        """The versions that the signatory endorses today, by number, the latest signed first."""
        latest, earlier = self
        if not earlier:
            return () if latest.withdrawn or latest.ended else (latest.version,)
        if self.standing is not Standing.ENDORSES:
            return ()
        return tuple(each.version for each in self.endorsements if each.withdrawn is None)

    @property
    def gone(self) -> StatedDate | None:
        """The date from which the signatory no longer counts; none while it does."""
        match self.standing:
            case Standing.ENDED:
                return self.latest.ended
            case Standing.WITHDRAWN:
                dates = (each.withdrawn for each in self.endorsements if each.withdrawn)
                return max(dates, key=lambda date: date.last_day)
        return None
