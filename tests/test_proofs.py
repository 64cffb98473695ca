"""`undersigned proofs`, against signatories' servers on this machine."""

import json
import shutil
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import nullcontext
from datetime import UTC, date, datetime, timedelta
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from undersigned.changes.proof_lines import UNASKED
from undersigned.cli import main
from undersigned.evidence.grades import Grade
from undersigned.site import read_site
from undersigned.statement.version import digest
from undersigned.verification import keeping
from undersigned.verification.keeping import keep

from tests.support.endorsing import address_of, endorses, new_key, serves
from tests.support.files import plant
from tests.support.interrupted import interrupted
from tests.support.proofs import PUBLISHED, SITE, record_of, said
from tests.support.proofs import kept as copy_of
from tests.support.registers import entry_text
from tests.support.web import Reply, Web, hanging, local_web, moved, reply

ACME, BETA = entry_text("Acme"), entry_text("Beta", "other")
FILE = address_of("acme.example")

# When a server is asked first: so long ago that some weeks may pass before the day of the machine.
FIRST = datetime(2026, 11, 2, 13, 11, tzinfo=UTC)


class Site:
    """A site in a folder, whose signatories' servers are asked."""

    def __init__(self, root: Path, web: Web) -> None:
        self.root, self.web = root, web
        self.web.now = FIRST
        self.register(ACME)

    def register(self, *entries: str) -> None:
        plant(self.root, PUBLISHED | {"signatories.yml": "\n".join(entries)})

    def run(self, *arguments: str, network: object = None) -> Result:
        command = ["proofs", *arguments]
        given = network or self.web.network()
        return CliRunner().invoke(main, command, obj=given, catch_exceptions=False)

    def prints(self, *arguments: str, code: int = 0) -> str:
        """What a run prints, which exits with this code."""
        result = self.run(*arguments)
        assert result.exit_code == code, result.output
        return result.stdout

    def check(self) -> str:
        """What `undersigned check` prints of the site."""
        return CliRunner().invoke(main, ["check"], catch_exceptions=False).stdout

    def later(self, days: int = 7) -> None:
        """Let days pass for the servers."""
        self.web.now += timedelta(days=days)

    @property
    def copies(self) -> dict[str, bytes]:
        """All files in proofs/ by their paths in it."""
        folder = self.root / "proofs"
        files = filter(Path.is_file, folder.rglob("*"))
        return {each.relative_to(folder).as_posix(): each.read_bytes() for each in files}

    @property
    def grades(self) -> dict[str, Grade]:
        site, _ = read_site(self.root)
        return {each.name: each.grade for each in site.register.endorsements}


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    with local_web() as web:
        monkeypatch.chdir(tmp_path)
        yield Site(tmp_path, web)


def test_a_first_proof_is_kept_byte_for_byte_and_the_entry_is_proved(site: Site) -> None:
    content = endorses(site.web, "acme.example", f"# Ours\r\n{said()}")
    assert site.prints() == (
        "kept proofs/acme.example, which proves 'Acme'\nasked 1 host, of which 1 has such a file\n"
    )
    assert site.copies["acme.example/endorsements.txt"] == content
    assert site.grades == {"Acme": Grade.PROVED}
    assert site.check() == ""


def test_the_same_bytes_are_not_written_again(site: Site) -> None:
    endorses(site.web, "acme.example", said())
    site.prints()
    before = site.copies
    site.later()
    site.web.certify("acme.example")
    assert site.prints() == "asked 1 host, of which 1 has such a file\n"
    assert site.copies == before


def kept(site: Site, *lines: str, key: Any = None, host: str = "acme.example") -> dict[str, bytes]:
    """The copies once a server has served these lines, and the next run a week later."""
    endorses(site.web, host, "".join(lines), key)
    site.prints()
    site.later()
    return site.copies


def is_clean(site: Site) -> bool:
    """Whether neither a run nor a check finds more than notes."""
    run = site.prints("--check")
    return not any(word in run + site.check() for word in ("problem", "warning"))


def test_more_lines_of_other_statements_are_kept_and_change_no_grade(site: Site) -> None:
    kept(site, said())
    others = (said(address=f"https://other.example/{number}.txt") for number in range(50))
    content = endorses(site.web, "acme.example", "".join([*others, said()]))
    assert "changed and proves as much; 'undersigned proofs acme.example' keeps a copy" in (
        site.prints("--check")
    )
    assert site.prints().startswith("kept proofs/acme.example, which proves 'Acme'\n")
    assert site.copies["acme.example/endorsements.txt"] == content
    assert is_clean(site)


@pytest.mark.parametrize("how", ["404", "410", "500", "expired", "elsewhere", "page", "no host"])
def test_a_file_that_is_gone_is_a_note_and_takes_nothing_away(how: str, site: Site) -> None:
    before = kept(site, said())
    serves(site.web, "acme.example", {})
    serves(site.web, "www.acme.example", {})
    if how.isdecimal():
        site.web.replies[FILE] = reply(int(how))
    elif how == "expired":
        site.web.certify("acme.example", not_after=site.web.now)
    elif how == "elsewhere":
        site.web.replies[FILE] = moved("https://other.example/.well-known/endorsements.txt")
    elif how == "page":
        site.web.replies[FILE] = reply(200, "<!doctype html><p>Welcome")
    found = site.prints()
    assert found.startswith(f"proofs/acme.example/endorsements.txt:1:1: note: {FILE} "), found
    assert "; the copy of 2026-11-02 stays, and the grade with it\n1 note\n" in found
    assert site.copies == before
    assert site.grades == {"Acme": Grade.PROVED}


def test_another_digest_is_a_problem_until_the_line_is_corrected(site: Site) -> None:
    before = kept(site, said())
    endorses(site.web, "acme.example", said(sha256="f" * 64))
    found = site.prints(code=1)
    assert found.startswith(f"signatories.yml:1:3: 'Acme' is contradicted: line 1 of {FILE} has")
    assert (site.copies, site.grades) == (before, {"Acme": Grade.PROVED})
    endorses(site.web, "acme.example", said())
    assert is_clean(site)


def test_another_digest_is_a_warning_once_the_copy_is_removed(site: Site) -> None:
    kept(site, said())
    endorses(site.web, "acme.example", said(sha256="f" * 64))
    assert "or remove proofs/acme.example/" in site.prints(code=1)
    remove(site)
    assert "warning: 'Acme' is contradicted: line 1 of" in site.prints()
    assert site.copies == {}
    assert site.check() == ""


def remove(site: Site, host: str = "acme.example") -> None:
    for file in (site.root / "proofs" / host).iterdir():
        file.unlink()


def test_a_withdrawal_is_proposed_and_once_the_entry_says_so_the_next_run_is_clean(
    site: Site,
) -> None:
    before = kept(site, said())
    content = endorses(site.web, "acme.example", said() + withdrawn_line("2026-11-07"))
    found = site.prints(code=1)
    assert found.startswith(
        f"signatories.yml:1:3: 'Acme' has withdrawn by line 2 of {FILE};"
        " add 'withdrawn: 2026-11-07' to this entry\n"
    )
    assert site.copies == before
    site.register(ACME + "  withdrawn: 2026-11-07\n")
    assert site.prints().startswith("kept proofs/acme.example\n")
    assert site.copies["acme.example/endorsements.txt"] == content
    assert is_clean(site)


def withdrawn_line(day: str, name: str = "") -> str:
    line = said(name).split(" ", 1)[1].split()
    return f"withdraw {' '.join(line[:3])} {day} {name}".rstrip() + "\n"


def test_who_withdraws_without_a_copy_is_told_as_well(site: Site) -> None:
    site.later()
    endorses(site.web, "acme.example", withdrawn_line("2026-11-07"))
    assert "add 'withdrawn: 2026-11-07'" in site.prints(code=1)
    site.register(ACME + "  withdrawn: 2026-11-07\n")
    assert is_clean(site)
    assert site.copies == {}


def test_who_endorses_again_is_proved_again(site: Site) -> None:
    kept(site, said())
    withdraws = said() + withdrawn_line("2026-11-07")
    endorses(site.web, "acme.example", withdraws)
    site.register(ACME + "  withdrawn: 2026-11-07\n")
    site.prints()
    site.later()
    again = said().replace("2026-11-01", "2026-11-14")
    endorses(site.web, "acme.example", withdraws + again)
    found = site.prints()
    assert f"warning: 'Acme' endorses again by line 3 of {FILE};" in found
    assert "take 'withdrawn' off this entry, and give 'signed: 2026-11-14'" in found
    site.register(ACME.replace("2024-05-06", "2026-11-14"))
    assert site.grades == {"Acme": Grade.PROVED}
    assert is_clean(site)


def test_another_key_is_a_problem_until_it_is_accepted(site: Site, tmp_path: Path) -> None:
    first, second = (new_key(tmp_path, name) for name in ("first", "second"))
    before = kept(site, said(), key=first)
    endorses(site.web, "acme.example", said(), second)
    found = site.prints(code=1)
    assert found.startswith(f"proofs/acme.example/endorsements.pub:1:1: {FILE} is signed by ")
    assert site.copies == before
    assert "'undersigned proofs --accept acme.example'" in found
    accepted = site.prints("--accept", "acme.example")
    assert accepted.startswith("kept proofs/acme.example, which proves 'Acme'\nasked 1 host")
    assert site.copies["acme.example/endorsements.pub"] == second.public
    assert is_clean(site)


def test_a_key_that_is_gone_is_a_problem_until_that_is_accepted(site: Site, tmp_path: Path) -> None:
    before = kept(site, said(), key=new_key(tmp_path))
    endorses(site.web, "acme.example", said())
    assert f"{FILE} is no longer signed, and was signed by 'SHA256:" in site.prints(code=1)
    assert site.copies == before
    site.prints("--accept", "https://www.ACME.example/")
    assert sorted(site.copies) == ["acme.example/endorsements.txt", "acme.example/fetched.yml"]
    assert is_clean(site)


def test_a_first_key_is_kept_with_a_note(site: Site, tmp_path: Path) -> None:
    kept(site, said())
    endorses(site.web, "acme.example", said(), new_key(tmp_path))
    found = site.prints()
    assert found.startswith("kept proofs/acme.example, which proves 'Acme'\nproofs/acme.example/")
    assert f"note: {FILE} is signed now, by 'SHA256:" in found
    assert len(site.copies) == 4
    assert is_clean(site)


def test_a_signature_that_does_not_hold_takes_nothing_away(site: Site, tmp_path: Path) -> None:
    key = new_key(tmp_path)
    before = kept(site, said(), key=key)
    content = (said() + "# more\n").encode()
    serves(
        site.web, "acme.example", {"": content, ".sig": key.signed(b"other"), ".pub": key.public}
    )
    found = site.prints()
    assert f"warning: {FILE} proves nothing: its endorsements.txt.sig does not hold" in found
    assert "the copy of 2026-11-02 stays, and the grade with it" in found
    assert site.copies == before
    assert "nothing is kept of what acme.example serves" in (
        site.prints("--accept", "acme.example", code=1)
    )
    assert site.copies == before


FAULTS = {
    "is not UTF-8": said().encode("utf-16"),
    "has more than 65,536 bytes; keep it shorter": b"#" * (64 * 1024 + 1),
}


@pytest.mark.parametrize("why", FAULTS)
def test_a_file_that_cannot_be_read_is_told_whether_or_not_there_is_a_copy(
    why: str, site: Site
) -> None:
    endorses(site.web, "acme.example", FAULTS[why])
    first = site.prints()
    assert first.startswith(f"signatories.yml:1:3: note: 'Acme' is not proved: {FILE} {why}")
    assert first.endswith("asked 1 host, of which 1 has such a file\n")
    before = kept(site, said())
    endorses(site.web, "acme.example", FAULTS[why])
    assert f"endorsements.txt:1:1: warning: {FILE} {why}" in site.prints()
    assert site.copies == before


def test_of_two_signatories_on_one_host_each_is_proved_by_its_name(site: Site) -> None:
    sales = entry_text("Sales", "acme").replace("acme.example\n", "acme.example/sales\n", 1)
    site.register(ACME, sales + "  distinct_from: acme\n")
    found = endorses(site.web, "acme.example", said())
    assert "names nobody" in site.prints()
    assert site.copies == {}
    found = endorses(site.web, "acme.example", said("Acme"))
    assert "note: 'Sales' is not proved: line 1 of" in site.prints()
    assert site.grades["Acme"] is Grade.PROVED
    assert site.grades["Sales"] is not Grade.PROVED
    found = endorses(site.web, "acme.example", said("Acme") + said("Sales"))
    assert site.prints().startswith("kept proofs/acme.example, which proves 'Acme' and 'Sales'")
    site.later()
    endorses(
        site.web,
        "acme.example",
        said("Acme") + said("Sales") + withdrawn_line("2026-11-07", "Sales"),
    )
    found_now = site.prints(code=1)
    assert "'Sales' has withdrawn" in found_now
    assert "'Acme'" not in found_now
    assert site.copies["acme.example/endorsements.txt"] == found


def test_a_website_that_has_changed_is_asked_and_the_old_copy_is_told_to_be_removed(
    site: Site,
) -> None:
    kept(site, said())
    moved_to = ACME.replace("website: https://acme.example", "website: https://other.example")
    site.register(moved_to)
    site.web.asked.clear()
    endorses(site.web, "other.example", said())
    found = site.prints()
    assert found.startswith("kept proofs/other.example, which proves 'Acme'\n")
    assert (
        "proofs/acme.example:1:1: warning: no signatory has its website on 'acme.example'" in found
    )
    assert not any("acme.example" in each for each in site.web.asked)
    remove(site)
    assert is_clean(site)


def test_an_organisation_that_has_ended_is_not_asked(site: Site) -> None:
    before = kept(site, said())
    site.register(ACME + "  ended: 2026-11-08\n", BETA)
    site.web.asked.clear()
    assert site.prints() == "asked 1 host, of which 0 have such a file\n"
    assert not any("acme.example" in each for each in site.web.asked)
    assert site.copies == before
    result = site.run("acme.example")
    assert result.exit_code == 2
    assert "'acme.example' is the host of no signatory who is asked; name one of" in result.output


def test_with_check_nothing_is_written_and_a_proof_without_a_copy_is_a_problem(site: Site) -> None:
    endorses(site.web, "acme.example", said())
    found = site.prints("--check", code=1)
    assert found.startswith(
        f"signatories.yml:1:3: 'Acme' is proved by {FILE};"
        " 'undersigned proofs acme.example' keeps a copy\n1 problem\n"
    )
    assert not (site.root / "proofs").exists()
    site.prints("acme.example")
    assert is_clean(site)


def test_where_nobody_serves_a_file_nothing_is_said_or_made(site: Site) -> None:
    site.register(ACME, BETA)
    assert site.prints() == "asked 2 hosts, of which 0 have such a file\n"
    assert not (site.root / "proofs").exists()


def test_whoever_asks_for_one_host_learns_why_it_proves_nothing(site: Site) -> None:
    site.register(ACME, BETA)
    found = site.prints("acme.example")
    assert found.startswith(f"signatories.yml:1:3: note: 'Acme' is not proved: {FILE} is not there")
    assert not any("other.example" in each for each in site.web.asked)


def test_a_host_of_no_signatory_is_refused_before_anybody_is_asked(site: Site) -> None:
    for arguments in (["nobody.example"], ["--accept", "nobody.example"]):
        result = site.run(*arguments)
        assert result.exit_code == 2
        assert f"'{arguments[-1]}' is the host of no signatory" in result.output
    for host in ("acme.example:8443", "github.com", "http://acme.example", "https://[", "", "x y"):
        result = site.run(host)
        assert result.exit_code == 2
        assert f"on '{host}' no file speaks for one signatory alone" in result.output
    assert site.web.asked == []


def test_what_goes_not_together_is_refused(site: Site) -> None:
    for arguments in (
        ["--check", "--accept", "acme.example"],
        ["--report", "signatories.yml"],
        ["--report", "no/such/folder.json"],
    ):
        assert site.run(*arguments).exit_code == 2
    assert site.web.asked == []


def test_a_site_that_does_not_know_its_address_is_told_to_give_it(site: Site) -> None:
    (site.root / "mkdocs.yml").write_text("site_name: Any\n")
    found = site.prints(code=2)
    assert found.startswith("mkdocs.yml:1:1: site_url is not set, so no server can name the text")
    assert site.web.asked == []


def test_a_site_whose_text_is_not_the_published_one_asks_nobody(site: Site) -> None:
    (site.root / "versions.yml").write_text("- version: one\n")
    assert "versions.yml:1:" in site.prints(code=2)
    assert site.web.asked == []


def test_entries_with_problems_are_left_off_and_their_copies_stay_unquestioned(site: Site) -> None:
    before = kept(site, said())
    site.register(ACME.replace("kind: company", "kind: firm"), BETA)
    result = site.run()
    assert result.exit_code == 0
    assert "note: the register has 1 problem; 'undersigned check' reports them" in result.stderr
    assert "warning" not in result.stdout
    assert site.copies == before


def test_a_copy_that_is_broken_is_not_replaced_unasked(site: Site) -> None:
    before = kept(site, said())
    text = site.root / "proofs/acme.example/endorsements.txt"
    text.write_bytes(b"broken")
    found = site.prints(code=1)
    assert "remove proofs/acme.example/ and run 'undersigned proofs'" in found
    assert text.read_bytes() == b"broken"
    remove(site)
    site.prints()
    again = {name: content for name, content in site.copies.items() if "fetched" not in name}
    assert again.items() <= before.items()
    text.write_bytes(b"broken")
    site.prints("--accept", "acme.example", code=1)
    assert is_clean(site)


@pytest.mark.parametrize("place", ["proofs", "proofs/acme.example"])
def test_nothing_is_written_through_a_link_and_who_removes_it_is_done(
    place: str, site: Site, tmp_path_factory: pytest.TempPathFactory
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (site.root / place).parent.mkdir(exist_ok=True)
    (site.root / place).symlink_to(elsewhere)
    endorses(site.web, "acme.example", said())
    assert f"{place}:1:1: is not a folder" in site.prints(code=1)
    assert list(elsewhere.iterdir()) == []
    (site.root / place).unlink()
    site.prints()
    assert is_clean(site)


def test_a_folder_that_cannot_be_written_is_told_and_the_others_are_kept(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.register(ACME, BETA)
    endorses(site.web, "acme.example", said())
    endorses(site.web, "other.example", said())
    mkdir = Path.mkdir

    def refused(self: Path, *arguments: Any, **named: Any) -> None:
        if "acme.example" in self.name:
            raise PermissionError(13, "Permission denied", str(self))
        mkdir(self, *arguments, **named)

    monkeypatch.setattr(Path, "mkdir", refused)
    found = site.prints(code=1)
    assert "kept proofs/other.example, which proves 'Beta'\n" in found
    assert "proofs/acme.example:1:1: cannot be written: Permission denied\n1 problem\n" in found
    monkeypatch.undo()
    monkeypatch.chdir(site.root)
    site.prints()
    assert is_clean(site)


def test_the_report_says_of_each_host_what_copy_and_file_say(site: Site) -> None:
    site.register(ACME, BETA)
    kept(site, said())
    endorses(site.web, "acme.example", said(sha256="f" * 64))
    site.run("--report", "proofs.json")
    found = json.loads((site.root / "proofs.json").read_text(encoding="utf-8"))
    claim = {"id": "acme", "version": "1.0", "withdrawn": False}
    said_now = {"copy": "endorses", "served": "contradicts", "line": 1}
    assert found["format"] == 1
    acme, beta = found["hosts"]
    assert acme == {
        "host": "acme.example",
        "address": FILE,
        "outcome": "proves less",
        "reason": None,
        "copy": "2026-11-02",
        "key": "same",
        "claims": [claim | said_now],
    }
    assert (beta["host"], beta["outcome"], beta["key"]) == ("other.example", "none", None)
    assert "is not there" in beta["reason"]


def test_a_machine_that_is_cut_off_says_so(site: Site) -> None:
    site.register(ACME, BETA)
    for host in ("acme.example", "www.acme.example", "other.example", "www.other.example"):
        site.web.machines[host] = []
    result = site.run()
    assert result.exit_code == 0
    assert result.stderr == (
        "note: nobody answered at all; see whether this machine is connected\n"
    )
    assert result.stdout == "asked 2 hosts, of which 0 have such a file and 2 did not answer\n"


@pytest.mark.parametrize("answer", [reply(200, "<html>"), reply(403), reply(500), moved("/")])
def test_servers_that_answer_with_something_else_are_not_taken_for_silent(
    site: Site, answer: Reply
) -> None:
    site.register(ACME, BETA)
    for host in ("acme.example", "www.acme.example", "other.example", "www.other.example"):
        site.web.certify(host)
        site.web.replies[address_of(host)] = answer
    result = site.run()
    assert (result.exit_code, result.stderr) == (0, "")
    found = "asked 2 hosts, of which 0 have such a file and 2 answered with something else\n"
    assert result.stdout == found


def test_interrupted_between_two_copies_it_says_so_and_the_next_run_goes_on(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.register(ACME, BETA)
    endorses(site.web, "acme.example", said())
    endorses(site.web, "other.example", said())

    def interrupted(root: Path, host: str, files: Mapping[str, bytes]) -> None:
        if host == "other.example":
            raise KeyboardInterrupt
        keep(root, host, files)

    monkeypatch.setattr(keeping, "keep", interrupted)
    result = site.run("--report", "proofs.json")
    assert result.exit_code == 130
    assert result.stdout.startswith("kept proofs/acme.example, which proves 'Acme'\n")
    assert result.stderr == "stopped before each copy was written; run it again for the others\n"
    assert (site.root / "proofs.json").is_file()
    monkeypatch.setattr(keeping, "keep", keep)
    assert site.prints().startswith("kept proofs/other.example, which proves 'Beta'\n")
    assert is_clean(site)


def test_what_is_not_asked_in_time_is_counted_and_its_copy_stays(site: Site) -> None:
    before = kept(site, said())
    site.web.replies[FILE] = hanging
    result = site.run("--minutes", "0.005")
    assert result.stdout == "asked 0 hosts, of which 0 have such a file; 1 not asked in this run\n"
    assert (result.exit_code, site.copies) == (0, before)


def test_a_broken_copy_of_another_host_does_not_concern_whoever_asks_for_one(site: Site) -> None:
    site.register(ACME, BETA)
    kept(site, said(), host="other.example")
    (site.root / "proofs/other.example/endorsements.txt").write_bytes(b"broken")
    endorses(site.web, "acme.example", said())
    assert site.prints("acme.example").startswith("kept proofs/acme.example")
    assert "proofs/other.example" in site.prints(code=1)


class Interrupting:
    """Progress at which somebody presses Ctrl-C once the first host is done."""

    def begin(self, total: int) -> None: ...

    def now(self, what: str) -> None: ...

    def done(self, count: int = 1) -> None:
        raise KeyboardInterrupt

    def end(self) -> None: ...


def test_interrupted_while_it_asks_it_keeps_what_was_found_until_then(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.register(ACME, BETA)
    released = threading.Event()

    def waiting(_: BaseHTTPRequestHandler) -> None:
        released.wait(20)

    site.web.replies[address_of("other.example")] = waiting
    endorses(site.web, "acme.example", said())
    command = sys.modules["undersigned.cli.proofs"]  # the package has the command by this name
    monkeypatch.setattr(command, "progress_shown", lambda: nullcontext(Interrupting()))
    result = site.run()
    released.set()
    assert result.exit_code == 130
    assert result.stdout == (
        "kept proofs/acme.example, which proves 'Acme'\n"
        "asked 1 host, of which 1 has such a file; 1 not asked in this run\n"
    )
    assert site.grades["Acme"] is Grade.PROVED


@pytest.mark.skipif(sys.platform == "win32", reason="signals are sent otherwise there")
def test_a_real_interrupt_ends_it_at_once_with_a_report(site: Site) -> None:
    code, output, errors = interrupted(site.root, ["proofs", "--report", "proofs.json"])
    assert (code, errors) == (130, "")
    assert output == "asked 0 hosts, of which 0 have such a file; 1 not asked in this run\n"
    assert '"outcome": "not asked"' in (site.root / "proofs.json").read_text(encoding="utf-8")
    assert not (site.root / "proofs").exists()


NEW_TEXT = "1. Do no harm\n2. Say so\n"
TWO = PUBLISHED | {
    "versions.yml": PUBLISHED["versions.yml"]
    + '- version: "1.1"\n  published: 2026-10\n  sha256: (lock)\n',
    "docs/principles/1.1.md": NEW_TEXT,
}
NEW = said(sha256=digest(NEW_TEXT), address=f"{SITE}principles/1.1.txt")


def test_a_newer_version_is_told_and_proved_once_there_is_an_entry_of_it(site: Site) -> None:
    plant(site.root, TWO)
    kept(site, said())
    endorses(site.web, "acme.example", said() + NEW)
    found = site.prints()
    assert found.startswith("kept proofs/acme.example, which proves 'Acme'\n")
    assert (
        f"signatories.yml:1:3: note: 'Acme' endorses version '1.1' as well, by line 2 of {FILE};"
        " list it in an entry with id 'acme', 'signed: 2026-11-01' and 'endorses: \"1.1\"'\n"
    ) in found
    second = ACME.replace("kind:", "id: acme\n  kind:").replace("2024-05-06", "2026-11-01")
    plant(site.root, {"signatories.d/acme@1.1.yml": second + '  endorses: "1.1"\n'})
    assert is_clean(site)
    endorsements = read_site(site.root)[0].register.endorsements
    assert [each.grade for each in endorsements] == [Grade.PROVED] * 2


def test_a_newer_version_in_place_of_the_older_can_be_accepted(site: Site) -> None:
    plant(site.root, TWO)
    second = ACME.replace("kind:", "id: acme\n  kind:").replace("2024-05-06", "2026-11-01")
    plant(site.root, {"signatories.d/acme@1.1.yml": second + '  endorses: "1.1"\n'})
    before = kept(site, said())
    endorses(site.web, "acme.example", NEW)
    found = site.prints()
    assert "warning: 'Acme' for version '1.0' is proved by the copy of 2026-11-02" in found
    assert site.copies == before
    site.prints("--accept", "acme.example")
    assert is_clean(site)
    endorsements = read_site(site.root)[0].register.endorsements
    grades = {each.version: each.grade for each in endorsements}
    assert grades == {"1.0": Grade.OWN_SITE, "1.1": Grade.PROVED}


def test_a_site_at_another_address_tells_the_line_to_ask_for(site: Site) -> None:
    before = kept(site, said())
    plant(site.root, {"mkdocs.yml": "site_name: Any\nsite_url: https://new.example/\n"})
    found = site.prints()
    assert "note: 'Acme' is not proved: line 1 of" in found
    assert f"has another address, '{SITE}principles/1.0.txt'" in found
    assert site.copies == before
    wanted = found.partition("ask for the line '")[2].partition("'")[0]
    endorses(site.web, "acme.example", f"{said()}{wanted}\n")
    site.prints()
    assert site.grades == {"Acme": Grade.PROVED}
    assert is_clean(site)


def test_what_a_run_that_was_killed_left_is_put_in_order_first(site: Site) -> None:
    before = kept(site, said())
    folder = site.root / "proofs"
    (folder / "acme.example").rename(folder / ".acme.example.old")
    plant(site.root, {"proofs/.acme.example.new/endorsements.txt": "endorse"})
    assert site.check().count("was left by 'undersigned proofs'; run it again, or remove this") == 2
    serves(site.web, "acme.example", {})
    assert "the copy of 2026-11-02 stays" in site.prints()
    assert site.copies == before


def asked_for(found: str) -> str:
    """The line that a remark says to ask for."""
    return found.partition("ask for the line '")[2].partition("', or ")[0] + "\n"


def test_a_line_that_is_gone_is_a_warning_until_it_is_back_or_the_copy_removed(site: Site) -> None:
    other = said(address="https://other.example/text")
    before = kept(site, said())
    endorses(site.web, "acme.example", other)
    found = site.prints()
    assert found.startswith("signatories.yml:1:3: warning: 'Acme' is proved by the copy of 2026-11")
    assert (site.copies, site.grades) == (before, {"Acme": Grade.PROVED})
    endorses(site.web, "acme.example", other + asked_for(found))
    site.prints()
    assert is_clean(site)
    endorses(site.web, "acme.example", other)
    assert "or remove proofs/acme.example/\n" in site.prints()
    remove(site)
    assert is_clean(site)
    assert site.copies == {}


def test_with_another_key_and_a_withdrawal_both_remedies_lead_to_a_clean_run(
    site: Site, tmp_path: Path
) -> None:
    kept(site, said(), key=new_key(tmp_path, "first"))
    endorses(site.web, "acme.example", withdrawn_line("2026-11-07"), new_key(tmp_path, "second"))
    key, withdrawn, *_ = site.prints(code=1).splitlines()
    assert key.endswith(
        "ask by another way whether that is meant; if so, remove proofs/acme.example/"
    )
    assert withdrawn.endswith("add 'withdrawn: 2026-11-07' to this entry")
    refused = site.prints("--accept", "acme.example", code=1)
    assert (
        "proofs/acme.example:1:1: nothing is kept of what acme.example serves, since it" in refused
    )
    remove(site)
    site.register(ACME + "  withdrawn: 2026-11-07\n")
    assert is_clean(site)


def test_to_accept_what_is_kept_already_changes_nothing(site: Site) -> None:
    before = kept(site, said())
    assert site.prints("--accept", "acme.example") == "asked 1 host, of which 1 has such a file\n"
    assert site.copies == before


def test_a_copy_that_no_server_ever_served_is_told_to_whoever_reviews_it(site: Site) -> None:
    kept(site, said())
    serves(site.web, "acme.example", {})
    asked = site.prints("--check", "acme.example")
    assert asked.startswith(f"proofs/acme.example/endorsements.txt:1:1: note: {FILE} is not there")
    endorses(site.web, "acme.example", said(address="https://other.example/text"))
    assert "warning: 'Acme' is proved by the copy of" in site.prints("--check", "acme.example")


def test_a_record_that_is_invented_is_not_seen_by_asking_and_replaced_by_fetching(
    site: Site,
) -> None:
    endorses(site.web, "acme.example", said())
    invented = record_of(said())._replace(fetched=datetime(2026, 11, 1, 12, tzinfo=UTC))
    plant(site.root, copy_of(said(), record=invented))
    assert site.prints("--check") == "asked 1 host, of which 1 has such a file\n"
    assert "remove the folder and run `undersigned proofs`" in UNASKED
    shutil.rmtree(site.root / "proofs/acme.example")
    site.prints()
    record = site.copies["acme.example/fetched.yml"].decode()
    assert f"{FIRST:%Y-%m-%dT%H:%M:%SZ}" in record


def test_who_is_erased_from_a_host_of_two_is_gone_from_the_copy_as_well(site: Site) -> None:
    sales = entry_text("Sales", "acme").replace("acme.example\n", "acme.example/sales\n", 1)
    site.register(ACME, sales + "  distinct_from: acme\n")
    kept(site, said("Acme") + said("Sales"))
    endorses(site.web, "acme.example", said("Acme"))
    assert "warning: 'Sales' is proved by the copy of" in site.prints()
    site.register(ACME)
    assert site.prints().startswith("kept proofs/acme.example, which proves 'Acme'\n")
    assert b"Sales" not in b"".join(site.copies.values())
    assert is_clean(site)


@pytest.mark.parametrize("house", ["part_of", "succeeded_by"])
def test_where_one_of_two_has_ended_the_host_of_its_heir_proves_it_still(
    house: str, site: Site
) -> None:
    sales = entry_text("Sales", "acme").replace("acme.example\n", "acme.example/sales\n", 1)
    two = said("Acme") + said("Sales")
    site.register(ACME, sales + "  distinct_from: acme\n")
    kept(site, two)
    site.register(ACME, sales + "  ended: 2026-11-05\n  distinct_from: acme\n")
    assert "name that signatory under 'part_of' or 'succeeded_by' of this entry" in site.prints()
    assert site.grades == {"Acme": Grade.PROVED, "Sales": Grade.PROVED}
    site.register(ACME, sales + f"  {house}: acme\n  ended: 2026-11-05\n  distinct_from: acme\n")
    assert is_clean(site)
    endorses(site.web, "acme.example", two + "# more\n")
    assert site.prints().startswith("kept proofs/acme.example, which proves")
    assert site.grades == {"Acme": Grade.PROVED, "Sales": Grade.PROVED}
    assert is_clean(site)


def test_what_the_heir_of_nobody_serves_is_kept_once_it_is_accepted(site: Site) -> None:
    sales = entry_text("Sales", "acme").replace("acme.example\n", "acme.example/sales\n", 1)
    site.register(ACME, sales + "  distinct_from: acme\n")
    kept(site, said("Acme") + said("Sales"))
    site.register(ACME, sales + "  ended: 2026-11-05\n  distinct_from: acme\n")
    endorses(site.web, "acme.example", said("Acme") + said("Sales", day=date(2026, 11, 6)))
    assert "has ended since, so who has its host now cannot prove it" in site.prints()
    site.prints("--accept", "acme.example")
    assert site.grades["Acme"] is Grade.PROVED
    assert site.grades["Sales"] is not Grade.PROVED
    assert is_clean(site)


def test_no_copy_with_an_email_address_is_kept_until_it_is_removed(site: Site) -> None:
    endorses(site.web, "acme.example", said() + "# jane@acme.example\n")
    wanted = f"warning: line 2 of {FILE} holds an e-mail address, and no copy with one is kept"
    assert wanted in site.prints()
    assert site.copies == {}
    endorses(site.web, "acme.example", said())
    assert site.prints().startswith("kept proofs/acme.example")
    before = site.copies
    site.later()
    endorses(site.web, "acme.example", said() + "# jane@acme.example\n")
    assert wanted in site.prints()
    assert "since it holds an e-mail address" in site.prints("--accept", "acme.example", code=1)
    assert site.copies == before
    assert site.check() == ""
