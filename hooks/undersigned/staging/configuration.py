"""mkdocs.yml as it is read without an engine: its values, and what this project takes of them.

A moment stays the text that it is in the file: an engine that reads YAML with types stops at one.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from ..git import revision
from ..page_addresses import as_file, as_folder
from ..paths import CONFIGURATION, PAGES
from ..problem import Problem, Severity, quoted, setting_problem
from ..settings import Configuration
from ..shipped import Shipped
from ..text.source import read_source
from ..text.yaml_nodes import composed
from ..views.site import CARD
from .engines import HOOKS, PLUGINS
from .extensions import named_extensions
from .packaged import with_package
from .refused_settings import misshapen, refused

# What MkDocs adds before the extensions that a site names (`mkdocs.config.defaults`).
_ALWAYS = ("toc", "tables", "fenced_code")


@dataclass(frozen=True, slots=True)
class EngineSettings:
    """What mkdocs.yml sets, by the names there, and the package, if it is to have one.

    What such a site leaves to the package is among the values.
    """

    root: Path
    values: Mapping[str, Any]
    package: Shipped | None = None

    def value(self, name: str, otherwise: Any) -> Any:
        """A setting, or what stands for one that is left out or empty."""
        given = self.values.get(name)
        return otherwise if given is None else given

    @property
    def site_url(self) -> str:
        """The address of the site, with a slash at its end; empty where it knows none."""
        given = self.value("site_url", "")
        return f"{given.rstrip('/')}/" if given else ""

    @property
    def templates(self) -> Sequence[Path]:
        """The folders of templates and of what they need: the site's own, then the package's."""
        folder = self.value("theme", {}).get("custom_dir")
        own = [self.root / folder] if isinstance(folder, str) and folder else []
        return [*own, self.package.templates] if self.package else own

    @property
    def extensions(self) -> tuple[list[str], dict[str, dict[str, Any]]]:
        """The extensions of Markdown, in their order, and the settings of those that have any."""
        names, options = named_extensions(self.value("markdown_extensions", []))
        return list(dict.fromkeys([*_ALWAYS, *names])), options

    @property
    def configuration(self) -> Configuration:
        """What this project takes of them."""
        theme = self.value("theme", {})
        return Configuration(
            site_name=self.value("site_name", ""),
            site_url=self.site_url,
            language=str(theme.get("language") or "en"),
            style_sheets=tuple(map(str, self.value("extra_css", []))),
            extra=dict(self.value("extra", {})),
            cards=tuple(c.read_bytes() for n in self.templates if (c := n / CARD).is_file()),
            commit=revision(self.root),
            address_of=as_folder if self.value("use_directory_urls", True) else as_file,
            pages=self.value("docs_dir", PAGES),
        )


def read_engine_settings(
    root: Path, variables: Mapping[str, str]
) -> tuple[EngineSettings | None, list[Problem]]:
    """What mkdocs.yml sets, or none and what keeps it from being read without its engine.

    `variables` are those of the environment, which `!ENV` reads.
    """
    source, problems = read_source(root, CONFIGURATION)
    if source is None:
        return None, problems
    node, problems = composed(source, aliases=True)
    problems += [*refused(node)] if node else []
    if node is None or problems:
        return None, problems
    try:
        values = _Values(variables).construct_document(node)
    except (yaml.YAMLError, ValueError) as error:
        message = f"this cannot be read: {str(error).splitlines()[0]}; mend it"
        return None, [Problem(CONFIGURATION, 1, 1, message)]
    if problems := [*misshapen(node, values)]:
        return None, problems
    values, package, problems = with_package(values)
    return EngineSettings(root, values, package), problems


def left_out(settings: EngineSettings) -> Iterator[Problem]:
    """A note on each plugin and hook of a site's own, of which a staged site has nothing."""
    plugins = settings.value("plugins", [])
    listed = [str(next(iter(each), "") if isinstance(each, dict) else each) for each in plugins]
    hooks = [each for each in settings.value("hooks", []) if Path(str(each)).stem not in HOOKS]
    others = [each for each in listed if each not in PLUGINS]
    for kind, each in (*(("plugin", each) for each in others), *(("hook", each) for each in hooks)):
        message = f"{kind} {quoted(str(each))} is not run here; see what pages lack without it"
        yield setting_problem(message, Severity.NOTE)


class _Values(yaml.constructor.SafeConstructor):
    """Values as MkDocs has them, but for moments."""

    def __init__(self, variables: Mapping[str, str]) -> None:
        super().__init__()
        self.variables = variables

    def of_environment(self, node: yaml.Node) -> object:
        """The first of the variables that is set, or else the last item, its default."""
        if isinstance(node, yaml.ScalarNode):
            return self.variables.get(node.value)
        *names, default = self.construct_sequence(node)  # type: ignore[arg-type]
        found = (self.variables[name] for name in names if name in self.variables)
        return next(found, default)

    def as_text(self, node: yaml.Node) -> str:
        """The text of a scalar as it stands in the file."""
        return str(node.value)


_Values.yaml_constructors = {
    **yaml.constructor.SafeConstructor.yaml_constructors,
    "!ENV": _Values.of_environment,
    "tag:yaml.org,2002:timestamp": _Values.as_text,
}
