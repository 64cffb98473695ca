"""Long work at real terminals: how far it is, and what an interrupt (Ctrl-C) leaves."""

import json
import sys
from pathlib import Path

import pytest

from tests.support.files import plant
from tests.support.registers import BARE_SITE, entry_text
from tests.support.sites import REPOSITORY, SmallSite, small_site
from tests.support.terminals import Terminal

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="terminals are others there")

# A network whose servers answer at once, but for one that never does.
LINKS = """
import sys, time
from undersigned.cli import main
from undersigned.links.answers import Answer
from undersigned.links.network import Network
class Few(Network):
    def ask(self, target, agent, with_text=False, with_digest=False, seconds=0):
        if target.host == "slow.example":
            time.sleep(3600)
        return Answer(200, text="The words of a page")
main(["links", *sys.argv[1:]], obj=Few())
"""

# The import, which shows every step and stage, and leaves time to press a key after it.
IMPORT = """
import sys, time
from undersigned.cli import main
from undersigned.progress_line import ProgressLine
done = ProgressLine.done
def slowly_done(self, count=1):
    done(self, count)
    self._draw()
    time.sleep(0.02)
ProgressLine.done = slowly_done
now = ProgressLine.now
def slowly_now(self, what):
    now(self, what)
    time.sleep(0.5)
ProgressLine.now = slowly_now
main(["import", "list.csv", *sys.argv[1:]])
"""


def links(site: Path, *arguments: str, **variables: str) -> Terminal:
    return Terminal(["-c", LINKS, *arguments], site, variables)


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PYTHONPATH", str(REPOSITORY / "hooks"))
    plant(tmp_path, BARE_SITE)
    return tmp_path


def register(*names: str) -> str:
    return "\n".join(map(entry_text, names))


def test_links_show_whom_they_wait_for_and_take_the_line_away(site: Path) -> None:
    (site / "signatories.yml").write_text(register("Acme", "Beta", "Gamma"))
    terminal = links(site, "--only", "evidence")
    assert terminal.ended() == 0
    for shown in ("0/6", "6/6", "acme.example", "and 1 other"):
        assert shown in terminal.shown
    assert terminal.screen.splitlines()[-1] == "asked 6 addresses on 3 hosts"
    assert "/6" not in terminal.screen


@pytest.mark.parametrize(("name", "value"), [("TERM", "dumb"), ("CI", "true")])
def test_nothing_of_it_is_shown_where_lines_are_not_drawn_anew(
    site: Path, name: str, value: str
) -> None:
    (site / "signatories.yml").write_text(register("Acme", "Beta"))
    terminal = links(site, "--only", "evidence", **{name: value})
    assert terminal.ended() == 0
    assert "\x1b" not in terminal.shown
    assert "/4" not in terminal.shown


def test_links_report_at_an_interrupt_what_was_found_until_then(site: Path) -> None:
    (site / "signatories.yml").write_text(register("Acme", "Beta", "Slow"))
    terminal = links(site, "--only", "evidence", "--report", "found.json")
    terminal.until("  4/6  slow.example")
    terminal.press_interrupt()
    assert terminal.ended() == 130
    lines = terminal.screen.splitlines()
    assert lines[-1] == "asked 4 addresses on 2 hosts; 2 not asked in this run"
    assert "Traceback" not in terminal.screen
    assert "[##" not in terminal.screen
    found = json.loads((site / "found.json").read_text(encoding="utf-8"))["addresses"]
    assert [each["verdict"] for each in found].count("not asked") == 2


def test_what_was_mended_until_an_interrupt_is_kept(site: Path) -> None:
    hosts = [*(f"host{number}.example" for number in range(40)), "slow.example", "late.example"]
    before = "".join(f"@misc{{a{n}, url = {{http://{host}/}}}}\n" for n, host in enumerate(hosts))
    (site / "references.bib").write_text(before)
    (site / "signatories.yml").write_text("[]\n")
    terminal = links(site, "--mend")
    terminal.until("82/84  slow.example")
    terminal.press_interrupt()
    assert terminal.ended() == 130
    after = (site / "references.bib").read_text()
    expected = before.replace("http://", "https://").replace("https://slow", "http://slow")
    assert after == expected
    stays = [line for line in terminal.screen.splitlines() if "the run was stopped" in line]
    assert len(stays) == 1
    assert terminal.screen.endswith("1 warning, 41 notes\n")


@pytest.fixture
def listed(site: Path) -> Path:
    """A site with a list of sixty rows; each is a part of the one behind it."""
    rows = ["name,kind,country,website,signed,evidence,part_of"]
    for n in range(60):
        host = f"https://{WORDS[n // 8]}{WORDS[n % 8]}.example"
        name, after = (f"{WORDS[m // 8]} {WORDS[m % 8]}" for m in (n, n + 1))
        part_of = after.lower().replace(" ", "-") if n < 59 else ""
        rows.append(f"{name},company,NO,{host},2024-05-06,{host}/news,{part_of}")
    (site / "list.csv").write_text("\n".join([*rows, ""]))
    (site / "signatories.yml").write_text("[]\n")
    return site


WORDS = ("Ash", "Birch", "Cedar", "Dogwood", "Elder", "Fir", "Gorse", "Hazel")


def test_an_import_shows_rows_and_prints_the_same_as_elsewhere(listed: Path) -> None:
    site = SmallSite(listed)
    terminal = Terminal(["-m", "undersigned", "import", "list.csv"], listed)
    assert terminal.ended() == 0
    assert "0/60  the entries that are there" in terminal.shown
    assert "60/60  all rows together" in terminal.shown
    elsewhere = site.run("undersigned", "import", "list.csv")
    assert terminal.screen == elsewhere.stdout
    assert elsewhere.stderr == ""


def test_an_import_that_is_interrupted_before_it_writes_says_that_nothing_is(listed: Path) -> None:
    terminal = Terminal(["-c", IMPORT, "--write"], listed)
    terminal.until("0/60  each row by itself")
    terminal.press_interrupt()
    assert terminal.ended() == 130
    assert terminal.screen.endswith("stopped; nothing was written\n")
    assert not (listed / "signatories.d").exists()


def test_an_import_that_is_interrupted_half_way_says_what_is_written_and_goes_on(
    listed: Path,
) -> None:
    terminal = Terminal(["-c", IMPORT, "--write"], listed)
    # A slow machine says how long it will take as well.
    terminal.until_like(r"20/60  ([\d:]+  )?writing")
    terminal.press_interrupt()
    assert terminal.ended() == 130
    last = terminal.screen.splitlines()[-1]
    written = sorted(each.name for each in (listed / "signatories.d").iterdir())
    assert 20 <= len(written) < 60
    assert last == (
        f"stopped: wrote {len(written)} of 60 files, from signatories.d/{written[0]} to"
        f" signatories.d/{written[-1]}; run it again, and it writes what is left"
    )
    again = SmallSite(listed).run("undersigned", "import", "list.csv", "--write")
    assert (again.returncode, again.stderr) == (0, "")
    left = 60 - len(written)
    assert f"{left} taken, {len(written)} there already" in again.stdout
    assert f"wrote {left} drop-ins into signatories.d/" in again.stdout
    assert len(list((listed / "signatories.d").iterdir())) == 60
    checked = SmallSite(listed).run("undersigned", "check")
    assert "problem" not in checked.stdout


def build(site: SmallSite, variables: dict[str, str] | None = None) -> Terminal:
    quiet = {"NO_MKDOCS_2_WARNING": "1"}  # the theme would tell of its end in lines of its own
    return Terminal(["-m", "mkdocs", "build", "--strict"], site.root, quiet | (variables or {}))


def test_a_build_shows_what_is_read_and_judged_between_the_lines_of_its_log(tmp_path: Path) -> None:
    site = small_site(tmp_path)
    terminal = build(site)
    assert terminal.ended() == 0, terminal.screen
    for shown in ("reading the register", "1/1  all entries together", "making pages and data"):
        assert shown in terminal.shown
        assert "judging 404.html" in terminal.shown
    logged = terminal.screen.splitlines()
    assert "Documentation built in" in logged[-1]
    elsewhere = build(site, {"CI": "true"})
    assert elsewhere.ended() == 0
    assert "\x1b[K" not in elsewhere.shown
    # All but the seconds that it took.
    assert elsewhere.screen.splitlines()[:-1] == logged[:-1]


def test_a_build_that_is_interrupted_while_it_reads_leaves_no_half_of_a_site(
    tmp_path: Path,
) -> None:
    names = (f"{first} {then} {last}" for first in WORDS for then in WORDS for last in WORDS)
    site = small_site(tmp_path)
    plant(site.root, {"signatories.yml": register(*names), "site/kept": ""})
    terminal = build(site)
    terminal.until("/512  ")
    terminal.press_interrupt()
    assert terminal.ended() == 1
    assert "stopped; nothing was built, and site/ is as it was" in terminal.screen
    assert "Traceback" not in terminal.screen
    assert (site.root / "site" / "kept").exists()
