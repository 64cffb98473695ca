"""What is generated from the model: the committed schema, and the table of fields."""

import json
import os
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from undersigned.register.rules import problems_of
from undersigned.register.rules.context import Context
from undersigned.schema import fields_table, schema_text
from undersigned.text.source import Source
from undersigned.text.yaml_reader import read_entries

from tests.support.files import drawn
from tests.support.sites import REPOSITORY, SmallSite

SCHEMA = REPOSITORY / "signatories.schema.json"
CASES = sorted((REPOSITORY / "tests" / "golden" / "check").glob("*.txt"))
SHAPES = [case for case in CASES if "[shape]" in case.read_text("utf-8").split("--- ")[0]]


def test_the_committed_schema_is_what_the_command_prints() -> None:
    printed = SmallSite(REPOSITORY).run("undersigned", "schema")
    assert printed.stdout == SCHEMA.read_text(encoding="utf-8") == schema_text()


def test_the_register_names_its_schema_for_editors() -> None:
    first = (REPOSITORY / "signatories.yml").read_text(encoding="utf-8").splitlines()[0]
    assert first == f"# yaml-language-server: $schema=./{SCHEMA.name}"


def test_the_table_of_fields_is_the_models() -> None:
    page = REPOSITORY / "CONTRIBUTING.md"
    text = page.read_text(encoding="utf-8")
    before, table, after = re.split(r"(?<=<!-- fields -->\n)|(?=<!-- end of fields -->)", text)
    if os.environ.get("UPDATE_GOLDEN") == "1":
        page.write_text(before + fields_table() + after, encoding="utf-8")
        return
    assert table == fields_table()


def test_the_schema_itself_is_valid() -> None:
    checked = validate("--check-metaschema", str(SCHEMA))
    assert checked.returncode == 0, checked.stdout


def test_the_published_register_fits_the_schema() -> None:
    checked = validate("--schemafile", str(SCHEMA), str(REPOSITORY / "signatories.yml"))
    assert checked.returncode == 0, checked.stdout


def test_there_are_cases_of_shape() -> None:
    assert len(SHAPES) >= 5


@pytest.mark.parametrize("case", SHAPES, ids=lambda case: case.stem)
def test_schema_and_checker_come_to_one_verdict_on_each_entry(case: Path, tmp_path: Path) -> None:
    register = drawn(case.read_text(encoding="utf-8"))["signatories.yml"]
    parts = [part for part in re.split(r"^(?=- )", register, flags=re.MULTILINE) if part]
    files = [tmp_path / f"{number:03}.yml" for number in range(len(parts))]
    for file, part in zip(files, parts, strict=True):
        file.write_text(part, encoding="utf-8")
    by_schema = refused_by_schema(files)
    by_checker = {file.name for file, part in zip(files, parts, strict=True) if refused(part)}
    told = {file.name: part for file, part in zip(files, parts, strict=True)}
    assert {name: told[name] for name in by_schema ^ by_checker} == {}


def refused(text: str) -> bool:
    """Whether the checker finds a problem with a register of one entry."""
    entries, problems = read_entries(Source("r.yml", text))
    context = Context(date(2026, 1, 1), ())
    return bool(problems or [each for one in entries for each in problems_of(one, context)])


def refused_by_schema(files: list[Path]) -> set[str]:
    """The files that an independent validator refuses."""
    paths = map(str, files)
    checked = validate("--output-format", "json", "--schemafile", str(SCHEMA), *paths)
    told = json.loads(checked.stdout)
    assert not told.get("parse_errors"), told["parse_errors"]
    return {Path(each["filename"]).name for each in told["errors"]}


def validate(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "check_jsonschema", *arguments]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
