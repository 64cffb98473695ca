"""`undersigned proofs` at real terminals: whom it waits for, and what an interrupt leaves."""

import sys
from pathlib import Path

import pytest

from tests.support.files import plant
from tests.support.proofs import PUBLISHED, kept
from tests.support.registers import entry_text
from tests.support.sites import REPOSITORY
from tests.support.terminals import Terminal

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="terminals are others there")

# A network whose servers have no such file, but for one that never answers.
PROOFS = """
import sys, time
from undersigned.cli import main
from undersigned.links.answers import Answer
from undersigned.links.network import Network
class Few(Network):
    def fetch(self, target, agent, largest, seconds=0):
        if target.host.endswith("slow.example"):
            time.sleep(3600)
        return Answer(404)
main(["proofs", *sys.argv[1:]], obj=Few())
"""


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PYTHONPATH", str(REPOSITORY / "hooks"))
    plant(tmp_path, PUBLISHED | kept())
    return tmp_path


def register(*names: str) -> str:
    return "\n".join(map(entry_text, names))


def proofs(site: Path, *arguments: str) -> Terminal:
    return Terminal(["-c", PROOFS, *arguments], site)


def test_hosts_that_are_asked_are_shown_and_the_line_is_taken_away(site: Path) -> None:
    (site / "signatories.yml").write_text(register("Acme", "Beta", "Gamma"))
    terminal = proofs(site)
    assert terminal.ended() == 0
    for shown in ("0/3", "3/3"):
        assert shown in terminal.shown
    gone, total, asked = terminal.screen.splitlines()
    assert gone.startswith("proofs/acme.example/endorsements.txt:1:1: note: https://acme.example/")
    assert (total, asked) == ("1 note", "asked 3 hosts, of which 0 have such a file")


def test_an_interrupt_ends_the_run_with_what_was_found_and_takes_nothing_away(site: Path) -> None:
    (site / "signatories.yml").write_text(register("Acme", "Beta", "Slow"))
    before = sorted((site / "proofs").rglob("*"))
    terminal = proofs(site)
    terminal.until("2/3  slow.example")
    terminal.press_interrupt()
    assert terminal.ended() == 130
    last = "asked 2 hosts, of which 0 have such a file; 1 not asked in this run"
    assert terminal.screen.splitlines()[-1] == last
    assert "Traceback" not in terminal.screen
    assert "[##" not in terminal.screen
    assert sorted((site / "proofs").rglob("*")) == before
