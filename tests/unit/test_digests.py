"""The digests of a folder, held against what the real `sha256sum` prints and reads."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from undersigned.build.digests import NAME, line, sums

STRANGE = (
    b"back\\slash",
    b"new\nline",
    b"a\\nb",
    b"ends in ",
    b" b",
    b"-c",
    b"*d",
    b"\xc3\xa9",
    b"\xff",
)


def sha256sum(folder: Path, *arguments: str | bytes) -> subprocess.CompletedProcess[bytes]:
    if shutil.which("sha256sum") is None:
        pytest.skip("there is no sha256sum")
    command = ["sha256sum", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, check=False)


def test_strange_names_are_written_as_sha256sum_writes_and_reads_them(tmp_path: Path) -> None:
    folder = tmp_path / "of\nnames"
    folder.mkdir()
    for name in STRANGE:
        try:
            (folder / os.fsdecode(name)).write_bytes(name)
        except OSError:
            pytest.skip("this file system does not take every name")
    (folder / NAME).write_bytes(sums(folder))
    checked = sha256sum(folder, "--check", "--strict", NAME)
    assert checked.returncode == 0, checked.stderr
    printed = sha256sum(folder, "--", *sorted(STRANGE)).stdout
    assert (folder / NAME).read_bytes() == printed
    above = sums(tmp_path)
    (tmp_path / NAME).write_bytes(above)
    assert above.count(b"of\\nnames/") == len(STRANGE) + 1
    assert sha256sum(tmp_path, "--check", "--strict", NAME).returncode == 0


def test_a_carriage_return_is_escaped_as_coreutils_9_does() -> None:
    assert line(b"a\rb", "0" * 64) == b"\\" + b"0" * 64 + b"  a\\rb\n"


def test_paths_are_sorted_by_their_bytes_and_not_folder_by_folder(tmp_path: Path) -> None:
    paths = ["a-b", "a/b", "a0", "B", "é", "z", "ｚ", "𐐀"]
    for path in reversed(paths):
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(path)
    named = [each[66:] for each in sums(tmp_path).splitlines()]
    assert named == sorted(path.encode() for path in paths)
    assert named[:3] == [b"B", b"a-b", b"a/b"]


def test_neither_the_digests_themselves_nor_what_git_keeps_are_told(tmp_path: Path) -> None:
    for path in (NAME, ".git", ".well-known/x", f"sub/{NAME}"):
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(path)
    assert [each[66:] for each in sums(tmp_path).splitlines()] == [
        b".well-known/x",
        f"sub/{NAME}".encode(),
    ]
    assert sums(tmp_path) == sums(tmp_path)


def test_an_empty_folder_has_no_digests_and_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "gone").symlink_to("nowhere")
    assert sums(tmp_path) == b""
