"""What is said of entries that no page shows yet, or not in everybody’s record they are about."""

from collections.abc import Iterator

from ...model import Signatory
from ...problem import Problem, Severity, quoted
from ...text.source import Entry
from ..model import Recorded
from ..publishing import is_after_end, shown_from, within_membership
from ..rules.context import RecordContext


def waiting(recorded: Recorded, entry: Entry, context: RecordContext) -> Iterator[Problem]:
    """A note for an entry that waits, and for each signatory whose record ends before it.

    None is a problem: who has withdrawn turns nobody else's entry red. Of a register that is faulty
    nothing follows.
    """
    if not context.complete:
        return
    for name in entry.each("who"):
        one = context.signatories.get(name.value)
        if one and one.gone and is_after_end(recorded, one):
            yield entry.problem_at(name, _ended(one))._replace(severity=Severity.NOTE)
    begins = shown_from(recorded, context.signatories, context.library)
    is_anybodys = within_membership(recorded, context.signatories) is not None
    if is_anybodys and (begins is None or begins > context.today):
        whom = " and ".join(map(quoted, recorded.who))
        message = f"{quoted(recorded.id)} is not shown before a maintainer has written to {whom}"
        if begins:
            were = "was" if len(recorded.who) == 1 else "were"
            message = (
                f"{quoted(recorded.id)} is shown from {begins}, since {whom} {were} written to"
            )
            message += f" on {recorded.notified}"
        yield entry.problem(message, "who")._replace(severity=Severity.NOTE)


def _ended(signatory: Signatory) -> str:
    what = "ended" if signatory.latest.ended else "withdrew"
    preposition = "on" if signatory.gone and signatory.gone.day else "in"
    ended = f"{quoted(signatory.id)}, which {what} {preposition} {signatory.gone}"
    return f"this is left off the record of {ended}"
