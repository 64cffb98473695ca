"""The same bytes from the same commit, and the digests by which anybody can see that."""

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.clocks import built_later, undated
from tests.support.prepared import run_module
from tests.support.sites import REPOSITORY, small_site

AUTHOR = ("-c", "user.name=A", "-c", "user.email=a@b.example")
NAME = "SHA256SUMS"


def run(
    folder: Path, *command: str, environment: dict[str, str] | None = None, umask: int = -1
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command,
        cwd=folder,
        env={**undated(), "no_proxy": "127.0.0.1", **(environment or {})},
        umask=umask,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def git(folder: Path, *arguments: str) -> str:
    asked = run(folder, "git", *AUTHOR, *arguments)
    assert asked.returncode == 0, asked.stderr
    return asked.stdout.strip()


@pytest.fixture(scope="module")
def commit(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository with this one's files as they are, committed on 14 November 2023."""
    root = tmp_path_factory.mktemp("commit") / "repository"
    for path in git(REPOSITORY, "ls-files", "-z", "-co", "--exclude-standard").split("\0"):
        if (REPOSITORY / path).is_file():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(REPOSITORY / path, root / path)
    git(root, "init", "--quiet")
    git(root, "add", "--all")
    dated = {"GIT_COMMITTER_DATE": "1700000000 +1345"}
    made = run(root, "git", *AUTHOR, "commit", "--quiet", "-m", "x", environment=dated)
    assert made.returncode == 0, made.stderr
    return root


def contents(folder: Path) -> dict[str, bytes]:
    places = [place for place in folder.rglob("*") if place.is_file()]
    return {place.relative_to(folder).as_posix(): place.read_bytes() for place in places}


def touch(root: Path, seconds: int, kept: str = ".git") -> None:
    for place in root.rglob("*"):
        if kept not in place.relative_to(root).parts:
            os.utime(place, (seconds, seconds))


@pytest.fixture(scope="module")
def clones(commit: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Two clones of one commit, built as differently as two people's machines are."""
    base = tmp_path_factory.mktemp("clones")
    first, second = base / "a", base / "somewhere else entirely" / "é" / "the second one"
    git(base, "clone", "--quiet", str(commit), str(first))
    git(base, "clone", "--quiet", "-c", "core.autocrlf=true", str(commit), str(second))
    touch(second, 1_000_000_000)
    one = {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "1", "HOME": str(base)}
    other = {"TZ": "America/Adak", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "2", "LANGUAGE": "de"}
    built_later(first, one, 0, umask=0o022)
    built_later(second, other, 400, "--site-dir", str(second / "site"), umask=0o077)
    return first, second


def test_two_builds_of_one_commit_are_the_same_to_the_last_byte(
    clones: tuple[Path, Path],
) -> None:
    one, other = (contents(clone / "site") for clone in clones)
    assert sorted(one) == sorted(other)
    assert [path for path in one if one[path] != other[path]] == []
    assert {NAME, "sitemap.xml", "statement.json"} <= set(one)
    assert len(one) > 50


def test_nothing_is_published_whose_bytes_are_up_to_the_zlib_of_a_machine(
    clones: tuple[Path, Path],
) -> None:
    packed = (b"\x1f\x8b", b"PK\x03\x04")
    site = contents(clones[0] / "site")
    assert not [path for path, content in site.items() if content.startswith(packed)]


def test_the_date_of_a_build_is_that_of_its_commit(clones: tuple[Path, Path]) -> None:
    for clone in clones:
        sitemap = (clone / "site/sitemap.xml").read_bytes()
        assert set(re.findall(rb"<lastmod>(.*?)</lastmod>", sitemap)) == {b"2023-11-14"}


def test_the_statement_names_the_commit_that_was_built(clones: tuple[Path, Path]) -> None:
    for clone in clones:
        statement = json.loads((clone / "site/statement.json").read_bytes())
        assert statement["commit"] == git(clone, "rev-parse", "HEAD")


def test_no_file_of_a_site_tells_where_it_was_built(clones: tuple[Path, Path]) -> None:
    places = [os.fsencode(each) for each in (*clones, REPOSITORY, sys.prefix)]
    for path, content in contents(clones[1] / "site").items():
        assert not [place for place in places if place in content], path


def test_the_digests_are_of_every_other_file_and_sha256sum_finds_them_true(
    clones: tuple[Path, Path],
) -> None:
    site = clones[0] / "site"
    told = (site / NAME).read_text(encoding="utf-8")
    named = [line[66:] for line in told.splitlines()]
    assert named == sorted(set(contents(site)) - {NAME}, key=str.encode)
    checked = run(site, "sha256sum", "--check", "--strict", NAME)
    assert checked.returncode == 0, checked.stderr
    assert len(checked.stdout.splitlines()) == len(named)


def test_one_changed_byte_is_found_and_so_is_a_file_that_is_missing(
    clones: tuple[Path, Path], tmp_path: Path
) -> None:
    site = tmp_path / "site"
    shutil.copytree(clones[0] / "site", site)
    page = bytearray((site / "about/index.html").read_bytes())
    page[len(page) // 2] ^= 1
    (site / "about/index.html").write_bytes(page)
    (site / "robots.txt").unlink()
    checked = run(site, "sha256sum", "--check", "--strict", "--quiet", NAME)
    assert checked.returncode == 1
    assert sorted(checked.stdout.splitlines()) == [
        "about/index.html: FAILED",
        "robots.txt: FAILED open or read",
    ]


def test_a_second_build_over_the_same_folder_gives_the_same(clones: tuple[Path, Path]) -> None:
    first = contents(clones[0] / "site")
    built_later(clones[0], {}, 30)
    assert contents(clones[0] / "site") == first


def test_an_archive_without_history_is_built_the_same_on_any_day(
    commit: Path, tmp_path: Path
) -> None:
    made = []
    packed, root = tmp_path / "a.zip", tmp_path / "a"
    git(commit, "archive", f"--output={packed}", "HEAD")
    shutil.unpack_archive(packed, root)
    # What Python made of the package in the first build is taken for the second.
    for number, kept in enumerate(("", "hooks")):
        touch(root, 1_500_000_000 + number * 10**8, kept)
        built_later(root, {}, 400 * number)
        made.append(contents(root / "site"))
        shutil.rmtree(root / "site")
    assert made[0] == made[1]
    assert b"commit" not in made[0]["statement.json"]


def test_a_date_that_is_set_is_kept_and_one_that_is_none_is_refused(tmp_path: Path) -> None:
    site = small_site(tmp_path)
    built_later(tmp_path, {"SOURCE_DATE_EPOCH": "86400"}, 0)
    assert "<lastmod>1970-01-02</lastmod>" in (tmp_path / "site/sitemap.xml").read_text()
    for given in ("yesterday", "99999999999999999999", "-1"):
        dated = os.environ | {"SOURCE_DATE_EPOCH": given}
        refused = run_module("mkdocs", "build", cwd=site.root, env=dated)
        assert refused.returncode == 1
        assert f"SOURCE_DATE_EPOCH '{given}' is not a moment" in refused.stdout + refused.stderr
        assert "Traceback" not in refused.stderr


def test_what_cannot_be_written_is_told_without_a_traceback(tmp_path: Path) -> None:
    site = small_site(tmp_path, f"--- docs/{NAME}/index.md\n# In the way\n")
    result = site.build()
    assert result.returncode == 1
    assert "could not be written" in result.stdout + result.stderr
    assert "Traceback" not in result.stderr


def digest(clone: Path, environment: dict[str, str], umask: int) -> str:
    """What `make digest` prints in a clone whose environment is the one that tests run in."""
    tools = clone / ".venv/bin"
    tools.mkdir(parents=True)
    for name, command in (("python", ""), ("mkdocs", " -m mkdocs")):
        (tools / name).write_text(f'#!/bin/sh\nexec "{sys.executable}"{command} "$@"\n')
        (tools / name).chmod(0o755)
    (clone / ".venv/site").touch()
    # Called from 'make test', it would also say in which folder it is.
    alone = {"MAKEFLAGS": "", "MAKELEVEL": ""}
    made = run(clone, "make", "digest", environment=alone | environment, umask=umask)
    assert made.returncode == 0, made.stderr
    return made.stdout


def test_make_digest_prints_the_value_of_other_clones_whatever_lay_in_its_folders(
    commit: Path, clones: tuple[Path, Path], tmp_path: Path
) -> None:
    another = tmp_path / "the other one"
    git(tmp_path, "clone", "--quiet", str(commit), str(another))
    (another / "site").mkdir()
    (another / "site/.left-over").write_text("of an earlier build")
    (another / "node_modules").mkdir()
    (another / "node_modules/any.js").write_text("")
    printed = digest(another, {"TZ": "America/Adak", "PYTHONHASHSEED": "2"}, 0o002)
    for site in (another, *clones):
        sums = (site / "site" / NAME).read_bytes()
        assert printed == f"{hashlib.sha256(sums).hexdigest()}\n"
