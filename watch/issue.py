"""Open one issue on GitHub of what was found, and add to it while it is open.

    issue.py FINDINGS

FINDINGS is the file that judge.py wrote. Each finding is reported once: the issues themselves, open
and closed, are the memory, so nothing is lost where a run fails before it has reported. No issue is
closed here: that is for who has looked at it. Runs nothing but gh, which takes its token and the
name of the repository from the environment.
"""

import hashlib
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from datetime import UTC, datetime
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

# GitHub takes 65,536 characters.
LONGEST = 60_000


def mark_of(findings: str) -> str:
    """What stands for these findings in an issue: of what a build printed nothing is in it."""
    lines = [line for line in findings.splitlines() if not line.startswith(" ")]
    return f"finding-{hashlib.sha256(chr(10).join(lines).encode()).hexdigest()[:16]}"


def fenced(text: str) -> str:
    """Text between fences that it cannot close."""
    shown = text.rstrip()
    if len(shown) > LONGEST // 2:
        shown = f"{shown[: LONGEST // 2]}\n… cut here"
    fence = "`" * max(3, 1 + max(map(len, re.findall("`+", shown)), default=0))
    return f"{fence}text\n{shown}\n{fence}"


def section(findings: str) -> str:
    """What is told of findings: when, and what."""
    day = datetime.now(UTC).date()
    return f"Seen on {day} (`{mark_of(findings)}`):\n\n{fenced(findings)}\n"


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


def told(issue: dict[str, Any], mark: str) -> bool:
    """Whether an issue tells of findings."""
    texts = (issue["body"], *(comment["body"] for comment in issue["comments"]))
    return any(mark in text for text in texts if text)


def tell(findings: str) -> None:
    """Tell of findings that no issue tells of, in the one that is open, or in a new one."""
    known = issues()
    if any(told(issue, mark_of(findings)) for issue in known):
        return
    still_open = next((each for each in known if each["state"] == "OPEN"), None)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "text.md"
        text = section(findings) if still_open else f"{ABOUT}\n\n{section(findings)}"
        file.write_text(text, encoding="utf-8")
        if still_open:
            gh("issue", "comment", str(still_open["number"]), "--body-file", str(file))
            return
        gh("label", "create", LABEL, "--force", "--description", "Found by the daily watch")
        gh("issue", "create", "--title", TITLE, "--label", LABEL, "--body-file", str(file))


def main(arguments: Sequence[str]) -> int:
    """Tell; 1 where gh fails, 2 where there are no findings to read."""
    if len(arguments) != 1:
        print("give the findings that judge.py wrote", file=sys.stderr)
        return 2
    try:
        findings = Path(arguments[0]).read_text(encoding="utf-8", errors="replace")
        if findings.strip():
            tell(findings)
    except OSError as error:
        print(f"{error.filename}: {error.strerror}", file=sys.stderr)
        return 2
    except subprocess.CalledProcessError as error:
        print(f"gh failed: {error.stderr.strip()}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
