"""The preview, run as a maintainer runs it: a real server, real edits, a real HTTP client."""

import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.support.sites import SmallSite, small_site, with_own_package

PATIENCE = 60


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def eventually(holds: Callable[[], bool]) -> bool:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if holds():
            return True
        time.sleep(0.2)
    return False


@contextmanager
def previewed(site: SmallSite) -> Iterator[tuple[Callable[[], str], Callable[[], str]]]:
    """The register's page as served now, and all that the preview has printed."""
    port = free_port()
    log = site.root / "preview.log"
    with log.open("w") as output:
        command = [sys.executable, "tools/preview.py", "--dev-addr", f"127.0.0.1:{port}"]
        running = subprocess.Popen(command, cwd=site.root, stdout=output, stderr=output)

        def page() -> str:
            try:
                with urllib.request.urlopen(
                    f"http://127.0.0.1:{port}/signatories/", timeout=5
                ) as answer:
                    return str(answer.read().decode())
            except (urllib.error.URLError, OSError):
                return ""

        try:
            yield page, lambda: log.read_text(encoding="utf-8")
        finally:
            running.send_signal(signal.SIGTERM)
            assert running.wait(timeout=PATIENCE) == 0
    assert page() == ""


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_a_preview_follows_data_survives_problems_and_restarts_for_code(tmp_path: Path) -> None:
    site = with_own_package(small_site(tmp_path))
    register = tmp_path / "signatories.yml"
    with previewed(site) as (page, printed):
        assert eventually(lambda: "Acme" in page()), printed()
        edit(register, "Acme", "Apex")
        assert eventually(lambda: "Apex" in page()), printed()
        edit(register, "country: NO", "country: UK")
        assert eventually(lambda: "did you mean 'GB'?\n1 problem\n" in printed()), printed()
        # MkDocs keeps browsers waiting until the site builds again.
        edit(register, "country: UK", "country: GB")
        assert eventually(lambda: "United Kingdom" in page()), printed()
        edit(tmp_path / "hooks/undersigned/views/terms.py", '"Companies"', '"Firms"')
        assert eventually(lambda: "Firms" in page()), printed()
        assert "Traceback" not in printed()


def test_a_preview_reports_a_text_that_is_not_shown_and_goes_on(tmp_path: Path) -> None:
    site = small_site(tmp_path)
    text = tmp_path / "docs/principles/index.md"
    edit(text, "\\statement", "1. Do harm")
    with previewed(site) as (page, printed):
        assert eventually(lambda: "Acme" in page()), printed()
        assert "docs/principles/index.md:1:1: the text of version '1.0' is not shown" in printed()
        edit(text, "1. Do harm", "\\statement")
        assert eventually(lambda: "Reloading browsers" in printed()), printed()
        assert printed().count("is not shown") == 1
        assert "Traceback" not in printed()


def test_a_preview_begun_on_a_broken_register_waits_until_it_is_mended(tmp_path: Path) -> None:
    site = small_site(tmp_path)
    register = tmp_path / "signatories.yml"
    edit(register, "country: NO", "country: UK")
    with previewed(site) as (page, printed):
        assert eventually(lambda: "the preview waits for a change" in printed()), printed()
        assert page() == ""
        edit(register, "country: UK", "country: NO")
        assert eventually(lambda: "Acme" in page()), printed()
        assert "Traceback" not in printed()
