"""What a review says of kept copies, as lines of Markdown in which all untrusted text is code."""

from collections.abc import Iterable, Iterator

from ..markup.untrusted import bounded, code
from ..proofs.copies import Copy
from ..proofs.judgement import Said
from .entry_lines import GRADES
from .proof_changes import Answer, HostChange

# Said above all copies that a change brings.
UNASKED = (
    "No server is asked here. Whoever wrote a copy says that a server said it; on the branch,"
    " `undersigned proofs --check` asks the server, and says nothing of bytes that it serves."
    " The day and the certificate are the author's word all the same: to have your own, remove the"
    " folder and run `undersigned proofs`."
)


# How many endorsements of a host are listed for each reason, of the few that most hosts have.
_MOST = 10


def ordered(changes: Iterable[HostChange]) -> list[HostChange]:
    """What became of each host, the gravest first."""
    return sorted(changes, key=_is_calm)


def _is_calm(change: HostChange) -> bool:
    return not (change.denied or change.lost or change.key_changed)


def lines_of(each: HostChange) -> Iterator[str]:
    """The lines of a host: what became of its copy, which grades follow."""
    yield f"- **{code(each.host)}**, {_what(each)}"
    if each.key_changed:
        keys = (one.record.key if one else "" for one in (each.before, each.after))
        old, new = (code(key) if key else "none" for key in keys)
        yield f"  - **the key that signed it has changed**: {old} → {new}"
    day = f" on {each.after.day}" if each.after else ""
    for lines in (
        (f"**{_denial(answer)}**: {_of(answer)}" for answer in each.denied),
        (f"**no longer proved**: {_of(answer)}" for answer in each.lost),
        (f"proved by its own server{day}: {_of(answer)}" for answer in each.gained),
    ):
        yield from (f"  - {line}" for line in bounded(lines, _MOST))


def _what(change: HostChange) -> str:
    """What became of a copy."""
    before, after = change.before, change.after
    if after is None:
        return "removed, or no longer sound"
    if before == after:
        return "its copy as it was"
    if before is None:
        signed = f", signed by the key {code(after.record.key)}" if after.record.key else ""
        return f"a new copy, {_fetched(after)}{signed}"
    text = "the same text" if before.text == after.text else "another text"
    older = ", **before the one that was kept**" if _is_older(before, after) else ""
    return f"{text}, {_fetched(after)}{older}"


def _fetched(copy: Copy) -> str:
    record = copy.record
    issuer = f"with a certificate by {code(record.issuer)}"
    return f"fetched on {copy.day} from {code(record.address)}, {issuer}"


def _is_older(before: Copy, after: Copy) -> bool:
    return after.record.fetched < before.record.fetched


def _of(answer: Answer) -> str:
    """An endorsement, and its grade without any copy."""
    one = answer.endorsement
    otherwise = GRADES[one.grade]
    return f"{code(one.name)}, version {code(one.version)}, otherwise {otherwise}"


def _denial(answer: Answer) -> str:
    if answer.said is Said.CONTRADICTS:
        return "its server says that the text is another"
    return "its server takes the endorsement back"
