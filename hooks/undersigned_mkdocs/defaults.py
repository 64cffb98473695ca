"""The settings of the package as MkDocs has them: see `undersigned.shipped`."""

import logging
import warnings
from importlib.resources import files

from mkdocs.config.config_options import ExtraScript
from mkdocs.config.defaults import MkDocsConfig
from pathspec.gitignore import GitIgnoreSpec
from undersigned.shipped import Shipped

_SHIPPED = Shipped(files(__package__))

# The hooks, in the order in which this repository names them.
HOOKS: list[str] = _SHIPPED.settings["hooks"]


def with_defaults(config: MkDocsConfig) -> None:
    """Add what the package needs to the settings of a site; of one that has them, nothing."""
    config.extra_css[:0] = _SHIPPED.before("extra_css", config.extra_css)
    there = [*map(str, config.extra_javascript)]
    script = ExtraScript()  # type: ignore[no-untyped-call]
    scripts = map(script.run_validation, _SHIPPED.before("extra_javascript", there))
    config.extra_javascript[:0] = [*scripts]
    for name, value in _SHIPPED.settings["extra"].items():
        config.extra.setdefault(name, value)
    names, options = _SHIPPED.extended(config.markdown_extensions, config.mdx_configs)
    config.markdown_extensions[:] = names
    config.mdx_configs.update(options)
    for name in ("exclude_docs", "draft_docs", "not_in_nav"):
        lines = _SHIPPED.lines(name, config.extra, bool(config.nav))
        own = config[name].patterns if config[name] else []
        config[name] = GitIgnoreSpec([*GitIgnoreSpec.from_lines(lines).patterns, *own])
    _be_strict(config)


def _be_strict(config: MkDocsConfig) -> None:
    """Warn of dead links and of pages that no menu has, unless a site sets what it is told."""
    with warnings.catch_warnings():
        # Of what MkDocs itself has no more use for, and nothing else tells.
        warnings.simplefilter("ignore", DeprecationWarning)
        set_by_site = config.user_configs
    if any("validation" in given for given in set_by_site):
        return
    for part, levels in _SHIPPED.settings["validation"].items():
        for name, level in levels.items():
            config.validation[part][name] = logging.getLevelNamesMapping()[level.upper()]
