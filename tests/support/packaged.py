"""The package as others take it, a wheel in a folder of modules, and sites of content alone."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import yaml
from undersigned.founding.carried import carried_paths

from .clocks import undated
from .prepared import run_module
from .sites import REPOSITORY

# What the package is built of.
_SOURCES = (
    *("hooks", "overrides", "mkdocs.yml", "pyproject.toml", "setup.py", "LICENSE"),
    *carried_paths(),
)

# What is a site's own, as far as it has it.
CONTENT = (
    *("docs", "references.bib", "signatories.yml", "signatories.d", "versions.yml"),
    *("deeds.yml", "deeds.d", "links.yml", "proofs"),
)

# Of the settings, those that every site makes itself.
OWN_SETTINGS = ("site_name", "site_url", "site_description", "copyright", "extra", "nav")

PLUGINS = [
    "material/search",
    {"bibtex": {"bib_file": "references.bib", "enable_inline_citations": False}},
    "undersigned",
]


def installed(folder: Path) -> Path:
    """A folder of modules with the wheel of this repository, and nothing else, installed."""
    sources, wheels = copied_sources(folder / "sources"), folder / "wheels"
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]
    build = ["wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", str(wheels), str(sources)]
    subprocess.run([*pip, *build], check=True, umask=0o077)  # as on a machine of few rights
    (wheel,) = wheels.glob("*.whl")
    modules = folder / "modules"
    subprocess.run([*pip, "install", "--no-deps", "--target", str(modules), wheel], check=True)
    return modules


def copied_sources(folder: Path) -> Path:
    """What the package is built of, in a folder, which is made."""
    folder.mkdir()
    for name in _SOURCES:
        _copy(REPOSITORY / name, folder / name)
    return folder


def whole(folder: Path) -> Path:
    """This repository's site in a folder, with its own hooks and templates."""
    for name in (*CONTENT, "hooks", "overrides", "mkdocs.yml"):
        if (REPOSITORY / name).exists():
            _copy(REPOSITORY / name, folder / name)
    return folder


def content(folder: Path) -> Path:
    """The content of this repository's site in a folder, with settings that name the package."""
    for name in CONTENT:
        if (REPOSITORY / name).exists():
            _copy(REPOSITORY / name, folder / name)
    settings = yaml.safe_load((REPOSITORY / "mkdocs.yml").read_text(encoding="utf-8"))
    own = {name: settings[name] for name in OWN_SETTINGS}
    icons = {name: settings["theme"].get(name) for name in ("logo", "favicon")}
    theme = {name: path for name, path in icons.items() if path}
    own |= {"theme": {"name": "undersigned", "custom_dir": "own", **theme}, "plugins": PLUGINS}
    del own["extra"]["generator"]
    text = yaml.safe_dump(own, allow_unicode=True, sort_keys=False)
    (folder / "mkdocs.yml").write_text(text, encoding="utf-8")
    card = "assets/undersigned/card.png"
    (folder / "own" / card).parent.mkdir(parents=True)
    if (REPOSITORY / "overrides" / card).exists():
        shutil.copy(REPOSITORY / "overrides" / card, folder / "own" / card)
    return folder


def built_by(modules: Path | None, root: Path) -> subprocess.CompletedProcess[str]:
    """Build a site strictly by the package in a folder of modules, or by its own hooks."""
    return run_by(modules, root, "mkdocs", "build", "--strict")


def run_by(modules: Path | None, root: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """Run a module where a site is, by the package in a folder of modules, or without it."""
    path = {"PYTHONPATH": str(modules)} if modules else {}
    variables = {**undated(), **path, "SOURCE_DATE_EPOCH": "1700000000"}
    return run_module(*command, cwd=root, env=variables, timeout=600)


def said(built: subprocess.CompletedProcess[str]) -> str:
    """What a build says, without colours and the theme's own notice."""
    return re.sub(r"\x1b\[[0-9;]*m", "", built.stdout + built.stderr)


def _copy(source: Path, target: Path) -> None:
    if source.is_dir():
        ignored = shutil.ignore_patterns("__pycache__", "*.egg-info")
        shutil.copytree(source, target, ignore=ignored)
    else:
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(source, target)
