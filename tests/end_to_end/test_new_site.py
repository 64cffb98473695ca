"""From an empty folder to a built site, by the package alone."""

import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.support.clocks import undated
from tests.support.packaged import built_by, installed, said
from tests.support.sites import SmallSite
from tests.support.terminals import at_a_terminal

OTHER = re.compile(r"mercenar|tech accord|cybertech|principles annotated|microsoft", re.IGNORECASE)
TEXT = "1. Keep a lamp lit\n2. Write down what it shows\n"
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


def own_words(site: Path) -> dict[str, str]:
    """The files of a site, and its pages, but for what the engine and the theme bring."""
    paths = [
        path
        for path in site.rglob("*")
        if path.is_file()
        and path.suffix not in (".whl", ".png", ".svg", ".map", ".js", ".gz", ".pdf", ".ico")
    ]
    return {path.relative_to(site).as_posix(): path.read_text("utf-8") for path in paths}


def test_a_site_goes_from_nothing_to_a_signed_text(modules: Path, tmp_path: Path) -> None:
    site = begun(modules, tmp_path, "--words", "letter", "--contact", "post@keepers.org")
    assert (site / "vendor/undersigned-0.1.0-py3-none-any.whl").is_file()
    assert "so the draft is shown as 0.0" in green(modules, site)
    assert "This is a preview" in (site / "site/index.html").read_text(encoding="utf-8")

    date = ("--date", "2024-01-31")
    assert run(modules, site, "publish", "1.0", *date).returncode == 1  # with the note at its head
    (site / "docs/letter/draft.md").write_text(TEXT, encoding="utf-8")
    published = run(modules, site, "publish", "1.0", *date)
    assert published.returncode == 0, published.stdout + published.stderr
    entry = ["--name", "Aldersund Lamp Works", "--kind", "company", "--country", "NO",
             "--website", "https://aldersund.example", "--signed", "2024-02-03",
             "--evidence", "https://aldersund.example/we-sign"]  # fmt: skip
    added = run(modules, site, "add", *entry)
    assert added.returncode == 0, added.stdout + added.stderr

    green(modules, site)
    assert run(modules, site, "check", "--release").returncode == 1
    pages = own_words(site)
    assert "This is a preview" not in pages["site/index.html"]
    assert "Keep a lamp lit" in pages["site/letter/index.html"]
    assert "Aldersund Lamp Works" in pages["site/signatories/index.html"]
    assert len(pages) > 60
    assert [path for path, text in pages.items() if OTHER.search(text)] == []


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
