"""What a preview keeps from one build to the next."""

import os
from pathlib import Path

import click
import pytest
from undersigned.build.kept import NOTHING_KEPT, Kept, contents, kept_while

from tests.support.files import plant


def test_a_thing_is_made_once_for_all_that_equals_what_it_is_made_of() -> None:
    kept, made = Kept(), list[str]()

    def make(text: str) -> list[str]:
        made.append(text)
        return [text]

    first = kept.made("page", lambda: ["a", 1], lambda: make("one"))
    assert kept.made("page", lambda: ["a", 1], lambda: make("two")) is first
    assert kept.made("other", lambda: ["a", 1], lambda: make("three")) == ["three"]
    assert kept.made("page", lambda: ["a", 2], lambda: make("four")) == ["four"]
    assert made == ["one", "three", "four"]


def test_what_could_not_be_made_is_not_kept() -> None:
    kept = Kept()
    with pytest.raises(ZeroDivisionError):
        kept.made("page", lambda: 1, lambda: 1 // 0)
    assert kept.made("page", lambda: 1, lambda: 2) == 2


def test_what_nobody_asks_for_any_longer_is_let_go() -> None:
    kept = Kept()
    for name in ("stays", "goes"):
        kept.made(name, lambda: 0, lambda: "old")
    kept.settle()
    assert kept.made("stays", lambda: 0, lambda: "new") == "old"
    kept.settle()
    assert kept.made("goes", lambda: 0, lambda: "new") == "new"


def test_a_build_keeps_nothing_and_does_not_look_at_what_things_are_made_of() -> None:
    assert NOTHING_KEPT.made("page", lambda: 1 // 0, lambda: "one") == "one"
    assert NOTHING_KEPT.made("page", lambda: 1 // 0, lambda: "two") == "two"


def test_things_are_kept_as_long_as_one_command_runs() -> None:
    @click.command("serve")
    def serve() -> None:
        assert kept_while("serve") is kept_while("serve")
        runs.append(kept_while("serve"))
        assert kept_while("build") is NOTHING_KEPT

    runs = list[Kept]()
    serve.main([], "serve", standalone_mode=False)
    serve.main([], "serve", standalone_mode=False)
    assert runs[0] is not runs[1]
    assert kept_while("serve") is NOTHING_KEPT


def test_contents_tell_files_links_and_folders_by_what_is_in_them(tmp_path: Path) -> None:
    plant(tmp_path, {"a.yml": "one", "b/c.yml": "two", "d.yml": "not asked for"})
    known = [contents(tmp_path, ("a.yml", "b", "none"))]
    assert [each.path for each in known[0]] == ["a.yml", "b", "b/c.yml", "none"]

    def is_new() -> bool:
        known.append(contents(tmp_path, ("a.yml", "b", "none")))
        return known[-1] not in known[:-1]

    os.utime(tmp_path / "a.yml", (0, 0))
    plant(tmp_path, {"d.yml": "other"})
    assert not is_new()
    plant(tmp_path, {"a.yml": "two"})
    assert is_new()
    plant(tmp_path, {"b/e.yml": ""})
    assert is_new()
    (tmp_path / "b/e.yml").unlink()
    (tmp_path / "b/e.yml").symlink_to("c.yml")
    assert is_new()
    plant(tmp_path, {"b/c.yml": "three"})
    assert is_new()
    (tmp_path / "none").mkdir()
    assert is_new()
