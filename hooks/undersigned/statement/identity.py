"""What the statement is called and whose it is, as mkdocs.yml gives it under `extra.statement`."""

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

import yaml

from ..hosts import host_refusal
from ..invisible import unseen, without_ignored
from ..normal_forms import nfc
from ..paths import CONFIGURATION
from ..problem import Problem, quoted, setting_problem
from ..text.source import Source
from ..text.yaml_nodes import composed, node_at, plain_text_at, root_node, text_of_node
from ..text_paths import AS_USUAL, TextPaths
from ..urls import page_of
from .naming import NAMED_AS_USUAL, Naming, read_naming, read_text_paths

# What has to be given, as text; a licence and an id may be added.
_NAMES = ("title", "publisher", "address")

# What is the site's and not the text's, and stood here before.
_MOVED = ("contact", "repository")


@dataclass(frozen=True, slots=True)
class Statement:
    """The names of the statement and its own publisher; `licence` and `id` may be empty.

    The `id` is a slug, by which the statement's entries are told from those of another. `naming` is
    what it is called, and `texts` are where its texts are.
    """

    title: str
    publisher: str
    address: str
    licence: str = ""
    id: str = ""
    naming: Naming = NAMED_AS_USUAL
    texts: TextPaths = AS_USUAL

    @property
    def one_line_title(self) -> str:
        """The title without line breaks, which YAML may have put into it."""
        return " ".join(self.title.split())

    @property
    def one_line_publisher(self) -> str:
        """The publisher's name without line breaks."""
        return " ".join(self.publisher.split())


def read_statement(given: object) -> tuple[Statement | None, list[Problem]]:
    """The names under `extra.statement`, or none and a problem for each missing or misplaced."""
    names = given if isinstance(given, Mapping) else {}
    problems = [
        setting_problem(f"extra.statement lacks '{name}'; give it as text")
        for name in _NAMES
        if not isinstance(names.get(name), str)
    ]
    problems += [
        setting_problem(f"extra.statement.{name} is now extra.edition.{name}; move it")
        for name in _MOVED
        if name in names
    ]
    problems += [
        setting_problem(f"extra.statement.{name} {quoted(line)} {fault}")
        for name in (*_NAMES, "licence")
        if (fault := unseen(line := " ".join(str(names.get(name) or "").split())))
    ]
    naming, wrong_words = read_naming(names.get("words"))
    texts, wrong_folder = read_text_paths(names.get("folder"), naming)
    problems += [*wrong_words, *wrong_folder]
    if problems:
        return None, problems
    title, publisher, address = (names[name] for name in _NAMES)
    licence = str(names.get("licence") or "")
    known_as = str(names.get("id") or "")
    if known_as and not _SLUG.fullmatch(known_as):
        message = f"extra.statement.id {quoted(known_as)} is not of a-z, 0-9 and hyphens; reword it"
        return None, [setting_problem(message)]
    return Statement(title, publisher, address, licence, known_as, naming, texts), []


def id_set_in(configuration: yaml.Node | None) -> str:
    """`extra.statement.id` by the root of a mkdocs.yml; empty where there is none to be read.

    What is wrong with the file is for the engine to report, which reads all of it.
    """
    text = text_of_node(node_at(configuration, "extra", "statement", "id"))
    return text.value.strip() if text else ""


def published_at(root: Path, address: str | None = None) -> str:
    """The address at which a site is published, with a slash at its end; empty if not known.

    It is the one that the engine has read, if it is given, and else `site_url` of mkdocs.yml: of an
    environment's variable the default, since what is published is meant, and no preview. An engine
    that serves the site on the machine at hand gives the address there, which is not meant either.
    """
    if address is None or _is_at_hand(address):
        text = text_of_node(node_at(root_node(root, CONFIGURATION), "site_url"))
        address = text.value.strip() if text else ""
    if not address.startswith(("https://", "http://")):
        return ""
    return address if address.endswith("/") else f"{address}/"


def _is_at_hand(address: str) -> bool:
    """Whether an address is given that is on no public host, such as http://127.0.0.1:8000/."""
    try:
        return bool(address) and host_refusal(urlsplit(address).hostname or "") is not None
    except ValueError:
        return False


def address_in(source: Source) -> str | None:
    """`extra.statement.address` as mkdocs.yml states it; None where it is not plain to all readers.

    So no tag, merge key or repeated key has one reader see another address than the next.
    """
    address = plain_text_at(composed(source, aliases=True)[0], "extra", "statement", "address")
    return address.strip() if address and address.strip() else None


def same_statement(one: str | None, other: str | None) -> bool:
    """Whether two addresses are those of one statement; one that is not known may be any.

    Spellings of one address do not make two: otherwise a slash at its end would unlock every text.
    """
    return one is None or other is None or _known_as(one) == _known_as(other)


def _known_as(address: str) -> str:
    """One spelling for those that lead to one page, or that nobody can tell apart.

    Browsers leave out tabs and line breaks and resolve dots (URL Standard); many hosts serve a path
    in either case, several slashes as one, and a folder by the name of its index as well.
    """
    seen = without_ignored("".join(filter(str.isprintable, unquote(address))))
    spelt = nfc(" ".join(seen.split())).lower()
    secured = re.sub(r"^http://([^/:?#]*)(?::80)?(?=[/?#]|$)", r"https://\1", spelt)
    if parts := _PARTS.fullmatch(secured):
        path = posixpath.normpath(f"/{parts[2].lstrip('/')}").removesuffix("/index.html")
        secured = f"{parts[1]}{path}{parts[3]}"
    return page_of(secured) or spelt


_PARTS = re.compile(r"(https://[^/?#]*)([^?#]*)(.*)")


_SLUG = re.compile("[a-z0-9]+(?:-[a-z0-9]+)*")
