"""What a site leaves to the package: the settings of the repository that the package is built of.

They are written into `settings.json` when the package is built, so that both ways to build a site
have the same ones. What a site sets itself comes first, or is added.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from .paths import RECORD_PAGE
from .statement.naming import texts_set_by
from .text_paths import AS_USUAL, TextPaths

# The package that has them, and the name by which a site asks for its theme.
_PACKAGE = "undersigned_mkdocs"
THEME = "undersigned"


@dataclass(frozen=True)
class Shipped:
    """The settings and the templates that the package has for every site."""

    folder: Traversable

    @cached_property
    def settings(self) -> Mapping[str, Any]:
        """All of them, by the names that mkdocs.yml has for them."""
        read: dict[str, Any] = json.loads((self.folder / "settings.json").read_text("utf-8"))
        return read

    @property
    def templates(self) -> Path:
        """The folder of templates, of what they need, and of the settings of the theme."""
        return Path(str(self.folder / "theme"))

    def before(self, name: str, own: Sequence[str]) -> list[str]:
        """What a list has beside a site's own items, which come after it."""
        return [each for each in self.settings[name] if _path(each) not in own]

    def lines(self, name: str, extra: Mapping[str, Any], has_menu: bool) -> list[str]:
        """Patterns of paths in docs/, which those of a site come after."""
        folder = _texts(extra).folder
        lines: str = self.settings[name].replace(f"/{AS_USUAL.folder}/", f"/{folder}/")
        record = [f"/{RECORD_PAGE}"]  # which many sites have no use for
        return lines.splitlines() + (record if name == "not_in_nav" and has_menu else [])

    def extended(
        self, names: Sequence[str], options: Mapping[str, Mapping[str, Any]]
    ) -> tuple[list[str], dict[str, dict[str, Any]]]:
        """Extensions of Markdown and their settings, with those of a site before the package's."""
        listed, merged = [*names], {name: dict(given) for name, given in options.items()}
        for each in self.settings["markdown_extensions"]:
            named: Mapping[str, dict[str, Any]] = each if isinstance(each, dict) else {each: {}}
            listed += [name for name in named if name not in listed]
            merged |= {name: {**own, **merged.get(name, {})} for name, own in named.items() if own}
        return listed, merged


def shipped() -> Shipped | None:
    """What the package has; none where it is this repository, whose site sets all of it itself."""
    try:
        folder = files(_PACKAGE)
    except ModuleNotFoundError:
        return None
    return Shipped(folder) if (folder / "settings.json").is_file() else None


def _path(item: object) -> str:
    """The path of a script, which may have settings beside it."""
    return str(item["path"]) if isinstance(item, Mapping) else str(item)


def _texts(extra: Mapping[str, Any]) -> TextPaths:
    """Where the texts of a site are; where they usually are if what it says of that is wrong."""
    given = extra.get("statement")
    names = given if isinstance(given, dict) else {}
    return texts_set_by(names.get("words"), names.get("folder"))[0]
