"""A push that rewrites a published text, held up by each command that everybody runs."""

import os
from pathlib import Path

import pytest

from tests.support.branches import Branch
from tests.support.prepared import Ran, run_module
from tests.support.sites import small_site

from .test_versions import OLD

EVIL = OLD.replace("no harm", "harm")
RED = "versions.yml:3:11: version '1.0' was published with the sha256 "
LISTED = '- version: "1.0"\n  published: 2023-03\n  sha256: (lock)\n'
NEW_ADDRESS = "https://new.example/declared"


@pytest.fixture
def branch(tmp_path: Path) -> Branch:
    """The small site, published on main."""
    site = Branch(small_site(tmp_path / "site").root)
    (site.root / ".gitignore").write_text("site/\n__pycache__/\n")
    site.git("init", "--quiet", "--initial-branch", "main")
    site.commit()
    return site


def rewrite(branch: Branch) -> None:
    branch.commit({"docs/principles/1.0.md": EVIL, "versions.yml": LISTED})


def built(branch: Branch, **variables: str) -> Ran:
    return run_module("mkdocs", "build", "--strict", cwd=branch.root, env=os.environ | variables)


def test_a_text_rewritten_on_main_stops_the_check_and_the_build_until_it_is_put_back(
    branch: Branch,
) -> None:
    rewrite(branch)
    check, build = branch.run("undersigned", "check"), built(branch)
    assert (check.returncode, build.returncode) == (1, 1)
    assert RED in check.stdout
    assert RED in build.stderr
    assert not (branch.root / "site").exists()
    branch.git("revert", "--no-edit", "HEAD")
    assert branch.run("undersigned", "check").returncode == 0
    assert built(branch).returncode == 0


def test_what_main_has_rewritten_is_a_note_to_those_who_have_not_and_stops_the_build(
    branch: Branch,
) -> None:
    rewrite(branch)
    branch.begin("mine")
    branch.commit({"docs/sign.md": "# Sign here\n"})
    check = branch.run("undersigned", "check", "--changed-since", "main")
    assert check.returncode == 0
    assert RED.replace("version '", "note: version '") in check.stdout
    assert built(branch, BASE="main").returncode == 1


def test_another_address_is_loud_in_a_review_and_makes_another_statement(branch: Branch) -> None:
    branch.begin("mine")
    text = (
        (branch.root / "mkdocs.yml")
        .read_text()
        .replace("https://coalition.example/announced", NEW_ADDRESS)
    )
    branch.commit({"mkdocs.yml": text})
    rewrite(branch)
    review = branch.run("undersigned", "review", "main")
    assert (
        "whose statement this is: its address was `https://coalition.example/announced`, now"
        f" `{NEW_ADDRESS}`, and what was published under the first binds no text under the second"
    ) in review.stdout.partition("\n\n")[0]
    assert branch.run("undersigned", "check", "--changed-since", "main").returncode == 0
    branch.git("switch", "--quiet", "main")
    branch.git("merge", "--quiet", "--no-ff", "--no-edit", "mine")
    assert branch.run("undersigned", "check").returncode == 0
    assert built(branch).returncode == 0


def test_an_address_that_is_hidden_is_loud_in_a_review_and_releases_nothing(
    branch: Branch,
) -> None:
    branch.begin("mine")
    settings = (branch.root / "mkdocs.yml").read_text()
    address = "https://coalition.example/announced"
    branch.commit({"mkdocs.yml": settings.replace(address, f"!ENV [X, {NEW_ADDRESS}]")})
    rewrite(branch)
    review = branch.run("undersigned", "review", "main")
    assert f"its address was `{address}`, now none that is plain" in review.stdout
    assert branch.run("undersigned", "check", "--changed-since", "main").returncode == 1
    assert built(branch, X=address).returncode == 1


def test_a_shallow_clone_warns_in_the_check_and_the_build(branch: Branch, tmp_path: Path) -> None:
    rewrite(branch)
    origin = f"file://{branch.root}"
    branch.git("clone", "--quiet", "--depth", "1", origin, str(tmp_path / "clone"))
    clone = Branch(tmp_path / "clone")
    check, build = clone.run("undersigned", "check"), built(clone)
    told = "this clone is shallow; run 'git fetch --unshallow'"
    assert (check.returncode, build.returncode) == (0, 0)
    assert told in check.stdout
    assert told in build.stderr


def test_a_published_branch_that_is_not_there_is_misuse(branch: Branch) -> None:
    build = built(branch, PUBLISHED_BRANCH="origin/gone")
    assert build.returncode == 1
    assert "cannot tell what PUBLISHED_BRANCH 'origin/gone' has published" in build.stdout


def test_a_partial_clone_is_told_what_to_fetch_and_asks_no_network(
    branch: Branch, tmp_path: Path
) -> None:
    (branch.root / "signatories.yml").write_text("[]\n")
    branch.commit()
    branch.git("config", "uploadpack.allowFilter", "true")
    branch.git("config", "uploadpack.allowAnySHA1InWant", "true")
    origin = f"file://{branch.root}"
    branch.git("clone", "--quiet", "--filter=blob:none", origin, str(tmp_path / "clone"))
    clone = Branch(tmp_path / "clone")
    said = clone.run("undersigned", "review", "origin/main~1").stderr
    assert "run 'git fetch --refetch --no-filter'" in " ".join(said.split())
    clone.git("fetch", "--quiet", "--refetch", "--no-filter")
    assert clone.run("undersigned", "review", "origin/main~1").returncode == 0
