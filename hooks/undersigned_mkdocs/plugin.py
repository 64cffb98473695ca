"""A plugin of MkDocs that runs the hooks, with the settings that they need.

Each event of the plugin is the functions of all hooks, with their priorities, as MkDocs has them
where a site names the hooks themselves. Hooks cannot be added to a site's plugins while it is
configured: MkDocs is going through these events at that moment.
"""

from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from types import ModuleType

from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import EVENTS, BasePlugin, CombinedEvent, event_priority

from .defaults import HOOKS, with_defaults

# What the hooks or the theme cannot do without, and how it is named beside a theme of this name.
_NEEDED = {
    "bibtex": "with bib_file: references.bib and enable_inline_citations: false",
    "material/search": "since 'search' would be that of MkDocs, which the theme does not show",
}


class NoSettings(Config):  # type: ignore[no-untyped-call]
    """The plugin has no settings of its own: what differs between sites stands under `extra`."""


@event_priority(200)
def _configure(config: MkDocsConfig) -> None:
    """Refuse a site that lacks a plugin, then set what it leaves to the package."""
    for name, why in _NEEDED.items():
        if name not in config.plugins:
            raise Abort(f"plugins of mkdocs.yml lack '{name}'; add it, {why}")
    with_defaults(config)


def _hooks() -> Sequence[ModuleType]:
    return [import_module(f".hooks.{name}", __package__) for name in HOOKS]


def _events(hooks: Sequence[ModuleType]) -> Iterator[tuple[str, CombinedEvent[..., object]]]:
    """Each event that is handled, by the name of its method."""
    for event in (f"on_{name}" for name in EVENTS):
        methods = [_configure] if event == "on_config" else []
        methods += [getattr(hook, event) for hook in hooks if hasattr(hook, event)]
        if methods:
            yield event, CombinedEvent(*map(_unbound, methods))


def _unbound(method: Callable[..., object]) -> Callable[..., object]:
    """The function of a hook, which is not given the plugin as its first argument."""
    if isinstance(method, CombinedEvent):
        return CombinedEvent(*map(_unbound, method.methods))
    return staticmethod(method)


# MkDocs finds the events of a plugin among the attributes of its class.
UndersignedPlugin = type("UndersignedPlugin", (BasePlugin[NoSettings],), dict(_events(_hooks())))
