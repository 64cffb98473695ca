"""A built site: where each page of docs/ is served, and which file of docs/ made a served page."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from markdown import markdown

from ..build.kept import NOTHING_KEPT, Kept
from ..build.output import shown_text
from ..markup.built_pages import pages_among
from ..markup.description import with_addresses_marked
from ..page_addresses import served_at
from ..problem import Problem
from ..publication import Publication
from ..text.pages import is_page


@dataclass(frozen=True)
class BuiltSite:
    """What is published, the root of the repository, its folder of pages, and the built files.

    `extensions` of Markdown, and their settings by name, are those by which its pages were drawn.
    `kept` is what a preview knows of pages that it has judged before.
    """

    made: Publication
    root: Path
    docs: Path
    folder: Path
    extensions: Sequence[str]
    settings: Mapping[str, dict[str, Any]] = field(default_factory=dict)
    kept: Kept = NOTHING_KEPT

    def drawn(self, text: str) -> str:
        """The HTML of a text on a page of its own, where nothing else can change it."""
        return self.drawn_alone(shown_text(text))

    def drawn_alone(self, words: str) -> str:
        """The HTML of words in Markdown on a page of their own."""
        return with_addresses_marked(
            markdown(words, extensions=self.extensions, extension_configs=self.settings)
        )

    def address_of(self, path: str) -> str:
        """The address, from the root of the site, of the page at a path in docs/."""
        return self.made.view.settings.address_of(path)

    def file_of(self, path: str) -> str:
        """The file, from the built folder, in which that page is served."""
        return served_at(self.address_of(path))

    def is_written(self, path: str) -> bool:
        """Whether docs/ has a file at a path."""
        return (self.docs / path).is_file()

    def name_of(self, file: str) -> str:
        """A built file, by its path from the root, if the site lies there."""
        return self._named(self.folder / file)

    def source_of(self, file: str) -> bytes | None:
        """What docs/ has of a built page; none where nothing there made it."""
        path = self._sources.get(file)
        return None if path is None else (self.docs / path).read_bytes()

    def problem_of(self, path: str, message: str) -> Problem:
        """A problem of the page at a path in docs/, whether there is such a file or not."""
        return Problem(self._named(self.docs / path), 1, 1, message)

    def problem(self, file: str, message: str, line: str = "") -> Problem:
        """A problem of a built page, at the file of docs/ that made it, and there at a line."""
        path = self._sources.get(file)
        if path is None:
            return Problem(self.name_of(file), 1, 1, message)
        lines = (self.docs / path).read_text("utf-8", "replace").splitlines()
        having = [number for number, each in enumerate(lines, 1) if line and line in each]
        alone = [number for number in having if lines[number - 1].strip() == line]
        return Problem(self._named(self.docs / path), [*alone, *having, 1][0], 1, message)

    def _named(self, place: Path) -> str:
        return (
            place.relative_to(self.root) if place.is_relative_to(self.root) else place
        ).as_posix()

    @cached_property
    def pages(self) -> Sequence[Path]:
        """The built files that browsers take for pages; of a long register there are thousands."""
        return pages_among(self.folder.rglob("*"))

    @cached_property
    def written(self) -> Sequence[str]:
        """The paths of all pages of docs/ but those that engines leave out."""
        places = sorted(place for place in self.docs.rglob("*") if is_page(place))
        inner = [place.relative_to(self.docs) for place in places]
        open_to_all = (each for each in inner if not any(n[0] == "." for n in each.parts))
        return [each.as_posix() for each in open_to_all if each.parts[0] != "templates"]

    @cached_property
    def _sources(self) -> Mapping[str, str]:
        """The path in docs/ of the page behind each built file."""
        return {self.file_of(path): path for path in self.written}


def links_from(address: str, links: Iterable[str]) -> list[str]:
    """The files to which links on the page at an address lead, as far as they are of the site."""
    base = "https://site.invalid/"
    whole = (urljoin(urljoin(base, address), link) for link in links)
    return [served_at(each.removeprefix(base)) for each in whole if each.startswith(base)]
