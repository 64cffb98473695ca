"""What servers and kept copies say of a signatory, put together into one of four answers."""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import NamedTuple
from urllib.parse import urlsplit

from ..proofs.claimants import Provable
from ..proofs.endorsements_txt import EndorsementsFile, Line
from ..proofs.judgement import Judgement, Said, judged
from ..register.claims import Texts
from .listed import Listed, ListedEntry


class Answer(StrEnum):
    """How well it is known that a signatory endorses, from what must be seen first to least."""

    CONTRADICTED = "contradicted"
    NOW = "proved now"
    KEPT = "proved by a kept copy"
    CLAIMED = "claimed only"


class Heard(NamedTuple):
    """A file of a signatory: its address, what it says, and the last day of which it can speak.

    Without a file, `why` says what is wrong with it, as the end of a sentence about the address;
    `missing` is whether there is none, and `unsound` whether what is there is not what it claims
    to be. Of a kept copy, `kept_from` is the address from which it was fetched, on the `day`.
    `key` is the fingerprint of the key by which it is signed, if it is.
    """

    address: str
    file: EndorsementsFile | None = None
    until: date = date.max
    day: date = date.max
    why: str = ""
    missing: bool = False
    unsound: bool = False
    kept_from: str = ""
    key: str = ""

    @property
    def unknown(self) -> bool:
        """Whether there may well be a file, which could not be had."""
        return self.file is None and not self.missing and not self.unsound


class Fault(StrEnum):
    """What contradicts: another digest, a withdrawal, or a copy that does not prove its grade.

    It is no sound one, there is none, it does not endorse, or it is of another day.
    """

    DENIES = "denies"
    WITHDRAWN = "withdrawn"
    UNSOUND = "unsound"
    MISSING = "missing"
    SILENT = "silent"
    OTHER_DAY = "other day"


class Contradiction(NamedTuple):
    """What is said where, against the endorsement of a version; by which line, if by one."""

    fault: Fault
    heard: Heard
    version: str
    line: Line | None = None


class Point(NamedTuple):
    """One endorsement: how well it is known, by which line of what, and what its server says now.

    Of a claim there is neither, and `now` is none where there is no file.
    """

    version: str
    answer: Answer
    by: Heard | None = None
    line: Line | None = None
    now: Judgement | None = None


class Verdict(NamedTuple):
    """A signatory: how well each of its endorsements is known, the latest first.

    `host` is the key of the host that may speak for it, empty where none may. `now` is what that
    host says, and `kept` the copy that the site keeps, none where they were not asked for.
    """

    listed: Listed
    host: str
    points: tuple[Point, ...]
    contradictions: tuple[Contradiction, ...]
    now: Heard | None
    kept: Heard | None

    @property
    def answer(self) -> Answer:
        """The answer for what was signed last; contradicted where anything is."""
        return Answer.CONTRADICTED if self.contradictions else self.points[0].answer


def verdict_of(
    listed: Listed, provable: Provable | None, texts: Texts, now: Heard | None, kept: Heard | None
) -> Verdict:
    """The verdict on a signatory with an endorsement that stands, by the hosts that may prove it.

    `now` is what its own server says, `kept` the copy that the site keeps, none where they were not
    asked for. Of one that had ended by then, they say nothing.
    """
    now = now if provable and now and not provable.has_ended_by(now.day) else None
    points, found = list[Point](), list[Contradiction]()
    for entry in listed.standing:
        said_now, said_then = (_said(heard, provable, entry, texts) for heard in (now, kept))
        found += _against(entry, now, said_now)
        found += _against_by_copy(entry, kept, said_then, said_now)
        points.append(_point(entry, now, said_now, kept, said_then))
    once = {(each.fault, each.heard.address, each.line): each for each in reversed(found)}
    host = provable.host if provable else ""
    return Verdict(listed, host, tuple(points), tuple(reversed(once.values())), now, kept)


def _said(
    heard: Heard | None, provable: Provable | None, entry: ListedEntry, texts: Texts
) -> Judgement | None:
    """What a file says of an entry; of a version that is none, it is about no address."""
    if heard is None or heard.file is None or provable is None:
        return None
    asked = urlsplit(heard.kept_from or heard.address).netloc
    if not provable.is_provable_by(asked, heard.day):
        return Judgement(Said.NOTHING)
    address = texts.addresses.get(entry.version, "")
    return judged(heard.file, provable.claim(address, texts.digests), heard.until)


_FAULTS = {Said.CONTRADICTS: Fault.DENIES, Said.WITHDRAWN: Fault.WITHDRAWN}


def _against(
    entry: ListedEntry, heard: Heard | None, judgement: Judgement | None
) -> Iterator[Contradiction]:
    """What a file says against an endorsement."""
    if heard and judgement and (fault := _FAULTS.get(judgement.said)):
        yield Contradiction(fault, heard, entry.version, judgement.line)


def _against_by_copy(
    entry: ListedEntry, kept: Heard | None, then: Judgement | None, now: Judgement | None
) -> Iterator[Contradiction]:
    """What a kept copy says against an endorsement, or against the grade that it is to prove.

    A withdrawal that the server has taken back since then is none.
    """
    if kept is None:
        return
    against = [*_against(entry, kept, then)]
    if then and then.said is Said.WITHDRAWN and now and now.said is Said.ENDORSES:
        against = []
    yield from against
    if kept.unsound:
        yield Contradiction(Fault.UNSOUND, kept, entry.version)
    elif entry.proved and kept.missing:
        yield Contradiction(Fault.MISSING, kept, entry.version)
    elif entry.proved and then and then.said is not Said.ENDORSES and not against:
        yield Contradiction(Fault.SILENT, kept, entry.version, then.line)
    elif entry.proved and then and entry.proved_on != kept.day.isoformat():
        yield Contradiction(Fault.OTHER_DAY, kept, entry.version)


def _point(
    entry: ListedEntry,
    now: Heard | None,
    said_now: Judgement | None,
    kept: Heard | None,
    said_then: Judgement | None,
) -> Point:
    """How well an endorsement is known, as far as nothing contradicts it."""
    for answer, heard, judgement in (
        (Answer.NOW, now, said_now),
        (Answer.KEPT, kept, said_then),
    ):
        if judgement and judgement.said is Said.ENDORSES:
            return Point(entry.version, answer, heard, judgement.line, said_now)
    return Point(entry.version, Answer.CLAIMED, now=said_now)
