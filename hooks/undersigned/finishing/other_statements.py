"""Which names a repository had for another statement, before it was this one's."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import yaml

from ..git import HistoryError, asked, blobs, in_work_tree
from ..paths import CONFIGURATION
from ..statement.identity import same_statement
from ..text.source import MEBIBYTE, decoded
from ..text.yaml_nodes import composed, node_at, text_of_node

# In bytes; no configuration is longer, and a history may hold many.
_LARGEST = MEBIBYTE // 4

_ROLES = (("extra", "statement", "title"), ("extra", "statement", "publisher"), ("site_name",),
          ("extra", "edition", "name"))  # fmt: skip
_PLACES = (("site_url",), ("extra", "edition", "repository"), ("extra", "edition", "contact"))


@dataclass(frozen=True, slots=True)
class Names:
    """What one configuration calls a statement and its site.

    `title` and `address` are the statement's, `id` its slug; `words` are its names and those of
    its site. `hosts` are those of its address and of its site, `contacts` where its site is asked.
    What is not given is empty.
    """

    title: str
    address: str
    id: str
    words: tuple[str, ...]
    hosts: tuple[str, ...]
    contacts: tuple[str, ...]

    def is_another(self, other: "Names") -> bool:
        """Whether both are known, and are of two statements.

        One that only moved keeps its title, and one that was renamed its address; an id that both
        have is of one.
        """
        if not (self.address and other.address and self.title and other.title):
            return False
        if self.title == other.title or (self.id and self.id == other.id):
            return False
        return not same_statement(self.address, other.address)


def names_in(node: yaml.Node | None) -> Names:
    """The names in a configuration, of whose settings some may be missing."""
    address = _text(node, "extra", "statement", "address")
    places = tuple(filter(None, (_text(node, *names) for names in _PLACES)))
    hosts = filter(None, map(host_of, (address, *places[:1])))
    return Names(
        title=_text(node, "extra", "statement", "title"),
        address=address,
        id=_text(node, "extra", "statement", "id"),
        words=tuple(filter(None, (_text(node, *names) for names in _ROLES))),
        hosts=tuple(hosts),
        contacts=tuple(each for each in places if each != _text(node, "site_url")),
    )


def names_before(root: Path, own: Names) -> Sequence[Names]:
    """The names of other statements in mkdocs.yml, as the history of HEAD had it.

    None where there is no history; of a clone that lacks some, those of the rest.
    """
    if not in_work_tree(root.resolve()):
        return ()
    try:
        found = {names for each in _configurations(root) if (names := names_in(each))}
    except HistoryError:
        return ()
    return sorted((each for each in found if own.is_another(each)), key=lambda each: each.words)


def host_of(address: str) -> str:
    """The host of an address; empty where it has none."""
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


def _configurations(root: Path) -> Iterator[yaml.Node | None]:
    options = ("--full-history", "-m", "--raw", "--no-abbrev", "--no-renames")
    plain = ("--no-show-signature", "--no-color", "--format=")
    printed = asked(root, "log", *options, *plain, "HEAD", "--", CONFIGURATION)
    changed = (line.split() for line in printed.splitlines() if line.startswith(":"))
    hashes = {each for fields in changed for each in fields[2:4] if each.strip("0")}
    for content in blobs(root, sorted(hashes)).values():
        source = decoded(CONFIGURATION, content)[0] if len(content) <= _LARGEST else None
        yield composed(source, aliases=True)[0] if source else None


def _text(node: yaml.Node | None, *names: str) -> str:
    """The text under keys, on one line; empty where there is none."""
    text = text_of_node(node_at(node, *names))
    return " ".join(text.value.split()) if text else ""
