"""Duplicates of a long register are looked for while its pages are made, and are never missed.

Each is tried in a program that has one thread, as a build has, and to which few entries are many.
"""

from pathlib import Path

import pytest
from undersigned.names.slug import slug

from benchmarks.register import entries
from tests.support.files import drawn, plant
from tests.support.prepared import run_file
from tests.support.processors import needs_two
from tests.support.sites import SMALL

REGISTER = entries(310)
NAME = REGISTER.partition("\n")[0].removeprefix("- name: ")

# Of one kind each: a problem, which stops the build, and a warning, which does not.
TWICE = NAME
NEARLY = f"{NAME[:3]}xy{NAME[4:]}"
REST = (
    "  kind: company\n  country: NO\n  website: https://www.another-one.org\n"
    "  signed: 2024-05-06\n  evidence: https://www.another-one.org/news\n"
)

_PROGRAM = """
import os, signal, sys
from pathlib import Path
from undersigned.changes import building
from undersigned.data import register_file
from undersigned.problem import report
from undersigned.register import examining
from undersigned.register.rules import duplicates
from undersigned.settings import Configuration

examining.MANY = duplicates.MANY = register_file.MANY = 300

NAMES = {"title": "A", "publisher": "B", "address": "https://coalition.example/announced"}
EDITION = {"name": "B", "kind": "official", "contact": "post@small.example"}
here, how, look = os.getpid(), sys.argv[2], examining._duplicates

def elsewhere(*given):
    Path("apart").touch()
    if how == "killed": os.kill(os.getpid(), signal.SIGKILL)
    return look(*given) if os.getpid() != here else 1 / 0

examining._duplicates = elsewhere
if how == "one": os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
extra = {"statement": NAMES, "edition": EDITION}
given = Configuration("Small", "https://small.example/", extra=extra)
made, problems = building.published(Path(sys.argv[1]), dict(os.environ), given)
print(report(problems))
print("published" if made else "nothing", len(made.site.register.endorsements) if made else 0)
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    plant(tmp_path, drawn(SMALL) | {"signatories.yml": REGISTER})
    return tmp_path


def said_by(root: Path, how: str) -> str:
    plant(root, {"program.py": _PROGRAM})
    done = run_file(root / "program.py", str(root), how, cwd=root)
    assert not done.stderr
    return done.stdout


@needs_two
@pytest.mark.parametrize(
    ("name", "said", "ends"),
    [
        (TWICE, "is already on signatories.yml:1", "nothing 0"),
        (NEARLY, f"'{NEARLY}' is nearly '{NAME}'", "published 311"),
        ("", "", "published 310"),
    ],
)
def test_they_are_reported_as_by_one_processor(root: Path, name: str, said: str, ends: str) -> None:
    if name:
        plant(root, {f"signatories.d/{slug(name)}.yml": f"- name: {name}\n{REST}"})
    by_one = said_by(root, "one")
    assert said in by_one
    assert by_one.endswith(f"{ends}\n")
    assert not (root / "apart").exists()
    assert said_by(root, "two") == by_one
    assert (root / "apart").exists()
    assert said_by(root, "killed") == by_one


@needs_two
def test_with_another_problem_they_are_looked_for_at_once(root: Path) -> None:
    wrong = REST.replace("country: NO", "country: UK")
    plant(root, {"signatories.d/another.yml": f"- name: {TWICE}\n{wrong}"})
    assert said_by(root, "two") == said_by(root, "one")
