"""YAML of which a site reads a part: whatever is in it, there is a node or a place to mend."""

import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from undersigned.text import yaml_nodes
from undersigned.text.source import Source
from undersigned.text.yaml_nodes import composed

from tests.support.files import plant
from tests.support.sites import REPOSITORY

# Where `yaml.compose` with libyaml calls itself this often, Python ends without a traceback.
DEEP = 32_500


def problem_of(text: str, *, aliases: bool = True) -> str:
    node, problems = composed(Source("mkdocs.yml", text), aliases=aliases)
    assert (node is None) is bool(problems)
    return "\n".join(map(str, problems))


@pytest.fixture(params=["libyaml", "Python"], autouse=True)
def loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each of PyYAML's two parsers."""
    if request.param == "Python":
        monkeypatch.setattr(yaml_nodes, "_LOADER", yaml.SafeLoader)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("nav:\n" + "- " * 60, "mkdocs.yml:2:99: this is nested more than 50 levels deep; remove"),
        ("a: b: c\n", "mkdocs.yml:1:5: this is not YAML: mapping values are not allowed"),
        ("a: 1\n---\nb: 2\n", "mkdocs.yml:2:1: a second document begins here; remove '---'"),
        ("# none\n", "mkdocs.yml:1:1: holds nothing; write its lines"),
        ('"\\UFFFFFFFF"\n', "mkdocs.yml:1:"),
    ],
)
def test_what_cannot_be_read_has_a_place(text: str, problem: str) -> None:
    assert problem_of(text).startswith(problem)


def test_aliases_are_read_where_they_are_wanted() -> None:
    text = "a: &x [1]\nb: *x\n"
    assert problem_of(text) == ""
    assert problem_of(text, aliases=False).startswith("mkdocs.yml:2:4: '*x' repeats another place")


def test_tags_construct_nothing() -> None:
    assert problem_of("a: !!python/object/apply:os.abort []\nb: !ENV [C, d]\n") == ""


def test_links_of_a_configuration_without_a_bottom_are_a_problem(tmp_path: Path) -> None:
    plant(tmp_path, {"mkdocs.yml": "nav:\n" + "- " * DEEP, "signatories.yml": "[]\n"})
    command = [sys.executable, "-m", "undersigned", "links"]
    environment = {"PYTHONPATH": str(REPOSITORY / "hooks")}
    done = subprocess.run(
        command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
    )
    assert "mkdocs.yml:2:99: this is nested more than 50 levels deep" in done.stdout + done.stderr
    assert done.returncode == 2
