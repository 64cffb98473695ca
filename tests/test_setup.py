"""What the set-up promises: pinned, hashed, the same everywhere."""

import ast
import re
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from tests.support.first_statement import NAMES
from tests.support.sites import REPOSITORY
from tests.support.walks import commands

PROJECT = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))
TESTS = REPOSITORY / "tests"
NETLIFY = tomllib.loads((REPOSITORY / "netlify.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_every_requirement_is_pinned_with_hashes_and_no_index_is_named(name: str) -> None:
    text = (REPOSITORY / name).read_text(encoding="utf-8")
    blocks = re.split(r"\n(?=\S)", re.sub(r"^#.*\n", "", text, flags=re.MULTILINE))
    assert len(blocks) > 30
    for block in blocks:
        assert re.match(r"[a-z0-9-]+(\[[a-z]+\])?==", block), block
        assert "--hash=sha256:" in block, block
    assert "://" not in text
    assert "--index" not in text


def test_the_package_is_installed_with_its_files_that_are_no_modules() -> None:
    package = REPOSITORY / "hooks/undersigned"
    files = (path for path in package.rglob("*") if path.is_file() and path.suffix != ".py")
    needed = {
        path.relative_to(package).as_posix() for path in files if "__pycache__" not in path.parts
    }
    listed = PROJECT["tool"]["setuptools"]["package-data"]["undersigned"]
    found = [{*package.glob(pattern)} for pattern in listed]
    assert all(found)
    places = {path for paths in found for path in paths if path.is_file()}
    assert needed == {path.relative_to(package).as_posix() for path in places}


def test_every_library_that_the_package_imports_is_asked_for_by_itself() -> None:
    """So that none is missing once the engine or the theme that brings it is another."""
    asked = tomllib.loads((REPOSITORY / "pyproject.toml").read_text("utf-8"))["project"]
    listed = [*asked["dependencies"], *asked["optional-dependencies"]["pdf"]]
    names = {re.split(r"[<>=~\[]", each)[0].lower() for each in listed}
    brings = packages_distributions()
    imported = set[str]()
    for module in (REPOSITORY / "hooks/undersigned").rglob("*.py"):
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                imported |= {each.name.partition(".")[0] for each in node.names}
            elif isinstance(node, ast.ImportFrom) and not node.level:
                imported.add(str(node.module).partition(".")[0])
    imported -= {*sys.stdlib_module_names, "undersigned"}
    assert len(imported) > 10
    assert [
        each for each in sorted(imported) if not names & set(map(str.lower, brings[each]))
    ] == []


def test_both_locks_agree() -> None:
    def pins(name: str) -> set[str]:
        text = (REPOSITORY / name).read_text(encoding="utf-8")
        return set(re.findall(r"^[a-z0-9-]+==[^ ]+", text, flags=re.MULTILINE))

    assert pins("requirements.txt") <= pins("requirements-dev.txt")


def test_no_engine_is_installed_that_has_no_plugins() -> None:
    assert "mkdocs>=1.6.1,<2" in PROJECT["project"]["dependencies"]
    for name in ("requirements.txt", "requirements-dev.txt"):
        assert "\nmkdocs==1." in (REPOSITORY / name).read_text(encoding="utf-8")
    assert "`'mkdocs<2'`" in (REPOSITORY / "README.md").read_text(encoding="utf-8")


def test_each_of_the_two_commands_of_the_readme_sets_up_what_it_needs() -> None:
    block = commands(REPOSITORY / "README.md", "make test")
    assert [line.partition("#")[0].strip() for line in block.splitlines()] == [
        "make site",
        "make test",
    ]
    makefile = (REPOSITORY / "Makefile").read_text(encoding="utf-8")
    needs = dict(re.findall(r"^([\w./]+): ([\w. /-]+)", makefile, flags=re.MULTILINE))
    for command in ("site", "test"):
        assert needs[command].strip() in (".venv/site", ".venv/tools")
    assert ".venv/site" in needs[".venv/tools"].split()
    assert ".venv/bin/python" in needs[".venv/site"].split()


def test_netlify_builds_strictly_from_the_lock_with_a_python_that_is_supported() -> None:
    build = NETLIFY["build"]
    assert build["publish"] == "site"
    assert "--require-hashes -r requirements.txt" in build["command"]
    assert build["command"].endswith("mkdocs build --strict")
    major, minor = map(int, build["environment"]["PYTHON_VERSION"].split("."))
    assert PROJECT["project"]["requires-python"] == ">=3.11"
    assert (major, minor) >= (3, 11)


def test_a_python_without_ensurepip_is_told_which_package_to_install(tmp_path: Path) -> None:
    folder = tmp_path
    python = folder / "python3"
    python.write_text('#!/bin/sh\ncase "$2" in *ensurepip*) exit 1;; esac\nexit 0\n')
    python.chmod(0o755)
    (folder / "Makefile").write_text((REPOSITORY / "Makefile").read_text(encoding="utf-8"))
    for name in ("requirements.txt", "pyproject.toml"):
        (folder / name).touch()
    made = subprocess.run(
        ["make", "site", f"PYTHON={python}"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert made.returncode != 0
    assert "apt-get install python3-venv" in made.stderr


def test_no_code_and_no_template_names_this_statement() -> None:
    for folder in ("hooks", "overrides", "tools", "benchmarks"):
        for path in (REPOSITORY / folder).rglob("*"):
            if path.suffix in (".py", ".html", ".css", ".js", ".svg"):
                text = path.read_text(encoding="utf-8")
                assert not NAMES.search(text), path
                assert "mercenar" not in text.lower(), path


# The room of what is in docs/, and the one module that says what may not be said elsewhere.
OF_THIS_SITE = ("site", "first_statement.py")


def test_tests_of_the_generator_know_no_word_and_no_file_of_this_statement() -> None:
    """Who replaces docs/ replaces tests/site/, and keeps the others."""
    content = re.compile(
        r'REPOSITORY / f?"(docs|references|versions|proofs|(signatories|deeds)\.(yml|d))'
    )
    seen = 0
    for path in TESTS.rglob("*"):
        if path.suffix in (".py", ".txt", ".md", ".yml", ".bib") and not {*path.parts} & {
            *OF_THIS_SITE
        }:
            text = path.read_text(encoding="utf-8")
            assert not NAMES.search(text), path
            assert not content.search(text), path
            seen += 1
    assert seen > 900


CLOCK = re.compile(r"assert .*(?:perf_counter|process_time|monotonic|\btime)\(\)")


@pytest.mark.parametrize("test", sorted(TESTS.rglob("test_*.py")), ids=lambda test: test.name)
def test_no_test_asks_a_clock_or_fixes_how_many_examples_are_drawn(test: Path) -> None:
    """A busy machine is slow; `examples` gives a long run all that are stated, others a share."""
    text = test.read_text(encoding="utf-8")
    assert not CLOCK.search(text)
    assert not re.search(r"max_examples=\d", text)
