"""The findings as text for people and as JSON for programs, the same for the same answers."""

import json
from collections.abc import Iterable, Sequence
from typing import Any

from ..problem import Problem, counted, report
from .archives import where_to_save
from .findings import Finding, identity

FORMAT = 1


def text_report(findings: Sequence[Finding], notes: Iterable[Problem]) -> str:
    """A line for each thing to tell, sorted by place, a tally, and how many were asked."""
    told = [*filter(None, (finding.problem() for finding in findings)), *notes]
    targets = {finding.journey.start for finding in findings if finding.journey}
    hosts = {target.host for target in targets}
    addresses = counted(len(targets), "address", "addresses")
    asked = f"asked {addresses} on {counted(len(hosts), 'host')}"
    return "\n".join(filter(None, (report(told), asked)))


def json_report(findings: Iterable[Finding]) -> str:
    """Every address with what was found, sorted; no clock in it, so that only news differ."""
    by_address: dict[object, list[Finding]] = {}
    for finding in findings:
        by_address.setdefault(identity(finding.occurrence.address), []).append(finding)
    addresses = sorted(map(_described, by_address.values()), key=lambda each: str(each["address"]))
    found = {"format": FORMAT, "addresses": addresses}
    return json.dumps(found, indent=2, ensure_ascii=False) + "\n"


def _described(findings: list[Finding]) -> dict[str, Any]:
    """One address, judged as the worst of its places is."""
    worst = max(findings, key=lambda finding: finding.judgement.rank)
    journey = worst.journey
    return {
        "address": min(finding.occurrence.address for finding in findings),
        "verdict": worst.judgement.verdict.value,
        "reason": worst.judgement.reason or None,
        "status": (journey.last.answer.status or None) if journey else None,
        "final": journey.last.target.address if journey else None,
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
