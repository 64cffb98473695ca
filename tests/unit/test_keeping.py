"""Copies are written a folder at a time: interrupted, a run leaves the old one or the new one."""

import errno
import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from undersigned.proofs.copies import Copy, read_copies
from undersigned.verification.keeping import keep, recover

from tests.support.kept import OTHER, copy, endorse

OLD = copy(endorse())
NEW = copy(endorse(), OTHER, day="2026-11-08")


def kept(root: Path) -> Copy | None:
    """The sound copy of a site, which has no other; nothing is wrong but what a run has left."""
    copies, problems = read_copies(root)
    again = "was left by 'undersigned proofs'; run it again, or remove this"
    assert {each.message for each in problems} <= {again}
    return copies.get("acme.example")


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def test_the_first_copy_makes_its_folder_and_that_of_all_copies(tmp_path: Path) -> None:
    keep(tmp_path, OLD.host, OLD.files)
    assert kept(tmp_path) == OLD
    assert names(tmp_path / "proofs") == ["acme.example"]


def test_a_later_copy_replaces_the_files_of_the_earlier(tmp_path: Path) -> None:
    signed = dict(OLD.files) | {"endorsements.pub": b"old", "endorsements.txt.sig": b"old"}
    keep(tmp_path, OLD.host, signed)
    keep(tmp_path, NEW.host, NEW.files)
    assert kept(tmp_path) == NEW
    assert names(tmp_path / "proofs") == ["acme.example"]
    assert names(tmp_path / "proofs" / "acme.example") == ["endorsements.txt", "fetched.yml"]


class KilledError(BaseException):
    """The process ends here."""


def killed_at(count: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the process be killed at one of its renames, or before it writes one of its files."""
    steps = iter(range(count))

    def before(real: Callable[..., object]) -> Callable[..., object]:
        def step(*arguments: object, **named: object) -> object:
            if next(steps, None) is None:
                raise KilledError
            return real(*arguments, **named)

        return step

    monkeypatch.setattr(Path, "rename", before(Path.rename))
    monkeypatch.setattr(Path, "open", before(Path.open))
    # What is killed tidies nothing up.
    monkeypatch.setattr(shutil, "rmtree", lambda *_, **__: None)


@pytest.mark.parametrize("count", range(6))
def test_killed_anywhere_a_run_leaves_a_whole_copy_for_the_next(count: int, tmp_path: Path) -> None:
    keep(tmp_path, OLD.host, OLD.files)
    with pytest.MonkeyPatch.context() as patch:
        killed_at(count, patch)
        with suppress(KilledError):
            keep(tmp_path, NEW.host, NEW.files)
    assert kept(tmp_path) in (OLD, NEW, None)
    restored = recover(tmp_path)
    assert restored in ([], ["acme.example"])
    assert kept(tmp_path) in (OLD, NEW)
    assert read_copies(tmp_path)[1] == []
    assert names(tmp_path / "proofs") == ["acme.example"]
    keep(tmp_path, NEW.host, NEW.files)
    assert kept(tmp_path) == NEW


def test_there_is_a_step_at_which_only_the_next_run_puts_the_old_copy_back(tmp_path: Path) -> None:
    (tmp_path / "proofs").mkdir()
    keep(tmp_path, OLD.host, OLD.files)
    (tmp_path / "proofs/acme.example").rename(tmp_path / "proofs/.acme.example.old")
    assert kept(tmp_path) is None
    # No build passes over that silently, nor over a folder that somebody made to be put back.
    assert [each.path for each in read_copies(tmp_path)[1]] == ["proofs/.acme.example.old"]
    assert recover(tmp_path) == ["acme.example"]
    assert kept(tmp_path) == OLD


def test_an_interrupt_between_the_renames_puts_the_old_copy_back_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(tmp_path, OLD.host, OLD.files)
    rename, called = Path.rename, list[Path]()

    def interrupted(self: Path, target: Path) -> Path:
        called.append(self)
        if len(called) == 2:
            raise KeyboardInterrupt
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", interrupted)
    with pytest.raises(KeyboardInterrupt):
        keep(tmp_path, NEW.host, NEW.files)
    assert kept(tmp_path) == OLD
    assert names(tmp_path / "proofs") == ["acme.example"]


def test_without_kept_copies_there_is_nothing_to_put_in_order(tmp_path: Path) -> None:
    assert recover(tmp_path) == []
    assert not (tmp_path / "proofs").exists()
    (tmp_path / "proofs").write_text("no folder")
    assert recover(tmp_path) == []


def test_what_is_not_left_of_a_copy_stays(tmp_path: Path) -> None:
    (tmp_path / "proofs/.mine.new").mkdir(parents=True)
    (tmp_path / "proofs/.keep").touch()
    (tmp_path / "proofs/.acme.example.old").touch()
    recover(tmp_path)
    assert names(tmp_path / "proofs") == [".acme.example.old", ".keep", ".mine.new"]


@pytest.mark.parametrize("place", ["proofs", "proofs/acme.example"])
def test_nothing_is_written_through_a_link(place: str, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (tmp_path / place).parent.mkdir(exist_ok=True)
    (tmp_path / place).symlink_to(elsewhere)
    with pytest.raises(OSError, match="is not a folder; remove it"):
        keep(tmp_path, OLD.host, OLD.files)
    assert names(elsewhere) == []


def test_what_lies_behind_a_link_is_put_in_no_order(tmp_path: Path) -> None:
    (tmp_path / "elsewhere/.acme.example.new").mkdir(parents=True)
    (tmp_path / "proofs").symlink_to(tmp_path / "elsewhere")
    assert recover(tmp_path) == []
    assert names(tmp_path / "elsewhere") == [".acme.example.new"]


def test_a_link_within_a_copy_is_replaced_and_not_followed(tmp_path: Path) -> None:
    (tmp_path / "precious").write_text("as it was")
    (tmp_path / "proofs/acme.example").mkdir(parents=True)
    (tmp_path / "proofs/acme.example/endorsements.txt").symlink_to(tmp_path / "precious")
    keep(tmp_path, OLD.host, OLD.files)
    assert (tmp_path / "precious").read_text() == "as it was"
    assert kept(tmp_path) == OLD


def test_a_disk_that_is_full_leaves_the_old_copy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(tmp_path, OLD.host, OLD.files)

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        keep(tmp_path, NEW.host, NEW.files)
    assert kept(tmp_path) == OLD
    assert names(tmp_path / "proofs") == ["acme.example"]
