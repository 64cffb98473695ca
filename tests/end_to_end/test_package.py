"""The generator as a package: a site of content alone is built by it as this repository is."""

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
import yaml

from tests.support.engines import differences
from tests.support.packaged import PLUGINS, built_by, run_by, said
from tests.support.sites import SmallSite, small_site
from tests.support.wheels import wheel_in


def settings_of(root: Path) -> dict[str, object]:
    settings: dict[str, object] = yaml.safe_load((root / "mkdocs.yml").read_text("utf-8"))
    return settings


def write_settings(root: Path, settings: dict[str, object]) -> None:
    (root / "mkdocs.yml").write_text(yaml.safe_dump(settings, sort_keys=False), encoding="utf-8")


@pytest.fixture
def site(tmp_path: Path) -> SmallSite:
    """A small site whose generator is the package, with no setting that the package makes."""
    site = small_site(tmp_path)
    own = {key: settings_of(tmp_path)[key] for key in ("site_name", "site_url", "extra")}
    theme = {"name": "undersigned"}
    write_settings(tmp_path, {**own, "theme": theme, "plugins": [*PLUGINS]})
    shutil.rmtree(tmp_path / "hooks")
    shutil.rmtree(tmp_path / "overrides")
    return site


def test_a_wheel_has_the_same_rights_of_its_files_wherever_it_is_built(modules: Path) -> None:
    with zipfile.ZipFile(wheel_in(modules.parent)) as wheel:
        rights = {each.filename: each.external_attr >> 16 & 0o777 for each in wheel.infolist()}
    runs = {file for file, found in rights.items() if found == 0o755}
    assert {file.rpartition("/")[2] for file in runs} == {"propose-entry.sh", "read-issue.sh"}
    others = {found for file, found in rights.items() if file not in runs}
    assert others == {0o644, 0o664}  # the second is of the list of files, by setuptools


def test_a_small_site_needs_no_setting_but_its_own(modules: Path, site: SmallSite) -> None:
    built = built_by(modules, site.root)
    assert built.returncode == 0, built.stderr
    page = (site.root / "site/index.html").read_text(encoding="utf-8")
    assert "undersigned-count" in page
    assert "md-search" in page


def test_such_a_site_outlives_its_engine(modules: Path, site: SmallSite) -> None:
    (site.root / "docs/words.md").write_text("# Words\n\n[Endorse](sign.md){ .md-button }\n")
    assert built_by(modules, site.root).returncode == 0
    for command in (["stage", "staged", "--engine", "none"], ["frame", "staged", "framed"]):
        result = run_by(modules, site.root, "undersigned", *command)
        assert result.returncode == 0, result.stderr
    address = str(settings_of(site.root)["site_url"])
    assert differences(site.root / "site", site.root / "framed", address) == []


def test_what_a_site_sets_itself_is_kept_and_added_to(modules: Path, site: SmallSite) -> None:
    own: dict[str, object] = {
        "extra_css": ["own.css"],
        "exclude_docs": "hidden.md\n",
        "markdown_extensions": [{"toc": {"toc_depth": 2}}, "def_list"],
        "validation": {"links": {"anchors": "ignore"}},
    }
    write_settings(site.root, settings_of(site.root) | own)
    for path, text in {"own.css": "p {}\n", "hidden.md": "# Hidden\n"}.items():
        (site.root / "docs" / path).write_text(text, encoding="utf-8")
    about = "# About\n\n## Two\n\n### Three\n\nTerm\n:   What it is\n\n[dead](#nowhere)\n"
    (site.root / "docs/about.md").write_text(about, encoding="utf-8")
    built = built_by(modules, site.root)
    assert built.returncode == 0, built.stderr
    page = (site.root / "site/about/index.html").read_text(encoding="utf-8")
    assert "own.css" in page
    assert "<dt>Term</dt>" in page
    assert 'title="A link to this section"' in page
    assert '"#three"' not in page.split("<article")[0]
    assert not (site.root / "site/hidden").exists()


@pytest.mark.parametrize(
    ("plugins", "words"),
    [
        (["search", *PLUGINS[1:]], "plugins of mkdocs.yml lack 'material/search'; add it"),
        ([PLUGINS[0], PLUGINS[2]], "plugins of mkdocs.yml lack 'bibtex'; add it"),
    ],
)
def test_a_plugin_that_is_missing_is_named(
    modules: Path, site: SmallSite, plugins: list[object], words: str
) -> None:
    write_settings(site.root, settings_of(site.root) | {"plugins": plugins})
    built = built_by(modules, site.root)
    assert built.returncode == 1
    assert words in said(built)
    assert "Traceback" not in built.stderr


def test_the_order_of_plugins_changes_nothing(modules: Path, site: SmallSite) -> None:
    sums = []
    for plugins in (PLUGINS, PLUGINS[::-1]):
        write_settings(site.root, settings_of(site.root) | {"plugins": plugins})
        assert built_by(modules, site.root).returncode == 0
        sums.append((site.root / "site/SHA256SUMS").read_text(encoding="utf-8"))
    assert sums[0] == sums[1]


def test_commands_of_the_package_know_the_site(modules: Path, site: SmallSite) -> None:
    code = "import undersigned\nprint(undersigned.__file__)\nundersigned.cli.main()"
    checked = subprocess.run(
        [sys.executable, "-c", f"import undersigned.cli\n{code}", "check"],
        cwd=site.root,
        env={"PYTHONPATH": str(modules)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert checked.returncode == 0, checked.stderr
    assert checked.stdout.startswith(str(modules))


def test_a_dead_link_stops_a_site_that_sets_nothing_else(modules: Path, site: SmallSite) -> None:
    (site.root / "docs/about.md").write_text("# About\n\n[dead](#nowhere)\n", encoding="utf-8")
    built = built_by(modules, site.root)
    assert built.returncode == 1
    assert "#nowhere" in said(built)
