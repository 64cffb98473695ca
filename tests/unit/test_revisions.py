"""Revisions as people name them, resolved by real git."""

import subprocess
from pathlib import Path

import pytest
from undersigned.git import HistoryError
from undersigned.revisions import resolved


def git(root: Path, *arguments: str) -> str:
    command = ["git", "-c", "user.name=A", "-c", "user.email=a@b.example", *arguments]
    run = subprocess.run(command, cwd=root, check=True, capture_output=True, text=True)
    return run.stdout.strip()


def commit(root: Path) -> str:
    git(root, "commit", "--quiet", "--allow-empty", "--message", "x")
    return git(root, "rev-parse", "HEAD")


@pytest.fixture
def commits(tmp_path: Path) -> list[str]:
    """A repository of three commits; `main` of its remote is at the first, its own at the last."""
    git(tmp_path, "init", "--quiet", "--initial-branch", "main")
    found = [commit(tmp_path) for _ in range(3)]
    git(tmp_path, "update-ref", "refs/remotes/origin/main", found[0])
    return found


def refused(root: Path, name: str) -> str:
    with pytest.raises(HistoryError) as error:
        resolved(root, name)
    return str(error.value)


def test_a_branch_of_the_remote_is_meant_whatever_tag_or_branch_has_its_name(
    tmp_path: Path, commits: list[str]
) -> None:
    git(tmp_path, "tag", "origin/main", commits[2])
    git(tmp_path, "branch", "origin/main", commits[2])
    git(tmp_path, "tag", "refs/remotes/origin/main", commits[2])
    assert resolved(tmp_path, "origin/main") == commits[0]
    assert resolved(tmp_path, "refs/remotes/origin/main") == commits[0]
    assert resolved(tmp_path, "remotes/origin/main") == commits[0]


def test_of_a_branch_that_was_not_fetched_no_tag_and_no_local_branch_takes_the_place(
    tmp_path: Path, commits: list[str]
) -> None:
    git(tmp_path, "update-ref", "-d", "refs/remotes/origin/main")
    assert refused(tmp_path, "origin/main") == (
        "Not a valid object name 'origin/main'; fetch it, or name another"
    )
    git(tmp_path, "tag", "refs/remotes/origin/main", commits[2])
    assert "is a tag alone" in refused(tmp_path, "refs/remotes/origin/main")
    git(tmp_path, "branch", "origin/main", commits[2])
    assert "is a local branch alone; write 'refs/heads/origin/main'" in refused(
        tmp_path, "origin/main"
    )
    git(tmp_path, "tag", "origin/main", commits[2])
    assert "is a tag alone; write 'refs/tags/origin/main'" in refused(tmp_path, "origin/main")


def test_a_plain_name_is_a_local_branch_and_a_tag_is_named_in_full(
    tmp_path: Path, commits: list[str]
) -> None:
    git(tmp_path, "tag", "main", commits[1])
    assert resolved(tmp_path, "main") == commits[2]
    assert resolved(tmp_path, "refs/tags/main") == resolved(tmp_path, "tags/main") == commits[1]
    git(tmp_path, "tag", "v1", "--annotate", "--message", "x", commits[1])
    assert refused(tmp_path, "v1") == "'v1' is a tag alone; write 'refs/tags/v1' for it"
    assert resolved(tmp_path, "refs/tags/v1") == commits[1]


def test_a_full_hash_is_that_commit_even_if_a_branch_or_a_tag_is_called_so(
    tmp_path: Path, commits: list[str]
) -> None:
    git(tmp_path, "update-ref", f"refs/heads/{commits[0]}", commits[2])
    git(tmp_path, "update-ref", f"refs/tags/{commits[0]}", commits[2])
    assert resolved(tmp_path, commits[0]) == commits[0]
    assert "Not a valid object name" in refused(tmp_path, "0" * 40)


def test_an_abbreviated_hash_is_never_a_tag_and_not_in_doubt_a_branch(
    tmp_path: Path, commits: list[str]
) -> None:
    short = commits[0][:9]
    git(tmp_path, "tag", short, commits[2])
    assert resolved(tmp_path, short) == commits[0]
    git(tmp_path, "branch", short, commits[2])
    assert refused(tmp_path, short) == (
        f"'{short}' means more than one commit; give 'refs/heads/{short}'"
    )
    assert resolved(tmp_path, f"refs/heads/{short}") == commits[2]


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("HEAD", 2), ("@", 2), ("HEAD~1", 1), ("main~2", 0), ("main^", 1), ("main^{commit}", 2),
        ("origin/main~0", 0), ("HEAD~1^", 0), ("FETCH_HEAD", 1), ("FETCH_HEAD~1", 0),
        ("@{upstream}", 0), ("origin", 0), ("origin~0", 0), ("origin/HEAD", 0),
        ("refs/remotes/origin/HEAD", 0),
    ],
)  # fmt: skip
def test_steps_from_a_name_and_what_git_itself_keeps_are_taken(
    tmp_path: Path, commits: list[str], name: str, place: int
) -> None:
    git(tmp_path, "fetch", "--quiet", ".", commits[1])
    git(tmp_path, "remote", "add", "origin", "nowhere")
    git(tmp_path, "symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/main")
    git(tmp_path, "branch", "--quiet", "--set-upstream-to", "origin/main")
    for each in ("HEAD", "FETCH_HEAD", "origin"):
        git(tmp_path, "update-ref", f"refs/tags/{each}", commits[0])
    assert resolved(tmp_path, name) == commits[place]


def test_a_branch_that_is_called_head_is_not_the_default_one_of_a_remote(
    tmp_path: Path, commits: list[str]
) -> None:
    git(tmp_path, "update-ref", "refs/remotes/origin/HEAD", commits[1])
    for name in ("origin", "origin/HEAD", "remotes/origin/HEAD", "refs/remotes/origin/HEAD"):
        assert "Not a valid object name" in refused(tmp_path, name)


def test_what_git_does_not_keep_is_not_looked_for_among_the_tags(
    tmp_path: Path, commits: list[str]
) -> None:
    git(tmp_path, "tag", "FETCH_HEAD", commits[0])
    assert "is a tag alone" in refused(tmp_path, "FETCH_HEAD")


@pytest.mark.parametrize(
    "name", ["", "-x", "--output=x", "nowhere", "a b\n$(touch x)", "main..HEAD", "main:x", "^main"]
)
def test_what_names_no_commit_is_refused_with_a_remedy(
    tmp_path: Path, commits: list[str], name: str
) -> None:
    assert refused(tmp_path, name).endswith("; fetch it, or name another")
    assert not (tmp_path / "x").exists()


def test_what_a_clone_replaces_or_grafts_does_not_count(tmp_path: Path, commits: list[str]) -> None:
    git(tmp_path, "replace", commits[1], commits[0])
    (tmp_path / ".git/info").mkdir(exist_ok=True)
    (tmp_path / ".git/info/grafts").write_text(f"{commits[2]}\n")
    assert resolved(tmp_path, "main~1") == commits[1]
    assert resolved(tmp_path, "main~2") == commits[0]
