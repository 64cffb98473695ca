"""From an empty folder to a built site, by the package alone."""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.support.clocks import undated
from tests.support.packaged import built_by, installed, said
from tests.support.sites import SmallSite
from tests.support.terminals import at_a_terminal

NAMES = ("--title", "The Keepers’ Letter", "--publisher", "Coalition of Keepers")


@pytest.fixture(scope="module")
def modules(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return installed(tmp_path_factory.mktemp("package"))


def run(modules: Path, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "undersigned", *arguments],
        cwd=folder,
        env={**undated(), "PYTHONPATH": str(modules)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def begun(modules: Path, folder: Path, *flags: str, names: Sequence[str] = NAMES) -> Path:
    result = run(modules, folder, "new", "site", *names, *flags)
    assert result.returncode == 0, result.stderr
    return folder / "site"


def green(modules: Path, site: Path) -> str:
    """What a strict build says of a site that `check --site` finds nothing wrong with."""
    for command in (("check",), ("check", "--site"), ("format", "--check")):
        checked = run(modules, site, *command)
        assert checked.returncode == 0, checked.stdout + checked.stderr
        assert "warning:" not in checked.stdout
    built = built_by(modules, site)
    assert built.returncode == 0, said(built)
    assert "Deprecat" not in said(built)
    return said(built)


@pytest.mark.parametrize("words", ["principles", "pledge"])
def test_a_french_site_begins_in_french(words: str, modules: Path, tmp_path: Path) -> None:
    site = begun(modules, tmp_path, "--language", "fr", "--words", words)
    green(modules, site)
    page = (site / "site/about/index.html").read_text(encoding="utf-8")
    assert 'lang="fr"' in page
    assert "Comment le registre est tenu" in page
    assert "Aucune version du texte n’est encore publiée" in page


@pytest.mark.parametrize(
    "title", ["A “letter” — \"for\" 'all': # {{ it }} & 100 %", "---", "письмо хранителей"]
)
def test_a_site_of_an_odd_name_is_built(title: str, modules: Path, tmp_path: Path) -> None:
    site = begun(modules, tmp_path, names=("--title", title, "--publisher", title))
    green(modules, site)


def test_at_a_terminal_what_is_missing_is_asked_until_it_is_right(tmp_path: Path) -> None:
    wheel = tmp_path / "undersigned-1.0-py3-none-any.whl"
    wheel.write_bytes(b"PK\x05\x06" + bytes(18))
    answers = {
        "Title of the statement": ["", "a <b>", "The Letter"],
        "Who publishes the text": ["Keepers"],
        "Who publishes the site": [""],
        "E-mail address": ["nobody", ""],
        "https address of the repository": [""],
        "https address of the site": ["https://letter.keepers.org"],
        "Language of the site": ["xx", "nb"],
        "What it is called": ["song", "letter"],
    }
    command = ["new", "site", "--from", str(wheel)]
    shown = at_a_terminal(SmallSite(tmp_path), command, answers)
    for words in (
        "lacks 'title'; give it as text",
        "holds HTML; write words alone",
        "has the contact 'nobody'",
        "'xx' is no language",
        "give one of statement, letter",
    ):
        assert words in shown
    settings = (tmp_path / "site/mkdocs.yml").read_text(encoding="utf-8")
    assert "title: The Letter\n" in settings
    assert "language: nb}" in settings
    assert "site_url: https://letter.keepers.org/\n" in settings
    assert (tmp_path / "site/docs/letter/draft.md").is_file()
