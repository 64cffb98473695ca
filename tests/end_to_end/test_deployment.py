"""Sites that are set up otherwise than this one: right, or told what is wrong."""

import shutil
from pathlib import Path

import pytest

from tests.support.pages import dead_addresses, faults
from tests.support.sites import SmallSite, small_site, with_settings

from .test_page_forms import FORMS, PAGES, SHORT
from .test_versions import SECOND

BELOW = "https://small.example/a/b/"


@pytest.mark.parametrize("form", FORMS)
def test_a_site_below_the_root_of_a_host_never_leads_out_of_it(tmp_path: Path, form: str) -> None:
    changed = {"site_url: https://small.example/": f"site_url: {BELOW}\n{FORMS[form].strip()}"}
    drawing = f"{with_settings(changed)}{SECOND}{PAGES}--- signatories.yml\n{SHORT}"
    site = small_site(tmp_path / "source", drawing)
    assert site.build().returncode == 0
    shutil.copytree(site.root / "site", tmp_path / "host/a/b")
    assert list(faults(tmp_path / "host", "https://small.example/")) == []
    assert list(dead_addresses(site.root / "site", BELOW)) == []


def test_a_page_that_is_left_out_and_linked_is_reported_once(tmp_path: Path) -> None:
    settings = "exclude_docs: /more.md\nnav: [index.md, sign.md, more.md]\n"
    site = small_site(
        tmp_path, f"{with_settings({'extra:': f'{settings}extra:'})}--- docs/more.md\n# M\n"
    )
    result = site.build()
    assert result.returncode == 1
    assert result.stderr.count("links to 'more', which is not published") == 1


def test_no_setting_leaves_out_what_was_signed(tmp_path: Path) -> None:
    site = small_site(tmp_path, with_settings({"extra:": "exclude_docs: '*.txt'\nextra:"}))
    assert site.build().returncode == 0
    assert (tmp_path / "site/principles/1.0.txt").is_file()
    assert not (tmp_path / "site/robots.txt").exists()


@pytest.mark.parametrize("command", [["build"], ["build", "-f", "mkdocs.yml"]])
def test_pages_in_another_folder_are_refused_since_no_check_would_read_them(
    tmp_path: Path, command: list[str]
) -> None:
    site = small_site(tmp_path, with_settings({"extra:": "docs_dir: content\nextra:"}))
    (tmp_path / "docs").rename(tmp_path / "content")
    refused = site.run("mkdocs", *command)
    assert refused.returncode == 1
    told = "mkdocs.yml:1:1: docs_dir is 'content'; keep the pages in docs/, beside mkdocs.yml"
    assert told in refused.stderr.splitlines()
    (tmp_path / "content").rename(tmp_path / "docs")
    text = (tmp_path / "mkdocs.yml").read_text().replace("docs_dir: content\n", "")
    (tmp_path / "mkdocs.yml").write_text(text)
    assert site.run("mkdocs", *command).returncode == 0


def test_a_site_is_built_by_the_name_of_its_settings_from_any_folder(tmp_path: Path) -> None:
    site = small_site(tmp_path / "site of ours")
    (site.root / "mkdocs.yml").rename(site.root / "base.yml")
    (site.root / "other.yml").write_text("INHERIT: base.yml\nsite_dir: ../published\n")
    elsewhere = SmallSite(tmp_path)
    built = elsewhere.run("mkdocs", "build", "--strict", "-f", "site of ours/other.yml")
    assert built.returncode == 0, built.stderr
    assert list(faults(tmp_path / "published", "https://small.example/")) == []
