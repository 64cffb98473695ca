"""The commit of a build, asked of real git."""

import os
import subprocess
from pathlib import Path

import pytest
from undersigned import git as module
from undersigned.git import HistoryError, added_days, revision


def git(root: Path, *arguments: str, day: str = "") -> str:
    command = ["git", "-c", "user.name=A", "-c", "user.email=a@b.example", *arguments]
    env = os.environ | ({"GIT_COMMITTER_DATE": f"{day}T12:00:00Z"} if day else {})
    run = subprocess.run(command, cwd=root, env=env, check=True, capture_output=True, text=True)
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


def test_every_file_of_a_folder_has_the_day_on_which_it_came_last(root: Path) -> None:
    def commit(day: str, *names: str) -> None:
        for name in names:
            (root / name).parent.mkdir(exist_ok=True)
            (root / name).write_text(f"{name} {day}")
        git(root, "add", "--all")
        git(root, "commit", "--quiet", "--message", "x", day=day)

    odd = "d/\x01ö\n1"
    commit("2024-01-01", "d/a", "d/b", odd)
    git(root, "rm", "--quiet", "d/b")
    git(root, "mv", "d/a", "d/c")
    commit("2024-01-02")
    commit("2024-01-03", "d/b", "d/c", "elsewhere/a")
    days = {path: str(day) for path, day in added_days(root, "d", "HEAD").items()}
    assert days == {
        "d/a": "2024-01-01",
        odd: "2024-01-01",
        "d/b": "2024-01-03",
        "d/c": "2024-01-02",
    }
    assert added_days(root, "none", "HEAD") == {}
    with pytest.raises(HistoryError):
        added_days(root, "d", "nowhere")


def test_a_merged_file_came_on_the_day_of_the_merge(root: Path) -> None:
    main = git(root, "branch", "--show-current")
    git(root, "switch", "--quiet", "--create", "side")
    (root / "d").mkdir()
    (root / "d/a").write_text("a")
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", "x", day="2024-01-01")
    git(root, "switch", "--quiet", main)
    git(root, "merge", "--quiet", "--no-ff", "--message", "x", "side", day="2024-02-01")
    assert {path: str(day) for path, day in added_days(root, "d", "HEAD").items()} == {
        "d/a": "2024-02-01"
    }
