"""Kept copies held against the register: what contradicts it, what it owes, what proves nothing."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from ..model import Signatory
from ..problem import Problem, Severity, quoted
from ..proofs.copies import RECORD, TEXT, Copy, addressed_in, fetch_again, folder_of
from ..proofs.judgement import Judgement, Said
from .claims import Claimed, Texts, claims_of, denies, said_by, withdrawal_day

# One of several versions that a signatory endorsed may well be all that its server speaks of.
_ANSWERS = (Said.ENDORSES, Said.WITHDRAWN, Said.CONTRADICTS)


def faults_of_copies(
    copies: Mapping[str, Copy], signatories: Sequence[Signatory], texts: Texts, today: date
) -> Iterator[Problem]:
    """A problem for each copy that contradicts the site, and a warning for each that is of no use.

    Nothing is red over a copy that cannot be mended here: whatever a server says, its folder may be
    removed, and its entries are then as well known as their evidence has it.
    """
    if not copies:
        return
    claims: dict[str, list[Claimed]] = defaultdict(list)
    for each in claims_of(signatories, texts, copies):
        claims[each.host].append(each)
    for host, copy in copies.items():
        if copy.day > today:
            yield _future(copy)
        if found := addressed_in(copy):
            yield _addressed(copy, *found)
        if host in claims:
            yield from _of_claims(copy, claims[host])
        elif texts.addresses and signatories:
            yield _nobodys(host)


def _of_claims(copy: Copy, claims: Sequence[Claimed]) -> Iterator[Problem]:
    said = [(each, said_by(copy, each)) for each in claims]
    contradicted = [judgement for _, judgement in said if judgement.said is Said.CONTRADICTS]
    if contradicted:
        yield _contradicted(copy, contradicted[0], claims[0])
        return
    for each, judgement in said:
        if denies(judgement.said, each.endorsement):
            yield _withdrawn(copy, each, judgement)
    if not any(judgement.said in _ANSWERS for _, judgement in said):
        gone = {one.endorsement.signatory for one in claims if one.endorsement.ended}
        there = (one for one in said if one[0].endorsement.signatory not in gone)
        yield _useless(copy, *next(there, said[0]))


def _future(copy: Copy) -> Problem:
    message = f"was fetched on {copy.day}, which is in the future; {fetch_again(copy.host)}"
    return Problem(f"{folder_of(copy.host)}/{RECORD}", 1, 1, message)


def _addressed(copy: Copy, name: str, number: int) -> Problem:
    message = (
        "holds an e-mail address, and none is published; ask to have it removed there, and until"
        f" then remove {folder_of(copy.host)}/"
    )
    return Problem(f"{folder_of(copy.host)}/{name}", number, 1, message)


def _nobodys(host: str) -> Problem:
    message = f"no signatory has its website on {quoted(host)}; remove {folder_of(host)}/"
    return Problem(folder_of(host), 1, 1, message, Severity.WARNING)


def _contradicted(copy: Copy, judgement: Judgement, claimed: Claimed) -> Problem:
    line = judgement.line
    address, stated = (line.address, line.sha256) if line else ("", "")
    message = (
        f"says that the text at {quoted(address)} has the sha256 {stated[:12]}…, and it has"
        f" {claimed.claim.texts.get(address, '')[:12]}…; put back the words that were signed, or,"
        f" where the server is wrong, remove {folder_of(copy.host)}/"
    )
    return _at_line(copy, judgement, message)


def _withdrawn(copy: Copy, claimed: Claimed, judgement: Judgement) -> Problem:
    endorsement = claimed.endorsement
    message = (
        f"{quoted(endorsement.name)} takes back its endorsement of version '{endorsement.version}';"
        f" add 'withdrawn: {withdrawal_day(endorsement, judgement.line)}' to that entry"
    )
    return _at_line(copy, judgement, message)


def _useless(copy: Copy, claimed: Claimed, judgement: Judgement) -> Problem:
    """The warning that a copy proves nothing of whoever has its host, by the first claim."""
    name, unread = claimed.endorsement.name, copy.file.unread
    if claimed.provable.has_ended_by(copy.day):
        message = f"was fetched on {copy.day}, after {quoted(name)} had ended, so it proves nothing"
        message = f"{message}; remove {folder_of(copy.host)}/"
        return Problem(f"{folder_of(copy.host)}/{RECORD}", 1, 1, message, Severity.WARNING)
    if judgement.line is None and unread:
        message = f"this line cannot be read, and no other is about {quoted(name)}"
        place = Problem(f"{folder_of(copy.host)}/{TEXT}", unread[0], 1, "")
    else:
        message = _WHY[judgement.said].format(
            name=quoted(name),
            address=quoted(claimed.claim.address),
            said=quoted(judgement.line.name if judgement.line else ""),
        )
        place = _at_line(copy, judgement, "")
    wanted = _WANTED.get(judgement.said, "ask for another line")
    message = f"{message}, so it proves nothing; {wanted}, or {fetch_again(copy.host)}"
    return place._replace(message=message, severity=Severity.WARNING)


_WHY = {
    Said.NAMES_OTHER: "names {said} and not {name}",
    Said.NAMES_NOBODY: "names nobody, and the host is not that of {name} alone",
    Said.NAMES_SEVERAL: "names {name}, and several of that name have this host",
    Said.ANOTHER_VERSION: "is about another version than {name} endorses",
    Said.ANOTHER_ADDRESS: "has the digest of the text, but not its address {address}",
    Said.NOTHING: "has no line about {address} for {name}",
}


# What would prove something, where another line would not.
_WANTED = {Said.NAMES_SEVERAL: "ask for a website of its own"}


def _at_line(copy: Copy, judgement: Judgement, message: str) -> Problem:
    number = judgement.line.number if judgement.line else 1
    return Problem(f"{folder_of(copy.host)}/{TEXT}", number, 1, message)
