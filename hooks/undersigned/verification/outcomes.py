"""What came of asking a host: whether its copy is to be written, and every remark on it."""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from ..problem import Problem, Severity, quoted
from ..proofs.copies import TEXT, Copy, addressed_in, folder_of
from ..proofs.endorsements_txt import PATH, read_file
from ..register.claims import Claimed
from .comparison import Comparison, compared
from .fetch import Fetched, Served
from .remarks import RegisterIndex, remarks


class Outcome(StrEnum):
    """What came of asking a host, for programs."""

    MORE = "proves more"
    CHANGED = "changed, proves as much"
    SAME = "unchanged"
    LESS = "proves less"
    NOTHING = "proves nothing"
    GONE = "gone"
    NONE = "none"
    FAULTY = "faulty"
    NO_ANSWER = "no answer"
    NOT_ASKED = "not asked"


class Asked(NamedTuple):
    """A host, what it may prove, the copy that is kept, and what a run is to do about it.

    `named` is whether somebody asked for this host, and wants to know why nothing came of it;
    `accepts` whether a file is to be kept that proves less. The copy is `broken` if its folder has
    a problem: it is not known then what it proved.
    """

    host: str
    claims: Sequence[Claimed]
    kept: Copy | None = None
    named: bool = False
    accepts: bool = False
    broken: bool = False

    @property
    def websites(self) -> tuple[str, ...]:
        """The websites that lead to the host, each once."""
        given = (each.endorsement.website for each in self.claims)
        return tuple(dict.fromkeys(website for website in given if website))


class Result(NamedTuple):
    """What came of asking a host; the `copy` is to be written, if there is one.

    A host without one may have `answered` all the same, with something else.
    """

    asked: Asked
    outcome: Outcome
    reason: str = ""
    address: str = ""
    comparison: Comparison | None = None
    copy: Copy | None = None
    problems: tuple[Problem, ...] = ()
    answered: bool = False


def result_of(asked: Asked, fetched: Fetched | None, register: RegisterIndex) -> Result:
    """What comes of what a host serves, or of why it serves nothing; `None` was not asked."""
    if fetched is None:
        return Result(asked, Outcome.NOT_ASKED, address=f"https://{asked.host}/{PATH}")
    copy = copy_of_served(fetched.served) if fetched.served else None
    if copy is None:
        return _without_file(asked, fetched, register)
    comparison = compared(asked.kept, copy, asked.claims)
    accepted = asked.accepts and comparison.acceptable
    # What was accepted is said no more: the remarks are those that the next run will have.
    seen = compared(copy, copy, asked.claims) if accepted else comparison
    found = list(remarks(seen, register))
    is_kept = accepted or comparison.worth_keeping
    if is_kept and (place := addressed_in(copy)):
        return _addressed(asked, comparison, register, *place)
    if asked.accepts and not is_kept and not comparison.same_bytes:
        found += _nothing_to_accept(asked, "proves nobody, or denies what the register says")
    return Result(
        asked,
        _outcome(comparison),
        "",
        copy.record.address,
        comparison,
        copy if is_kept and (asked.accepts or not asked.broken) else None,
        tuple(found),
    )


def _addressed(
    asked: Asked, comparison: Comparison, register: RegisterIndex, name: str, number: int
) -> Result:
    """A file that would be kept but for an e-mail address in it, which a copy would publish."""
    address = comparison.served.record.address
    where = f"line {number} of {address.removesuffix(TEXT)}{name}"
    message = f"{where} holds an e-mail address, and no copy with one is kept"
    place = register.places.of(asked.claims[0].endorsement)
    found = [
        Problem(*place, f"{message}; ask to have it removed there", Severity.WARNING),
        *remarks(comparison, register),
    ]
    if asked.accepts:
        found += _nothing_to_accept(asked, "holds an e-mail address")
    return Result(asked, _outcome(comparison), "", address, comparison, problems=tuple(found))


def copy_of_served(served: Served) -> Copy | None:
    """What a server serves in the form of a kept copy; None where it is no file of endorsements."""
    file, _ = read_file(served.text)
    if file is None:
        return None
    record = served.record._replace(fetched=served.fetched.replace(microsecond=0))
    return Copy(served.host, served.text, served.signature, served.key, record, file)


def _outcome(comparison: Comparison) -> Outcome:
    if comparison.proves_less:
        return Outcome.LESS
    if comparison.gained:
        return Outcome.MORE
    if comparison.same_bytes:
        return Outcome.SAME
    return Outcome.CHANGED if comparison.worth_keeping else Outcome.NOTHING


def _without_file(asked: Asked, fetched: Fetched, register: RegisterIndex) -> Result:
    """A host that serves no file, or a faulty one: over that no copy goes, and no grade."""
    found = list[Problem]()
    why = f"{fetched.address} {fetched.why}"
    if asked.kept:
        message = f"{why}; the copy of {asked.kept.day} stays, and the grade with it"
        severity = Severity.WARNING if fetched.faulty else Severity.NOTE
        found.append(Problem(f"{folder_of(asked.host)}/{TEXT}", 1, 1, message, severity))
    elif asked.named or fetched.faulty:
        for each in asked.claims:
            message = f"{quoted(each.claim.name)} is not proved: {why}"
            place = register.places.of(each.endorsement)
            found.append(Problem(*place, message, Severity.NOTE))
    if asked.accepts:
        found += _nothing_to_accept(asked, fetched.why)
    outcome = _absence(asked, fetched)
    return Result(
        asked,
        outcome,
        fetched.why,
        fetched.address,
        problems=tuple(found),
        answered=fetched.answered,
    )


def _absence(asked: Asked, fetched: Fetched) -> Outcome:
    if fetched.gone:
        return Outcome.GONE if asked.kept else Outcome.NONE
    return Outcome.FAULTY if fetched.faulty else Outcome.NO_ANSWER


def _nothing_to_accept(asked: Asked, why: str) -> Iterator[Problem]:
    """What is wrong where somebody accepts a file that no copy can be made of."""
    found = f"nothing is kept of what {asked.host} serves, since it {why}"
    message = f"{found}; leave out '--accept {asked.host}'"
    yield Problem(folder_of(asked.host), 1, 1, message)
