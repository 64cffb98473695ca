"""Reports of a run of `undersigned proofs`: lines for people, JSON for programs."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from ..problem import Problem, Severity, counted, quoted, report
from ..proofs.copies import TEXT, folder_of
from ..register.claims import Claimed
from .asked import Places
from .comparison import Turn
from .outcomes import Outcome, Result

FORMAT = 1

# The outcomes of hosts that were asked and have such a file.
_SERVING = (
    *(Outcome.MORE, Outcome.CHANGED, Outcome.SAME, Outcome.LESS, Outcome.NOTHING, Outcome.FAULTY),
)


def text_report(results: Sequence[Result], problems: Iterable[Problem]) -> str:
    """A line for each problem, sorted by place, the totals, and how many hosts were asked."""
    return "\n".join(filter(None, (report(problems), _totals(results))))


def kept_line(result: Result) -> str:
    """That a copy was written, and whom it proves."""
    turns = result.comparison.turns if result.comparison else ()
    names = dict.fromkeys(quoted(turn.claimed.claim.name) for turn in turns if turn.proves)
    proves = f", which proves {' and '.join(names)}" if names else ""
    return f"kept {folder_of(result.asked.host)}{proves}"


def yet_to_keep(result: Result, places: Places) -> Iterator[Problem]:
    """What a run that writes would keep: a problem for each proof that is new, or else a note."""
    host = result.asked.host
    keeping = f"'undersigned proofs {host}' keeps a copy"
    gained = result.comparison.gained if result.comparison else ()
    for turn in gained:
        found = f"{quoted(turn.claimed.claim.name)} is proved by {result.address}"
        yield Problem(*places.of(turn.claimed.endorsement), f"{found}; {keeping}")
    if not gained:
        found = f"{result.address} has changed and proves as much; {keeping}"
        yield Problem(f"{folder_of(host)}/{TEXT}", 1, 1, found, Severity.NOTE)


def is_cut_off(results: Sequence[Result]) -> bool:
    """Whether several hosts were asked and none answered: then the network is at fault."""
    asked = [each for each in results if each.outcome is not Outcome.NOT_ASKED]
    return len(asked) > 1 and all(map(_is_silent, asked))


def _is_silent(result: Result) -> bool:
    """Whether no server was there; one that sends a page or an error was."""
    return result.outcome is Outcome.NO_ANSWER and not result.answered


def _totals(results: Sequence[Result]) -> str:
    outcomes = Counter(result.outcome for result in results)
    left = outcomes.pop(Outcome.NOT_ASKED, 0)
    serving = sum(outcomes[each] for each in _SERVING)
    found = f"asked {counted(outcomes.total(), 'host')}, of which {serving:,}"
    found += " has such a file" if serving == 1 else " have such a file"
    silent = sum(map(_is_silent, results))
    if silent:
        found += f" and {silent:,} did not answer"
    if others := outcomes[Outcome.NO_ANSWER] - silent:
        found += f" and {others:,} answered with something else"
    return f"{found}; {left:,} not asked in this run" if left else found


def json_report(results: Iterable[Result]) -> str:
    """Every host with what came of asking it, sorted; without times, so that runs compare."""
    hosts = [_described(each) for each in sorted(results, key=lambda each: each.asked.host)]
    return json.dumps({"format": FORMAT, "hosts": hosts}, indent=2, ensure_ascii=False) + "\n"


def _described(result: Result) -> dict[str, Any]:
    """A host, and each of its endorsements with what the copy and the file say of it."""
    turns = result.comparison.turns if result.comparison else ()
    said = {id(turn.claimed): turn for turn in turns}
    return {
        "host": result.asked.host,
        "address": result.address,
        "outcome": result.outcome.value,
        "reason": result.reason or None,
        "copy": result.asked.kept.day.isoformat() if result.asked.kept else None,
        "key": result.comparison.key.value if result.comparison else None,
        "claims": [_claim(each, said.get(id(each))) for each in result.asked.claims],
    }


def _claim(claimed: Claimed, turn: Turn | None) -> dict[str, Any]:
    return {
        "id": claimed.endorsement.signatory,
        "version": claimed.endorsement.version,
        "withdrawn": claimed.endorsement.withdrawn is not None,
        "copy": turn.before.value if turn and turn.before else None,
        "served": turn.now.said.value if turn else None,
        "line": turn.now.line.number if turn and turn.now.line else None,
    }
