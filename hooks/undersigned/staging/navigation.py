"""The navigation of a site as mkdocs.yml has it: sections, and pages by their paths in docs/."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from .addresses import leads_out


class Section(NamedTuple):
    """A part of the navigation, with what is in it."""

    title: str
    children: Sequence["Section | Place"]
    is_page: bool = False


class Place(NamedTuple):
    """A page in the navigation, by its path, with the name that it has there, if any."""

    path: str
    title: str = ""


class Navigation(NamedTuple):
    """What the navigation shows; its pages in order, each once; and the section of each."""

    items: Sequence[Section | Place]
    places: Mapping[str, Place]
    sections: Mapping[str, Section]


def navigation(nav: Sequence[object] | None, paths: Iterable[str]) -> Navigation:
    """The navigation that is given, or else every page, folder by folder."""
    known = list(paths)
    items = tuple(_read(_by_folder(known) if nav is None else nav, frozenset(known)))
    places: dict[str, Place] = {}
    sections: dict[str, Section] = {}
    for place, section in _places(items, None):
        if place.path not in places:
            places[place.path] = place
            if section:
                sections[place.path] = section
    return Navigation(items, places, sections)


def _read(given: Iterable[object], known: frozenset[str]) -> Iterator[Section | Place]:
    for item in given:
        named = item.items() if isinstance(item, dict) else [("", item)]
        for title, value in named:
            if isinstance(value, list):
                yield Section(str(title), tuple(_read(value, known)))
            elif isinstance(value, str) and not leads_out(value) and value in known:
                yield Place(value, str(title or ""))


def _places(
    items: Iterable[Section | Place], within: Section | None
) -> Iterator[tuple[Place, Section | None]]:
    for item in items:
        if isinstance(item, Section):
            yield from _places(item.children, item)
        else:
            yield item, within


def _by_folder(paths: Sequence[str]) -> list[object]:
    """Pages as MkDocs arranges them where nothing is said: those of a folder before its folders."""
    tree: list[object] = []
    branches: dict[str, list[object]] = {"": tree}
    for path in sorted(paths, key=in_order):
        folder = path.rpartition("/")[0]
        _branch(folder, branches).append(path)
    return tree


def _branch(folder: str, branches: dict[str, list[object]]) -> list[object]:
    if folder not in branches:
        above, _, name = folder.rpartition("/")
        branches[folder] = []
        _branch(above, branches).append({titled(name): branches[folder]})
    return branches[folder]


def titled(name: str) -> str:
    """What a page or folder is called by its name alone, as MkDocs has it (`dirname_to_title`)."""
    words = name.replace("-", " ").replace("_", " ")
    return words.capitalize() if words.lower() == words else words


def in_order(path: str) -> tuple[tuple[int, str], ...]:
    """The key by which MkDocs sorts pages: the index of a folder, its others, then its folders."""
    *folders, name = path.split("/")
    first = 0 if name.rpartition(".")[0] in ("index", "README") else 1
    return (*((2, folder) for folder in folders), (first, name))
