"""The workflows may do little, run what was pinned, and give no word of a stranger to a shell."""

import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from undersigned.changes.risks import risk_of
from undersigned.founding.answers import Answers
from undersigned.founding.files import founded
from undersigned.text_paths import AS_USUAL

from tests.support.files import plant
from tests.support.schemas import validated
from tests.support.sites import REPOSITORY

GITHUB = REPOSITORY / ".github"
# Those of this repository, and that of the template by which others watch a site.
WORKFLOWS = sorted(
    path
    for root in (REPOSITORY, REPOSITORY / "watch")
    for path in (root / ".github" / "workflows").glob("*.y*ml")
)
ACTIONS = sorted((GITHUB / "actions").rglob("action.y*ml"))
FORMS = [
    path for path in sorted((GITHUB / "ISSUE_TEMPLATE").glob("*.y*ml")) if path.stem != "config"
]
CONFIGS = sorted((GITHUB / "ISSUE_TEMPLATE").glob("config.y*ml"))
DEPENDABOT = GITHUB / "dependabot.yml"

PINNED = re.compile(r"^\s*(?:- )?uses: ([\w./-]+)@([0-9a-f]{40}) # v\d+\.\d+\.\d+$")

EXPRESSION = "$" + "{{"


def read(path: Path) -> Any:
    return yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)


def steps(workflow: Any) -> Iterator[Any]:
    for job in workflow["jobs"].values():
        yield from job.get("steps", ())


def refused(path: Path, schema: str) -> str:
    """What check-jsonschema says of a file under a schema that it carries."""
    run = validated("--builtin-schema", schema, str(path))
    return "" if run.exit_code == 0 else run.output


def audited(*paths: Path) -> subprocess.CompletedProcess[str]:
    """What zizmor says of files, without asking the network."""
    zizmor = Path(sys.executable).parent / "zizmor"
    command = [str(zizmor), "--offline", "--persona", "pedantic", "--no-progress", "--no-config"]
    return subprocess.run([*command, *map(str, paths)], capture_output=True, text=True, check=False)


def test_there_are_workflows_to_be_judged() -> None:
    assert {"checks.yml", "links.yml"} <= {path.name for path in WORKFLOWS}


def test_zizmor_finds_nothing_as_its_pedantic_persona() -> None:
    run = audited(*WORKFLOWS, *ACTIONS, DEPENDABOT)
    assert run.returncode == 0, run.stdout + run.stderr


def test_zizmor_would_find_a_workflow_that_is_careless(tmp_path: Path) -> None:
    text = (GITHUB / "workflows" / "checks.yml").read_text(encoding="utf-8")
    (tmp_path / "x.yml").write_text(text.replace("persist-credentials: false", "path: x"))
    assert audited(tmp_path / "x.yml").returncode != 0


@pytest.mark.parametrize(
    ("path", "schema"),
    [
        *((path, "vendor.github-workflows") for path in WORKFLOWS),
        *((path, "custom.github-workflows-require-timeout") for path in WORKFLOWS),
        *((path, "vendor.github-actions") for path in ACTIONS),
        *((path, "vendor.github-issue-forms") for path in FORMS),
        *((path, "vendor.github-issue-config") for path in CONFIGS),
        (DEPENDABOT, "vendor.dependabot"),
    ],
    ids=lambda each: each.name if isinstance(each, Path) else each,
)
def test_every_file_is_what_its_schema_says(path: Path, schema: str) -> None:
    assert refused(path, schema) == ""


def test_a_schema_would_refuse_a_slip(tmp_path: Path) -> None:
    text = (GITHUB / "workflows" / "checks.yml").read_text(encoding="utf-8")
    (tmp_path / "x.yml").write_text(text.replace("runs-on", "run-on"))
    assert refused(tmp_path / "x.yml", "vendor.github-workflows")


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_no_job_has_rights_but_those_that_it_names(path: Path) -> None:
    workflow = read(path)
    assert workflow["permissions"] == {}
    for job in workflow["jobs"].values():
        assert isinstance(job["permissions"], dict)
        if set(job["permissions"].values()) - {"read"}:
            assert "pull_request" not in workflow["on"]


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_nothing_runs_with_rights_on_the_code_of_a_pull_request(path: Path) -> None:
    assert "pull_request_target" not in path.read_text(encoding="utf-8")
    assert "workflow_run" not in read(path)["on"]


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_no_script_is_put_together_from_expressions(path: Path) -> None:
    for step in steps(read(path)):
        assert EXPRESSION not in step.get("run", "")


def test_the_review_is_given_who_asks_as_a_value_that_no_shell_reads() -> None:
    [step] = [
        each
        for each in steps(read(GITHUB / "workflows" / "checks.yml"))
        if "undersigned review" in each.get("run", "")
    ]
    asked_by = step["env"]["ASKED_BY"]
    assert asked_by.strip("${} ") == "github.event.pull_request.user.login"
    assert '--asked-by="$ASKED_BY"' in step["run"]


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_checkout_keeps_no_credentials(path: Path) -> None:
    for step in steps(read(path)):
        if step.get("uses", "").startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] == "false"


def test_each_action_is_pinned_by_one_commit_everywhere() -> None:
    pins: dict[str, set[str]] = {}
    for path in [*WORKFLOWS, *ACTIONS]:
        for line in path.read_text(encoding="utf-8").splitlines():
            if "uses:" in line.partition("#")[0]:
                pinned = PINNED.match(line)
                assert pinned, line
                pins.setdefault(pinned[1], set()).add(line.partition("@")[2])
    assert pins
    assert all(len(each) == 1 for each in pins.values()), pins


def test_every_job_that_checks_has_the_whole_history_and_is_told_the_published_branch() -> None:
    workflow = read(GITHUB / "workflows" / "checks.yml")
    assert workflow["env"]["PUBLISHED_BRANCH"].count("github.event.repository.default_branch") == 1
    for name, job in workflow["jobs"].items():
        [*_, checkout] = [
            each for each in job["steps"] if each.get("uses", "").startswith("actions/checkout@")
        ]
        assert checkout["with"]["fetch-depth"] == "0", name


def test_every_python_from_the_least_that_is_supported_tests_and_builds_the_same_site() -> None:
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))
    least = project["project"]["requires-python"].removeprefix(">=")
    usual = (REPOSITORY / ".python-version").read_text(encoding="utf-8").strip()
    jobs = read(GITHUB / "workflows" / "checks.yml")["jobs"]
    tested = jobs["test"]["strategy"]["matrix"]["python"]
    minors = [int(version.removeprefix("3.")) for version in tested]
    assert tested[0] == least
    assert minors == [*range(minors[0], minors[-1] + 1)]
    assert usual in tested
    built = jobs["same"]["strategy"]["matrix"]["python"]
    assert built == [version for version in tested if version != usual]


def test_scripts_that_workflows_run_are_there() -> None:
    for path in WORKFLOWS:
        for script in re.findall(r"tools/[\w.]+", path.read_text(encoding="utf-8")):
            assert (REPOSITORY / script).is_file(), script
        for script in re.findall(r"python3 (\w+\.py)", path.read_text(encoding="utf-8")):
            assert (path.parents[2] / script).is_file(), script


@pytest.mark.parametrize(
    ("path", "editors"),
    [
        ("signatories.yml", True),
        ("signatories.d/acme.yml", True),
        ("signatories.d/acme@2.0.yml", True),
        ("deeds.yml", True),
        ("deeds.d/acme-1-2024-05-06.yml", True),
        ("references.bib", True),
        ("docs/sign.md", True),
        ("docs/background/market.md", True),
        ("docs/figures/buyers.yml", True),
        ("docs/background/figures/buyers.yml", True),
        ("docs/background/figures/more/buyers.yml", False),
        ("docs/principles/figures/buyers.yml", False),
        ("docs/principles/1.0.md", False),
        ("docs/principles/draft.md", False),
        ("docs/principles/index.md", False),
        ("docs/principles/first.md", False),
        ("docs/principles/drawn.png", False),
        ("docs/signatories/index.md", False),
        ("docs/signatories/evidence.md", False),
        ("docs/assets/a.js", False),
        ("docs/_headers", False),
        ("versions.yml", False),
        ("proofs/acme.example/endorsements.txt", False),
        ("proofs/acme.example/index.md", False),
        ("netlify.toml", False),
        ("mkdocs.yml", False),
        ("hooks/checking.py", False),
    ],
)
def test_editors_approve_data_and_words_and_nothing_that_is_code(path: str, editors: bool) -> None:
    lines = (GITHUB / "CODEOWNERS").read_text(encoding="utf-8").splitlines()
    rules = [line.split() for line in lines if line and not line.startswith("#")]
    [*_, owners] = [owners for pattern, *owners in rules if owns(pattern, path)]
    everywhere = next(owners for pattern, *owners in rules if pattern == "*")
    assert set(everywhere) <= set(owners)
    assert (len(owners) > len(everywhere)) is editors
    assert not (editors and risk_of(path, AS_USUAL))


def owns(pattern: str, path: str) -> bool:
    """Whether a line of CODEOWNERS fits a path; patterns are those of .gitignore."""
    if pattern == "*":
        return True
    parts = re.escape(pattern.removeprefix("/")).replace(r"\*\*/", "(?:.*/)?")
    whole = parts.replace(r"\*", "[^/]*")
    return re.fullmatch(f"{whole}.*" if pattern.endswith("/") else whole, path) is not None


def test_what_a_new_site_begins_with_holds_to_the_same(tmp_path: Path) -> None:
    files = founded(Answers("Letter", "Keepers"), "x==1")
    plant(tmp_path, {path: text for path, text in files.items() if path.startswith(".github/")})
    workflows = sorted((tmp_path / ".github/workflows").glob("*.yml"))
    dependabot = tmp_path / ".github/dependabot.yml"
    run = audited(*workflows, dependabot)
    assert run.returncode == 0, run.stdout + run.stderr
    assert len(workflows) == 3
    forms = sorted((tmp_path / ".github/ISSUE_TEMPLATE").glob("[!c]*.yml"))
    schemas = {"vendor.github-workflows": workflows, "vendor.github-issue-forms": forms}
    for schema, paths in (*schemas.items(), ("vendor.dependabot", [dependabot])):
        for path in paths:
            assert refused(path, schema) == "", path
    for path in workflows:
        assert read(path)["permissions"] == {}
        assert all(EXPRESSION not in step.get("run", "") for step in steps(read(path)))
