"""Every command where something is not as it should be: it says what, and never breaks."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.files import plant
from tests.support.prepared import Ran, run_module
from tests.support.registers import BARE_SITE, entry_text
from tests.support.sites import SmallSite

ADD = (
    "add --name Beta --kind company --country NO --website https://beta.example"
    " --signed 2024-05-06 --evidence https://beta.example/news"
)
COMMANDS = ("check", "check --format github", "format", "format --check", "fold", ADD)


@pytest.fixture
def site(tmp_path: Path) -> SmallSite:
    root = tmp_path / "site"
    plant(root, {**BARE_SITE, "signatories.yml": entry_text("Acme")})
    return SmallSite(root)


def run(site: SmallSite, command: str, **settings: str) -> Ran:
    variables = os.environ | settings
    return run_module("undersigned", *command.split(" "), cwd=site.root, env=variables, timeout=60)


def register_is_a_folder(root: Path) -> None:
    (root / "signatories.yml").unlink()
    (root / "signatories.yml").mkdir()


def register_is_a_link(root: Path) -> None:
    (root / "signatories.yml").rename(root.parent / "elsewhere.yml")
    (root / "signatories.yml").symlink_to(root.parent / "elsewhere.yml")


def register_is_missing(root: Path) -> None:
    (root / "signatories.yml").unlink()


def register_is_broken(root: Path) -> None:
    plant(root, {"signatories.yml": '- {name: "Acme'})


def drop_in_is_latin_1(root: Path) -> None:
    (root / "signatories.d").mkdir()
    (root / "signatories.d/cafe.yml").write_bytes("- name: Caf\xe9\n".encode("latin-1"))


def drop_in_is_a_pipe(root: Path) -> None:
    (root / "signatories.d").mkdir()
    os.mkfifo(root / "signatories.d/pipe.yml")


def drop_in_leads_nowhere(root: Path) -> None:
    (root / "signatories.d").mkdir()
    (root / "signatories.d/lost.yml").symlink_to(root / "nowhere")


def drop_ins_are_a_file(root: Path) -> None:
    plant(root, {"signatories.d": "text"})


def drop_ins_are_a_link(root: Path) -> None:
    (root.parent / "elsewhere").mkdir()
    (root / "signatories.d").symlink_to(root.parent / "elsewhere")


STRANGE: dict[Callable[[Path], None], str] = {
    register_is_a_folder: "signatories.yml:1:1: is not a plain file; put the text itself here",
    register_is_a_link: "signatories.yml:1:1: is not a plain file; put the text itself here",
    register_is_missing: "signatories.yml:1:1: there is no such file; add it",
    register_is_broken: "signatories.yml:1:10: this is not YAML",
    drop_in_is_latin_1: "signatories.d/cafe.yml:1:12: byte 0xe9 is not UTF-8; save the file",
    drop_in_is_a_pipe: "signatories.d/pipe.yml:1:1: is not a plain file",
    drop_in_leads_nowhere: "signatories.d/lost.yml:1:1: is not a plain file",
    drop_ins_are_a_file: "signatories.d:1:1: is not a folder; make it one, or remove it",
    drop_ins_are_a_link: "signatories.d:1:1: is not a folder; make it one, or remove it",
}


@pytest.mark.parametrize("strange", STRANGE, ids=lambda strange: strange.__name__)
def test_what_is_strange_is_told_in_one_line_and_left_as_it_is(
    site: SmallSite, strange: Callable[[Path], None]
) -> None:
    strange(site.root)
    told = STRANGE[strange]
    for command in COMMANDS[:-1]:
        ran = run(site, command)
        assert (ran.returncode, ran.stderr) == (1, ""), command
        place, message = told.split(": ", 1)
        path, line, column = place.split(":")
        if command.endswith("github"):
            assert f"::error file={path},line={line},col={column}::{message}" in ran.stdout
        else:
            assert ran.stdout.startswith(told), command
    everything = [*site.root.rglob("*"), *site.root.parent.glob("elsewhere*/*")]
    assert not [place for place in everything if place.name.endswith(".new")]


@pytest.mark.parametrize("strange", STRANGE, ids=lambda strange: strange.__name__)
def test_a_name_is_added_beside_what_others_broke_but_never_outside_of_the_site(
    site: SmallSite, strange: Callable[[Path], None]
) -> None:
    strange(site.root)
    added = run(site, ADD)
    if strange in (drop_ins_are_a_file, drop_ins_are_a_link):
        assert (added.returncode, added.stdout) == (1, "")
        assert added.stderr == f"{STRANGE[strange]}\n1 problem\n"
        assert list(site.root.parent.glob("elsewhere/*")) == []
    else:
        assert added.returncode == 0
        assert (
            added.stderr == "note: the register has 1 problem; 'undersigned check' reports them\n"
        )
        written = (site.root / "signatories.d/beta.yml").read_text(encoding="utf-8")
        assert written == entry_text("Beta", "beta")


@pytest.mark.parametrize("command", COMMANDS)
def test_without_a_site_every_command_says_where_to_go(tmp_path: Path, command: str) -> None:
    ran = run(SmallSite(tmp_path), command)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "no mkdocs.yml here or above; go into a statement site" in ran.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("command", COMMANDS)
def test_in_a_folder_that_has_been_removed_every_command_says_where_to_go(
    site: SmallSite, command: str
) -> None:
    gone = site.root / "gone"
    gone.mkdir()
    shell = f"cd {gone}; rmdir {gone}; exec {sys.executable} -m undersigned {command}"
    ran = subprocess.run(["sh", "-c", shell], capture_output=True, encoding="utf-8", check=False)
    assert ran.returncode == 2
    assert "no mkdocs.yml here or above" in ran.stderr
    assert "Traceback" not in ran.stderr


@pytest.mark.parametrize("command", ["format", "fold"])
def test_what_cannot_be_written_is_told_and_nothing_is_lost(site: SmallSite, command: str) -> None:
    text = entry_text("'Acme'", "acme")
    plant(site.root, {"signatories.yml": text})
    plant(site.root, {"signatories.d/beta.yml": entry_text("Beta", "beta")})
    (site.root / ".signatories.yml.new").mkdir()  # in the way of what is written beside
    ran = run(site, command)
    assert (ran.returncode, ran.stderr) == (1, "")
    assert "signatories.yml" in ran.stdout
    assert ":1:1: cannot be written: Is a directory\n1 problem\n" in ran.stdout
    assert (site.root / "signatories.yml").read_text() == text
    assert (site.root / "signatories.d/beta.yml").is_file()


# Root may write whatever is read-only, unless it gives that up.
AS_ANYBODY = ["setpriv", "--bounding-set=-dac_override"]


@pytest.mark.skipif(
    os.getuid() == 0 and not shutil.which("setpriv"), reason="nothing is read-only for root"
)
@pytest.mark.parametrize("command", ["format", "fold", ADD])
def test_a_read_only_site_is_told_and_left(site: SmallSite, command: str) -> None:
    plant(site.root, {"signatories.yml": entry_text("'Acme'", "acme")})
    plant(site.root, {"signatories.d/zeta.yml": entry_text("Zeta", "zeta")})
    for folder in (site.root / "signatories.d", site.root):
        folder.chmod(0o555)
    bound = [] if os.getuid() else AS_ANYBODY
    ran = subprocess.run(
        [*bound, sys.executable, "-m", "undersigned", *command.split(" ")],
        cwd=site.root,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    for folder in (site.root, site.root / "signatories.d"):
        folder.chmod(0o755)
    assert ran.returncode == 1
    assert "cannot be written: Permission denied" in ran.stdout + ran.stderr
    assert (site.root / "signatories.d/zeta.yml").is_file()


@pytest.mark.parametrize("file", ["../other.yml", "/etc/hostname", "..", "docs/../../x"])
@pytest.mark.parametrize("command", ["check", "format"])
def test_files_outside_of_the_site_are_misuse(site: SmallSite, command: str, file: str) -> None:
    ran = run(site, f"{command} {file}")
    assert (ran.returncode, ran.stdout) == (2, "")
    assert f"{file} lies outside of this site" in " ".join(ran.stderr.split())


def test_a_file_that_is_not_there_is_misuse_unless_the_checker_misses_it(site: SmallSite) -> None:
    ran = run(site, "check signatories.d/beta.yml")
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "there is no signatories.d/beta.yml; name a file that is there" in ran.stderr
    assert run(site, "format signatories.d/beta.yml").returncode == 1
    register_is_missing(site.root)
    ran = run(site, "check signatories.yml")
    assert (ran.returncode, ran.stderr) == (1, "")
    assert ran.stdout.startswith(STRANGE[register_is_missing])


def test_a_folder_stands_for_the_files_in_it_and_a_link_to_the_site_for_the_site(
    site: SmallSite,
) -> None:
    plant(site.root, {"signatories.d/beta.yml": "- name: Beta\n"})
    link = site.root.parent / "link"
    link.symlink_to(site.root)
    for file in (".", "signatories.d", "signatories.d/", f"{link}/signatories.d/beta.yml"):
        ran = run(site, f"check {file}")
        assert (ran.returncode, ran.stderr) == (1, ""), file
        assert ran.stdout.startswith("signatories.d/beta.yml:1:3: "), file
    assert run(site, "check docs").returncode == 0


@pytest.mark.parametrize(
    ("git", "told"),
    [
        (None, "git is not installed; install it"),
        ("no program", "git cannot be run: Permission denied; mend that"),
        ("#!/bin/sh\nexit 3\n", "git finds no common history; fetch it, or name another"),
        ("#!/bin/sh\nprintf 'fatal: a\\033b\\n\\xff' >&2; exit 3\n", "a\\x1bb; fetch it"),
    ],
)
def test_a_git_that_does_not_work_is_misuse(site: SmallSite, git: str | None, told: str) -> None:
    programs = site.root.parent / "bin"
    programs.mkdir()
    if git is not None:
        (programs / "git").write_text(git)
        (programs / "git").chmod(0o755 if git.startswith("#!") else 0o644)
    ran = run(site, "check --changed-since main", PATH=str(programs))
    assert (ran.returncode, ran.stdout) == (2, "")
    said = " ".join(ran.stderr.split())
    assert f"cannot tell what changed since 'main': {told}" in said


def test_without_a_repository_or_the_revision_git_says_so(site: SmallSite) -> None:
    git = shutil.which("git") or ""
    ran = run(site, "check --changed-since main", LC_ALL="C")
    assert ran.returncode == 2
    assert "since 'main': not a git repository" in " ".join(ran.stderr.split())
    subprocess.run([git, "init", "--quiet", str(site.root)], check=True)
    ran = run(site, "check --changed-since nowhere", LC_ALL="C")
    assert ran.returncode == 2
    assert "since 'nowhere': Not a valid object name" in " ".join(ran.stderr.split())


@pytest.mark.parametrize("closed", ["<&-", "<&- >&- 2>&-", ">/dev/full"])
@pytest.mark.parametrize("command", ["check", "format --check", ADD, "add", "schema"])
def test_streams_that_are_closed_or_full_give_no_traceback(
    site: SmallSite, command: str, closed: str
) -> None:
    shell = f"exec {sys.executable} -m undersigned {command} {closed}"
    ran = subprocess.run(
        ["sh", "-c", shell], cwd=site.root, capture_output=True, encoding="utf-8", check=False
    )
    assert ran.returncode in (0, 1, 2)
    assert "Traceback" not in ran.stdout + ran.stderr


def test_bytes_that_are_no_text_are_refused_wherever_they_are_typed(site: SmallSite) -> None:
    for arguments in (
        [*ADD.replace("Beta", "B?").split(" ")],
        ["check", "?.yml"],
        ["format", "signatories.d/?.yml"],
        ["check", "--changed-since", "?"],
    ):
        typed = [argument.encode().replace(b"?", b"\xff") for argument in arguments]
        command = [sys.executable.encode(), b"-m", b"undersigned", *typed]
        ran = subprocess.run(command, cwd=site.root, capture_output=True, check=False)
        assert ran.returncode in (1, 2)
        assert b"Traceback" not in ran.stderr
        assert b"\\udcff" in ran.stdout + ran.stderr or b"U+DCFF" in ran.stderr
