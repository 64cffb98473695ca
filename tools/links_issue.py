"""Keep one issue on GitHub of links that are gone: updated, not multiplied, closed when clean.

    links_issue.py REPORT CODE FOUND

REPORT is what `undersigned links` printed, CODE what it exited with, FOUND the file of its
`--report`. A run does not ask all addresses: what an earlier run found gone stays in the issue
until its turn comes again. Runs nothing but gh, which takes its token and the repository from the
environment.
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
    "The addresses that lead out of the site are asked every week, in turn where there are many."
    " What is a problem is gone for certain; warnings and notes are doubtful or have moved."
    " MAINTAINING.md, “Links that age”, says what to do. This text is replaced by each run."
)
EARLIER = "Found by an earlier run, and not asked in this one:"

# GitHub takes 65,536 characters; there are two lists at most.
LONGEST = 30_000

# In the words of `undersigned links`: the machine that asked was cut off, and knows nothing.
CUT_OFF = "nobody answered at all"


# A problem in the words of `undersigned links`, with the address, which is cut where it is long.
GONE = re.compile(r".+?:\d+:\d+: [a-z ]+ '(.+?)(…?)' is gone: ")


def body_of(report: str, earlier: Sequence[str] = ()) -> str:
    """The issue's text: the report, and the lines of earlier ones that still stand."""
    parts = [ABOUT, fenced(report)]
    if earlier:
        parts += [EARLIER, fenced("\n".join(earlier))]
    return "\n\n".join(parts) + "\n"


def fenced(text: str) -> str:
    """Text between fences that it cannot close; of one that is too long, the problems first."""
    shown = text.rstrip()
    if len(shown) > LONGEST:
        lines = sorted(shown.splitlines(), key=lambda line: not GONE.match(line))
        shown = "\n".join(lines)[:LONGEST] + "\n… cut here"
    ticks = max(map(len, re.findall("`+", shown)), default=0)
    fence = "`" * max(3, ticks + 1)
    return f"{fence}text\n{shown}\n{fence}"


def still_standing(body: str, found: Any) -> list[str]:
    """The lines of an issue's text on what was gone and is on the site, but was not asked since."""
    left = [each["address"] for each in found["addresses"] if each["verdict"] == "not asked"]
    whole, lines = set(left), []
    for line in body.splitlines():
        gone = GONE.match(line)
        if gone and (
            (gone[2] and any(each.startswith(gone[1]) for each in left)) or gone[1] in whole
        ):
            lines.append(line)
    return lines


def gh(*arguments: str) -> str:
    """What gh prints."""
    run = subprocess.run(["gh", *arguments], check=True, capture_output=True, text=True)
    return run.stdout


def known_issue() -> dict[str, Any] | None:
    """The one issue of this label and title, open before closed, newest first; none as yet."""
    fields = "number,title,state,body"
    options = ("--label", LABEL, "--state", "all", "--limit", "100", "--json", fields)
    found = [each for each in json.loads(gh("issue", "list", *options)) if each["title"] == TITLE]
    still_open = [each for each in found if each["state"] == "OPEN"]
    return next(iter([*still_open, *found]), None)


def tell(issue: dict[str, Any] | None, body: str) -> None:
    """Put the text into the issue, opened or opened again if it has to be."""
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


def close(issue: dict[str, Any] | None) -> None:
    """Close the issue if it is open."""
    if issue is not None and issue["state"] == "OPEN":
        gh("issue", "close", str(issue["number"]), "--comment", CLEAN)


def keep(report: str, code: str, found: Any) -> None:
    """Tell of what is gone, by this run or an earlier one, or close the issue."""
    issue = known_issue()
    is_open = issue is not None and issue["state"] == "OPEN"
    earlier = still_standing(issue["body"] or "", found) if issue and is_open else []
    if code == "1" or earlier:
        tell(issue, body_of(report, earlier))
    else:
        close(issue)


def main(arguments: Sequence[str]) -> int:
    """Tell, or close; 2 where there is no report that says which."""
    if len(arguments) != 3 or arguments[1] not in ("0", "1"):
        print(
            "give the report, what 'undersigned links' exited with, 0 or 1, and its JSON",
            file=sys.stderr,
        )
        return 2
    try:
        report = Path(arguments[0]).read_text(encoding="utf-8", errors="replace")
        if CUT_OFF in report:
            print(f"{CUT_OFF}; the issue is left as it is", file=sys.stderr)
            return 1
        keep(report, arguments[1], json.loads(Path(arguments[2]).read_text(encoding="utf-8")))
    except OSError as error:
        print(f"{error.filename}: {error.strerror}", file=sys.stderr)
        return 2
    except subprocess.CalledProcessError as error:
        print(f"gh failed: {error.stderr.strip()}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
