"""Commands whose output nobody takes, and commands that are stopped: how they exit."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from undersigned.cli import main

from tests.support.files import plant
from tests.support.registers import BARE_SITE, entry_text
from tests.support.sites import SmallSite
from tests.support.verifying import entry, publish


@pytest.fixture
def site(tmp_path: Path) -> SmallSite:
    root = tmp_path / "site"
    plant(root, {**BARE_SITE, "signatories.yml": entry_text("Acme")})
    return SmallSite(root)


@pytest.mark.parametrize(
    ("output", "code", "message"),
    [("| head -n 1", 141, ""), ("> /dev/full", 2, "Error: No space left on device\n")],
)
def test_output_that_nobody_takes_exits_otherwise_than_findings_do(
    site: SmallSite, output: str, code: int, message: str
) -> None:
    publish(site.root / "site", *[entry(f"Company {number}") for number in range(2000)])
    verify = f"{sys.executable} -m undersigned verify https://statement.example --offline site"
    shell = f"({verify}; echo $? >&2) {output}"
    ran = subprocess.run(
        ["sh", "-c", shell], cwd=site.root, capture_output=True, encoding="utf-8", check=False
    )
    assert ran.stderr == f"{message}{code}\n"


def test_a_site_is_verified_also_where_there_is_no_stream_for_errors(site: SmallSite) -> None:
    publish(site.root / "site", entry("Acme"))
    verify = f"{sys.executable} -m undersigned verify https://statement.example --offline site"
    shell = f"CI= TERM=xterm {verify} 2>&-"
    ran = subprocess.run(["sh", "-c", shell], cwd=site.root, capture_output=True, check=False)
    assert (ran.returncode, ran.stdout.splitlines()[-1][:11]) == (0, b"1 signatory")


def test_who_stops_a_command_while_it_is_loaded_is_shown_no_code(site: SmallSite) -> None:
    loads = "import undersigned.cli.interrupts as a, os, signal, sys, time\n"
    stops = "with a.ending_quietly(): os.kill(os.getpid(), signal.SIGINT); time.sleep(60)\n"
    command = [sys.executable, "-c", loads + stops]
    ran = subprocess.run(command, cwd=site.root, capture_output=True, check=False)
    assert (ran.returncode, ran.stderr) == (-signal.SIGINT, b"")


def test_an_interrupt_that_no_command_handles_is_no_finding(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def interrupt(**_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(main.commands["check"], "callback", interrupt)
    ran = CliRunner().invoke(main, ["check"])
    assert (ran.exit_code, ran.output) == (130, "stopped before the end; run it again\n")
