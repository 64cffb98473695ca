"""The one issue of each weekly check, kept by the real script with a gh that takes notes."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.support.prepared import run_file
from tests.support.sites import REPOSITORY

SCRIPT = REPOSITORY / "tools" / "kept_issue.py"
TITLE = "Links that are gone"

# Notes its arguments and the text that it is given, and prints the list it was told to print.
GH = f"""#!{sys.executable}
import json, pathlib, sys
folder = pathlib.Path(__file__).parent
arguments = sys.argv[1:]
if "--body-file" in arguments:
    at = arguments.index("--body-file") + 1
    arguments[at] = pathlib.Path(arguments[at]).read_text(encoding="utf-8")
with open(folder / "calls", "a", encoding="utf-8") as calls:
    calls.write(json.dumps(arguments) + "\\n")
if arguments[:2] == ["issue", "list"]:
    print((folder / "issues").read_text())
if (folder / "fails").exists():
    sys.exit("no rights")
"""


class Kept:
    """A folder in which the script is run, with the issues that there are."""

    def __init__(self, folder: Path, subject: str = "links") -> None:
        self.folder, self.subject = folder, subject
        (folder / "gh").write_text(GH)
        (folder / "gh").chmod(0o755)
        self.issues()

    def issues(self, *issues: tuple[int, str, str] | tuple[int, str, str, str]) -> None:
        listed = [
            dict(zip(("number", "title", "state", "body"), (*each, "")[:4], strict=True))
            for each in issues
        ]
        (self.folder / "issues").write_text(json.dumps(listed))

    def run(self, report: str, code: str, *left: str) -> tuple[int, list[list[str]]]:
        """Run it after a run of links that left some addresses out."""
        addresses = [{"address": each, "verdict": "not asked"} for each in left]
        addresses.append({"address": "https://asked.example/", "verdict": "fine"})
        return self.run_after(report, code, {"format": 1, "addresses": addresses})

    def run_after(self, report: str, code: str, json_report: object) -> tuple[int, list[list[str]]]:
        """Run it after a run with this report; gives its exit code and what gh was called with."""
        text, found = self.folder / "report.txt", self.folder / "report.json"
        text.write_text(report, encoding="utf-8")
        found.write_text(json.dumps(json_report), encoding="utf-8")
        path = os.environ | {"PATH": f"{self.folder}:{os.environ['PATH']}"}
        given = (self.subject, str(text), code, str(found))
        run = run_file(SCRIPT, *given, cwd=self.folder, env=path)
        assert "Traceback" not in run.stderr
        calls = self.folder / "calls"
        said = calls.read_text(encoding="utf-8").splitlines() if calls.exists() else []
        calls.unlink(missing_ok=True)
        return run.returncode, [json.loads(line) for line in said if "list" not in line[:20]]


def test_it_needs_nothing_but_python_and_says_what_it_is_to_be_given() -> None:
    command = [sys.executable, "-I", "-S", str(SCRIPT)]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (run.returncode, run.stdout, run.stderr[:5]) == (2, "", "give ")


@pytest.fixture
def kept(tmp_path: Path) -> Kept:
    return Kept(tmp_path)


def test_the_first_time_the_label_and_the_issue_are_made(kept: Kept) -> None:
    code, calls = kept.run("docs/a.md:1:1: link 'https://x.example' is gone (404)\n", "1")
    assert code == 0
    assert [call[:2] for call in calls] == [["label", "create"], ["issue", "create"]]
    assert calls[1][2:6] == ["--title", TITLE, "--label", "links"]
    assert "```text\ndocs/a.md:1:1: link 'https://x.example' is gone (404)\n```\n" in calls[1][-1]


def test_an_open_issue_is_updated_and_no_second_one_is_made(kept: Kept) -> None:
    kept.issues((9, TITLE, "CLOSED"), (7, TITLE, "OPEN"), (6, "Another", "OPEN"))
    _, calls = kept.run("gone\n", "1")
    assert [call[:3] for call in calls] == [["issue", "edit", "7"]]


def test_a_closed_issue_is_opened_again(kept: Kept) -> None:
    kept.issues((7, TITLE, "CLOSED"))
    _, calls = kept.run("gone\n", "1")
    assert [call[:3] for call in calls] == [["issue", "edit", "7"], ["issue", "reopen", "7"]]


def test_when_nothing_is_gone_the_issue_is_closed_and_others_stay(kept: Kept) -> None:
    kept.issues((8, "Another", "OPEN"), (7, TITLE, "OPEN"))
    _, calls = kept.run("1 warning\n", "0")
    assert [call[:3] for call in calls] == [["issue", "close", "7"]]
    kept.issues((7, TITLE, "CLOSED"))
    assert kept.run("1 warning\n", "0") == (0, [])
    kept.issues()
    assert kept.run("1 warning\n", "0") == (0, [])


GONE = "docs/a page.md:3:1: link '{}' is gone: the server answers 404; give its new address"


def test_what_was_gone_and_was_not_asked_since_keeps_the_issue_open(kept: Kept) -> None:
    asked, left = "https://asked.example/", "https://left.example/it's?a=b"
    long = f"https://long.example/{'x' * 200}"
    lines = [GONE.format(each) for each in (asked, left, f"{long[:99]}…", "https://off.example/")]
    kept.issues((7, TITLE, "OPEN", "\n".join(["About", "", "```text", *lines, "```"])))
    code, [edit] = kept.run("2 notes\n", "0", left, long)
    assert (code, edit[:3]) == (0, ["issue", "edit", "7"])
    earlier = edit[-1].partition("Found by an earlier run, and not asked in this one:")[2]
    assert earlier.strip() == f"```text\n{lines[1]}\n{lines[2]}\n```"
    # And so in the next run again, until it is asked and found.
    kept.issues((7, TITLE, "OPEN", edit[-1]))
    _, [edit] = kept.run(f"{GONE.format(asked)}\n1 problem\n", "1", left)
    assert edit[-1].count(lines[1]) == edit[-1].count(lines[0]) == 1
    assert lines[2] not in edit[-1]
    kept.issues((7, TITLE, "OPEN", edit[-1]))
    assert kept.run("1 note\n", "0")[1][0][:3] == ["issue", "close", "7"]


def test_what_is_gone_is_known_by_the_words_of_the_command() -> None:
    source = (REPOSITORY / "hooks/undersigned/links/verdict.py").read_text(encoding="utf-8")
    assert 'f"is gone: the server answers {' in source


def test_a_closed_issue_says_nothing_of_what_is_gone(kept: Kept) -> None:
    left = "https://left.example/"
    kept.issues((7, TITLE, "CLOSED", GONE.format(left)))
    assert kept.run("1 note\n", "0", left) == (0, [])


def test_of_a_long_report_the_problems_are_kept(kept: Kept) -> None:
    problem = GONE.format("https://gone.example/")
    notes = "".join(f"docs/a.md:{number}:1: note: link 'x' has moved\n" for number in range(2000))
    _, calls = kept.run(f"{notes}{problem}\n", "1")
    assert calls[1][-1].partition("```text\n")[2].startswith(f"{problem}\n")


def test_a_machine_that_was_cut_off_closes_nothing(kept: Kept) -> None:
    kept.issues((7, TITLE, "OPEN"))
    source = (REPOSITORY / "hooks/undersigned/cli/asking.py").read_text(encoding="utf-8")
    assert "note: nobody answered at all; see" in source
    assert kept.run("note: nobody answered at all; see whether\n", "0") == (1, [])


def test_a_report_cannot_leave_its_fences_and_fits_into_an_issue(kept: Kept) -> None:
    _, calls = kept.run("````\n@octocat\n" + "x" * 100_000, "1")
    body = calls[1][-1]
    assert body.count("`````") == 2
    assert body.endswith("… cut here\n`````\n")
    assert len(body) < 65_536


@pytest.mark.parametrize("code", ["2", "", "x"])
def test_a_run_that_could_not_begin_changes_no_issue(code: str, kept: Kept) -> None:
    assert kept.run("gone\n", code) == (2, [])


def test_what_gh_refuses_is_told(kept: Kept) -> None:
    (kept.folder / "fails").touch()
    assert kept.run("gone\n", "1")[0] == 1


# What a line of `undersigned proofs` says of a host.
SERVED = (
    "signatories.d/x.yml:3:1: 'Acme' has withdrawn by line 2 of"
    " https://{}/.well-known/endorsements.txt; add 'withdrawn: 2026-06-01' to this entry"
)


def hosts(*outcomes: tuple[str, str, bool]) -> object:
    """The JSON of `undersigned proofs`: hosts, what came of them, whether they have withdrawn."""
    return {
        "format": 1,
        "hosts": [
            {"host": host, "outcome": outcome, "claims": [{"withdrawn": gone}]}
            for host, outcome, gone in outcomes
        ],
    }


def test_proofs_have_an_issue_of_their_own(tmp_path: Path) -> None:
    kept = Kept(tmp_path, "proofs")
    kept.issues((7, TITLE, "OPEN"))
    code, calls = kept.run_after(SERVED.format("acme.example"), "1", hosts())
    assert code == 0
    assert calls[0][:3] == ["label", "create", "proofs"]
    assert calls[1][:6] == [
        *("issue", "create", "--title", "Proofs that have changed", "--label", "proofs"),
    ]
    assert "MAINTAINING.md, “Proofs”, says what to do" in calls[1][-1]


@pytest.mark.parametrize(
    ("outcome", "withdrawn", "stays"),
    [
        ("no answer", False, True),
        ("not asked", False, True),
        ("no answer", True, False),
        ("unchanged", False, False),
        ("gone", False, False),
    ],
)
def test_what_a_server_said_stands_until_it_answers_or_the_entry_says_so(
    outcome: str, withdrawn: bool, stays: bool, tmp_path: Path
) -> None:
    kept = Kept(tmp_path, "proofs")
    line, note = (
        SERVED.format("www.acme.example"),
        "a.yml:1:1: note: 'B' https://{}/.well-known/endorsements.txt",
    )
    lines = (line, note.format("acme.example"), SERVED.format("b.example"))
    body = "\n".join(["About", "", "```text", *lines, "```"])
    kept.issues((7, "Proofs that have changed", "OPEN", body))
    known = hosts(("acme.example", outcome, withdrawn), ("b.example", "unchanged", False))
    _, [call] = kept.run_after("asked 2 hosts\n", "0", known)
    if stays:
        assert call[:3] == ["issue", "edit", "7"]
        assert call[-1].partition("not asked in this one:")[2].strip() == f"```text\n{line}\n```"
    else:
        assert call[:3] == ["issue", "close", "7"]


def test_the_issue_of_proofs_is_about_words_that_the_command_has() -> None:
    folder = REPOSITORY / "hooks/undersigned"
    outcomes = (folder / "verification/outcomes.py").read_text(encoding="utf-8")
    script = SCRIPT.read_text(encoding="utf-8")
    for outcome in ("not asked", "no answer"):
        assert f'"{outcome}"' in outcomes
        assert f'"{outcome}"' in script
    maintaining = (REPOSITORY / "MAINTAINING.md").read_text(encoding="utf-8")
    for section in re.findall("“(.+?)”, says", script):
        assert f"\n## {section}\n" in maintaining


def test_a_subject_that_is_none_changes_no_issue(tmp_path: Path) -> None:
    assert Kept(tmp_path, "names").run("gone\n", "1") == (2, [])


def test_the_weekly_job_shows_its_report_where_a_name_in_it_draws_nothing(tmp_path: Path) -> None:
    text = (REPOSITORY / ".github/workflows/proofs.yml").read_text(encoding="utf-8")
    [line] = [each for each in text.splitlines() if "GITHUB_STEP_SUMMARY" in each]
    (tmp_path / "proofs.txt").write_text("</pre>\n# Title\n::error::x\n", encoding="utf-8")
    summary = tmp_path / "summary"
    subprocess.run(
        ["sh", "-euc", line], cwd=tmp_path, env=os.environ | {"GITHUB_STEP_SUMMARY": str(summary)},
        check=True,
    )  # fmt: skip
    shown = summary.read_text(encoding="utf-8").splitlines()
    assert shown == ["    </pre>", "    # Title", "    ::error::x"]


@pytest.mark.parametrize("subject", ["links", "proofs"])
@pytest.mark.parametrize(("code", "goes_on"), [(0, True), (1, True), (2, False), (130, False)])
def test_the_weekly_job_hands_on_what_the_command_exits_with(
    subject: str, code: int, goes_on: bool, tmp_path: Path
) -> None:
    text = (REPOSITORY / f".github/workflows/{subject}.yml").read_text(encoding="utf-8")
    [ask] = [step for step in yaml.safe_load(text)["jobs"]["ask"]["steps"] if "id" in step]
    command = tmp_path / ".venv/bin/undersigned"
    command.parent.mkdir(parents=True)
    command.write_text(f"#!/bin/sh\necho \"$@\"\necho '##[error]x' >&2\nexit {code}\n")
    command.chmod(0o755)
    files = {name: str(tmp_path / name) for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY")}
    run = subprocess.run(
        ["bash", "-e", "-o", "pipefail", "-c", ask["run"]],
        cwd=tmp_path, env=os.environ | files, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (run.returncode == 0) is goes_on
    assert (tmp_path / "GITHUB_OUTPUT").read_text(encoding="utf-8") == f"code={code}\n"
    assert run.stdout.startswith(f"{subject} ")
    assert "## [error]x" in run.stdout
    report = (tmp_path / f"{subject}.txt").read_text(encoding="utf-8")
    assert report == run.stdout.replace("## [", "##[")
