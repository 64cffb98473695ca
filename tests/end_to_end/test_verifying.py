"""Built sites, verified from an empty folder, by the command and by a shell's own programs."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from html import unescape
from pathlib import Path

import pytest
from click.testing import CliRunner
from undersigned.cli import main
from undersigned.statement.version import digest

from tests.support import verifying as published
from tests.support.endorsing import SigningKey, address_of, endorses, new_key
from tests.support.files import drawn
from tests.support.proofs import kept, said
from tests.support.registers import entry_text
from tests.support.sites import REPOSITORY, SMALL, SmallSite, small_site
from tests.support.terminals import Terminal
from tests.support.web import Web, local_web

SITE = "https://small.example/"
TEXT = drawn(SMALL)["docs/principles/1.0.md"]
ADDRESS = f"{SITE}principles/1.0.txt"
ENDORSED = said(sha256=digest(TEXT), address=ADDRESS)
REWRITTEN = TEXT.replace("no harm", "some harm")
HOSTS = ("acme.example", "beta.example")


@pytest.fixture(scope="module")
def key(tmp_path_factory: pytest.TempPathFactory) -> SigningKey:
    return new_key(tmp_path_factory.mktemp("key"))


@pytest.fixture(scope="module")
def honest(tmp_path_factory: pytest.TempPathFactory, key: SigningKey) -> SmallSite:
    """A site whose two signatories are proved by kept copies; one of them signs its file."""
    signature = key.signed(ENDORSED.encode()).decode()
    copies = {
        **kept(ENDORSED, "acme.example", key=key.public.decode(), signature=signature),
        **kept(ENDORSED, "beta.example"),
    }
    return built(tmp_path_factory.mktemp("honest"), copies)


@pytest.fixture(scope="module")
def rebuilt(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site with one word of the text and its lock changed, built: no copy may deny it then."""
    return (
        built(tmp_path_factory.mktemp("rebuilt"), {"docs/principles/1.0.md": REWRITTEN}).root
        / "site"
    )


@pytest.fixture
def altered(tmp_path: Path, honest: SmallSite) -> Path:
    """A copy of what the site published, with one word of the text and its lock changed."""
    folder = shutil.copytree(honest.root / "site", tmp_path / "altered")
    (folder / "principles/1.0.txt").write_text(REWRITTEN, encoding="utf-8")
    statement = folder / "statement.json"
    words = statement.read_text(encoding="utf-8")
    assert words.count(digest(TEXT)) == 1
    statement.write_text(words.replace(digest(TEXT), digest(REWRITTEN)), encoding="utf-8")
    return folder


@pytest.fixture
def web(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, key: SigningKey) -> Iterator[Web]:
    """The signatories' own servers; what is asked for is asked from an empty folder."""
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path / "empty")
    with local_web() as web:
        web.certify("small.example")
        endorses(web, "acme.example", ENDORSED, key)
        endorses(web, "beta.example", ENDORSED)
        yield web


def built(root: Path, files: dict[str, str]) -> SmallSite:
    register = "\n".join(entry_text(name) for name in ("Acme", "Beta"))
    drawing = {"signatories.yml": register, **files}
    site = small_site(root, "".join(f"--- {path}\n{words}" for path, words in drawing.items()))
    result = site.build()
    assert result.returncode == 0, result.stderr
    return site


def verify(web: Web, *arguments: str) -> tuple[int, list[str]]:
    command = ["verify", SITE, *arguments]
    run = CliRunner().invoke(main, command, obj=web.network(), catch_exceptions=False)
    return run.exit_code, run.output.splitlines()


def by_hand(web: Web, site: SmallSite, home: Path) -> list[str]:
    """What a shell prints of the commands on the page of data, one signatory after another."""
    blocks = re.findall(r">(digest=.+?)</pre>", unescape(site.page("data")), re.DOTALL)
    assert len(blocks) == len(HOSTS)
    environment = {**os.environ, "no_proxy": "*", **web.for_curl(home)}
    ran = subprocess.run(
        ["sh", "-c", "\n".join(blocks)], env=environment, capture_output=True, text=True,
        encoding="utf-8", check=False,
    )  # fmt: skip
    return ran.stdout.splitlines()


def test_an_honest_site_is_proved_now_and_by_its_kept_copies_alone(
    web: Web, honest: SmallSite
) -> None:
    folder = honest.root / "site"
    web.folders[SITE] = folder
    for arguments, answer in (((), "proved now"), (("--offline", str(folder)), "proved by a kept")):
        code, lines = verify(web, *arguments)
        assert code == 0
        assert all(line.startswith(answer) for line in lines[:2]), lines
        assert "2 signatories: 0 contradicted" in lines[-1]


def contradictions(lines: list[str], places: Sequence[str]) -> None:
    """Each signatory is contradicted by what is said at a place, with both digests in full."""
    for line, name, place in zip(lines, ("Acme", "Beta"), places, strict=False):
        assert line.startswith(f"contradicted: '{name}'")
        said = f"endorses {ADDRESS} with sha256:{digest(TEXT)}"
        assert f"line 1 of {place}" in line
        assert f"{said}, and this site serves sha256:{digest(REWRITTEN)} there" in line
    assert "2 signatories: 2 contradicted" in lines[-1]


def test_one_word_and_its_lock_changed_in_what_is_published_is_contradicted_by_every_copy(
    web: Web, altered: Path
) -> None:
    code, lines = verify(web, "--offline", str(altered))
    assert code == 1
    contradictions(lines, [f"{SITE}proofs/{host}/endorsements.txt" for host in HOSTS])
    assert web.asked == []


def test_one_word_and_its_lock_changed_in_the_sources_is_contradicted_by_every_server(
    web: Web, rebuilt: Path, altered: Path
) -> None:
    for folder in (rebuilt, altered):
        web.folders[SITE] = folder
        code, lines = verify(web)
        assert code == 1
        contradictions(lines, [address_of(host) for host in HOSTS])


def test_a_journalist_needs_three_lines_of_a_shell(
    web: Web, honest: SmallSite, altered: Path, tmp_path: Path
) -> None:
    web.folders[SITE] = honest.root / "site"
    printed = by_hand(web, honest, tmp_path)
    signed = printed.pop(2)
    assert signed.startswith('Good "endorsements" signature for acme.example with ED25519 key')
    line = ENDORSED.strip()
    assert printed == [address_of("acme.example"), line, address_of("beta.example"), line]
    web.folders[SITE] = altered
    assert line not in by_hand(web, honest, tmp_path)


# A network with a published site on it, a server that never answers, and others without a file.
SERVERS = """
import sys, time
from pathlib import Path
from undersigned.cli import main
from undersigned.links.answers import Answer
from undersigned.links.network import Network
class Few(Network):
    def fetch(self, target, agent, largest, seconds=0):
        if target.host == "slow.example":
            time.sleep(3600)
        file = Path("site" + target.wanted)
        is_there = target.host == "statement.example" and file.is_file()
        return Answer(200, content=file.read_bytes()) if is_there else Answer(404)
main(["verify", *sys.argv[1:]], obj=Few())
"""


@pytest.mark.skipif(sys.platform == "win32", reason="terminals are others there")
def test_at_a_terminal_an_interrupt_ends_with_what_is_known_of_every_signatory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", str(REPOSITORY / "hooks"))
    entries = (published.proved("Acme"), published.entry("Beta"), published.entry("Slow"))
    site = published.publish(tmp_path / "site", *entries)
    published.keep(site, "acme.example", published.said())
    terminal = Terminal(["-c", SERVERS, published.SITE], tmp_path)
    terminal.until("2/3  slow.example")
    terminal.press_interrupt()
    assert terminal.ended() == 130
    for shown in (f"{published.SITE}signatories.json", "the kept copy of acme.example"):
        assert shown in terminal.shown
    lines = terminal.screen.splitlines()
    assert [each.partition(":")[0] for each in lines] == [
        "proved by a kept copy",
        "claimed only",
        "claimed only",
        "version 1.0",
        "1 server not asked",
        "3 signatories",
    ]
    assert "Traceback" not in terminal.shown
    offline = Terminal(["-c", SERVERS, published.SITE, "--offline", "site"], tmp_path)
    assert offline.ended() == 0
    assert offline.screen.splitlines()[-1] == lines[-1]
