"""The papers name what there is, and nothing that is no longer there."""

import json
import re
import tomllib
from pathlib import Path

import pytest
from undersigned.cli import main
from undersigned.deeds.entry_list import RECORD
from undersigned.format.annotated import read_annotated
from undersigned.format.canonical import canonical_text
from undersigned.issues.asked import LABELS
from undersigned.problem import stopping
from undersigned.site import read_site
from undersigned.text.source import Source

from tests.support.files import plant
from tests.support.issues import ACME_REPORT
from tests.support.registers import BARE_SITE, entry_text
from tests.support.sites import REPOSITORY

PACKAGE = REPOSITORY / "hooks" / "undersigned"
TEXT = (REPOSITORY / "ARCHITECTURE.md").read_text(encoding="utf-8")

PAPERS = [path for path in sorted(REPOSITORY.glob("*.md")) if path.name != "CHANGELOG.md"]


def first_column(heading: str) -> set[str]:
    """What the rows of the table under a heading are about."""
    _, _, table = TEXT.partition(f"| {heading} |")
    rows = table.split("\n\n")[0].splitlines()[2:]
    return {name for row in rows for name in re.findall(r"`([^`]+)`", row.split("|")[1])}


def test_every_folder_and_hook_has_a_row_and_no_row_is_left_over() -> None:
    folders = {path.parent.relative_to(PACKAGE) for path in PACKAGE.rglob("*/__init__.py")}
    assert first_column("folder of `undersigned`") == {f"{each.as_posix()}/" for each in folders}
    hooks = {path.stem for path in (REPOSITORY / "hooks").glob("*.py")}
    assert first_column("hook") == hooks
    modules = {path.stem for path in PACKAGE.glob("*.py") if not path.stem.startswith("__")}
    assert first_column("module at the top of `undersigned`") == modules


def test_the_map_fits_on_a_page_and_leads_to_files_that_are_there() -> None:
    assert TEXT.count("\n") <= 140
    _, _, table = TEXT.partition("## Where do I change")
    answers = [row.split("|")[2] for row in table.split("\n\n")[1].splitlines()[2:]]
    assert len(answers) > 10
    for answer in answers:
        places = re.findall(r"`([\w./]+[./][\w/]*)`", answer)
        assert places
        for place in places:
            near = [REPOSITORY / place, *PACKAGE.rglob(place.rstrip("/"))]
            assert any(each.exists() for each in near), place


def test_every_library_that_is_asked_for_has_its_reason() -> None:
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    audit = json.loads((REPOSITORY / "package.json").read_text(encoding="utf-8"))["devDependencies"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["dev"], *audit]
    decisions = (REPOSITORY / "DECISIONS.md").read_text(encoding="utf-8")
    libraries = decisions.partition("## Libraries")[2].partition("\n## ")[0].lower()
    for requirement in wanted:
        name = re.split(r"[<>=~]", requirement.lower())[0].removeprefix("types-")
        assert re.search(rf"(?<!\w){re.escape(name)}\b", libraries), name


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name)
def test_every_command_and_file_that_a_paper_leads_to_is_there(paper: Path) -> None:
    text = paper.read_text(encoding="utf-8")
    code = " ".join(re.findall(r"```.*?```|`[^`]+`", text, re.DOTALL))
    targets = re.findall(r"^([a-z]+):", (REPOSITORY / "Makefile").read_text("utf-8"), re.MULTILINE)
    assert set(re.findall(r"\bmake\s+([a-z]+)", code)) <= set(targets)
    assert set(re.findall(r"(?<!--)\bundersigned\s+([a-z][a-z-]*)", code)) <= main.commands.keys()
    prose = re.sub(r"```.*?```|`[^`]+`", "", text, flags=re.DOTALL)
    for link in re.findall(r"\]\((?!https?:)([^)#]+)", prose):
        assert (REPOSITORY / link).is_file(), link


def test_the_deed_that_contributors_are_shown_is_taken_under_the_name_that_they_are_given(
    tmp_path: Path,
) -> None:
    text = (REPOSITORY / "CONTRIBUTING.md").read_text(encoding="utf-8")
    [shown] = re.findall(r"```yaml\n(- who: .*?)```", text, re.DOTALL)
    [name] = set(re.findall(r"`(acme-security-[\w.-]+\.yml)`", text))
    source = Source(f"deeds.d/{name}", shown)
    files = {
        "docs/principles/1.0.md": "1. A\n2. B\n3. C\n4. D\n",
        "signatories.yml": entry_text("Acme Security", "acme"),
        "references.bib": ACME_REPORT.replace("acme2024report", "acme2026report"),
    }
    plant(tmp_path, {**BARE_SITE, **files, source.path: shown})
    assert stopping(read_site(tmp_path)[1]) == []
    read, _ = read_annotated(source, RECORD)
    assert read
    assert canonical_text(read, RECORD) == shown


def test_a_maintainer_is_told_of_every_label_to_create() -> None:
    text = (REPOSITORY / "MAINTAINING.md").read_text(encoding="utf-8")
    forms = (REPOSITORY / ".github" / "ISSUE_TEMPLATE").glob("*.yml")
    for labels in re.findall(
        r"^labels: \[(.*)\]$", "".join(map(Path.read_text, forms)), re.MULTILINE
    ):
        assert f"`{labels.strip(chr(34))}`" in text
    assert all(f"`{label}`" in text for label in LABELS)
