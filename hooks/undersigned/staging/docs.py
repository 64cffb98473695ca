"""What of docs/ is published, and what the site's own theme adds to it, found without an engine."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pathspec.gitignore import GitIgnoreSpec

from ..paths import PAGES
from ..text.pages import FRONT_MATTER, is_page
from ..text.source import Source, with_line_feeds
from ..text.yaml_nodes import composed, value_of
from .configuration import EngineSettings
from .navigation import in_order

# What MkDocs leaves out of docs/ by itself (`mkdocs.structure.files`).
_NEVER = (".*", "/templates/")

# Where a theme looks for what writes its scripts into pages.
_SCRIPTS = "partials/javascripts"

# Of a folder of templates these are not published (`Files.add_files_from_theme`).
_NO_ASSETS = (".*", "*.py", "*.pyc", "*.html", "*readme*", "mkdocs_theme.yml", "*.md", "*.markdown")


@dataclass(frozen=True, slots=True)
class Docs:
    """The text of each page, and the place of each other file, by their paths in docs/."""

    pages: Mapping[str, str]
    files: Mapping[str, Path]


def read_docs(engine: EngineSettings) -> Docs:
    """What of docs/ is published: neither what is left out there, nor drafts.

    A file of the site's own theme is published as well, unless docs/ has one of its path.
    """
    lines = (*_NEVER, *_lines(engine, "exclude_docs"), *_lines(engine, "draft_docs"))
    written = dict(_below(engine.root / PAGES, lines))
    own: dict[str, Path] = {}
    for folder in reversed(engine.templates):
        own |= _below(folder, _NO_ASSETS)
    pages = {path: place for path, place in written.items() if is_page(place)}
    texts = {path: pages[path].read_text("utf-8-sig") for path in sorted(pages, key=in_order)}
    files = {path: place for path, place in (own | written).items() if path not in pages}
    return Docs(texts, files)


def unlisted(engine: EngineSettings, paths: Iterable[str]) -> Collection[str]:
    """The paths that a menu leaves out which is made of all pages, among these."""
    return frozenset(GitIgnoreSpec.from_lines(_lines(engine, "not_in_nav")).match_files(paths))


def scripts_of(engine: EngineSettings) -> Iterator[tuple[str, Path]]:
    """Templates of the site by which scripts of its theme are files, which a policy can allow."""
    found: dict[str, Path] = {}
    for folder in reversed(engine.templates):
        found |= {place.name: place for place in (folder / _SCRIPTS).glob("*.html")}
    for name in sorted(found):
        yield f"{_SCRIPTS}/{name}", found[name]


def parted(text: str) -> tuple[dict[str, Any], str]:
    """The settings at the head of a page, and its words."""
    text = with_line_feeds(text)
    if not (front := FRONT_MATTER.match(text)):
        return {}, text
    node, problems = composed(Source("", text[: front.start(1)]), aliases=False)
    settings = value_of(node) if node and not problems else None
    if not isinstance(settings, dict):
        return {}, text
    return settings, text[front.end() :].lstrip("\n")


def _lines(engine: EngineSettings, name: str) -> list[str]:
    return str(engine.value(name, "")).splitlines()


def _below(folder: Path, left_out: tuple[str, ...]) -> Iterator[tuple[str, Path]]:
    spec = GitIgnoreSpec.from_lines(left_out)
    for place in sorted(folder.rglob("*")):
        path = place.relative_to(folder).as_posix()
        if place.is_file() and not place.is_symlink() and not spec.match_file(path):
            yield path, place
