"""The moment of a build, asked of real git and of registers."""

from pathlib import Path

import pytest
from undersigned.build.dates import date_build, given_moment, moment, wrong_moment
from undersigned.site import Site, read_site

from tests.support.files import plant
from tests.support.registers import BARE_SITE, entry_text
from tests.unit.test_git import git

NOTHING = Site((), read_site(Path("/nowhere"))[0].register)


def dated(root: Path, site: Site) -> str:
    return moment(root, site.versions, site.register.signatories)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A site that is not in git, with one signatory since 6 May 2024."""
    plant(tmp_path, BARE_SITE | {"signatories.yml": entry_text("Acme")})
    return tmp_path


def commit(root: Path) -> None:
    git(root, "init", "--quiet")
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", "x", "--date=1600000000 +0000")


def test_a_build_has_the_moment_of_the_last_commit_whatever_has_changed_since(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_COMMITTER_DATE", "1700000000 +1345")
    commit(root)
    assert dated(root, NOTHING) == "1700000000"
    (root / "mkdocs.yml").write_text("site_name: Other\n")
    git(root, "config", "log.showSignature", "true")
    assert dated(root, NOTHING) == "1700000000"


def test_a_commit_of_a_moment_that_no_file_can_state_dates_nothing(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_COMMITTER_DATE", "@4294967296 +0000")
    commit(root)
    assert git(root, "log", "-1", "--format=%ct") == "4294967296"
    assert dated(root, NOTHING) == "0"


def test_without_history_a_build_has_the_moment_of_the_newest_event(root: Path) -> None:
    site, problems = read_site(root)
    assert problems == []
    assert dated(root, site) == "1714953600"  # 6 May 2024, 00:00 in UTC
    assert dated(root, Site(site.versions, NOTHING.register)) == "1677628800"  # 1 March 2023
    assert dated(root, NOTHING) == "0"


def test_a_repository_around_the_site_does_not_date_it(root: Path, tmp_path: Path) -> None:
    inner = root / "inner"
    inner.mkdir()
    commit(root)
    plant(inner, BARE_SITE)
    assert dated(inner, NOTHING) == "0"


@pytest.mark.parametrize("given", ["", "0", "1700000000", "4294967295"])
def test_a_moment_in_whole_seconds_is_taken_and_an_empty_one_is_none(given: str) -> None:
    assert wrong_moment(given) == ""


@pytest.mark.parametrize(
    "given", ["abc", "-1", "1.5", " 1", "1\n", "4294967296", "9" * 5000, "１７", "2024-01-01"]
)
def test_any_other_moment_is_refused_with_a_remedy_on_one_line(given: str) -> None:
    told = wrong_moment(given)
    assert told.startswith("SOURCE_DATE_EPOCH '")
    assert told.endswith("or unset it")
    assert "\n" not in told
    assert len(told) < 250


def test_what_whoever_builds_has_set_dates_it_and_else_the_moment_of_its_sources(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_COMMITTER_DATE", "1700000000 +0000")
    commit(root)
    given = {"SOURCE_DATE_EPOCH": "86400"}
    date_build(given, root, (), ())
    assert given == {"SOURCE_DATE_EPOCH": "86400"}
    own = dict[str, str]()
    for _ in range(2):  # `mkdocs serve` dates each of its builds anew
        date_build(own, root, (), ())
        assert own["SOURCE_DATE_EPOCH"] == "1700000000"
        assert given_moment(own) == ""
