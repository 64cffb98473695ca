"""A site goes from one version of the package to the next, in an environment of the package alone.

Everything is done by the commands that README names, with the real pip.
"""

import os
import subprocess
import sys
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

import pytest

from tests.support.packaged import installed
from tests.support.wheels import other_version, wheel_in

TEMPLATE = "undersigned_mkdocs/theme/undersigned/version.html"
WORKFLOW = "undersigned/founding/files/any/dot-github/workflows/links.yml"


class Site:
    """A site that `undersigned new` began by 0.0.1, which words one page otherwise."""

    def __init__(self, folder: Path) -> None:
        modules = installed(folder)
        self.new = wheel_in(folder)
        (folder / "old").mkdir()
        edits = {
            TEMPLATE: lambda text: text.replace("The same words", "Just these words"),
            WORKFLOW: lambda text: f"{text}# of the older version\n",
        }
        self.old = other_version(self.new, folder / "old", "0.0.1", edits)
        self.root, self.alone = folder / "site", {"PYTHONPATH": str(modules)}
        names = ("--title", "The Letter", "--publisher", "Keepers", "--words", "letter")
        begun = self.run(sys.executable, "-m", "undersigned", "new", str(self.root), *names,
                         "--from", str(self.old), cwd=folder, more=self.alone)  # fmt: skip
        assert begun.returncode == 0, begun.stderr
        self.alone = {}
        draft = self.root / "docs/letter/draft.md"
        draft.write_text("1. Keep a lamp lit\n", encoding="utf-8")
        made = self.run("make", "site", f"PYTHON={sys.executable}")
        assert made.returncode == 0, made.stdout + made.stderr
        published = self.undersigned("publish", "1.0", "--date", "2024-01-31")
        assert published.returncode == 0, published.stdout

    def run(
        self, *command: str, cwd: Path | None = None, more: Mapping[str, str] | None = None
    ) -> subprocess.CompletedProcess[str]:
        known = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
        return subprocess.run(
            command,
            cwd=cwd or self.root,
            env={**known, **(more or {})},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    def undersigned(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return self.run(str(self.root / ".venv/bin/undersigned"), *arguments)

    def files(self) -> Mapping[str, str]:
        """The digests of all files that are kept in the repository, by path."""
        return {
            path.relative_to(self.root).as_posix(): sha256(path.read_bytes()).hexdigest()
            for path in self.root.rglob("*")
            if path.is_file() and path.relative_to(self.root).parts[0] not in (".venv", "site")
        }


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return Site(tmp_path_factory.mktemp("upgraded"))


def test_a_site_is_upgraded_and_no_word_of_it_is_touched(site: Site) -> None:
    before = site.files()
    assert f"vendor/{site.old.name}" in before
    tried = site.undersigned("upgrade", "--to", str(site.new), "--dry-run")
    assert tried.returncode == 0, tried.stdout + tried.stderr
    assert site.files() == before
    assert "letter/1.0/index.html:\n  - Just these\n  + The same\n" in tried.stdout
    assert " 1 other words; 0 new, 0 gone\n" in tried.stdout

    done = site.undersigned("upgrade", "--to", str(site.new))
    assert done.returncode == 0, done.stdout + done.stderr
    after = site.files()
    touched = {path for path in {*before, *after} if before.get(path) != after.get(path)}
    assert touched == {"requirements.txt", f"vendor/{site.old.name}", f"vendor/{site.new.name}"}
    assert f"removed vendor/{site.old.name}" in done.stdout

    made = site.run("make", "site", f"PYTHON={sys.executable}")
    assert made.returncode == 0, made.stdout + made.stderr
    page = (site.root / "site/letter/1.0/index.html").read_text(encoding="utf-8")
    assert "Keep a lamp lit" in page
    assert "The same words" in page
    assert "Just these words" not in page
    again = site.undersigned("upgrade")
    assert (again.returncode, "there is no newer wheel" in again.stderr) == (1, True)


def test_a_site_that_does_not_build_is_left_as_it_is(site: Site) -> None:
    page = site.root / "docs/about.md"
    kept = page.read_bytes()
    try:
        page.write_text("# About\n\n[Nowhere](nowhere.md)\n", encoding="utf-8")
        before = site.files()
        refused = site.undersigned("upgrade", "--to", str(site.old))
        assert refused.returncode == 1
        assert "nowhere.md" in refused.stderr
        assert site.files() == before
    finally:
        page.write_bytes(kept)
