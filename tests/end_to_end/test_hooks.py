"""The hooks: in any order, and any number of times in one process, they make the same site."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from tests.support.branches import Branch
from tests.support.copies import DATED, built, keepers_site, python, with_hooks_reversed
from tests.support.registers import entry_text
from tests.support.sites import small_site
from tests.unit.test_preview import PREVIEW

Built = dict[str, bytes]

LONG = "--- signatories.yml\n" + "\n".join(entry_text(f"Name {number:03}") for number in range(600))


@pytest.fixture(scope="module")
def as_it_is(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, dict[str, str]], Built]:
    """The keepers' site with changes, built under variables; once for all that compare with it."""
    kept: dict[str, Built] = {}

    def build(changes: str, variables: dict[str, str]) -> Built:
        told = repr((changes, variables))
        if told not in kept:
            site = keepers_site(tmp_path_factory.mktemp("kept"), changes)
            kept[told] = built(site, DATED | variables)
        return kept[told]

    return build


@pytest.mark.parametrize(
    ("changes", "variables"),
    [("", {}), ("", PREVIEW), (LONG, {})],
    ids=["two versions", "a preview", "a register of 600"],
)
def test_the_order_of_hooks_changes_no_byte(
    changes: str,
    variables: dict[str, str],
    as_it_is: Callable[[str, dict[str, str]], Built],
    tmp_path: Path,
) -> None:
    before = as_it_is(changes, variables)
    site = keepers_site(tmp_path, changes)
    with_hooks_reversed(tmp_path)
    after = built(site, DATED | variables)
    assert sorted(before) == sorted(after)
    assert [path for path in before if before[path] != after[path]] == []


TWICE = """
from mkdocs.commands.build import build
from mkdocs.config import load_config

config = load_config()
{between}
"""


@pytest.mark.parametrize("variables", [{}, PREVIEW], ids=["the letter", "a preview"])
def test_one_configuration_is_built_twice_to_the_same_bytes(
    variables: dict[str, str], as_it_is: Callable[[str, dict[str, str]], Built], tmp_path: Path
) -> None:
    once = as_it_is("", variables)
    keepers_site(tmp_path)
    program = TWICE.format(between="build(config)\nbuild(config)")
    run = python(tmp_path, program, **(DATED | variables))
    assert run.returncode == 0, run.stderr
    again = {path: (tmp_path / "site" / path).read_bytes() for path in once}
    assert [path for path in once if once[path] != again[path]] == []


@pytest.mark.parametrize("broken", [False, True], ids=["all well", "after a build that failed"])
def test_each_build_of_a_process_is_dated_by_what_it_is_made_from(
    broken: bool, tmp_path: Path
) -> None:
    small_site(tmp_path)
    site = Branch(tmp_path)
    site.git("init", "--quiet", "--initial-branch", "main")
    site.commit()
    between = [
        "build(config)",
        "import os, subprocess, pathlib",
        "register = pathlib.Path('signatories.yml')",
        "text = register.read_text()",
    ]
    if broken:
        between += [
            "pathlib.Path('docs/sign.md').write_text('[@nobody]')",
            "try: build(load_config())",
            "except BaseException: pass",
            "pathlib.Path('docs/sign.md').write_text('# Sign')",
        ]
    between += [
        "subprocess.run(['git', '-c', 'user.name=A', '-c', 'user.email=a@b.example', 'commit',"
        " '--quiet', '--allow-empty', '-m', 'x'], check=True,"
        " env=os.environ | {'GIT_COMMITTER_DATE': '1000000000 +0000'})",
        "build(load_config())",
    ]
    run = python(tmp_path, TWICE.format(between="\n".join(between)), SOURCE_DATE_EPOCH="")
    assert run.returncode == 0, run.stderr
    moment = date.fromtimestamp(1_000_000_000).isoformat()
    assert f"<lastmod>{moment}</lastmod>" in (tmp_path / "site/sitemap.xml").read_text()
