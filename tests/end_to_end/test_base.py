"""A build with BASE is stopped by what a change brings alone: real branches, merged by git."""

import os
import subprocess
from pathlib import Path

import pytest

from tests.support.branches import Branch
from tests.support.files import plant
from tests.support.prepared import run_module
from tests.support.registers import entry_text
from tests.support.sites import REPOSITORY, small_site


class Preview(Branch):
    """A site under git that is built with BASE."""

    def build_since(self, base: str) -> tuple[int, str]:
        variables = os.environ | {"BASE": base}
        run = run_module("mkdocs", "build", "--strict", cwd=self.root, env=variables)
        assert "Traceback" not in run.stderr
        return run.returncode, run.stderr + run.stdout

    def shown(self) -> str:
        listed = (self.root / "site/signatories.json").read_text(encoding="utf-8")
        return self.page("signatories") + listed


@pytest.fixture
def branch(tmp_path: Path) -> Preview:
    site = Preview(small_site(tmp_path).root)
    site.git("init", "--quiet", "--initial-branch", "main")
    # The code, which no test changes, takes git longer than all else.
    plant(site.root, {".gitignore": "site/\n__pycache__/\n/hooks/\n/overrides/\n/tools/\n"})
    site.commit({})
    return site


def test_of_two_drop_ins_that_clash_once_merged_the_one_outside_the_change_is_left_off(
    branch: Preview,
) -> None:
    branch.begin("theirs")
    branch.commit({"signatories.d/gamma-ltd.yml": entry_text("Gamma Ltd", "their-gamma")})
    assert branch.build().returncode == 0
    branch.begin("ours")
    branch.commit({"signatories.d/gamma.yml": entry_text("Gamma", "our-gamma")})
    assert branch.build().returncode == 0
    branch.git("merge", "--quiet", "--no-edit", "theirs")
    assert branch.build().returncode == 1
    code, said = branch.build_since("theirs")
    assert code == 0, said
    assert "'Gamma Ltd' is left off the pages, over what this change did not bring" in said
    assert "our-gamma" in branch.shown()
    assert "their-gamma" not in branch.shown()
    # The checker, which decides what may be merged, tells the change of the same clash.
    check = branch.run("undersigned", "check", "--changed-since", "theirs")
    assert check.returncode == 1
    assert "signatories.d/gamma.yml:1:9: 'Gamma' is already on" in check.stdout


def test_two_that_clash_on_the_base_stop_no_other_branch(branch: Preview) -> None:
    branch.begin("first")
    branch.commit({"signatories.d/gamma-ltd.yml": entry_text("Gamma Ltd", "their-gamma")})
    branch.begin("second")
    branch.commit({"signatories.d/gamma.yml": entry_text("Gamma", "our-gamma")})
    branch.git("switch", "--quiet", "main")
    branch.git("merge", "--quiet", "--no-edit", "first")
    branch.git("merge", "--quiet", "--no-edit", "second")
    branch.begin("third")
    branch.commit({"signatories.d/delta.yml": entry_text("Delta")})
    assert branch.build_since("")[0] == 1
    code, said = branch.build_since("main")
    assert code == 0, said
    assert said.count("is left off the pages") == 1
    assert ("our-gamma" in branch.shown()) != ("their-gamma" in branch.shown())
    assert "delta.example" in branch.shown()


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("signatories.d/bad.yml", entry_text("Bad").replace("NO", "UK")),
        ("signatories.d/bad.yml", entry_text("Bad").replace("name: Bad", "name: 'Bad")),
        ("signatories.d/bad.yml", entry_text("Bad") + entry_text("Bad Two")),
        ("signatories.d/bad.yml", entry_text("Bad", more="  statement:\n    nested: words\n")),
        ("docs/other.md", "# Other\n\nSaid so.[@nowhere]\n"),
        ("links.yml", "- address: no\n"),
        ("references.bib", "@misc{b, year = 2020}\n"),
    ],
)
def test_what_is_bad_on_the_base_is_a_note_and_what_the_change_brings_is_built(
    path: str, text: str, branch: Preview
) -> None:
    branch.commit({path: text})
    branch.begin("mine")
    branch.commit({"signatories.d/gamma.yml": entry_text("Gamma")})
    assert branch.build().returncode == 1
    code, said = branch.build_since("main")
    assert code == 0, said
    assert f"{path}:" in said
    assert ": note: " in said
    assert "gamma.example" in branch.shown()
    assert "bad.example" not in branch.shown()


def test_a_bad_entry_in_the_register_is_left_off_and_its_neighbours_stay(branch: Preview) -> None:
    register = branch.root / "signatories.yml"
    bad = "\n".join([entry_text("Beta").replace("NO", "UK"), entry_text("Zeta")])
    branch.commit({"signatories.yml": f"{register.read_text()}\n{bad}"})
    branch.begin("mine")
    branch.commit({"signatories.d/gamma.yml": entry_text("Gamma")})
    code, said = branch.build_since("main")
    assert code == 0, said
    shown = [name in branch.shown() for name in ("acme.ex", "beta.ex", "gamma.ex", "zeta.ex")]
    assert shown == [True, False, True, True]


def test_a_register_out_of_order_loses_nobody(branch: Preview) -> None:
    register = branch.root / "signatories.yml"
    branch.commit({"signatories.yml": f"{entry_text('Zeta')}\n{register.read_text()}"})
    branch.begin("mine")
    branch.commit({"signatories.d/gamma.yml": entry_text("Gamma")})
    assert branch.build_since("main")[0] == 0
    assert "zeta.example" in branch.shown()
    assert "acme.example" in branch.shown()


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("docs/principles/1.0.md", "1. Do harm\n"),
        ("docs/principles/1.7.md", "1. Do harm\n"),
        ("versions.yml", "- version: one\n"),
        ("references.bib", "@misc{a\n"),
        ("mkdocs.yml", ""),
    ],
)
def test_what_nothing_can_be_built_around_stops_with_its_message(
    path: str, text: str, branch: Preview
) -> None:
    old = (branch.root / path).read_text() if path == "mkdocs.yml" else ""
    branch.commit({path: old.replace("publisher:", "was:") + text})
    branch.begin("mine")
    branch.commit({"signatories.d/gamma.yml": entry_text("Gamma")})
    code, said = branch.build_since("main")
    assert code == 1
    assert "the site is not built until these are mended" in said
    assert path in said


def test_a_problem_of_the_change_itself_stops_the_build(branch: Preview) -> None:
    branch.begin("mine")
    branch.commit({"signatories.d/gamma.yml": entry_text("Gamma").replace("NO", "UK")})
    code, said = branch.build_since("main")
    assert code == 1
    assert "signatories.d/gamma.yml:3:12: country 'UK'" in said


@pytest.mark.parametrize("base", ["nowhere", "--output=x", "a b\n$(touch x)"])
def test_a_base_that_is_none_stops_the_build_with_a_remedy(base: str, branch: Preview) -> None:
    code, said = branch.build_since(base)
    assert code == 1
    assert "cannot tell what changed since BASE" in said
    assert not (branch.root / "x").exists()


def make(folder: Path, base: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["make", "check"],
        cwd=folder,
        env=os.environ | {"BASE": base},
        capture_output=True,
        text=True,
        check=False,
    )


def test_make_hands_the_base_on_and_lets_no_name_of_a_branch_be_a_command(tmp_path: Path) -> None:
    (tmp_path / "Makefile").write_text((REPOSITORY / "Makefile").read_text(encoding="utf-8"))
    tools = tmp_path / ".venv/bin"
    tools.mkdir(parents=True)
    for name in ("ruff", "mypy", "undersigned"):
        (tools / name).write_text(f'#!/bin/sh\nprintf "<%s>" {name} "$@" >> log\n')
        (tools / name).chmod(0o755)
    for name in ("requirements.txt", "requirements-dev.txt", "pyproject.toml", ".venv/bin/python"):
        (tmp_path / name).touch()
    for name in (".venv/site", ".venv/tools"):
        (tmp_path / name).touch()
    assert make(tmp_path, "").returncode == 0
    said = (tmp_path / "log").read_text()
    assert said.endswith("<undersigned><check><undersigned><format><--check>")
    name = 'x"; touch a; $(touch b)$(shell touch c)`touch d`'
    assert make(tmp_path, name).returncode == 0
    said = (tmp_path / "log").read_text()
    assert said.endswith(f"<check><--changed-since><{name}>"
                         f"<undersigned><format><--check><--changed-since><{name}>")  # fmt: skip
    assert not any((tmp_path / each).exists() for each in "abcd")


def test_a_file_that_was_out_of_form_before_is_a_note(branch: Preview) -> None:
    register = branch.root / "signatories.yml"
    branch.commit({"signatories.yml": register.read_text().replace("  kind", "\n\n  kind")})
    branch.begin("mine")
    branch.commit({"signatories.yml": register.read_text().replace("2024-05-06", "2024-05-07")})
    plant(branch.root, {"signatories.d/gamma.yml": entry_text("Gamma")})
    options = ("format", "--check", "--changed-since", "main")
    run = branch.run("undersigned", *options)
    assert run.returncode == 0, run.stdout
    assert "signatories.yml:2:1: note: is not in canonical form" in run.stdout
    plant(branch.root, {"signatories.d/gamma.yml": f"\n\n{entry_text('Gamma')}"})
    run = branch.run("undersigned", *options)
    assert run.returncode == 0
    assert "signatories.d/gamma.yml:1:1: note: is not in canonical form" in run.stdout
    assert branch.run("undersigned", "format", "--changed-since", "main").returncode == 2


def test_a_change_that_makes_the_register_unreadable_stops_its_build_wherever_it_shows(
    branch: Preview,
) -> None:
    register = "\n".join([entry_text('"Beta: one"', "beta"), entry_text("Gamma")])
    branch.commit({"signatories.yml": f"{entry_text('Acme')}\n{register}"})
    branch.begin("quote")
    branch.commit({"signatories.yml": entry_text('"Acme', "acme") + f"\n{register}"})
    code, said = branch.build_since("main")
    assert code == 1
    assert "signatories.yml:1:9: the quotes that open here do not close; close them" in said.split(
        "\n"
    )
    branch.git("switch", "--quiet", "main")
    branch.git("merge", "--quiet", "--no-edit", "quote")
    branch.begin("next")
    branch.commit({"signatories.d/delta.yml": entry_text("Delta")})
    code, said = branch.build_since("main")
    assert code == 0, said


@pytest.mark.parametrize("to", ["/proc/self/environ", "/etc", "nowhere"])
def test_a_link_among_the_pages_publishes_nothing(to: str, branch: Preview) -> None:
    branch.begin("link")
    (branch.root / "docs/card.png").symlink_to(to)
    branch.commit({})
    told = "docs/card.png:1:1: is a link, which could publish any file; put the file here\n"
    check = branch.run("undersigned", "check", "--changed-since", "main")
    assert check.returncode == 1
    assert told in check.stdout
    for base in ("", "main"):
        code, said = branch.build_since(base)
        assert code == 1
        assert told in said
        assert not (branch.root / "site").exists()
