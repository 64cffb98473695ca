"""A site outlives its engine: staged, it has the same words at the same addresses."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from undersigned.cli import main
from undersigned.staging.engines import Engine

from tests.support.engines import articles, differences, refused
from tests.support.every_template import every_template
from tests.support.exits import Exits, built_by_mkdocs, built_by_program, program_of
from tests.support.sites import small_site, with_settings
from tests.support.store import Store

ADDRESS = "https://small.example/b/"

# In French, with two versions, deeds, a register over several pages, and a path before all
# addresses.
_SECURITY = "  security: {expires: 2027-10-01T00:00:00Z}\n"
ALL = every_template("fr", _SECURITY).replace(
    "site_url: https://small.example/\n", f"site_url: {ADDRESS}\n"
)
ALL = ALL.replace("    named: [acme]\n", "    named: [acme]\n    split: 2\n")
# Built on a day on which the record is shown.
ALL = ALL.replace("signed: 2024-08-09", "signed: 2025-09-09")
ALL = ALL.replace("confirmed_by_email: 2024-08-10", "confirmed_by_email: 2025-09-10")
ALL += """\
--- docs/plain.md
# Plain & simple

Words[@a], a [link](sign.md), [part](glossaire.md#mot) and
[file](references.bib).[@b, p. 3]

| A |  B |
|---|---:|
| 1 |  2 |
--- docs/à propos.md
# À propos

[File](données%20x.txt), [elsewhere](über/index.md), [signing](sign.md)
--- docs/données x.txt
x
--- docs/über/index.md
# Über

[Back](../à%20propos.md), [back](<../à propos.md>), [file](../données%20x.txt)
--- docs/lists.md
# Lists

1. One.
2. Two, <a.b@c.example> says, and `[@a]` is how to cite.
"""
# Without a source, and with a name in the menu.
_MENU = "nav: [Home: index.md, {Read: [principles/index.md]}, {Join: sign.md}]"
_AT = "site_url: https://small.example/\n"
PLAIN = with_settings({"theme:\n": f"{_MENU}\ntheme:\n", _AT: f"site_url: {ADDRESS}\n"})
PLAIN += "--- docs/sign.md\n---\ntitle: How to sign\n---\n# Sign\n"


@pytest.fixture(scope="module", params=[ALL, PLAIN], ids=["all", "plain"])
def exits(request: pytest.FixtureRequest, store: Store) -> Exits:
    """The ways on for a small site, which is built."""
    return Exits(store, store.built(request.param).root, request.param)


def test_mkdocs_builds_it_without_hooks_and_plugins(exits: Exits, tmp_path: Path) -> None:
    site = built_by_mkdocs(exits.staged(tmp_path / "staged", Engine.MKDOCS))
    assert differences(exits.root / "site", site, ADDRESS) == []
    assert refused(site) == []


def test_the_frame_builds_it_without_any_engine(exits: Exits, tmp_path: Path) -> None:
    site = exits.framed(tmp_path)
    assert differences(exits.root / "site", site, ADDRESS) == []
    assert refused(site) == []
    listed = [path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()]
    sums = (site / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    assert sorted(line[66:] for line in sums) == sorted({*listed} - {"SHA256SUMS"})
    assert '<a href="../">Home</a>' in (site / "sign/index.html").read_text(encoding="utf-8")
    assert f"<loc>{ADDRESS}sign/</loc>" in (site / "sitemap.xml").read_text(encoding="utf-8")


@pytest.mark.parametrize("engine", [Engine.PROPERDOCS, Engine.ZENSICAL])
def test_another_engine_builds_it(exits: Exits, tmp_path: Path, engine: Engine) -> None:
    program = program_of(engine)
    site = built_by_program(program, exits.staged(tmp_path / "staged", engine))
    assert differences(exits.root / "site", site, ADDRESS) == []
    assert refused(site) == []


def test_a_draft_has_no_address_and_its_notice_whatever_builds_it(
    store: Store, tmp_path: Path
) -> None:
    changes = "--- versions.yml\n[]\n--- signatories.yml\n[]\n"
    changes += "--- docs/principles/draft.md\n1. Keep a lamp lit\n"
    built = small_site(tmp_path / "site", changes)
    (built.root / "docs/principles/1.0.md").unlink()
    result = built.build()
    assert result.returncode == 0, result.stderr
    site = Exits(store, built.root, changes).framed(tmp_path)
    assert differences(built.root / "site", site, ADDRESS) == []
    page = articles(site, ADDRESS)["index.html"]
    assert "This is a preview" in page.notice
    assert "meta {'name': 'robots', 'content': 'noindex'} " in page.machines
    assert not [each for each in page.machines if "canonical" in each]


def test_what_is_left_out_or_reads_otherwise_would_be_found(store: Store, tmp_path: Path) -> None:
    built, site = store.built(ALL).root / "site", tmp_path / "site"
    shutil.copytree(built, site)
    for path in ("signatories/list/a", "principles/1.1/changes", "signatories/deeds/acme"):
        shutil.rmtree(site / path)
    (site / "feed.xml").unlink()
    (site / "badge.json").write_text("{}")
    page = site / "principles/index.html"
    page.write_text(
        page.read_text("utf-8").replace('href="../signatories/"', 'href="../"'), "utf-8"
    )
    assert [each[:40] for each in differences(built, site, ADDRESS)] == [
        "principles/1.1/changes/index.html is onl",
        "principles/index.html: links: ['https://",
        "signatories/deeds/acme/index.html is onl",
        "signatories/list/a/index.html is only in",
        "badge.json: its bytes",
        "feed.xml is only in the first",
    ]


def test_staging_writes_nothing_over(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = store.built(PLAIN).root
    monkeypatch.chdir(site)
    (tmp_path / "mine.txt").write_text("kept")
    for folder in (tmp_path, tmp_path / "mine.txt", site / "docs/staged"):
        result = CliRunner().invoke(main, ["stage", str(folder)])
        assert result.exit_code == 2, folder
    assert [each.name for each in tmp_path.iterdir()] == ["mine.txt"]
