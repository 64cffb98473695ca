"""Build the package with what this repository has beside it: its hooks, templates and settings.

Everything else about the package is in pyproject.toml. In an editable installation, which is this
repository itself, nothing is added: its mkdocs.yml names its own hooks and templates.
"""

import json
import shutil
import stat
from pathlib import Path
from typing import Any

from setuptools import setup
from setuptools.command.bdist_wheel import bdist_wheel
from setuptools.command.build_py import build_py

ROOT = Path(__file__).resolve().parent

# What is this statement's own, and no part of a theme.
OWN = ("card.png",)

# Of the theme's settings, those that name it, and those that are this site's own.
NOT_OF_THE_THEME = ("name", "custom_dir", "logo", "favicon")

# What mkdocs.yml sets for any site, and not for this one.
SETTINGS = (
    *("extra_css", "extra_javascript", "markdown_extensions", "validation"),
    *("exclude_docs", "draft_docs", "not_in_nav"),
)


class WithTheme(build_py):
    """Builds the modules, and beside them the hooks, the theme and the settings of both."""

    def run(self) -> None:
        """Build everything into the folder of the build, unless it is this repository itself."""
        super().run()
        if not self.editable_mode:
            carry(Path(self.build_lib) / "undersigned_mkdocs")
            carry_files(Path(self.build_lib) / "undersigned/founding/carried")


class SameEverywhere(bdist_wheel):
    """Builds the wheel with the same rights of its files wherever it is built."""

    def write_wheelfile(self, wheelfile_base: str, *given: Any, **named: Any) -> None:
        """Write the last file, beside all others, and settle the rights of all."""
        super().write_wheelfile(wheelfile_base, *given, **named)
        settle_rights(Path(wheelfile_base).parent)


def settle_rights(folder: Path) -> None:
    """Let everybody read each file, and its owner alone write it, as git has them.

    A wheel holds the rights of its files, and these follow the umask of whoever builds it.
    """
    for path in folder.rglob("*"):
        runs = path.is_dir() or path.stat().st_mode & stat.S_IXUSR
        path.chmod(0o755 if runs else 0o644)


def carry(package: Path) -> None:
    """Copy into a package what this repository has beside the modules."""
    import yaml  # not there yet where only the command's arguments are read

    site: dict[str, Any] = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    hooks = [Path(each).stem for each in site["hooks"]]
    (package / "hooks").mkdir(parents=True)
    (package / "hooks/__init__.py").touch()
    for name in hooks:
        shutil.copy(ROOT / f"hooks/{name}.py", package / "hooks")
    shutil.copytree(ROOT / "overrides", package / "theme", ignore=shutil.ignore_patterns(*OWN))
    (package / "theme/__init__.py").touch()
    theme = {key: value for key, value in site["theme"].items() if key not in NOT_OF_THE_THEME}
    theme = {**theme, "favicon": "assets/undersigned/favicon.svg"}
    own = yaml.safe_dump({"extends": site["theme"]["name"], **theme}, allow_unicode=True)
    (package / "theme/mkdocs_theme.yml").write_text(own, encoding="utf-8")
    texts = Path(site["draft_docs"].strip()).parent  # where this statement's are, in docs/
    settings = {
        name: value.replace(f"{texts}/", "/principles/") if isinstance(value, str) else value
        for name, value in ((name, site[name]) for name in SETTINGS)
    }
    settings |= {"hooks": hooks, "extra": {"generator": site["extra"]["generator"]}}
    (package / "settings.json").write_text(json.dumps(settings, indent=1), encoding="utf-8")


def carry_files(folder: Path) -> None:
    """Copy into a folder of the package what a new site has as it is here, such as the lock."""
    listed = ROOT / "hooks/undersigned/founding/carried.txt"
    for path in listed.read_text(encoding="utf-8").split():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / path, folder / path)


setup(cmdclass={"bdist_wheel": SameEverywhere, "build_py": WithTheme})
