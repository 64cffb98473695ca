"""The settings of a site that leaves most of them to the package, written out."""

from collections.abc import Mapping
from typing import Any

import yaml

from ..problem import Problem, setting_problem
from ..shipped import THEME, Shipped, shipped
from .extensions import named_extensions

_NOT_THERE = (
    "theme.name is 'undersigned', which comes with the package, and that is not installed here;"
    " install it as MAINTAINING.md says"
)


def asks_for_package(values: Mapping[str, Any]) -> bool:
    """Whether a site names the theme of the package as its own."""
    return bool(_theme(values).get("name") == THEME)


def with_package(values: Mapping[str, Any]) -> tuple[dict[str, Any], Shipped | None, list[Problem]]:
    """The settings with what the package has for each site, and the package.

    Those of any other site are given back as they are.
    """
    named = {**values, "theme": _theme(values)}
    if not asks_for_package(values):
        return named, None, []
    if (found := shipped()) is None:
        return named, None, [setting_problem(_NOT_THERE)]
    return named | _filled(named, found), found, []


def _theme(values: Mapping[str, Any]) -> dict[str, Any]:
    given = values.get("theme")
    return {"name": given} if isinstance(given, str) else dict(given or {})


def _filled(values: Mapping[str, Any], found: Shipped) -> dict[str, Any]:
    extra = {**found.settings["extra"], **(values.get("extra") or {})}
    filled: dict[str, Any] = {"extra": extra, "theme": _filled_theme(values["theme"], found)}
    sheets = [*map(str, values.get("extra_css") or [])]
    filled["extra_css"] = [*found.before("extra_css", sheets), *sheets]
    for name in ("exclude_docs", "draft_docs", "not_in_nav"):
        lines = found.lines(name, extra, bool(values.get("nav")))
        filled[name] = "\n".join([*lines, str(values.get(name) or "")])
    names, options = found.extended(*named_extensions(values.get("markdown_extensions")))
    filled["markdown_extensions"] = [{name: options.get(name)} for name in names]
    return filled


def _filled_theme(own: Mapping[str, Any], found: Shipped) -> dict[str, Any]:
    """The settings of the theme that the package's extends, and the site's own before them."""
    text = (found.templates / "mkdocs_theme.yml").read_text("utf-8")
    given: dict[str, Any] = yaml.safe_load(text)
    extended = given.pop("extends")
    return {**given, **own, "name": extended}
