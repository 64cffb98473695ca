"""What a comparison means for the register: a line for each entry, with the remedy."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from ..problem import Problem, Severity, quoted
from ..proofs.copies import KEY, TEXT, folder_of
from ..proofs.endorsements_txt import Action, written
from ..proofs.judgement import Said
from ..register.claims import Claimed, said_by, withdrawal_day
from .asked import Places
from .comparison import Comparison, Key, Turn


class RegisterIndex(NamedTuple):
    """What remarks have to know of the register: its entries' places, and its texts.

    `numbers` are those of the versions by the addresses of their texts.
    """

    places: Places
    numbers: Mapping[str, str]


def remarks(comparison: Comparison, register: RegisterIndex) -> Iterator[Problem]:
    """Every remark on the file of a host, with the remedy.

    A problem where a maintainer has to decide; a warning where less is proved than was; else notes.
    """
    yield from _of_key(comparison)
    for turn in comparison.turns:
        place, remark = register.places.of(turn.claimed.endorsement), None
        if turn.denied:
            remark = _denied(turn, comparison)
        elif turn.lost:
            remark = _lost(turn, comparison)
        elif not turn.stands:
            remark = _endorsed_again(turn, comparison)
        elif not turn.proves and turn.claimed.endorsement.ended is None:
            remark = _unproved(turn, comparison)
        if remark:
            message, severity = remark
            yield Problem(*place, f"{_who(turn)} {message}", severity)
    yield from _other_versions(comparison, register)


# What is said of an endorsement behind its name, and how grave it is.
Remark = tuple[str, Severity]


def remedy(comparison: Comparison) -> str:
    """What to do where a file proves less and that is how it is meant."""
    host = comparison.served.host
    if comparison.acceptable:
        return f"keep what is served by 'undersigned proofs --accept {host}'"
    return f"remove {folder_of(host)}/"


def _of_key(comparison: Comparison) -> Iterator[Problem]:
    """Another key, or none, may be somebody else's doing: whoever signs is asked by another way."""
    kept, address = comparison.kept, comparison.served.record.address
    if kept is None or comparison.key is Key.SAME:
        return
    before, now = quoted(kept.record.key), quoted(comparison.served.record.key)
    if comparison.key is Key.NEW:
        found = f"{address} is signed now, by {now}"
        yield Problem(f"{folder_of(kept.host)}/{TEXT}", 1, 1, found, Severity.NOTE)
        return
    found = f"{address} is signed by {now}, and was signed by {before}"
    if comparison.key is Key.NONE:
        found = f"{address} is no longer signed, and was signed by {before}"
    ask = f"ask by another way whether that is meant; if so, {remedy(comparison)}"
    yield Problem(f"{folder_of(kept.host)}/{KEY}", 1, 1, f"{found}; {ask}")


def _denied(turn: Turn, comparison: Comparison) -> Remark:
    line, where = turn.now.line, _where(turn, comparison)
    if turn.now.said is Said.WITHDRAWN:
        since = withdrawal_day(turn.claimed.endorsement, line)
        return f"has withdrawn by {where}; add 'withdrawn: {since}' to this entry", Severity.PROBLEM
    address = quoted(line.address) if line else ""
    found = f"is contradicted: {where} has another digest for {address}"
    ask = "ask which words were signed, and to correct that line"
    if comparison.kept is None:  # nothing here rests on that server
        return f"{found}; {ask}", Severity.WARNING
    return f"{found}; {ask}, or {remedy(comparison)}", Severity.PROBLEM


def _lost(turn: Turn, comparison: Comparison) -> Remark:
    day = f"the copy of {comparison.kept.day}" if comparison.kept else ""
    if turn.claimed.provable.has_ended_by(comparison.served.day):
        found = f"is proved by {day} and has ended since, so who has its host now cannot prove it"
        heir = (
            "name that signatory under 'part_of' or 'succeeded_by' of this entry if it is its heir"
        )
        return f"{found}; {heir}, or {remedy(comparison)}", Severity.WARNING
    found = f"is proved by {day} and no longer by what is served: {_why(turn, comparison)}"
    ask = f"{_wanted(turn)}, or {remedy(comparison)}"
    return f"{found}; {ask}", Severity.WARNING


def _unproved(turn: Turn, comparison: Comparison) -> Remark | None:
    """A file that has nothing about the statement has none for it, and that is no news."""
    unread = comparison.served.file.unread
    if turn.now.said is not Said.NOTHING:
        return f"is not proved: {_why(turn, comparison)}; {_wanted(turn)}", Severity.NOTE
    if unread:
        found = f"line {unread[0]} of {comparison.served.record.address} cannot be read"
        ask = f"ask for a line such as '{wanted_line(turn)}'"
        return f"is not proved: {found}; {ask}", Severity.NOTE
    return None


def _why(turn: Turn, comparison: Comparison) -> str:
    """Why a file does not prove an endorsement, although it denies nothing."""
    line, where = turn.now.line, _where(turn, comparison)
    match turn.now.said:
        case Said.NAMES_OTHER if line:
            return f"{where} names {quoted(line.name)}"
        case Said.NAMES_NOBODY:
            return f"{where} names nobody, and the host is not this signatory's alone"
        case Said.NAMES_SEVERAL if line:
            return f"{where} names {quoted(line.name)}, as several on this host are called"
        case Said.ANOTHER_VERSION if line:
            return f"{where} is about another version, {quoted(line.address)}"
        case Said.ANOTHER_ADDRESS if line:
            return f"{where} has another address, {quoted(line.address)}"
    return f"{where} says nothing of it"


def _wanted(turn: Turn) -> str:
    """What to ask a signatory for: the line, unless no line could tell it from its namesake."""
    if turn.claimed.claim.has_namesake:
        return "ask for a website of its own, and give that"
    return f"ask for the line '{wanted_line(turn)}'"


def wanted_line(turn: Turn) -> str:
    """The line that would prove an endorsement, with the name where the host needs one."""
    claim, line = turn.claimed.claim, turn.now.line
    is_about = line is not None and turn.now.said is not Said.ANOTHER_VERSION
    day = line.day if line and is_about else turn.claimed.endorsement.signed.first_day
    name = claim.name if claim.must_name or (line and line.name) else ""
    return written(Action.ENDORSE, claim.texts[claim.address], claim.address, day, name)


def _endorsed_again(turn: Turn, comparison: Comparison) -> Remark | None:
    """Whoever has withdrawn may sign again; a line that was left standing says nothing."""
    line, withdrawn = turn.now.line, turn.claimed.endorsement.withdrawn
    if turn.now.said is not Said.ENDORSES or line is None or withdrawn is None:
        return None
    where, day = _where(turn, comparison), withdrawn.last_day
    if line.day > day:
        ask = f"take 'withdrawn' off this entry, and give 'signed: {line.day}'"
        return f"endorses again by {where}; {ask}", Severity.WARNING
    wanted = written(Action.WITHDRAW, line.sha256, line.address, day, line.name)
    return f"has withdrawn, and {where} stands; ask for the line '{wanted}'", Severity.NOTE


def _other_versions(comparison: Comparison, register: RegisterIndex) -> Iterator[Problem]:
    """A version that a signatory's server endorses, and that no entry of its own is about."""
    by_signatory: dict[str, list[Claimed]] = {}
    for turn in comparison.turns:
        if turn.claimed.endorsement.ended is None:
            by_signatory.setdefault(turn.claimed.endorsement.signatory, []).append(turn.claimed)
    for who, claims in by_signatory.items():
        first, listed = claims[0], {each.claim.address for each in claims}
        for address in first.claim.texts:
            claim = first.claim._replace(address=address)
            said, line = said_by(comparison.served, first._replace(claim=claim))
            if address not in listed and said is Said.ENDORSES and line:
                number = register.numbers[address]
                where = f"line {line.number} of {comparison.served.record.address}"
                found = f"{quoted(claim.name)} endorses version '{number}' as well, by {where}"
                entry = f"id '{who}', 'signed: {line.day}' and 'endorses: \"{number}\"'"
                message = f"{found}; list it in an entry with {entry}"
                yield Problem(*register.places.of(first.endorsement), message, Severity.NOTE)


def _who(turn: Turn) -> str:
    """The name, with the version where there are several."""
    name = quoted(turn.claimed.claim.name)
    several = len(turn.claimed.claim.texts) > 1
    return f"{name} for version '{turn.claimed.endorsement.version}'" if several else name


def _where(turn: Turn, comparison: Comparison) -> str:
    """The line that says something of an endorsement, or the file as a whole."""
    address, line = comparison.served.record.address, turn.now.line
    return f"line {line.number} of {address}" if line else address
