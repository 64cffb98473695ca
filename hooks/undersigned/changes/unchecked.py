"""The grades and counts of entries that no rule has judged, as far as these say them."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from ..dates import StatedDate, stated_date
from ..evidence.grades import Grade, grade_of
from ..fields import Kind
from ..identity import id_of
from ..model import Endorsement, Standing
from ..register.claims import proved_among
from ..register.shared_websites import graded_among
from ..register.signatories import signatories_of
from ..text.source import Entry
from ..urls import refusal
from .compare import VersionOf
from .proof_changes import Stand

_NUMBER = re.compile(r"[0-9]{1,9}(?:\.[0-9]{1,9}){0,3}")

# Stands for a date that is not one: before all others.
_LONG_AGO = StatedDate(1, 1, 1)


@dataclass(frozen=True, slots=True)
class Counts:
    """How many entries a register has, and how many signatories by their standing.

    `grades` are those of the latest endorsements of signatories who endorse, as pages show them.
    """

    entries: int = 0
    standings: Counter[Standing] = field(default_factory=Counter)
    grades: Counter[Grade] = field(default_factory=Counter)


def endorsements_of(entries: Iterable[Entry], version_of: VersionOf) -> Sequence[Endorsement]:
    """The endorsements of entries, graded by their evidence alone."""
    return graded_among([_endorsement(entry, version_of(entry)) for entry in entries])


def counts_of(stand: Stand) -> Counts:
    """The counts of a register, which are those of its pages where every entry keeps the rules."""
    endorsements = proved_among(stand.endorsements, stand.kept.copies, stand.kept.texts)
    signatories = list(signatories_of(endorsements))
    endorsing = [each.latest for each in signatories if each.standing is Standing.ENDORSES]
    return Counts(
        len(endorsements),
        Counter(each.standing for each in signatories),
        Counter(known for each in endorsing if (known := _grade(each))),
    )


def grade(entry: Entry) -> Grade | None:
    """How the endorsement of an entry is known, or none if its fields do not say.

    An address that the rules would refuse is no evidence.
    """
    return _grade(_endorsement(entry))


def _grade(endorsement: Endorsement) -> Grade | None:
    known = endorsement.evidence or endorsement.confirmed_by_email or endorsement.proved
    return endorsement.grade if known else None


def _endorsement(entry: Entry, version: str = "") -> Endorsement:
    """The endorsement, without what the rules would refuse of it."""
    values = entry.values
    by_email = None if "evidence" in values else values.get("confirmed_by_email")
    individual = values.get("kind") == Kind.INDIVIDUAL
    evidence, website, then = (
        _accepted(values.get(name)) for name in ("evidence", "website", "website_then")
    )
    return Endorsement(
        name=values.get("name", ""),
        kind=Kind.INDIVIDUAL if individual else Kind.COMPANY,
        signed=_date(values.get("signed", "")),
        version=version if _NUMBER.fullmatch(version) else "0",
        signatory=id_of(values),
        grade=grade_of(evidence, then or website, individual=individual),
        website=website,
        website_then=then,
        formerly=tuple(text.value for text in entry.each("formerly")),
        evidence=evidence,
        confirmed_by_email=None if by_email is None else _date(by_email),
        part_of=values.get("part_of"),
        succeeded_by=values.get("succeeded_by"),
        ended=_date(values["ended"]) if "ended" in values else None,
        withdrawn=_date(values["withdrawn"]) if "withdrawn" in values else None,
    )


def _date(text: str) -> StatedDate:
    return stated_date(text) or _LONG_AGO


def _accepted(address: str | None) -> str | None:
    """An address that the rules accept, otherwise none."""
    return address if address and refusal(address) is None else None
