"""A release: which tags make one, what its notes say, and who may publish it."""

from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
import yaml
from undersigned.founding.carried import carried_paths

from tests.support.sites import REPOSITORY
from tools.release import changes, faults, notes

CHANGELOG = """# Changelog

## 1.2, unreleased

- To come.

## 1.1, 2026-12-01

- Lamps are lit.

## 1.0, 2026-11-01

- Begun.
"""


@pytest.mark.parametrize(
    ("tag", "version", "words"),
    [
        ("v1.1", "1.1", []),
        ("1.1", "1.1", ["tag the commit 'v1.1'"]),
        ("v1.0", "1.1", ["tag the commit 'v1.1'"]),
        ("v1.2", "1.2", ["says nothing under '## 1.2, 2026-01-31'"]),
        ("v1.1rc1", "1.1rc1", ["is not of numbers and dots", "says nothing"]),
    ],
)
def test_a_tag_releases_what_it_names_and_nothing_else(
    tag: str, version: str, words: list[str]
) -> None:
    found = list(faults(tag, version, CHANGELOG))
    assert len(found) == len(words)
    assert all(word in fault for word, fault in zip(words, found, strict=True))


def test_the_notes_have_the_digest_and_the_changes_of_that_version_alone(tmp_path: Path) -> None:
    wheel = tmp_path / "undersigned-1.1-py3-none-any.whl"
    wheel.write_bytes(b"x")
    text = notes("1.1", CHANGELOG, wheel)
    assert sha256(b"x").hexdigest() in text
    assert text.endswith("\n- Lamps are lit.\n")
    assert changes("1.0", CHANGELOG) == "- Begun."
    assert notes("1.1", CHANGELOG, None) == "- Lamps are lit.\n"


def test_only_what_was_checked_is_published_by_a_job_that_runs_no_code_of_the_repository() -> None:
    path = ".github/workflows/release.yml"
    text = (REPOSITORY / path).read_text(encoding="utf-8")
    release: Any = yaml.load(text, yaml.BaseLoader)
    assert release["on"] == {"push": {"tags": ["v*"]}}
    jobs = release["jobs"]
    rights = {name: {r for r, how in job["permissions"].items() if how == "write"}
              for name, job in jobs.items()}  # fmt: skip
    assert rights == {"check": set(), "build": set(), "pypi": {"id-token"}, "github": {"contents"}}
    assert jobs["pypi"]["environment"] == "pypi"
    assert set(jobs["pypi"]["needs"]) == {"check", "build"}
    assert jobs["github"]["needs"] == "pypi"
    for name in ("pypi", "github"):
        assert not any("checkout" in step.get("uses", "") for step in jobs[name]["steps"])
    assert path not in carried_paths()
