"""The house: which way the package flows, what it may name, and how thin the hooks are."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest

from benchmarks.structure import Module, cycles, folders, modules_of
from tests.support.sites import REPOSITORY

HOOKS = sorted((REPOSITORY / "hooks").glob("*.py"))
PACKAGE = REPOSITORY / "hooks" / "undersigned"
SOURCES = sorted(PACKAGE.rglob("*.py"))

# What differs between engines is there, and nowhere else in the package.
OF_ENGINES = PACKAGE / "staging/engines.py"
ENGINES = ("mkdocs", "material", "mkdocs_bibtex", "properdocs", "zensical")

# Parts of Material and of mkdocs-bibtex; those of Python-Markdown, such as 'fnref', are known here.
PARTS = re.compile(r"\bmd-[a-z]|__drawer|__search\b|full_bibliography|data-md-|\bmd_typeset")


@cache
def modules() -> list[Module]:
    """All modules of the package, which are read when a test asks for them."""
    return modules_of(PACKAGE)


def test_no_module_and_no_folder_imports_in_a_circle() -> None:
    assert cycles({module.name: module.imports for module in modules()}) == []
    assert cycles(folders(modules())) == []
    assert cycles(folders(modules(), depth=1)) == []


def test_a_circle_would_be_found() -> None:
    one_way = {"a": frozenset("b"), "b": frozenset("c"), "c": frozenset[str]()}
    assert cycles(one_way) == []
    assert cycles(one_way | {"c": frozenset("a")}) == [["a", "b", "c"]]


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_the_package_knows_no_engine(source: Path) -> None:
    text = source.read_text(encoding="utf-8")
    for node in ast.walk(ast.parse(text)):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom) and not node.level:
            names.append(node.module or "")
        assert not [name for name in names if name.split(".")[0] in ENGINES]
    assert source == OF_ENGINES or not PARTS.findall(text)


def test_hooks_are_few_and_thin_and_mkdocs_runs_all_of_them() -> None:
    assert len(HOOKS) <= 8
    for hook in HOOKS:
        assert hook.read_text(encoding="utf-8").count("\n") <= 60, hook.name
    configured = re.findall(
        r"^  - hooks/(\w+)\.py$", (REPOSITORY / "mkdocs.yml").read_text("utf-8"), re.MULTILINE
    )
    assert sorted(configured) == [hook.stem for hook in HOOKS]


def test_modules_and_functions_are_of_a_size_to_be_read() -> None:
    assert [module.name for module in modules() if module.lines > 250] == []
    long = [module.name for module in modules() if max(module.functions, default=0) > 40]
    assert long == []


# A group repeated as in '(?:ab?)*+', outside a class of characters.
CLASS = re.compile(r"\[\^?\]?(?:\\.|[^\]\\])*\]")
POSSESSIVE_GROUP = re.compile(r"\)(?:[*+?]|\{[\d,]+\})\+")


def test_no_group_is_repeated_possessively() -> None:
    # Python before 3.11.5 matches them wrongly (CPython, issue 106052); '(?>(?:ab?)*)' is the same.
    for source in SOURCES:
        text = CLASS.sub("a", source.read_text(encoding="utf-8"))
        assert POSSESSIVE_GROUP.findall(text) == [], source.name


def test_no_docstring_leans_on_its_neighbour() -> None:
    leaning = re.compile(r'"""(?:The same|Likewise|Those of the|As above|And )\b')
    for source in SOURCES:
        docstrings = [
            ast.get_docstring(node) or ""
            for node in ast.walk(ast.parse(source.read_text(encoding="utf-8")))
            if isinstance(node, ast.FunctionDef | ast.ClassDef | ast.Module)
        ]
        found = [text for text in docstrings if leaning.match(f'"""{text}')]
        assert found == [], source.name


# Where the markup of Material is named: in two style sheets, and in the templates that fill or
# replace its own. The second pattern has what its scripts keep and ask for, in three that stand in
# the place of scripts of its own.
NAMES_OF_THE_THEME = re.compile(r"\bmd-[a-z]|data-md-|\bmd[A-Z]")
OF_ITS_SCRIPTS = re.compile(r"\b__md_[a-z]")


def _naming(pattern: re.Pattern[str]) -> set[str]:
    overrides = REPOSITORY / "overrides"
    texts = (each for each in overrides.rglob("*") if each.suffix in (".css", ".html", ".js"))
    named = (each for each in texts if pattern.search(each.read_text(encoding="utf-8")))
    return {each.relative_to(overrides).as_posix() for each in named}


def test_the_markup_of_the_theme_is_named_where_it_is_dressed_and_nowhere_else() -> None:
    assets = "assets/undersigned"
    assert _naming(NAMES_OF_THE_THEME) == {
        *(f"{assets}/{name}.css" for name in ("theme", "theme-frame")),
        *("main.html", "partials/toc.html"),
        *(f"partials/javascripts/{name}.html" for name in ("announce", "base")),
    }
    scripts = {f"{assets}/{name}.js" for name in ("announce", "memory", "tabs")}
    assert _naming(OF_ITS_SCRIPTS) == scripts


def test_no_template_learns_a_fact_from_a_word_that_readers_see() -> None:
    compared = re.compile(r"""[!=]= ["'][A-Z]""")
    for template in (REPOSITORY / "overrides").rglob("*.html"):
        found = compared.findall(template.read_text(encoding="utf-8"))
        assert found == [], template.name


def test_every_page_and_file_is_made_in_one_hook() -> None:
    made = [hook.stem for hook in HOOKS if "File.generated" in hook.read_text(encoding="utf-8")]
    assert made == ["generate"]


def test_one_key_of_the_configuration_is_ours() -> None:
    keys = {
        key
        for hook in HOOKS
        for key in re.findall(r'config\.extra\[["\'](\w+)', hook.read_text(encoding="utf-8"))
    }
    assert keys == {"undersigned"}
