"""What is generated from the model: the committed schema, and the table of fields."""

import json
import os
import re
from datetime import date
from pathlib import Path

import pytest
from undersigned.bibliography.library import Library
from undersigned.dates import StatedDate
from undersigned.deeds.entry_list import RECORD
from undersigned.deeds.fields import FIELDS as FIELDS_OF_DEEDS
from undersigned.deeds.rules import judged
from undersigned.deeds.rules.context import RecordContext
from undersigned.fields import FIELDS, Field
from undersigned.lists import LISTS
from undersigned.paths import schema_of
from undersigned.problem import Severity, stopping
from undersigned.register.rules import problems_of
from undersigned.register.rules.context import Context
from undersigned.schema import fields_table, record_schema, register_schema, schema_text
from undersigned.statement.version import Version
from undersigned.text.source import Source
from undersigned.text.yaml_reader import read_entries

from tests.support.files import drawn
from tests.support.schemas import validated
from tests.support.signatories import signatory
from tests.support.sites import REPOSITORY, SmallSite

SCHEMA = REPOSITORY / "signatories.schema.json"
SCHEMA_OF_DEEDS = REPOSITORY / "deeds.schema.json"
CASES = sorted((REPOSITORY / "tests" / "golden" / "check").glob("*.txt"))
SHAPES = [case for case in CASES if "[shape]" in case.read_text("utf-8").split("--- ")[0]]


def test_the_committed_schemas_are_what_the_command_prints() -> None:
    site = SmallSite(REPOSITORY)
    printed = site.run("undersigned", "schema").stdout
    assert printed == SCHEMA.read_text(encoding="utf-8") == schema_text(register_schema())
    printed = site.run("undersigned", "schema", "deeds").stdout
    assert printed == SCHEMA_OF_DEEDS.read_text(encoding="utf-8") == schema_text(record_schema())
    assert {SCHEMA.name, SCHEMA_OF_DEEDS.name} == {schema_of(kept.path) for kept in LISTS}


@pytest.mark.parametrize(
    ("what", "fields"), [("fields", FIELDS), ("fields of a deed", FIELDS_OF_DEEDS)]
)
def test_the_tables_of_fields_are_the_models(what: str, fields: tuple[Field, ...]) -> None:
    page = REPOSITORY / "CONTRIBUTING.md"
    text = page.read_text(encoding="utf-8")
    around = rf"(<!-- {what} -->\n).*?(?=<!-- end of {what} -->)"
    assert len(re.findall(around, text, re.DOTALL)) == 1
    written = re.sub(around, lambda found: found[1] + fields_table(fields), text, flags=re.DOTALL)
    if os.environ.get("UPDATE_GOLDEN") == "1":
        page.write_text(written, encoding="utf-8")
        return
    assert text == written


def test_the_schemas_themselves_are_valid() -> None:
    checked = validated("--check-metaschema", str(SCHEMA), str(SCHEMA_OF_DEEDS))
    assert checked.exit_code == 0, checked.output


# Entries of the record as their form allows, and by name of what is wrong, as it does not.
DEED = (
    "who: acme\n  principle: 2\n  date: 2024-07\n  deed: It filed a brief.\n  sources: doe\n"
    "  bearing: in-line"
)
LOOKED = "who: acme\n  principle: 2\n  looked: 2024-07-01\n  found: nothing\n  where: its newsroom"
REPLY = "\n  reply: We did.\n  replied: 2024-08-01"
SOUND = [
    DEED,
    DEED.replace("principle: 2", 'principle: "12"').replace("date: 2024-07", 'seen: "2024"'),
    DEED.replace("2024-07", "2024"),
    DEED.replace("acme", "\n    - acme\n    - beta").replace("in-line", "at-odds"),
    f"{DEED}{REPLY}\n  reply_by_email: 2024-08-01\n  unarchived: 2024-08-02\n  version: '1.0'",
    LOOKED,
    LOOKED.replace("who: acme", "who:\n    - acme"),
    f"{LOOKED}\n  notified: 2024-08-01\n  listed: 2024-08-02{REPLY}"
    "\n  reply_source: https://acme.example/us",
]
FAULTY = {
    "no signatory": DEED.replace("who: acme", "id: x"),
    "no slug": DEED.replace("acme", "Acme, Inc."),
    "no date": DEED.replace("\n  date: 2024-07", ""),
    "both dates": f"{DEED}\n  seen: 2024-07-01",
    "no such month": DEED.replace("2024-07", "2024-13"),
    "no sources": DEED.replace("\n  sources: doe", ""),
    "two lines": DEED.replace("It filed a brief.", '"It filed.\\nA brief."'),
    "too long": DEED.replace("brief", "b" * 200),
    "no such bearing": DEED.replace("in-line", "good"),
    "no bearing": DEED.replace("\n  bearing: in-line", ""),
    "a number of no principle": DEED.replace("principle: 2", 'principle: "0"'),
    "no such number": DEED.replace("principle: 2", "principle: 1000"),
    "a deed that was looked for": f"{DEED}\n  looked: 2024-07-01",
    "an unknown field": f"{DEED}\n  score: high",
    "something found": LOOKED.replace("nothing", "something"),
    "nowhere": LOOKED.replace("\n  where: its newsroom", ""),
    "a search of two": LOOKED.replace("acme", "\n    - acme\n    - beta", 1),
    "a search with sources": f"{LOOKED}\n  sources: doe",
    "a reply without a day": f"{DEED}\n  reply: We did.\n  reply_by_email: 2024-08-01",
    "a reply of nobody": f"{DEED}{REPLY}",
    "a reply known twice": f"{DEED}{REPLY}\n  reply_by_email: 2024-08-01"
    "\n  reply_source: https://acme.example/us",
    "a reply without words": f"{DEED}\n  replied: 2024-08-01",
    "a reply of two": DEED.replace("acme", "\n    - acme\n    - beta")
    + f"{REPLY}\n  reply_by_email: 2024-08-01",
}


def test_schema_and_checker_take_deeds_of_their_form_and_nothing_else(tmp_path: Path) -> None:
    entries = {**{f"sound-{number}": each for number, each in enumerate(SOUND)}, **FAULTY}
    files = {tmp_path / f"{name}.yml": f"- {entry}\n" for name, entry in entries.items()}
    for file, text in files.items():
        file.write_text(text, encoding="utf-8")
        assert stopping(read_entries(Source("r.yml", text), RECORD.several, Severity.NOTE)[1]) == []
    refused = refused_by_schema(list(files), SCHEMA_OF_DEEDS)
    assert refused == {f"{name}.yml" for name in FAULTY}
    assert {file.name for file, text in files.items() if refused_in_the_record(text)} == refused


def refused_in_the_record(text: str) -> bool:
    """Whether the checker finds a problem with the form of an entry of the record."""
    text_of_twelve = "".join(f"{number}. Do\n" for number in range(1, 13))
    versions = (Version("1.0", StatedDate(2023, 3), text_of_twelve),)
    known = {who: signatory(who, website=f"https://{who}.example") for who in ("acme", "beta")}
    # Which sources there are is left to whole sites.
    library = Library(whole=False)
    context = RecordContext(date(2026, 1, 1), versions, "", RECORD, known, library)
    [entry], _ = read_entries(Source("r.yml", text), RECORD.several, Severity.NOTE)
    return bool(stopping(judged(entry, context).problems))


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


def refused_by_schema(files: list[Path], schema: Path = SCHEMA) -> set[str]:
    """The files that an independent validator refuses."""
    paths = map(str, files)
    checked = validated("--output-format", "json", "--schemafile", str(schema), *paths)
    told = json.loads(checked.stdout)
    assert not told.get("parse_errors"), told["parse_errors"]
    return {Path(each["filename"]).name for each in told["errors"]}
