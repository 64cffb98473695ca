"""Entries in files where nobody reads them: at a site's root, or in a folder of another name."""

import os
import re
from collections.abc import Collection, Iterator, Sequence
from difflib import get_close_matches
from itertools import islice
from pathlib import Path, PurePath

from ..fields import BY_NAME
from ..names.slug import slug
from ..paths import CONFIGURATION, DROP_INS, NO_ENTRIES, PAGES, REGISTER, SOURCES
from ..problem import Problem
from ..text.pages import without_code, without_front_matter
from ..text.source import lines_of, with_line_feeds
from .entries import LARGEST_DROP_IN

# Endings of files that people write entries into; those of other files are not opened.
_WRITTEN = re.compile(r"(?:\.(?:ya?ml|txt|md|markdown)?)?", re.I)

# Above this, and deeper, there are no entries of a contributor's but data of another kind.
_LARGEST = 8 * LARGEST_DROP_IN
_DEEPEST = 4
_MOST = 5_000

_KEY = re.compile(r"\s*((?:[-*•]\s*)*)[\"'“]?([A-Za-z_]+)[\"'”]?\s*[:：]")
_WHOLE_FENCE = re.compile(r"\s*(`{3,}|~{3,})[^\n]*\n(.*?)\n?\s*\1\s*", re.DOTALL)

# What other lists do not say of what they name, and what few of them do.
_TELLING = (
    {"signed"},
    {"evidence"},
    {"confirmed_by_email"},
    {"kind", "country"},
    {"kind", "website"},
)
_LIKELY = {"kind", "country", "website", "affiliation", "endorses", "withdrawn"}


def entries_elsewhere(root: Path, known: Collection[str] = ()) -> Iterator[Problem]:
    """A problem for each file that holds entries of the register and is not read as part of it.

    `known` are the ids of the signatories that are in the register.
    """
    for path in islice(_candidates(root), _MOST):
        if path not in _READ and (names := _names_in(root, path)):
            message = "an entry is not read from here" if len(names) == 1 else _SEVERAL
            yield Problem(path, 1, 1, f"{message}; {_remedy(root, path, names, known)}")


# What is read, and the file that a site may publish in place of the one that is made.
_READ = (*SOURCES, f"{PAGES}/{REGISTER}")

_SEVERAL = "entries are not read from here"


def _remedy(root: Path, path: str, names: Sequence[str], known: Collection[str]) -> str:
    if "/" not in path and _resembles(path) and not (root / REGISTER).exists():
        return f"name the file {REGISTER}"
    if len(names) > 1:
        return f"move each to a file of its own in {DROP_INS}/, such as {slug(names[0])}.yml"
    who = slug(names[0])
    wanted = f"{DROP_INS}/{who}.yml"
    if (root / wanted).exists():
        return f"change {wanted} instead, and remove this file"
    if who in known:
        return f"'{who}' is in {REGISTER}, so change it there and remove this file"
    return f"move it to {wanted}"


def _resembles(name: str) -> bool:
    """Whether the name of a file or folder is nearly that of the register, or of its drop-ins."""
    letters = re.sub("[^a-z]", "", name.partition(".")[0].lower())
    return bool(get_close_matches(letters, ("signatories", "signatory"), cutoff=0.8))


def _candidates(root: Path) -> Iterator[str]:
    """The paths of the files that may hold entries, below the folders that may."""
    folders: list[tuple[str, int]] = [("", 0)]
    while folders:
        folder, depth = folders.pop()
        for each in sorted(_listed(root / folder), key=lambda each: each.name):
            path = f"{folder}{each.name}"
            if each.is_dir(follow_symlinks=False):
                if depth < _DEEPEST and _may_hold_entries(Path(each.path), path):
                    folders.append((f"{path}/", depth + 1))
            elif (folder != f"{DROP_INS}/" or each.name.startswith(".")) and _is_written(each):
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


def _names_in(root: Path, path: str) -> list[str]:
    """The names in a file that is a list of entries; none where it is something else."""
    try:
        text = (root / path).read_bytes().decode("utf-8-sig", "replace")
    except OSError:
        return []
    if "name" not in text.lower():
        return []
    text = with_line_feeds(text)
    if fence := _WHOLE_FENCE.fullmatch(text):
        text = fence[2]
    elif path.lower().endswith((".md", ".markdown")):
        text = without_code(without_front_matter(text))
    likely = "/" not in path or any(map(_resembles, path.split("/")[:-1]))
    return _names_of(text, likely)


def _names_of(text: str, likely: bool) -> list[str]:
    """The names in a text whose lines are fields of entries; none where they are not.

    Where an entry is `likely`, it needs fewer fields to be recognised.
    """
    names: list[str] = []
    fields: set[str] = set()
    dashes = 0
    for line in lines_of(text):
        if not line.strip() or line.lstrip().startswith("#") or line.strip() in ("---", "..."):
            continue
        match = _KEY.match(line)
        name = match[2].lower() if match else ""
        if not fields and name not in BY_NAME:
            return []  # the first line is none of an entry's
        if match and name in BY_NAME:
            fields.add(name)
            dashes += bool(match[1])
        if match and name == "name":
            names.append(line[match.end() :].split(" #")[0].strip(" \t\"'“”"))
    told = any(each <= fields for each in _TELLING)
    told = told or (likely and len(fields & _LIKELY) >= (1 if dashes else 2))
    return names if told else []
