"""What the statement is called and whose it is, as mkdocs.yml gives it under `extra.statement`."""

from collections.abc import Mapping
from dataclasses import dataclass

from ..paths import CONFIGURATION
from ..problem import Problem

# What has to be given, as text; a licence may be added.
_NAMES = ("title", "publisher", "address", "contact", "repository")


@dataclass(frozen=True, slots=True)
class Statement:
    """The names of the statement; `repository` and `licence` are empty where there is none."""

    title: str
    publisher: str
    address: str
    contact: str = ""
    repository: str = ""
    licence: str = ""

    @property
    def one_line_title(self) -> str:
        """The title without line breaks, which YAML may have put into it."""
        return " ".join(self.title.split())

    @property
    def one_line_publisher(self) -> str:
        """The publisher's name without line breaks."""
        return " ".join(self.publisher.split())


def read_statement(given: object) -> tuple[Statement | None, list[Problem]]:
    """The names under `extra.statement`, or none and a problem for each that is missing."""
    names = given if isinstance(given, Mapping) else {}
    problems = [
        Problem(CONFIGURATION, 1, 1, f"extra.statement lacks '{name}'; give it as text")
        for name in _NAMES
        if not isinstance(names.get(name), str)
    ]
    if problems:
        return None, problems
    title, publisher, address, contact, repository = (names[name] for name in _NAMES)
    licence = str(names.get("licence") or "")
    return Statement(title, publisher, address, contact, repository, licence), []
