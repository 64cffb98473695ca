"""Entries in files where nobody reads them: at a site's root, or in a folder of another name."""

import os
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from difflib import get_close_matches
from itertools import islice
from pathlib import Path, PurePath
from typing import NamedTuple

from ..entry_list import EntryList, Values
from ..names.slug import slug
from ..paths import CONFIGURATION, DEEDS, NO_ENTRIES, PAGES, REGISTER, SOURCES
from ..problem import Problem
from ..text.pages import without_code, without_front_matter
from ..text.source import Source, lines_of, with_line_feeds
from ..text.yaml_reader import read_entries
from .entries import LARGEST_DROP_IN, names_a_file

# Endings of files that people write entries into; those of other files are not opened.
_WRITTEN = re.compile(r"(?:\.(?:ya?ml|txt|md|markdown)?)?", re.I)

# Above this, and deeper, there are no entries of a contributor's but data of another kind.
_LARGEST = 8 * LARGEST_DROP_IN
_DEEPEST = 4
_MOST = 5_000

_KEY = re.compile(r"\s*((?:[-*•]\s*)*)[\"'“]?([A-Za-z_]+)[\"'”]?\s*[:：]")
_WHOLE_FENCE = re.compile(r"\s*(`{3,}|~{3,})[^\n]*\n(.*?)\n?\s*\1\s*", re.DOTALL)


class Signs(NamedTuple):
    """By what the entries of a list are recognised where nobody expects them.

    `called` are names of files and folders of theirs. `telling` are sets of fields that other data
    do not have together; of the fields in `likely`, one or two suffice in a likely place.
    """

    called: tuple[str, ...]
    telling: tuple[frozenset[str], ...]
    likely: frozenset[str]


def _signs(called: str, telling: str, likely: str) -> Signs:
    sets = (frozenset(each.split("+")) for each in telling.split())
    return Signs(tuple(called.split()), tuple(sets), frozenset(likely.split()))


_SIGNS = {
    REGISTER: _signs(
        "signatories signatory",
        "signed evidence confirmed_by_email kind+country kind+website",
        "kind country website affiliation endorses withdrawn",
    ),
    DEEDS: _signs(
        "deeds deed",
        "deed who+looked who+bearing who+sources who+principle",
        "deed looked bearing sources principle",
    ),
}


def entries_elsewhere(root: Path, lists: Mapping[EntryList, Collection[str]]) -> Iterator[Problem]:
    """A problem for each file that holds entries of a list and is not read as part of it.

    The `lists` are given with the ids of the entries, or signatories, that each has.
    """
    for path in islice(_candidates(root, lists), _MOST):
        text = "" if path in _READ else _text_in(root, path, lists)
        for kept in lists if text else ():
            if entries := _entries_of(text, kept, path):
                message = "an entry is not read from here" if len(entries) == 1 else _SEVERAL
                yield Problem(path, 1, 1, f"{message}; {_remedy(root, path, kept, entries, lists)}")
                break


# What is read, and the file that a site may publish in place of the one that is made.
_READ = (*SOURCES, f"{PAGES}/{REGISTER}")

_SEVERAL = "entries are not read from here"


def _remedy(
    root: Path,
    path: str,
    kept: EntryList,
    entries: Sequence[Values],
    known: Mapping[EntryList, Collection[str]],
) -> str:
    if "/" not in path and _resembles(path, kept) and not (root / kept.path).exists():
        return f"name the file {kept.path}"
    own = kept.id_of(entries[0])
    own = own if names_a_file(own) else slug(own)
    if len(entries) > 1:
        return f"move each to a file of its own in {kept.drop_ins}/, such as {own}.yml"
    wanted = f"{kept.drop_ins}/{own}.yml"
    if (root / wanted).exists():
        return f"change {wanted} instead, and remove this file"
    if own in known[kept]:
        return f"'{own}' is in {kept.path}, so change it there and remove this file"
    return f"move it to {wanted}"


def _is_likely(path: str, kept: EntryList) -> bool:
    """Whether people may well put an entry there: at the root, or in a folder of such a name."""
    return "/" not in path or any(_resembles(each, kept) for each in path.split("/")[:-1])


def _resembles(name: str, kept: EntryList) -> bool:
    """Whether the name of a file or folder is nearly that of a list, or of its drop-ins."""
    letters = re.sub("[^a-z]", "", name.partition(".")[0].lower())
    return bool(get_close_matches(letters, _SIGNS[kept.path].called, cutoff=0.82))


def _candidates(root: Path, lists: Collection[EntryList]) -> Iterator[str]:
    """The paths of the files that may hold entries, below the folders that may."""
    read = {f"{kept.drop_ins}/" for kept in lists}
    folders: list[tuple[str, int]] = [("", 0)]
    while folders:
        folder, depth = folders.pop()
        for each in sorted(_listed(root / folder), key=lambda each: each.name):
            path = f"{folder}{each.name}"
            if each.is_dir(follow_symlinks=False):
                if depth < _DEEPEST and _may_hold_entries(Path(each.path), path):
                    folders.append((f"{path}/", depth + 1))
            elif (folder not in read or each.name.startswith(".")) and _is_written(each):
                yield path


def _listed(folder: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as found:
            return list(found)
    except OSError:
        return []


def _may_hold_entries(place: Path, path: str) -> bool:
    """Whether a folder is neither hidden, nor a tool's, nor a site or an environment by itself."""
    if path in NO_ENTRIES or place.name.startswith("."):
        return False
    return not any(
        (place / name).exists() for name in (CONFIGURATION, "pyvenv.cfg", "package.json")
    )


def _is_written(file: os.DirEntry[str]) -> bool:
    """Whether a file is one that people may have written an entry into."""
    if _WRITTEN.fullmatch(PurePath(file.name).suffix) is None:
        return False
    try:
        return file.is_file(follow_symlinks=False) and file.stat().st_size <= _LARGEST
    except OSError:
        return False


def _text_in(root: Path, path: str, lists: Collection[EntryList]) -> str:
    """The text of a file without what stands around entries; empty where it can hold none."""
    try:
        text = (root / path).read_bytes().decode("utf-8-sig", "replace")
    except OSError:
        return ""
    lower = text.lower()
    if not any(kept.named_by in lower for kept in lists):
        return ""
    text = with_line_feeds(text)
    if fence := _WHOLE_FENCE.fullmatch(text):
        return fence[2]
    if path.lower().endswith((".md", ".markdown")):
        return without_code(without_front_matter(text))
    return text


def _entries_of(text: str, kept: EntryList, path: str) -> list[dict[str, str]]:
    """The entries in the text of a file whose lines are their fields; none where they are not.

    Where an entry is likely, it needs fewer fields to be recognised.
    """
    found: list[dict[str, str]] = []
    name, dashes = "", 0
    for line in lines_of(text):
        if not line.strip() or line.lstrip().startswith("#") or line.strip() in ("---", "..."):
            continue
        match = _KEY.match(line)
        key = match[2].lower() if match else ""
        if match and key in kept.by_name:
            if not found or key in found[-1]:
                found.append({})  # a field for the second time begins another entry
            name, dashes = key, dashes + bool(match[1])
            found[-1][name] = _plain(line[match.end() :])
        elif not found:
            return []  # the first line is none of an entry's
        elif not found[-1][name]:
            found[-1][name] = _plain(line.strip().removeprefix("-"))
    signs, fields = _SIGNS[kept.path], set[str]().union(*found)
    told = any(each <= fields for each in signs.telling)
    told = told or (len(fields & signs.likely) >= (1 if dashes else 2) and _is_likely(path, kept))
    return [each for each in found if kept.named_by in each] if told else []


def _plain(value: str) -> str:
    """A value as it is read, or nearly: the text need not be of the form that the reader takes."""
    written = value.strip()
    if written[:1] in ("'", '"'):
        entries, _ = read_entries(Source("", f"- value: {written}\n"))
        if entries and (text := entries[0].get("value")):
            return text.value.strip()
    return value.split(" #")[0].strip(" \t\"'“”")
