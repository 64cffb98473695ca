"""Reports of findings: text for people and JSON for programs, a function of the answers alone."""

import json
from collections.abc import Iterable, Sequence
from typing import Any

from ..problem import Problem, counted, report
from .archives import where_to_save
from .findings import Finding, identity
from .verdict import Verdict

FORMAT = 1

# Of the addresses that were not asked, the text names so many.
NAMED = 50


def text_report(findings: Sequence[Finding], notes: Iterable[Problem]) -> str:
    """A line for each problem, sorted by place, the totals, and how many addresses were asked.

    Of what was not asked in the run the first are named, and the rest counted.
    """
    left = {
        identity(each.occurrence.address): each for each in reversed(findings) if _is_left(each)
    }
    named = list(left.values())[-NAMED:]
    told = [each for each in findings if not _is_left(each)]
    problems = [*filter(None, (finding.problem() for finding in [*told, *named])), *notes]
    return "\n".join(filter(None, (report(problems), _totals(findings, len(left)))))


def _is_left(finding: Finding) -> bool:
    return finding.judgement.verdict is Verdict.LEFT


def _totals(findings: Iterable[Finding], left: int) -> str:
    targets = {each.chain.start for each in findings if each.chain and each.chain.steps}
    hosts = {target.host for target in targets}
    addresses = counted(len(targets), "address", "addresses")
    asked = f"asked {addresses} on {counted(len(hosts), 'host')}"
    if left:
        asked += f"; {left:,} not asked in this run"
    if left > NAMED:
        asked += f", of which {NAMED} are named here and all in the file of --report"
    return asked


def json_report(findings: Iterable[Finding]) -> str:
    """Every address with its findings, sorted; without times, so that reports can be compared."""
    by_address: dict[object, list[Finding]] = {}
    for finding in findings:
        by_address.setdefault(identity(finding.occurrence.address), []).append(finding)
    addresses = sorted(map(_described, by_address.values()), key=lambda each: str(each["address"]))
    found = {"format": FORMAT, "addresses": addresses}
    return json.dumps(found, indent=2, ensure_ascii=False) + "\n"


def _described(findings: list[Finding]) -> dict[str, Any]:
    """An address with the worst judgement of its occurrences."""
    worst = max(findings, key=lambda finding: finding.judgement.rank)
    chain = worst.chain
    return {
        "address": min(finding.occurrence.address for finding in findings),
        "verdict": worst.judgement.verdict.value,
        "reason": worst.judgement.reason or None,
        "status": (chain.last.answer.status or None) if chain and chain.steps else None,
        "final": chain.last.target.address if chain and chain.steps else None,
        "archived": next((copy for each in findings if (copy := each.occurrence.archived)), None),
        "save": next((save for each in findings if (save := where_to_save(each))), None),
        "excepted": worst.exempt.reason if worst.exempt else None,
        "places": [
            {
                "path": each.occurrence.path,
                "line": each.occurrence.line,
                "column": each.occurrence.column,
                "as": each.occurrence.role.value,
                "verdict": each.judgement.verdict.value,
            }
            for each in findings
        ],
    }
