"""What of an mkdocs.yml cannot be read without an engine, or by any."""

from collections.abc import Callable, Iterator, Mapping
from urllib.parse import urlsplit

import yaml
from pathspec.gitignore import GitIgnoreSpec

from ..paths import CONFIGURATION
from ..problem import Problem, quoted
from ..text.yaml_nodes import pairs_of, place_of_mark

# Of which form a setting has to be to be read here, and how that is called.
_FORMS: Mapping[str, tuple[type | tuple[type, ...], str]] = {
    "site_name": (str, "text"), "site_url": (str, "text"), "docs_dir": (str, "text"),
    "site_description": (str, "text"), "use_directory_urls": (bool, "true or false"),
    "nav": (list, "a list"), "extra": (dict, "a mapping"), "extra_css": (list, "a list"),
    "theme": ((dict, str), "a mapping"), "markdown_extensions": ((list, dict), "a list"),
    "exclude_docs": (str, "text"), "draft_docs": (str, "text"), "not_in_nav": (str, "text"),
    "plugins": ((list, dict), "a list"), "hooks": (list, "a list"),
    "extra_javascript": (list, "a list"), "copyright": (str, "text"),
}  # fmt: skip


def refused(node: yaml.Node) -> Iterator[Problem]:
    """What only an engine reads: settings of another file, and tags that run code."""
    if not isinstance(node, yaml.MappingNode):
        yield _problem(node, "this is no mapping; write 'name: value' lines")
    for name, value in pairs_of(node):
        if name == "INHERIT":
            yield _problem(value, "INHERIT is not followed; write these settings into this file")
    for each in _beneath(node):
        if each.tag != "!ENV" and not each.tag.startswith("tag:yaml.org,2002:"):
            yield _problem(each, f"tag {quoted(each.tag)} is an engine’s; write the value out")
        elif each.tag.startswith("tag:yaml.org,2002:python/"):
            name = each.tag.rpartition("/")[2]
            yield _problem(each, f"{quoted(name)} is code, which is not run here; leave it out")


def _beneath(root: yaml.Node) -> Iterator[yaml.Node]:
    """Every node once, the root first; an alias may lead to one again."""
    waiting, met = [root], set[int]()
    for node in waiting:
        if id(node) in met:
            continue
        met.add(id(node))
        yield node
        if isinstance(node, yaml.MappingNode):
            waiting += [each for pair in node.value for each in pair]
        elif isinstance(node, yaml.SequenceNode):
            waiting += node.value


def misshapen(node: yaml.Node, values: Mapping[str, object]) -> Iterator[Problem]:
    """What is set, by the root of mkdocs.yml and its values, in a form that cannot be read."""
    for name, value in pairs_of(node):
        given = values.get(name)
        if given is None:
            continue
        if name in _FORMS and not isinstance(given, _FORMS[name][0]):
            yield _problem(value, f"{name} is not {_FORMS[name][1]}; write it as one")
        elif name in _FAULTS and (fault := _FAULTS[name](given)):
            yield _problem(value, f"{name} {fault}")


def _fault_of_address(given: object) -> str:
    try:
        urlsplit(str(given))
    except ValueError:
        return "is no address of a site; write one such as https://letter.example/"
    return ""


def _fault_of_patterns(given: object) -> str:
    try:
        GitIgnoreSpec.from_lines(str(given).splitlines())
    except ValueError:
        return "has a line that is no pattern of paths; write one on each line, or leave it out"
    return ""


def _fault_of_extensions(given: object) -> str:
    listed = [given] if isinstance(given, dict) else given if isinstance(given, list) else []
    for each in listed:
        options = each.values() if isinstance(each, dict) else [each]
        forms = (dict, type(None)) if isinstance(each, dict) else str
        if not all(isinstance(option, forms) for option in options):
            return "has what is no extension; write the name of each, and its settings as a mapping"
    return ""


# What is wrong with settings of the right form, as others read them later.
_FAULTS: Mapping[str, Callable[[object], str]] = {
    "site_url": _fault_of_address, "markdown_extensions": _fault_of_extensions,
    **dict.fromkeys(("exclude_docs", "draft_docs", "not_in_nav"), _fault_of_patterns),
}  # fmt: skip


def _problem(node: yaml.Node, message: str) -> Problem:
    return Problem(CONFIGURATION, *place_of_mark(node.start_mark), message)
