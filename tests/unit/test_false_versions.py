from dataclasses import replace
from pathlib import Path

import pytest
from undersigned.statement.false_versions import (
    beside_the_text,
    false_versions,
    looks_like_a_version,
)
from undersigned.text_paths import AS_USUAL

from tests.support.files import plant
from tests.support.registers import BARE_SITE
from tests.support.versions import version

VERSIONS = [version("1.0")]


def found(root: Path, *paths: str) -> list[str]:
    plant(root, dict.fromkeys(paths, "Words\n") | BARE_SITE)
    return [f"{each.path}: {each.message}" for each in sorted(false_versions(root, VERSIONS))]


@pytest.mark.parametrize(
    "name",
    [
        "2.md", "1.0", "v2.md", "V2.MD", "version-2.md", "Version 2.0.md", "1.0.markdown",
        "1.0.1", "1.0.html", "1.0.txt", "2_0.md", "1,1.md", "1-0.md", "2.0-final.md", "2-new.md",
        "２.md", "２．０.md", "٢.md", "②.md", "Ⅱ.md", "1.0.de.md", "1.0-fr.md", "l.0.md", "1.O.md",
        "vеrsion-2.md", "version2", "text-2.md", "statement-2.0.pdf", "edition_3.md", "v\u200b2.md",
        "version-two.md", "second-version.md", "latest-version.md", "version-II.md", "2024-05.md",
        "versión-2.md", "rev3.md", "1.0-copy.md", "1.0 (1).md",
    ],
)  # fmt: skip
def test_names_that_seem_to_hold_a_version_are_known(name: str) -> None:
    assert looks_like_a_version(name)


@pytest.mark.parametrize(
    "name",
    [
        "index.md", "draft.md", "print.md", "counter-harmful-use.md", "principle-2.md", "first.md",
        "01-introduction.md", "versions.md", "figure-1.png", "by-date.md", "evidence.md", "i.md",
        "about-version-2.md", "原則.md", "一般.md", "first-principle.md", "5-ways-to-help.md",
    ],
)  # fmt: skip
def test_other_names_are_free(name: str) -> None:
    assert not looks_like_a_version(name)


def test_no_file_among_the_pages_of_the_text_looks_like_a_version(tmp_path: Path) -> None:
    paths = (
        "docs/principles/2.md",
        "docs/principles/1.0/index.md",
        "docs/principles/1.0.1/why.md",
        "docs/principles/1.0.html",
        "docs/signatories/v2.md",
    )
    assert [line.partition(" looks")[0] for line in found(tmp_path, *paths)] == [
        "docs/principles/1.0.1/why.md: '1.0.1'",
        "docs/principles/1.0.html: '1.0.html'",
        "docs/principles/1.0/index.md: '1.0'",
        "docs/principles/2.md: '2.md'",
        "docs/signatories/v2.md: 'v2.md'",
    ]


def test_what_versions_yml_lists_and_what_lies_elsewhere_is_free(tmp_path: Path) -> None:
    beside = ("1.0.txt", "draft.md", ".2.md", "why.md", "print.md")
    paths = (*(f"docs/principles/{name}" for name in beside), "docs/blog/2.md", "docs/2.md")
    assert found(tmp_path, *paths) == []


def test_no_folder_and_no_page_takes_the_place_of_the_text_or_the_register(tmp_path: Path) -> None:
    paths = ("docs/Principles/why.md", "docs/principles.md", "docs/ｓignatories/who.md",
             "docs/signatories/list/a.md", "docs/Signatories.markdown")  # fmt: skip
    lines = found(tmp_path, *paths)
    assert len(lines) == len(paths)
    assert sum("differs from docs/principles in spelling alone" in line for line in lines) == 1
    assert sum("differs from docs/signatories in spelling alone" in line for line in lines) == 1
    assert sum("move its words to that page" in line for line in lines) == 2
    assert sum("which the site makes; move it elsewhere" in line for line in lines) == 1


def test_no_page_poses_as_one_of_the_record_of_deeds(tmp_path: Path) -> None:
    paths = ("docs/signatories/deeds/acme/index.md", "docs/signatories/deeds.md",
             "docs/signatories/Deeds/a.png", "docs/signatories/dееds/index.md")  # fmt: skip
    lines = found(tmp_path, *paths, "docs/signatories/deeds/index.md")
    assert len(lines) == len(paths)
    assert all("move its words to docs/signatories/deeds/index.md, or" in line for line in lines)


def test_pages_beside_the_text_are_known_by_any_spelling() -> None:
    assert beside_the_text("docs/principles/index.md", AS_USUAL)
    assert beside_the_text("docs/Signatories/a.png", AS_USUAL)
    assert beside_the_text("docs/principles.md", AS_USUAL)
    assert not beside_the_text("docs/sign.md", AS_USUAL)
    assert not beside_the_text("principles/1.md", AS_USUAL)


def test_of_the_first_version_no_page_of_changes_is_written(tmp_path: Path) -> None:
    plant(tmp_path, {f"docs/principles/{number}/changes.md": "" for number in ("1.0", "1.1")})
    versions = [*VERSIONS, replace(VERSIONS[0], number="1.1")]
    [problem] = false_versions(tmp_path, versions)
    assert problem.path == "docs/principles/1.0/changes.md"
    assert problem.message.startswith("'1.0' looks like a version")
