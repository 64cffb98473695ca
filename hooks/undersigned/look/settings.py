"""What mkdocs.yml sets of a site's look, most of it under `extra.look`, each with its place."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

import yaml

from ..paths import CONFIGURATION
from ..problem import Problem, quoted
from ..text.source import Text
from ..text.yaml_nodes import node_at, pairs_of, place_of_mark, root_node, text_of_node
from .colours import colour_of
from .legible import illegible
from .palette import OUR_THREE, OURS, Palettes, Three, palettes_of, style_sheet
from .pictures import AS_BROUGHT, NAMES, Pictures, read_pictures

SETTING = "extra.look"


@dataclass(frozen=True, slots=True)
class Look:
    """How a site looks: its colours and its pictures."""

    colours: Palettes = OURS
    pictures: Pictures = AS_BROUGHT

    @property
    def own_colours(self) -> bool:
        """Whether the site has other colours than those that it comes with."""
        return self.colours != OURS

    @property
    def style(self) -> str:
        """The style sheet that has these colours."""
        return style_sheet(self.colours)


AS_USUAL = Look()

_COLOURS = Three._fields
_KEYS = (*_COLOURS, *NAMES)


def read_look(root: Path) -> tuple[Look, list[Problem]]:
    """The look of the site under a folder, and what is wrong with it.

    What is wrong is left as if it were not set. What else is wrong with mkdocs.yml is for the
    engine to report, which reads all of it.
    """
    node = root_node(root, CONFIGURATION)
    pictures, of_pictures = read_pictures(root, node)
    colours, of_colours = _read_palettes(node_at(node, "extra", "look"))
    return Look(colours, pictures), [*of_colours, *of_pictures]


def _read_palettes(given: yaml.Node | None) -> tuple[Palettes, list[Problem]]:
    if given is None or _is_empty(given):
        return OURS, []
    if not isinstance(given, yaml.MappingNode):
        return OURS, [_problem(given, "", f"is no mapping; give {_either(_KEYS)} under it")]
    three, problems = _read_colours(given, dict(pairs_of(given)))
    return palettes_of(three) if three else OURS, [*_unknown(given), *problems]


def _read_colours(
    given: yaml.Node, values: Mapping[str, yaml.Node]
) -> tuple[Three | None, list[Problem]]:
    """The three colours, those of the package where one is not given; none where one is wrong."""
    problems, chosen = list[Problem](), OUR_THREE
    for name in (each for each in _COLOURS if each in values):
        text = text_of_node(values[name])
        colour = colour_of(text.value.strip()) if text else None
        if colour is None:
            problems.append(_problem(values[name], name, _no_colour(name, values[name], text)))
        else:
            chosen = chosen._replace(**{name: colour})
    faint = () if problems else illegible(chosen)
    problems += [_problem(values.get(each.name, given), each.name, each.message) for each in faint]
    return None if problems else chosen, problems


def _no_colour(name: str, node: yaml.Node, text: Text | None) -> str:
    such = f'such as "{getattr(OUR_THREE, name)}"'
    if _is_empty(node):
        return f"is empty, for '#' begins a comment in YAML; put the colour in quotes, {such}"
    value = text.value.strip() if text else ""
    if meant := colour_of(f"#{value}"):
        return f'{quoted(value)} is no colour; did you mean "{meant}"?'
    shown = quoted(value) if text else "a list"
    return f"{shown} is no colour; give '#' and 3 or 6 hexadecimal digits in quotes, {such}"


def _unknown(given: yaml.MappingNode) -> Iterator[Problem]:
    for key, _ in given.value:
        name = key.value if isinstance(key, yaml.ScalarNode) else "?"
        if name not in _KEYS:
            near = get_close_matches(name, _KEYS, 1)
            hint = f"did you mean '{near[0]}'?" if near else f"give {_either(_KEYS)}"
            yield _problem(key, "", f"has {quoted(name)}, which nothing reads; {hint}")


def _is_empty(node: yaml.Node) -> bool:
    return node.tag == "tag:yaml.org,2002:null"


def _either(names: tuple[str, ...]) -> str:
    return f"{', '.join(names[:-1])} or {names[-1]}"


def _problem(node: yaml.Node, name: str, message: str) -> Problem:
    where = f"{SETTING}.{name}" if name else SETTING
    return Problem(CONFIGURATION, *place_of_mark(node.start_mark), f"{where} {message}")
