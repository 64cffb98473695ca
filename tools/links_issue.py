"""Keep one issue on GitHub of links that are gone: updated, not multiplied, closed when clean.

    links_issue.py REPORT CODE

REPORT is what `undersigned links` printed, CODE what it exited with. Runs nothing but gh, which
takes its token and the repository from the environment.
"""

import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

TITLE = "Links that are gone"
LABEL = "links"
CLEAN = "No link is certainly gone any more."
ABOUT = (
    "Every address that leads out of the site is asked once a week. What is a problem is gone for"
    " certain; warnings and notes are doubtful or have moved. MAINTAINING.md, “Links that age”,"
    " says what to do. This text is replaced by each run."
)

# GitHub takes 65,536 characters.
LONGEST = 60_000

# In the words of `undersigned links`: the machine that asked was cut off, and knows nothing.
CUT_OFF = "nobody answered at all"


def body_of(report: str) -> str:
    """The issue's text: the report between fences that it cannot close, and not too long."""
    shown = report if len(report) <= LONGEST else f"{report[:LONGEST]}\n… cut here"
    ticks = max(map(len, re.findall("`+", shown)), default=0)
    fence = "`" * max(3, ticks + 1)
    return f"{ABOUT}\n\n{fence}text\n{shown.rstrip()}\n{fence}\n"


def gh(*arguments: str) -> str:
    """What gh prints."""
    run = subprocess.run(["gh", *arguments], check=True, capture_output=True, text=True)
    return run.stdout


def known_issue() -> dict[str, Any] | None:
    """The one issue of this label and title, open before closed, newest first; none as yet."""
    fields = "number,title,state"
    options = ("--label", LABEL, "--state", "all", "--limit", "100", "--json", fields)
    found = [each for each in json.loads(gh("issue", "list", *options)) if each["title"] == TITLE]
    still_open = [each for each in found if each["state"] == "OPEN"]
    return next(iter([*still_open, *found]), None)


def tell(body: str) -> None:
    """Put the text into the issue, opened or opened again if it has to be."""
    issue = known_issue()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "body.md"
        file.write_text(body, encoding="utf-8")
        if issue is None:
            gh("label", "create", LABEL, "--force", "--description", "Links that have aged")
            gh("issue", "create", "--title", TITLE, "--label", LABEL, "--body-file", str(file))
            return
        number = str(issue["number"])
        gh("issue", "edit", number, "--body-file", str(file))
        if issue["state"] != "OPEN":
            gh("issue", "reopen", number)


def close() -> None:
    """Close the issue if it is open."""
    issue = known_issue()
    if issue is not None and issue["state"] == "OPEN":
        gh("issue", "close", str(issue["number"]), "--comment", CLEAN)


def main(arguments: Sequence[str]) -> int:
    """Tell, or close; 2 where there is no report that says which."""
    if len(arguments) != 2 or arguments[1] not in ("0", "1"):
        print("give the report and what 'undersigned links' exited with, 0 or 1", file=sys.stderr)
        return 2
    try:
        report = Path(arguments[0]).read_text(encoding="utf-8", errors="replace")
        if CUT_OFF in report:
            print(f"{CUT_OFF}; the issue is left as it is", file=sys.stderr)
            return 1
        tell(body_of(report)) if arguments[1] == "1" else close()
    except OSError as error:
        print(f"{error.filename}: {error.strerror}", file=sys.stderr)
        return 2
    except subprocess.CalledProcessError as error:
        print(f"gh failed: {error.stderr.strip()}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
