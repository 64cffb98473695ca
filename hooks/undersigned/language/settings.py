"""What the package's own settings of an engine say, such as the names of its buttons.

They stand in a file of settings, where no code says them. What a site sets in their place is in
its language already.
"""

from collections.abc import Mapping
from typing import Any

from .catalogue import Catalogue


def in_language(setting: Any, catalogue: Catalogue) -> Any:
    """A setting with the package's own words in a language; whatever else it holds as it is."""
    return _replaced(setting, _own(catalogue))


def _replaced(setting: Any, words: Mapping[str, str]) -> Any:
    match setting:
        case str():
            return words.get(setting, setting)
        case dict():
            return {name: _replaced(value, words) for name, value in setting.items()}
        case list():
            return [_replaced(value, words) for value in setting]
    return setting


def _own(catalogue: Catalogue) -> Mapping[str, str]:
    """The words of the package's settings, each with what a language has for it."""
    _ = catalogue.gettext
    return {
        "Switch to the light page": _("Switch to the light page"),
        "Switch to the dark page": _("Switch to the dark page"),
        "Follow the system’s choice": _("Follow the system’s choice"),
        "A link to this section": _("A link to this section"),
    }
