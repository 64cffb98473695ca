"""A warning is told once, and stops nothing."""

import re
from pathlib import Path

import pytest

from tests.support.files import plant
from tests.support.registers import BARE_SITE, entry_text
from tests.support.sites import SmallSite, small_site

MICROSOFT = entry_text("Microsoft")
TYPO = entry_text("Mircosoft")
GIVEN = {
    "name": "Mircosoft",
    "kind": "company",
    "country": "NO",
    "website": "https://mircosoft.example",
    "signed": "2024-05-06",
    "evidence": "https://mircosoft.example/news",
}
FLAGS = [f"--{name}={value}" for name, value in GIVEN.items()]
WARNING = "'Mircosoft' is nearly 'Microsoft' on signatories.yml:1; correct one, or "


@pytest.fixture
def site(tmp_path: Path) -> SmallSite:
    plant(tmp_path, {**BARE_SITE, "signatories.yml": MICROSOFT})
    return SmallSite(tmp_path)


def test_add_warns_once_and_writes(site: SmallSite) -> None:
    added = site.run("undersigned", "add", *FLAGS)
    assert added.returncode == 0
    assert added.stderr.startswith(f"--name: warning: {WARNING}")
    assert (added.stdout + added.stderr).count("is nearly") == 1
    assert (site.root / "signatories.d/mircosoft.yml").read_text() == TYPO


@pytest.mark.parametrize("options", [[], ["signatories.d/mircosoft.yml"], ["signatories.d"]])
def test_check_warns_once_and_passes(site: SmallSite, options: list[str]) -> None:
    plant(site.root, {"signatories.d/mircosoft.yml": TYPO})
    checked = site.run("undersigned", "check", *options)
    assert (checked.returncode, checked.stderr) == (0, "")
    assert checked.stdout.startswith(f"signatories.d/mircosoft.yml:1:9: warning: {WARNING}")
    assert checked.stdout.count("is nearly") == 1
    assert checked.stdout.endswith("\n1 warning\n")


def test_check_annotates_a_warning_as_one(site: SmallSite) -> None:
    plant(site.root, {"signatories.d/mircosoft.yml": TYPO})
    checked = site.run("undersigned", "check", "--format", "github")
    assert checked.returncode == 0
    assert checked.stdout.startswith("::warning file=signatories.d/mircosoft.yml,line=1,col=9::")
    assert checked.stdout.count("is nearly") == 1


def test_format_has_nothing_to_say_of_a_warning(site: SmallSite) -> None:
    plant(site.root, {"signatories.d/mircosoft.yml": TYPO})
    for options in ([], ["--check"]):
        ran = site.run("undersigned", "format", *options)
        assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", "")


def test_fold_warns_once_and_folds(site: SmallSite) -> None:
    plant(site.root, {"signatories.d/mircosoft.yml": TYPO})
    folded = site.run("undersigned", "fold")
    assert folded.returncode == 0
    assert folded.stderr.count("warning: ") == folded.stderr.count("is nearly") == 1
    assert folded.stdout == "folded 1 drop-in into signatories.yml\n"
    text = (site.root / "signatories.yml").read_text()
    assert re.sub(r"  listed: .*\n", "", text) == f"{MICROSOFT}\n{TYPO}"


def test_a_strict_build_warns_once_and_builds(tmp_path: Path) -> None:
    site = small_site(tmp_path, f"--- signatories.yml\n{MICROSOFT}\n{TYPO}")
    built = site.build()
    assert built.returncode == 0, built.stderr
    told = built.stdout + built.stderr
    assert told.count(f"signatories.yml:8:9: warning: {WARNING}") == told.count("is nearly") == 1
    assert "Mircosoft" in site.page("signatories")


def test_distinct_from_settles_a_warning_everywhere(tmp_path: Path) -> None:
    site = small_site(tmp_path, f"--- signatories.yml\n{MICROSOFT}")
    for command in (["add", *FLAGS, "--distinct-from", "microsoft"], ["check"], ["fold"]):
        ran = site.run("undersigned", *command)
        assert (ran.returncode, ran.stderr) == (0, "")
        assert "warning" not in ran.stdout
    built = site.build()
    assert built.returncode == 0
    assert "is nearly" not in built.stdout + built.stderr


def test_both_problems_and_warnings_are_told_and_problems_stop(site: SmallSite) -> None:
    plant(site.root, {"signatories.d/mircosoft.yml": TYPO.replace("NO", "XX")})
    for command in ("check", "fold"):
        ran = site.run("undersigned", command)
        assert (ran.returncode, ran.stderr) == (1, "")
        assert ran.stdout.endswith("\n1 problem, 1 warning\n")
    assert (site.root / "signatories.yml").read_text() == MICROSOFT
