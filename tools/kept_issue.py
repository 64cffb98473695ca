"""Keep one issue on GitHub of what a weekly check finds: updated, never multiplied, closed at last.

    kept_issue.py links|proofs REPORT CODE FOUND

REPORT is what `undersigned links` or `undersigned proofs` printed, CODE what it exited with, FOUND
the file of its `--report`. A run does not reach everything: what an earlier run found stays in the
issue until its turn comes again. Runs nothing but gh, which takes its token and the repository from
the environment.
"""

import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

EARLIER = "Found by an earlier run, and not asked in this one:"

# GitHub takes 65,536 characters; there are two lists at most.
LONGEST = 30_000

# In the words of both commands: the machine that asked was cut off, and knows nothing.
CUT_OFF = "nobody answered at all"

# A problem of an address that is gone, in the words of `undersigned links`; it is cut where it is
# long.
GONE = re.compile(r".+?:\d+:\d+: [a-z ]+ '(.+?)(…?)' is gone: ")

# A problem, and neither a warning nor a note, of what a host serves, in those of `proofs`.
SERVED = re.compile(
    r".+?:\d+:\d+: (?!warning: |note: ).*?https://(?:www\.)?([^/ ]+)/\.well-known/endorsements\.txt"
)


def links_stand(found: Any) -> Callable[[str], bool]:
    """Whether a line is of an address that was gone, is on the site, and was not asked since."""
    left = [each["address"] for each in found["addresses"] if each["verdict"] == "not asked"]
    whole = set(left)

    def stands(line: str) -> bool:
        gone = GONE.match(line)
        if gone is None:
            return False
        return gone[1] in whole or bool(gone[2] and any(each.startswith(gone[1]) for each in left))

    return stands


def proofs_stand(found: Any) -> Callable[[str], bool]:
    """Whether a line is of a host that has not answered since, and that has not withdrawn."""
    unknown = {
        each["host"]
        for each in found["hosts"]
        if each["outcome"] in ("not asked", "no answer")
        and not all(claim["withdrawn"] for claim in each["claims"])
    }

    def stands(line: str) -> bool:
        served = SERVED.match(line)
        return served is not None and served[1] in unknown

    return stands


class Subject(NamedTuple):
    """What an issue is about, in words, its problems, and which of its lines still stand."""

    title: str
    label: str
    description: str
    about: str
    clean: str
    problem: re.Pattern[str]
    standing: Callable[[Any], Callable[[str], bool]]


SUBJECTS = {
    "links": Subject(
        "Links that are gone",
        "links",
        "Links that have aged",
        "The addresses that lead out of the site are asked every week, in turn where there are"
        " many. What is a problem is gone for certain; warnings and notes are doubtful or have"
        " moved. MAINTAINING.md, “Links that age”, says what to do. This text is replaced by each"
        " run.",
        "No link is certainly gone any more.",
        GONE,
        links_stand,
    ),
    "proofs": Subject(
        "Proofs that have changed",
        "proofs",
        "What signatories' own servers say",
        "The signatories’ own servers are asked every week what they say of their endorsements."
        " What is a problem wants a decision, or a copy that is not kept yet; warnings and notes"
        " take no proof away. MAINTAINING.md, “Proofs”, says what to do. This text is replaced by"
        " each run.",
        "What the signatories’ servers say is kept, and agrees with the register.",
        SERVED,
        proofs_stand,
    ),
}


def body_of(subject: Subject, report: str, earlier: Sequence[str] = ()) -> str:
    """The issue's text: the report, and the lines of earlier ones that still stand."""
    parts = [subject.about, fenced(subject, report)]
    if earlier:
        parts += [EARLIER, fenced(subject, "\n".join(earlier))]
    return "\n\n".join(parts) + "\n"


def fenced(subject: Subject, text: str) -> str:
    """Text between fences that it cannot close; of one that is too long, the problems first."""
    shown = text.rstrip()
    if len(shown) > LONGEST:
        lines = sorted(shown.splitlines(), key=lambda line: not subject.problem.match(line))
        shown = "\n".join(lines)[:LONGEST] + "\n… cut here"
    ticks = max(map(len, re.findall("`+", shown)), default=0)
    fence = "`" * max(3, ticks + 1)
    return f"{fence}text\n{shown}\n{fence}"


def gh(*arguments: str) -> str:
    """What gh prints."""
    run = subprocess.run(["gh", *arguments], check=True, capture_output=True, text=True)
    return run.stdout


def known_issue(subject: Subject) -> dict[str, Any] | None:
    """The one issue of this label and title, open before closed, newest first; none as yet."""
    fields = "number,title,state,body"
    options = ("--label", subject.label, "--state", "all", "--limit", "100", "--json", fields)
    listed = json.loads(gh("issue", "list", *options))
    found = [each for each in listed if each["title"] == subject.title]
    still_open = [each for each in found if each["state"] == "OPEN"]
    return next(iter([*still_open, *found]), None)


def tell(subject: Subject, issue: dict[str, Any] | None, body: str) -> None:
    """Put the text into the issue, opened or opened again if it has to be."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "body.md"
        file.write_text(body, encoding="utf-8")
        if issue is None:
            label = ("--label", subject.label)
            gh("label", "create", subject.label, "--force", "--description", subject.description)
            gh("issue", "create", "--title", subject.title, *label, "--body-file", str(file))
            return
        number = str(issue["number"])
        gh("issue", "edit", number, "--body-file", str(file))
        if issue["state"] != "OPEN":
            gh("issue", "reopen", number)


def close(subject: Subject, issue: dict[str, Any] | None) -> None:
    """Close the issue if it is open."""
    if issue is not None and issue["state"] == "OPEN":
        gh("issue", "close", str(issue["number"]), "--comment", subject.clean)


def keep(subject: Subject, report: str, code: str, found: Any) -> None:
    """Tell of what this run found, or an earlier one, or close the issue."""
    issue = known_issue(subject)
    is_open = issue is not None and issue["state"] == "OPEN"
    lines = (issue["body"] or "").splitlines() if issue and is_open else []
    earlier = list(filter(subject.standing(found), lines))
    if code == "1" or earlier:
        tell(subject, issue, body_of(subject, report, earlier))
    else:
        close(subject, issue)


def main(arguments: Sequence[str]) -> int:
    """Tell, or close; 2 where there is no report that says which."""
    subject = SUBJECTS.get(arguments[0]) if len(arguments) == 4 else None
    if subject is None or arguments[2] not in ("0", "1"):
        print(
            f"give {' or '.join(SUBJECTS)}, the report, what the command exited with, 0 or 1, and"
            " its JSON",
            file=sys.stderr,
        )
        return 2
    try:
        report = Path(arguments[1]).read_text(encoding="utf-8", errors="replace")
        if CUT_OFF in report:
            print(f"{CUT_OFF}; the issue is left as it is", file=sys.stderr)
            return 1
        found = json.loads(Path(arguments[3]).read_text(encoding="utf-8"))
        keep(subject, report, arguments[2], found)
    except OSError as error:
        print(f"{error.filename}: {error.strerror}", file=sys.stderr)
        return 2
    except subprocess.CalledProcessError as error:
        print(f"gh failed: {error.stderr.strip()}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
