"""What a site leaves to the package: the settings of this repository's own mkdocs.yml.

They are written into `settings.json` when the package is built, so that both ways to build a site
have the same ones. What a site sets itself comes first, or is added.
"""

import json
import logging
import warnings
from importlib.resources import files
from typing import Any

from mkdocs.config.config_options import ExtraScript
from mkdocs.config.defaults import MkDocsConfig
from pathspec.gitignore import GitIgnoreSpec
from undersigned.paths import RECORD_PAGE
from undersigned.statement.naming import texts_set_by
from undersigned.text_paths import AS_USUAL, TextPaths

# The hooks, in the order in which this repository names them.
_SETTINGS: dict[str, Any] = json.loads((files(__package__) / "settings.json").read_text("utf-8"))
HOOKS: list[str] = _SETTINGS["hooks"]


def with_defaults(config: MkDocsConfig) -> None:
    """Add what the package needs to the settings of a site; of one that has them, nothing."""
    config.extra_css[:0] = [each for each in _SETTINGS["extra_css"] if each not in config.extra_css]
    script = ExtraScript()  # type: ignore[no-untyped-call]
    scripts = [script.run_validation(each) for each in _SETTINGS["extra_javascript"]]
    there = set(map(str, config.extra_javascript))
    config.extra_javascript[:0] = [each for each in scripts if str(each) not in there]
    for name, value in _SETTINGS["extra"].items():
        config.extra.setdefault(name, value)
    _extend_markdown(config)
    folder = _texts(config).folder
    for name in ("exclude_docs", "draft_docs", "not_in_nav"):
        lines = _SETTINGS[name].replace(f"/{AS_USUAL.folder}/", f"/{folder}/").splitlines()
        if name == "not_in_nav" and config.nav:
            lines.append(f"/{RECORD_PAGE}")  # which many sites have no use for
        package = GitIgnoreSpec.from_lines(lines)
        own = config[name].patterns if config[name] else []
        config[name] = GitIgnoreSpec([*package.patterns, *own])
    _be_strict(config)


def _texts(config: MkDocsConfig) -> TextPaths:
    """Where the texts of a site are; where they usually are if what it says of that is wrong."""
    given = config.extra.get("statement")
    names = given if isinstance(given, dict) else {}
    return texts_set_by(names.get("words"), names.get("folder"))[0]


def _extend_markdown(config: MkDocsConfig) -> None:
    for each in _SETTINGS["markdown_extensions"]:
        named = each if isinstance(each, dict) else {each: {}}
        for name, options in named.items():
            if name not in config.markdown_extensions:
                config.markdown_extensions.append(name)
            given = config.mdx_configs.get(name, {})
            if options:
                config.mdx_configs[name] = {**options, **given}


def _be_strict(config: MkDocsConfig) -> None:
    """Warn of dead links and of pages that no menu has, unless a site sets what it is told."""
    with warnings.catch_warnings():
        # Of what MkDocs itself has no more use for, and nothing else tells.
        warnings.simplefilter("ignore", DeprecationWarning)
        set_by_site = config.user_configs
    if any("validation" in given for given in set_by_site):
        return
    for part, levels in _SETTINGS["validation"].items():
        for name, level in levels.items():
            config.validation[part][name] = logging.getLevelNamesMapping()[level.upper()]
