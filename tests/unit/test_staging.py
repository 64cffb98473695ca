"""A site is staged as plain files: finished words, and settings that name no hook."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
import yaml
from undersigned.build.output import File
from undersigned.changes.building import published
from undersigned.staging.addresses import address_from
from undersigned.staging.configuration import left_out, read_engine_settings
from undersigned.staging.docs import parted
from undersigned.staging.engines import HOOKS, Engine
from undersigned.staging.navigation import navigation
from undersigned.staging.tree import staged

from tests.support.every_template import every_template
from tests.support.files import drawn, plant
from tests.support.sites import REPOSITORY, SMALL, with_settings

BUILT = datetime(2026, 11, 27, tzinfo=UTC)
ORDINARY = ("title", "description", "hide", "search")
MORE = """\
--- docs/plain.md
# Plain

Words.[@a] A [link](sign.md) and a [part](principles/index.md#_versions), once more.[@a, p. 3]

| A |  B |
|---|---:|
| 1 |  2 |
--- docs/.well-known/words.txt
Hidden from engines.
--- docs/list.md
# List

1. One.
2. Two, <a.b@c.example> says.
"""


def files_of(root: Path, changes: str = "", builds: Engine = Engine.MKDOCS) -> dict[str, File]:
    """The files of a staged site that draws nearly all templates, with some changes."""
    plant(root, drawn(SMALL) | drawn(every_template()) | drawn(changes))
    (root / "overrides").symlink_to(REPOSITORY / "overrides")
    engine, problems = read_engine_settings(root, {})
    assert engine is not None, problems
    made, problems = published(root, {}, engine.configuration)
    assert made is not None, problems
    site, problems = staged(made, engine, BUILT, builds)
    assert site is not None, problems
    return {file.path: file for file in site.files}


def text(file: File) -> str:
    return file.content.decode()


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, File]:
    return files_of(tmp_path_factory.mktemp("staged"), MORE)


def test_no_page_has_a_citation_a_block_or_a_setting_that_is_no_plain_value(
    files: dict[str, File],
) -> None:
    pages = {path: text(file) for path, file in files.items() if path.endswith(".md")}
    assert len(pages) > 20
    for path, page in pages.items():
        settings, words = parted(page)
        assert settings.keys() <= {*ORDINARY, "head", "notice", "scripts"}, path
        assert ("title" in settings) == (path != "docs/index.md"), path
        assert "[@" not in words, path
        assert "\\statement" not in words, path


def test_a_page_stays_markdown_where_that_draws_the_same(files: dict[str, File]) -> None:
    _, words = parted(text(files["docs/list.md"]))
    assert words.startswith("# List\n")
    assert "\n2. Two, <a.b@c.example> says.\n" in words


def test_a_page_that_needs_the_extensions_of_the_package_is_html(files: dict[str, File]) -> None:
    _, words = parted(text(files["docs/plain.md"]))
    assert words.startswith("<div>\n<h1")
    assert 'class="align-right"' in words
    assert 'href="../principles/#_versions"' in words


def test_notes_are_finished_in_markdown_as_well(files: dict[str, File]) -> None:
    _, words = parted(text(files["docs/principles/nuire.md"]))
    assert "\n# Ne nuire à personne\n" in words
    assert words.count('<a class="footnote-ref"') == 2
    assert "[^" not in words


def test_the_settings_name_no_hook_no_plugin_and_no_moment(files: dict[str, File]) -> None:
    settings = yaml.safe_load(text(files["mkdocs.yml"]))
    assert settings["plugins"] == []
    assert not {"hooks", "watch", "draft_docs"} & settings.keys()
    assert settings["theme"]["name"] == "material"
    assert settings["theme"]["custom_dir"] == "theme"


def test_every_file_of_the_list_is_there_and_files_of_docs_win_as_in_a_build(
    tmp_path: Path, files: dict[str, File]
) -> None:
    data = {"signatories.json", "deeds.csv", "principles/1.1.txt", "feed.xml", "search/parts.json"}
    assert {f"docs/{path}" for path in data} <= files.keys()
    changed = files_of(
        tmp_path, "--- docs/robots.txt\nMine\n--- docs/principles/1.0.txt\nNot what was signed\n"
    )
    assert text(changed["docs/robots.txt"]) == "Mine\n"
    assert text(changed["docs/principles/1.0.txt"]).startswith("1. Ne nuire")


def test_links_in_html_are_as_from_the_file_where_an_engine_reads_them_so(tmp_path: Path) -> None:
    page = text(files_of(tmp_path, MORE, Engine.ZENSICAL)["docs/plain.md"])
    assert 'href="sign.md"' in page
    assert 'href="principles/index.md#_versions"' in page
    assert 'href="#fn:' in page


def test_html_within_markdown_has_its_links_so_too(tmp_path: Path) -> None:
    page = text(files_of(tmp_path, "", Engine.ZENSICAL)["docs/principles/nuire.md"])
    assert "\n# Ne nuire à personne\n" in page
    assert 'href="dire.md"' in page
    assert 'href="../dire/"' not in page


def test_a_page_that_holds_what_no_page_may_is_not_staged(tmp_path: Path) -> None:
    changes = "--- docs/list.md\n# List\n\n<script>alert(1)</script>\n"
    with pytest.raises(AssertionError, match="element 'script'"):
        files_of(tmp_path, changes)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"sane_lists]": "sane_lists, absent_extension]"}, "No module named 'absent_extension'"),
        ({"sane_lists]": "sane_lists, {footnotes: {ABSENT: 1}}]"}, "ABSENT"),
        ({"custom_dir: overrides": "custom_dir: docs"}, "docs/main.html:1:1: templates cannot be"),
    ],
)
def test_what_cannot_be_drawn_is_told_and_not_raised(
    tmp_path: Path, changes: dict[str, str], said: str
) -> None:
    plant(tmp_path, drawn(SMALL) | drawn(with_settings(changes)))
    (tmp_path / "overrides").symlink_to(REPOSITORY / "overrides")
    engine, _ = read_engine_settings(tmp_path, {})
    assert engine is not None
    made, _ = published(tmp_path, {}, engine.configuration)
    assert made is not None
    site, problems = staged(made, engine, BUILT, Engine.MKDOCS)
    assert site is None
    assert said in str(problems[0])


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("INHERIT: base.yml\n", "mkdocs.yml:1:10: INHERIT is not followed; write these settings"),
        ("nav: !relative x\n", "mkdocs.yml:1:6: tag '!relative' is an engine’s; write the value"),
        (
            "nav: !!python/name:os.system\n",
            "mkdocs.yml:1:6: 'name:os.system' is code, which is not run here; leave it out",
        ),
        ("nav: x\n", "mkdocs.yml:1:6: nav is not a list; write it as one"),
        ("site_url: 'https://[x'\n", "mkdocs.yml:1:11: site_url is no address of a site; write"),
        ("exclude_docs: '!'\n", "1:15: exclude_docs has a line that is no pattern of paths; write"),
        ("markdown_extensions: [3]\n", "1:22: markdown_extensions has what is no extension; write"),
        ("markdown_extensions: [toc: x]\n", "1:22: markdown_extensions has what is no extension"),
        ("- a\n", "mkdocs.yml:1:1: this is no mapping; write 'name: value' lines"),
        ("a: 2026-02-30\nb: 2026-01-01 99:99:99\nextra: 3\n", "3:8: extra is not a mapping"),
    ],
)
def test_what_only_an_engine_reads_is_refused_with_its_remedy(
    tmp_path: Path, lines: str, said: str
) -> None:
    plant(tmp_path, {"mkdocs.yml": lines})
    engine, problems = read_engine_settings(tmp_path, {})
    assert engine is None
    assert said in "\n".join(map(str, problems))


def test_plugins_and_hooks_of_a_site_s_own_are_named_and_those_of_the_project_are_not(
    tmp_path: Path,
) -> None:
    plugins = "plugins: [search, {bibtex: {bib_file: a.bib}}, {tags: {}}]\n"
    lines = f"{plugins}hooks: [hooks/head.py, own.py]\n"
    plant(tmp_path, {"mkdocs.yml": lines})
    settings, _ = read_engine_settings(tmp_path, {})
    assert settings is not None
    assert [str(each).split(": ", 2)[2] for each in left_out(settings)] == [
        "plugin 'tags' is not run here; see what pages lack without it",
        "hook 'own.py' is not run here; see what pages lack without it",
    ]
    assert {path.stem for path in (REPOSITORY / "hooks").glob("*.py")} == HOOKS


def test_values_of_the_environment_are_read_and_moments_stay_text(tmp_path: Path) -> None:
    lines = "site_url: !ENV [A, B, 'https://c.example']\nextra: {at: 2027-10-01T00:00:00Z}\n"
    plant(tmp_path, {"mkdocs.yml": lines})
    engine, _ = read_engine_settings(tmp_path, {"B": "https://b.example"})
    assert engine is not None
    assert engine.site_url == "https://b.example/"
    assert engine.values["extra"]["at"] == "2027-10-01T00:00:00Z"


@pytest.mark.parametrize(
    ("address", "page", "way"),
    [
        ("sign/", "./", "sign/"),
        ("./", "sign/", "../"),
        ("sign/", "sign/", "./"),
        ("a/b/", "a/c/", "../b/"),
        ("sign.html", "a/b.html", "../sign.html"),
        ("sign/#a", "a/", "../sign/#a"),
        (".", "a/", ".."),
        ("https://x.example/", "a/", "https://x.example/"),
        ("#a", "a/", "#a"),
    ],
)
def test_an_address_is_written_from_the_page_that_leads_to_it(
    address: str, page: str, way: str
) -> None:
    assert address_from(address, page) == way


def test_without_a_menu_pages_stand_folder_by_folder_the_first_one_of_each_first() -> None:
    menu = navigation(None, ["b.md", "a-z/c.md", "index.md", "a-z/index.md"])
    assert list(menu.places) == ["index.md", "b.md", "a-z/index.md", "a-z/c.md"]
    assert menu.sections["a-z/c.md"].title == "A z"
