"""Builds of what changed alone: refused for what is published, whole in a preview."""

import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from tests.support.sites import SmallSite, small_site

PAGES = """
--- docs/sign.md
# Sign

So.[@a, p. 2]
--- docs/more.md
# More

And so.[@a, p. 3]
"""


@pytest.fixture
def site(tmp_path: Path) -> SmallSite:
    return small_site(tmp_path, PAGES)


@pytest.mark.parametrize("command", ["build", "gh-deploy"])
def test_nothing_is_published_of_changed_pages_alone(site: SmallSite, command: str) -> None:
    refused = site.run("mkdocs", command, "--dirty")
    assert refused.returncode == 1
    assert f"'mkdocs {command} --dirty' would break the site" in refused.stdout
    assert "Traceback" not in refused.stderr
    assert not (site.root / "site").exists()
    # What the message says.
    assert site.build().returncode == 0


@pytest.mark.parametrize("options", [[], ["--dirty"], ["--clean"]], ids=" ".join)
def test_a_preview_shows_every_page_whole_after_one_of_them_changed(
    site: SmallSite, options: list[str]
) -> None:
    with previewed(site, *options) as address:
        before = {path: read(address + path) for path in ("bibliography/", "more/")}
        page = site.root / "docs/sign.md"
        page.write_text(page.read_text() + "\nA new line.\n")
        wait_for("A new line.", f"{address}sign/")
        after = {path: read(address + path) for path in before}
        assert after == before
        assert "more/#fnref" in after["bibliography/"]
        assert ">More<" in read(f"{address}sign/")


@contextmanager
def previewed(site: SmallSite, *options: str) -> Iterator[str]:
    """The address at which `mkdocs serve` shows a site."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "mkdocs", "serve", "--quiet", "-a", f"127.0.0.1:{port}"]
    with subprocess.Popen([*command, *options], cwd=site.root) as server:
        try:
            wait_for("Sign", f"http://127.0.0.1:{port}/sign/")
            yield f"http://127.0.0.1:{port}/"
        finally:
            server.terminate()


def wait_for(words: str, address: str) -> None:
    """Wait until a page has the words."""
    for _ in range(600):
        try:
            if words in read(address):
                return
        except (URLError, ConnectionError):
            pass
        time.sleep(0.1)
    raise AssertionError(f"{address} never said {words!r}")


def read(address: str) -> str:
    """What is served at an address of this machine, but for the numbers by which it is renewed."""
    with urlopen(address) as answer:
        return re.sub(r"livereload\(\d+, \d+\)", "", answer.read().decode())
