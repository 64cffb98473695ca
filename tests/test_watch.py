"""The template by which others watch a site: its real scripts, real git, and a local server."""

import hashlib
import json
import os
import shutil
import ssl
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
import trustme
from click.testing import CliRunner
from undersigned.cli import main

from tests.support.endorsing import endorses
from tests.support.prepared import run_file
from tests.support.sites import REPOSITORY
from tests.support.verifying import entry, publish, put, said
from tests.support.web import local_web

WATCH = REPOSITORY / "watch"

# Builds as an edition does: the same bytes from the same commit, the commit named, all digests.
MAKEFILE = """\
.PHONY: site
site:
\trm -rf site && mkdir site && cp docs/* site/
\tprintf '{"commit": "%s"}' "$$(git rev-parse HEAD)" > site/statement.json
\tcd site && LC_ALL=C sha256sum * > ../sums && mv ../sums SHA256SUMS
"""


class Handler(SimpleHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path == "/404.html":
            self.send_response(404)
            self.end_headers()
            self.wfile.write(b"Nothing is here")
        elif raw := self.server.raw.get(self.path):  # type: ignore[attr-defined]
            self.wfile.write(raw)
            self.close_connection = True
        elif elsewhere := self.server.moved.get(self.path):  # type: ignore[attr-defined]
            self.send_response(301)
            self.send_header("Location", elsewhere)
            self.end_headers()
        else:
            super().do_GET()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing: the test says what matters."""


@dataclass
class Watched:
    """An edition under git, what is served of it, and a repository that watches."""

    folder: Path
    address: str
    moved: dict[str, str]
    raw: dict[str, bytes]

    @property
    def edition(self) -> Path:
        return self.folder / "edition"

    @property
    def served(self) -> Path:
        return self.folder / "served"

    @property
    def seen(self) -> Path:
        return self.folder / "seen"

    def git(self, *arguments: str) -> str:
        command = ["git", "-c", "user.name=A", "-c", "user.email=a@b.example", *arguments]
        run = subprocess.run(command, cwd=self.edition, check=True, capture_output=True, text=True)
        return run.stdout.strip()

    def commit(self, text: str) -> str:
        (self.edition / "docs" / "index.html").write_text(text)
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", text)
        return self.git("rev-parse", "HEAD")

    def publish(self) -> None:
        """Build what is checked out, and serve it."""
        subprocess.run(["make", "site"], cwd=self.edition, check=True, capture_output=True)
        shutil.rmtree(self.served)
        shutil.copytree(self.edition / "site", self.served)

    def serve(self, path: str, text: str, listed: bool = True) -> None:
        """Serve something else at a path, and list it."""
        sums = (self.served / "SHA256SUMS").read_text()
        old = hashlib.sha256((self.served / path).read_bytes()).hexdigest()
        (self.served / path).write_text(text)
        if listed:
            new = hashlib.sha256(text.encode()).hexdigest()
            (self.served / "SHA256SUMS").write_text(sums.replace(old, new))

    def script(self, name: str, *arguments: object) -> subprocess.CompletedProcess[str]:
        trusted = os.environ | {"SSL_CERT_FILE": str(self.folder / "authority.pem")}
        run = run_file(WATCH / name, *map(str, arguments), cwd=self.folder, env=trusted)
        assert "Traceback" not in run.stderr, run.stderr
        return run

    def look(self) -> int:
        shutil.rmtree(self.folder / "run", ignore_errors=True)
        now = self.folder / "run" / "now"
        return self.script("look.py", self.address, self.edition, self.seen, now).returncode

    def rebuild(self) -> str:
        run = self.folder / "run"
        built = self.script("rebuild.py", self.edition, run / "now", run / "built")
        assert built.returncode == 0
        return built.stdout

    def judge(self, verified: str = "1 signatory: 1 proved now\n", code: str = "0") -> int:
        run = self.folder / "run"
        if code:
            (run / "verified").mkdir()
            (run / "verified" / "verify.txt").write_text(verified)
            (run / "verified" / "code.txt").write_text(f"{code}\n")
        return self.script("judge.py", self.seen, run).returncode

    @property
    def findings(self) -> list[str]:
        return (self.folder / "run" / "findings.txt").read_text().splitlines()

    def watch(self) -> list[str]:
        """All of a run that goes well, and what it found."""
        assert self.look() == 0
        self.rebuild()
        assert self.judge() == 0
        return self.findings


@contextmanager
def https(folder: Path, served: Path) -> Iterator[tuple[str, dict[str, str], dict[str, bytes]]]:
    authority = trustme.CA()
    authority.cert_pem.write_to_path(str(folder / "authority.pem"))
    certified = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("localhost").configure_cert(certified)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(served)))
    server.moved = moved = dict[str, str]()  # type: ignore[attr-defined]
    server.raw = raw = dict[str, bytes]()  # type: ignore[attr-defined]
    server.socket = certified.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    try:
        yield f"https://localhost:{server.server_port}/", moved, raw
    finally:
        server.shutdown()
        server.server_close()


@pytest.fixture
def watched(tmp_path: Path) -> Iterator[Watched]:
    for name in ("edition/docs", "served"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "edition" / "Makefile").write_text(MAKEFILE)
    (tmp_path / "edition" / ".gitignore").write_text("site/\n")
    # Which some hosts answer with 404, and this one with these bytes in any case.
    (tmp_path / "edition" / "docs" / "404.html").write_text("Nothing is here")
    with https(tmp_path, tmp_path / "served") as (address, moved, raw):
        made = Watched(tmp_path, address, moved, raw)
        made.git("init", "--quiet", "--initial-branch", "main")
        made.commit("first")
        made.publish()
        yield made


@pytest.mark.parametrize("name", ["look.py", "rebuild.py", "judge.py", "issue.py"])
def test_a_script_needs_nothing_but_python_and_says_what_it_is_to_be_given(name: str) -> None:
    command = [sys.executable, "-I", "-S", str(WATCH / name)]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (run.returncode, run.stdout, run.stderr[:5]) == (2, "", "give ")


def test_what_a_commit_makes_is_explained_and_is_built_once(watched: Watched) -> None:
    assert watched.watch() == []
    assert watched.look() == 0
    assert watched.rebuild() == "there is nothing to build\n"
    assert watched.judge() == 0
    first = json.loads((watched.seen / "explained.json").read_text())
    commit = watched.commit("second")
    watched.publish()
    assert watched.watch() == []
    explained = json.loads((watched.seen / "explained.json").read_text())
    assert explained["commit"] == commit != first["commit"]
    sums = (watched.served / "SHA256SUMS").read_bytes()
    assert (watched.seen / "SHA256SUMS").read_bytes() == sums
    assert explained["sums"] == hashlib.sha256(sums).hexdigest()
    log = (watched.seen / "log.txt").read_text().splitlines()
    assert [line.split()[-1] for line in log] == ["well"] * 3
    assert log[-1].split()[1:3] == [explained["sums"], commit]


def test_a_rewritten_page_is_found_although_its_digest_is_listed(watched: Watched) -> None:
    watched.watch()
    before = (watched.seen / "explained.json").read_text()
    watched.serve("index.html", "rewritten")
    commit = watched.git("rev-parse", "HEAD")
    found = [f"{commit} makes other bytes than those that are served: 'index.html'"]
    assert watched.watch() == found
    # Until it is explained, each run finds it.
    assert watched.watch() == found
    assert (watched.seen / "explained.json").read_text() == before
    assert "index.html" in (watched.seen / "SHA256SUMS").read_text()
    watched.publish()
    assert watched.watch() == []


def test_a_rewritten_page_whose_digest_is_not_listed_is_found_and_kept(watched: Watched) -> None:
    watched.watch()
    watched.serve("index.html", "rewritten", listed=False)
    [found] = watched.watch()
    assert found.startswith("'index.html' is served with sha256:")
    assert (watched.folder / "run" / "now" / "served-01").read_text() == "rewritten"
    watched.serve("SHA256SUMS", f"{'0' * 64}  gone.html\n", listed=False)
    assert "'gone.html' is on SHA256SUMS and is not served" in watched.watch()


def test_a_commit_that_is_not_on_the_branch_explains_nothing(watched: Watched) -> None:
    watched.watch()
    watched.git("switch", "--quiet", "--detach")
    commit = watched.commit("not pushed")
    watched.publish()
    watched.git("switch", "--quiet", "main")
    found = watched.watch()
    assert found == [
        f"statement.json names {commit}, which is not on the branch of {watched.edition}"
    ]
    # A site that was published before its commit was pushed.
    watched.git("merge", "--quiet", "--ff-only", commit)
    assert watched.watch() == []


def test_history_that_was_rewritten_is_found_although_the_new_one_builds(watched: Watched) -> None:
    watched.watch()
    before = watched.git("rev-parse", "HEAD")
    watched.git("commit", "--quiet", "--amend", "--message", "another")
    after = watched.git("rev-parse", "HEAD")
    watched.publish()
    found = [
        f"statement.json names {after}, which does not come after {before}, seen before",
        f"{before} was published, and is not on the branch of {watched.edition} any more",
    ]
    assert watched.watch() == found
    # Whoever accepts it begins anew, as the README says.
    (watched.seen / "explained.json").unlink()
    assert watched.watch() == []


def test_a_site_that_goes_back_is_found(watched: Watched) -> None:
    before = watched.git("rev-parse", "HEAD")
    after = watched.commit("second")
    watched.publish()
    watched.watch()
    watched.git("checkout", "--quiet", before)
    watched.publish()
    watched.git("switch", "--quiet", "main")
    assert watched.watch() == [
        f"statement.json names {before}, which does not come after {after}, seen before"
    ]


def test_a_commit_that_cannot_be_built_explains_nothing(watched: Watched) -> None:
    watched.publish()
    good = (watched.served / "SHA256SUMS").read_text()
    (watched.edition / "Makefile").write_text(
        ".PHONY: site\nsite:\n\t@echo '::error::no'; exit 3\n"
    )
    commit = watched.commit("second")
    watched.serve("statement.json", json.dumps({"commit": commit}))
    assert watched.look() == 0
    assert watched.rebuild() == "make site failed:\n"
    assert watched.judge() == 0
    assert watched.findings[:3] == [
        f"{commit} could not be built:", "  make site failed:", "  ::error::no"
    ]  # fmt: skip
    assert good != (watched.seen / "SHA256SUMS").read_text()
    assert not (watched.seen / "explained.json").exists()


@pytest.mark.parametrize(
    "statement",
    ["{}", "[]", '"commit"', "{", '{"commit": 1}', '{"commit": "--upload-pack=x"}', "[" * 100_000],
)
def test_a_site_that_names_no_commit_is_found_and_nothing_is_built(
    watched: Watched, statement: str
) -> None:
    watched.serve("statement.json", statement)
    assert watched.look() == 0
    assert watched.rebuild() == "there is nothing to build\n"
    assert watched.judge() == 0
    assert watched.findings == ["statement.json names no commit"]


def test_a_change_that_met_a_run_that_failed_is_found_by_the_next_one(watched: Watched) -> None:
    watched.watch()
    kept = {place.name: place.read_bytes() for place in watched.seen.iterdir()}
    watched.serve("index.html", "rewritten")
    # The sources do not answer, then the job that builds ends before it has built.
    (watched.edition / ".git").rename(watched.folder / "away")
    assert watched.look() == 2
    (watched.folder / "away").rename(watched.edition / ".git")
    assert {place.name: place.read_bytes() for place in watched.seen.iterdir()} == kept
    assert watched.look() == 0
    assert watched.judge() == 1
    assert watched.findings == []
    assert (watched.seen / "log.txt").read_text().endswith(" not known\n")
    [found] = watched.watch()
    assert found.endswith("makes other bytes than those that are served: 'index.html'")


@pytest.mark.parametrize(
    ("elsewhere", "why"),
    [
        ("https://127.0.0.1:1/", "which is another place"),
        ("http://localhost:1/", "which is another place"),
        ("//a.example/", "which is another place"),
        ("file:///etc/passwd", "is answered with 301"),
    ],
)
def test_a_site_that_leads_elsewhere_is_not_followed(
    watched: Watched, elsewhere: str, why: str
) -> None:
    watched.moved["/statement.json"] = elsewhere
    now = watched.folder / "now"
    run = watched.script("look.py", watched.address, watched.edition, watched.seen, now)
    assert run.returncode == 2
    assert why in run.stderr


def test_a_redirect_on_the_same_host_is_followed(watched: Watched) -> None:
    watched.moved["/index.html"] = f"{watched.address}real.html"
    shutil.copy(watched.served / "index.html", watched.served / "real.html")
    assert watched.watch() == []


@pytest.mark.parametrize("path", ["index.html", "statement.json", "SHA256SUMS"])
def test_a_connection_that_breaks_off_says_nothing_of_the_site(watched: Watched, path: str) -> None:
    whole = (watched.served / path).read_bytes()
    length = f"Content-Length: {len(whole)}".encode()
    watched.raw[f"/{path}"] = b"\r\n".join([b"HTTP/1.0 200 OK", length, b"", whole[:-1]])
    now = watched.folder / "now"
    run = watched.script("look.py", watched.address, watched.edition, watched.seen, now)
    assert run.returncode == 2
    assert run.stderr == f"{watched.address}{path} is cut off before its end\n"


def test_what_a_site_answers_is_no_command_to_the_runner(watched: Watched) -> None:
    watched.raw["/SHA256SUMS"] = b"a\r::error::b ##[error]c \x1b[2J\r\n\r\n"
    now = watched.folder / "now"
    run = watched.script("look.py", watched.address, watched.edition, watched.seen, now)
    assert run.returncode == 2
    assert run.stderr.rstrip("\n").isprintable()
    assert "##[" not in run.stderr


@pytest.mark.parametrize(
    "sums",
    [
        *("", "no digest  x\n", f"{'0' * 64} *x\n", "\0" * 100 + "\n"),
        f"{'0' * 64}  x\n{'1' * 64}  x\n",
    ],
)
def test_a_list_that_is_none_says_nothing(watched: Watched, sums: str) -> None:
    (watched.served / "SHA256SUMS").write_text(sums)
    assert watched.look() == 2


def test_the_last_line_of_a_list_counts_whether_it_is_ended_or_not(watched: Watched) -> None:
    (watched.served / "SHA256SUMS").write_text(f"{'0' * 64}  index.html")
    assert watched.look() == 0
    found = json.loads((watched.folder / "run" / "now" / "look.json").read_text())
    assert "'index.html' is served with sha256:" in found["otherwise"][0]


@pytest.mark.parametrize(
    "path", ["../../etc/passwd", "/etc/passwd", "https://a.example/", "?a#b", "\\\\x\\ny", "é ::x"]
)
def test_whatever_a_list_names_is_asked_of_the_site_alone(watched: Watched, path: str) -> None:
    escape = "\\" if "\\" in path else ""
    with (watched.served / "SHA256SUMS").open("a", encoding="utf-8") as sums:
        sums.write(f"{escape}{'0' * 64}  {path}\n")
    assert watched.look() == 0
    found = json.loads((watched.folder / "run" / "now" / "look.json").read_text())
    assert len(found["otherwise"]) == 1
    assert found["otherwise"][0].isprintable()


@pytest.mark.parametrize("address", ["http://localhost:1/", "https://localhost:1", "localhost"])
def test_an_address_that_is_none_is_refused(watched: Watched, address: str) -> None:
    run = watched.script("look.py", address, watched.edition, watched.seen, watched.folder / "now")
    assert run.returncode == 2
    assert "is to begin with 'https://' and to end with '/'" in run.stderr


def test_what_signatories_servers_contradict_is_found(watched: Watched) -> None:
    said = (
        "the site contradicts itself: versions\ncontradicted: 'Acme' (acme.example)\n"
        "claimed only: 'Beta'\n2 signatories: 1 contradicted\n"
    )
    assert watched.look() == 0
    watched.rebuild()
    assert watched.judge(said, "1") == 0
    assert watched.findings == said.splitlines()[:2]
    # The bytes are those of a commit all the same.
    assert (watched.seen / "explained.json").exists()


def test_what_the_verification_prints_of_a_rewritten_text_is_found(
    watched: Watched, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path / "empty")
    with local_web() as web:
        mirror = "https://coalition.example/"
        web.folders[mirror] = publish(tmp_path / "published", entry("Acme"))
        put(tmp_path / "published", "principles/1.0.txt", b"1. Do some harm\n")
        endorses(web, "acme.example", said())
        printed = CliRunner().invoke(main, ["verify", mirror], obj=web.network())
    assert watched.look() == 0
    watched.rebuild()
    assert watched.judge(printed.output, str(printed.exit_code)) == 0
    assert [each.partition(":")[0] for each in watched.findings] == [
        "the site contradicts itself",
        "contradicted",
    ]


@pytest.mark.parametrize("code", ["2", "130", ""])
def test_that_nobody_could_be_asked_is_no_finding_and_fails(watched: Watched, code: str) -> None:
    assert watched.look() == 0
    watched.rebuild()
    assert watched.judge("statement.json cannot be read\n", code) == 1
    assert watched.findings == []
    assert (watched.seen / "log.txt").read_text().endswith(" not known\n")


def test_a_verification_that_broke_is_no_finding_and_fails(watched: Watched) -> None:
    assert watched.look() == 0
    watched.rebuild()
    assert watched.judge("Traceback (most recent call last):\nMemoryError\n", "1") == 1
    assert watched.findings == []


def test_a_build_that_says_why_it_failed_in_no_text_is_found(watched: Watched) -> None:
    (watched.edition / "Makefile").write_text("site:\n\tfalse\n")
    watched.commit("second")
    (watched.served / "statement.json").write_text(
        json.dumps({"commit": watched.git("rev-parse", "HEAD")})
    )
    assert watched.look() == 0
    watched.rebuild()
    (watched.folder / "run" / "built" / "failed.txt").write_bytes(b"\xff a\x0cb\xe2\x80\xa8c\n")
    assert watched.judge() == 0
    assert watched.findings[0].endswith(" could not be built:")
    assert watched.findings[1:4] == ["  \ufffd a", "  b", "  c"]


# Keeps the issues as GitHub does, and fails where it is told to.
GH = f"""#!{sys.executable}
import json, pathlib, sys
folder = pathlib.Path(__file__).parent
if (folder / "fails").exists():
    sys.exit("no rights")
what, *arguments = sys.argv[2:]
place = folder / "issues.json"
issues = json.loads(place.read_text()) if place.exists() else []
if "--body-file" in arguments:
    text = pathlib.Path(arguments[arguments.index("--body-file") + 1]).read_text()
if what == "list":
    print(json.dumps(issues))
elif what == "create" and sys.argv[1] == "issue":
    issue = {{"number": len(issues) + 1, "state": "OPEN", "body": text, "comments": []}}
    issues.insert(0, issue)
elif what == "comment":
    [issue] = [each for each in issues if str(each["number"]) == arguments[0]]
    issue["comments"].append({{"body": text, "viewerDidAuthor": True}})
place.write_text(json.dumps(issues))
"""


class Reports:
    """What is reported on GitHub."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        (folder / "gh").write_text(GH)
        (folder / "gh").chmod(0o755)

    def run(self, findings: str) -> int:
        (self.folder / "findings.txt").write_text(findings)
        found = str(self.folder / "findings.txt")
        path = os.environ | {"PATH": f"{self.folder}:{os.environ['PATH']}"}
        run = run_file(WATCH / "issue.py", found, cwd=self.folder, env=path)
        assert "Traceback" not in run.stderr
        return run.returncode

    @property
    def issues(self) -> list[tuple[str, str, int]]:
        """The state, the text and the number of comments of each, newest first."""
        place = self.folder / "issues.json"
        issues = json.loads(place.read_text()) if place.exists() else []
        return [(each["state"], each["body"], len(each["comments"])) for each in issues]

    def close(self) -> None:
        place = self.folder / "issues.json"
        place.write_text(place.read_text().replace("OPEN", "CLOSED"))


@pytest.fixture
def reports(tmp_path: Path) -> Reports:
    return Reports(tmp_path)


def test_one_issue_reports_each_finding_once(reports: Reports) -> None:
    assert reports.run("") == 0
    assert reports.issues == []
    assert [reports.run("a ``` b\n"), reports.run("a ``` b\n")] == [0, 0]
    [(state, body, comments)] = reports.issues
    assert (state, comments) == ("OPEN", 0)
    assert "\n````text\na ``` b\n````\n" in body
    reports.run("c\n")
    reports.run("c\n")
    assert [each[2] for each in reports.issues] == [1]


def test_what_was_looked_at_opens_no_issue_again_and_what_is_new_does(reports: Reports) -> None:
    reports.run("a\n")
    reports.run("b\n")
    reports.close()
    reports.run("a\n")
    reports.run("b\n")
    assert len(reports.issues) == 1
    reports.run("c\n")
    assert [each[0] for each in reports.issues] == ["OPEN", "CLOSED"]


def test_what_a_build_prints_makes_no_finding_another(reports: Reports) -> None:
    reports.run("x could not be built:\n  at 12:01\n")
    reports.run("x could not be built:\n  at 12:02\n")
    assert [each[2] for each in reports.issues] == [0]


def test_what_could_not_be_reported_is_reported_by_the_next_run(reports: Reports) -> None:
    (reports.folder / "fails").touch()
    assert reports.run("a\n") == 1
    (reports.folder / "fails").unlink()
    assert reports.run("a\n") == 0
    assert len(reports.issues) == 1


def test_a_text_that_is_too_long_is_cut(reports: Reports) -> None:
    reports.run("y" * 100_000)
    assert 30_000 < len(reports.issues[0][1]) < 60_000


def test_a_finding_that_stays_while_another_goes_is_not_reported_again(reports: Reports) -> None:
    reports.run("a\nb\n")
    reports.close()
    reports.run("b\n")
    assert len(reports.issues) == 1
    reports.run("b\nc\n")
    [(state, body, _), _] = reports.issues
    assert (state, "\nc\n" in body, "\nb\n" in body) == ("OPEN", True, False)


def test_nobody_keeps_a_finding_from_being_reported(reports: Reports) -> None:
    reports.run("b\n")
    mark = "<!-- reported: " + reports.issues[0][1].rpartition("<!-- reported: ")[2]
    (reports.folder / "issues.json").unlink()
    reports.run(f"'{mark.strip()}' is on SHA256SUMS and is not served\n  {mark}")
    place = reports.folder / "issues.json"
    issues = json.loads(place.read_text())
    issues[0]["comments"].append({"body": mark, "viewerDidAuthor": False})
    place.write_text(json.dumps(issues))
    reports.run("b\n")
    assert reports.issues[0][2] == 2


def test_more_findings_than_one_text_has_room_for_are_reported_by_the_next_runs(
    reports: Reports,
) -> None:
    findings = "".join(f"{number} {'y' * 90}\n" for number in range(500))
    for _ in range(3):
        reports.run(findings)
    assert reports.issues[0][2] == 1
    place = reports.folder / "issues.json"
    assert all(f"{number} yyy" in place.read_text() for number in range(500))
