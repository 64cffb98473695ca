"""The commit of a build, asked of real git."""

import os
import subprocess
from pathlib import Path

import pytest
from undersigned import git as module
from undersigned.git import revision


def git(root: Path, *arguments: str) -> str:
    command = ["git", "-c", "user.name=A", "-c", "user.email=a@b.example", *arguments]
    run = subprocess.run(command, cwd=root, check=True, capture_output=True, text=True)
    return run.stdout.strip()


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A committed site."""
    (tmp_path / "mkdocs.yml").write_text("site_name: Any\n")
    (tmp_path / ".gitignore").write_text("site/\n")
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "add", "--all")
    git(tmp_path, "commit", "--quiet", "--message", "x")
    return tmp_path


def test_a_clean_repository_has_its_commit_whatever_is_ignored(root: Path) -> None:
    (root / "site").mkdir()
    (root / "site/index.html").write_text("built")
    assert revision(root) == git(root, "rev-parse", "HEAD")


def test_what_differs_from_the_commit_is_not_told_as_it(root: Path) -> None:
    (root / "mkdocs.yml").write_text("site_name: Other\n")
    assert revision(root) is None
    git(root, "add", "--all")
    assert revision(root) is None
    git(root, "commit", "--quiet", "--message", "x")
    assert revision(root)
    git(root, "config", "status.showUntrackedFiles", "no")
    (root / "new.md").write_text("new")
    assert revision(root) is None


def test_a_repository_around_the_site_that_does_not_hold_it_is_not_its_own(root: Path) -> None:
    inner = root / "site"
    inner.mkdir()
    (inner / "mkdocs.yml").write_text("site_name: Inner\n")
    assert revision(inner) is None


def test_without_a_repository_or_a_commit_there_is_none(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("site_name: Any\n")
    assert revision(tmp_path) is None
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "add", "--all")
    assert revision(tmp_path) is None


def test_a_git_that_is_missing_fails_or_hangs_stops_nothing(
    root: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    bare = tmp_path_factory.mktemp("bin")
    search = os.environ["PATH"]
    monkeypatch.setenv("PATH", str(bare))
    assert revision(root) is None
    monkeypatch.setenv("PATH", f"{bare}:{search}")
    monkeypatch.setattr(module, "SECONDS", 1)
    for words in ("exit 3", "exec sleep 60"):
        (bare / "git").write_text(f"#!/bin/sh\n{words}\n")
        (bare / "git").chmod(0o755)
        assert revision(root) is None
