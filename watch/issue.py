"""Open one issue on GitHub of what was found, and add to it while it is open.

    issue.py FINDINGS

FINDINGS is the file that judge.py wrote. Each finding is reported once: the issues themselves, open
and closed, are the memory, so nothing is lost where a run fails before it has reported. Of many,
the first are reported, and the others by the next runs. No issue is closed here: that is for who
has looked at it. Runs nothing but gh, which takes its token and the name of the repository from
the environment.
"""

import hashlib
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from datetime import UTC, datetime
from itertools import accumulate
from pathlib import Path
from typing import Any

TITLE = "What the statement site serves is not explained"
LABEL = "watch"
ABOUT = (
    "No commit of the site's sources explains what it serves, or what it serves contradicts what"
    " signatories' own servers say, or itself. The README of this repository says how to look into"
    " it. The files that were served are in the history of `seen/`, and with the run. Close this"
    " once you know; what is found then anew opens another."
)

# GitHub takes 65,536 characters. A run reports so many findings at most, in so many of them.
MOST, LONGEST = 1_000, 30_000

# Which findings were reported. Findings quote what others wrote, but begin no line like this.
MARKS = re.compile(r"^<!-- reported: ((?:[0-9a-f]{16} ?)+)-->$", re.MULTILINE)


def found_in(text: str) -> list[str]:
    """Each finding: a line, with those behind it that begin with spaces."""
    findings = list[str]()
    for line in text.rstrip().split("\n"):
        if line.startswith(" ") and findings:
            findings[-1] += f"\n{line}"
        elif line:
            findings.append(line)
    return list(dict.fromkeys(findings))


def mark_of(finding: str) -> str:
    """What stands for a finding in an issue: of what a build printed nothing is in it."""
    return hashlib.sha256(finding.partition("\n")[0].encode()).hexdigest()[:16]


def fenced(text: str) -> str:
    """Text between fences that it cannot close."""
    shown = text if len(text) <= LONGEST else f"{text[:LONGEST]}\n… cut here"
    fence = "`" * max(3, 1 + max(map(len, re.findall("`+", shown)), default=0))
    return f"{fence}text\n{shown}\n{fence}"


def reported_at_once(findings: Sequence[str]) -> list[str]:
    """As many of the findings as one text has room for, and one in any case."""
    lengths = accumulate(len(each) + 1 for each in findings)
    room = sum(length <= LONGEST for length in lengths)
    return [*findings[: min(MOST, max(1, room))]]


def section(findings: Sequence[str]) -> str:
    """What is reported of findings: when, what, and by which marks they are known again."""
    marks = " ".join(map(mark_of, findings))
    shown = fenced("\n".join(findings))
    return f"Seen on {datetime.now(UTC).date()}:\n\n{shown}\n\n<!-- reported: {marks} -->\n"


def gh(*arguments: str) -> str:
    """What gh prints."""
    run = subprocess.run(["gh", *arguments], check=True, capture_output=True, text=True)
    return run.stdout


def issues() -> list[dict[str, Any]]:
    """The issues that have the label, newest first, with their comments."""
    fields = "number,state,body,comments"
    options = ("--label", LABEL, "--state", "all", "--limit", "100", "--json", fields)
    found: list[dict[str, Any]] = json.loads(gh("issue", "list", *options))
    return found


def reported_by(issue: dict[str, Any]) -> set[str]:
    """The marks of an issue, and of those comments on it that were written here."""
    own = [each["body"] for each in issue["comments"] if each["viewerDidAuthor"]]
    texts = (text.replace("\r", "") for text in (issue["body"], *own) if text)
    return {mark for text in texts for marks in MARKS.findall(text) for mark in marks.split()}


def report(findings: Sequence[str]) -> None:
    """Report findings that no issue has, in the one that is open, or in a new one."""
    known = issues()
    reported = set[str]().union(*map(reported_by, known))
    new = reported_at_once([each for each in findings if mark_of(each) not in reported])
    if not new:
        return
    still_open = next((each for each in known if each["state"] == "OPEN"), None)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "text.md"
        text = section(new) if still_open else f"{ABOUT}\n\n{section(new)}"
        file.write_text(text, encoding="utf-8")
        if still_open:
            gh("issue", "comment", str(still_open["number"]), "--body-file", str(file))
            return
        gh("label", "create", LABEL, "--force", "--description", "Found by the daily watch")
        gh("issue", "create", "--title", TITLE, "--label", LABEL, "--body-file", str(file))


def main(arguments: Sequence[str]) -> int:
    """Report; 1 where gh fails, 2 where there are no findings to read."""
    if len(arguments) != 1:
        print("give the findings that judge.py wrote", file=sys.stderr)
        return 2
    try:
        findings = Path(arguments[0]).read_text(encoding="utf-8", errors="replace")
        if findings.strip():
            report(found_in(findings))
    except OSError as error:
        print(f"{error.filename}: {error.strerror}", file=sys.stderr)
        return 2
    except subprocess.CalledProcessError as error:
        print(f"gh failed: {error.stderr.strip()}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
