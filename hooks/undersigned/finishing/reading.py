"""The files of a site that its owner has to finish, as they were read."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import yaml

from ..paths import CONFIGURATION, HOSTING, PAGES, WORKFLOWS
from ..problem import Problem, Severity
from ..statement.edition import Edition, read_edition
from ..statement.identity import Statement, read_statement
from ..statement.naming import texts_set_in
from ..statement.version import Version
from ..text.pages import FRONT_MATTER, read_pages
from ..text.source import MEBIBYTE, Source, Text, read_source, with_line_feeds
from ..text.yaml_nodes import composed, node_at, pairs_of, place_of_mark, text_of_node, value_of
from ..text_paths import TextPaths
from .other_statements import Names, names_before, names_in

# What speaks of a statement outside docs/, with the forms of WORKFLOWS.
CITATION = "CITATION.cff"
_BESIDE = ("README.md", "LICENSE-CONTENT.md", CITATION, HOSTING)
_FORMS = f"{WORKFLOWS}/ISSUE_TEMPLATE"

# In bytes; no file that speaks of a statement is longer.
_LARGEST = MEBIBYTE // 4


@dataclass(frozen=True, slots=True)
class SiteFiles:
    """The files of a site, at a moment, for whoever is about to release it or not.

    `pages` are those of docs/ without the texts that are locked and their draft. `beside` are the
    files outside docs/ that speak of the statement. `settings` is mkdocs.yml and `node` the root of
    what it says; both None where it cannot be read. `before` are the names of other statements that
    this repository had.
    """

    root: Path
    now: datetime
    release: bool = False
    versions: Sequence[Version] = ()
    pages: Sequence[Source] = ()
    beside: Sequence[Source] = ()
    settings: Source | None = None
    node: yaml.Node | None = None
    before: Sequence[Names] = ()

    @property
    def own(self) -> Names:
        """What this site calls itself and its statement."""
        return names_in(self.node)

    @property
    def statement(self) -> Statement | None:
        """The names under `extra.statement`; None where one is missing or wrong."""
        return read_statement(self._given("statement"))[0]

    @property
    def texts(self) -> TextPaths:
        """Where the texts are."""
        return texts_set_in(self.node)[0]

    @property
    def edition(self) -> Edition | None:
        """What is under `extra.edition`; None where it is missing or wrong."""
        return read_edition(self._given("edition"))[0]

    def file(self, path: str) -> Source | None:
        """One of the files outside docs/; None where it is not there."""
        return next((each for each in self.beside if each.path == path), None)

    def setting(self, *names: str) -> Text | None:
        """The text under keys of mkdocs.yml, one below the other, with its place."""
        return text_of_node(node_at(self.node, *names))

    def at_setting(self, message: str, *names: str, severity: Severity | None = None) -> Problem:
        """A problem of a setting, at its value or else at the nearest that is there above it."""
        found = [node for at in range(len(names) + 1) if (node := node_at(self.node, *names[:at]))]
        place = place_of_mark(found[-1].start_mark) if len(found) > 1 else (1, 1)
        return Problem(CONFIGURATION, *place, message, severity or Severity.PROBLEM)

    def for_the_owner(self, message: str, *names: str) -> Problem:
        """What only the owner can give: a note, and a problem once the site is to be released."""
        severity = Severity.PROBLEM if self.release else Severity.NOTE
        return self.at_setting(message, *names, severity=severity)

    def _given(self, name: str) -> object:
        node = node_at(self.node, "extra", name)
        try:
            return value_of(node) if node else None
        except (yaml.YAMLError, ValueError, RecursionError):
            return None


def read_files(
    root: Path, versions: Sequence[Version], now: datetime, *, release: bool = False
) -> SiteFiles:
    """The files of the site under a folder; those that are not there or not read are left out.

    What keeps a file from being read is for the check of the whole site to report.
    """
    settings = _read(root, [CONFIGURATION])
    node = composed(settings[0], aliases=True)[0] if settings else None
    own = {texts_set_in(node)[0].draft, *(version.path for version in versions)}
    pages = [page for page in read_pages(root)[0] if page.path not in own]
    forms = sorted(each.name for each in (root / _FORMS).glob("*.yml"))
    beside = _read(root, [*_BESIDE, *(f"{_FORMS}/{name}" for name in forms)])
    before = names_before(root, names_in(node))
    source = settings[0] if settings else None
    return SiteFiles(root, now, release, versions, pages, beside, source, node, before)


def is_form(source: Source) -> bool:
    """Whether a file is a form of an issue."""
    return source.path.startswith(_FORMS)


def template_of(page: Source) -> str:
    """The template that a page names at its head; empty where it names none."""
    front = FRONT_MATTER.match(with_line_feeds(page.text))
    head = Source(page.path, front[0][: front.start(1)]) if front else None
    named = dict(pairs_of(composed(head, aliases=False)[0])).get("template") if head else None
    text = text_of_node(named)
    return text.value.strip() if text else ""


def scalars(node: yaml.Node | None) -> Iterator[Text]:
    """Every scalar of a tree, but for keys, each once; in the order written."""
    waiting, seen = [node], set[int]()
    while waiting:
        at = waiting.pop()
        if at is None or id(at) in seen:
            continue
        seen.add(id(at))
        if isinstance(at, yaml.ScalarNode):
            yield Text(at.value, *place_of_mark(at.start_mark))
        elif isinstance(at, yaml.MappingNode):
            waiting += [value for _, value in reversed(at.value)]
        elif isinstance(at, yaml.SequenceNode):
            waiting += reversed(at.value)


def is_page_of(path: str) -> bool:
    """Whether a path from the root is one of docs/."""
    return path.startswith(f"{PAGES}/")


def _read(root: Path, paths: Iterable[str]) -> list[Source]:
    found = (read_source(root, path, _LARGEST)[0] for path in paths)
    return [each for each in found if each]


# The host of a web address, or of an e-mail address.
HOST = re.compile(r"(?:https?://|[\w.+-]@)([\w-]+(?:\.[\w-]+)+)")

# Names for documentation and tests, which nobody has (RFC 2606, RFC 6761).
_FOR_EXAMPLES = re.compile(r"(?:.*\.)?(?:example\.(?:com|net|org)|[^.]+\.(?:example|invalid|test))")


def is_for_examples(host: str) -> bool:
    """Whether a host has one of the names that are kept for examples."""
    return _FOR_EXAMPLES.fullmatch(host.lower()) is not None
