"""Names as they are read from a field, in the forms of BibTeX and in BibLaTeX's extended one.

The extended form names each part, as in `family=Meij, given=Vincent, prefix=van der` (biber
manual, section 3.4).
"""

import re
from collections.abc import Iterator
from typing import Any

from pybtex.bibtex.utils import split_tex_string
from pybtex.database import Entry
from pybtex.database.input.bibtex import Parser

from .people import KATAKANA, LISTS, OTHERS, Name, is_eastern

# The parts of an extended name, and what else may be said in one, which is about initials,
# sorting and labels and so never shown.
_PARTS = {"family": "last", "given": "first", "prefix": "prelast", "suffix": "lineage"}
_INITIALS = {f"{part}-i" for part in _PARTS}
_UNSHOWN = _INITIALS | {"useprefix", "juniorcomma", "id", "hash", "gender", "nametemplates"}
_UNSHOWN |= {"uniquename", "sortingnamekeytemplatename", "uniquenametemplatename"}
_EXTENDED = re.compile(rf'(?:^|,)\s*"?\s*(?:{"|".join(_PARTS)})(?:-i)?\s*=', re.IGNORECASE)
_AND = re.compile(r"[{}]|(?<!\S)and(?!\S)", re.IGNORECASE)

# BibTeX knows 'von Last, Jr, First'.
_MOST_PARTS = 3


class EntryParser(Parser):  # type: ignore[misc]
    """pybtex’s parser, with the names of all roles read by this module."""

    def __init__(self, **options: Any) -> None:
        super().__init__("utf-8", person_fields=(), **options)

    def process_entry(self, entry_type: str, key: str, fields: object) -> None:
        """Keep an entry with its names as persons."""
        super().process_entry(entry_type, key, fields)
        with_persons(self.data.entries[key])


def with_persons(entry: Entry) -> None:
    """Make persons of the fields of an entry that hold names.

    The names of fields and roles are in lower case then, in plain dictionaries: a reference asks
    for some fifty fields, and those of pybtex, which compare names, are four times slower.
    """
    found = [name for name in entry.fields if name.lower() in LISTS]
    option = re.search(r"useprefix\s*(?:=\s*(\w+))?", str(entry.fields.get("options", "")))
    for field in found:
        for name in names_of(entry.fields[field]):
            if option and name.by_prefix is None:
                name.by_prefix = option[1] in (None, "true")
            entry.add_person(name, field.lower())
    kept = entry.fields.items()
    entry.fields = {name.lower(): value for name, value in kept if name not in found}
    entry.persons = dict(entry.persons.items())


def names_of(value: str) -> list[Name]:
    """The names of a list, in which 'and' separates them; one is empty where nothing is written."""
    return [name_of(written) for written in split_list(value)] if value.strip(" {}") else []


def name_of(written: str) -> Name:
    """A name as it is written."""
    if "=" in written and _EXTENDED.search(written):
        name = _extended(written)
    elif written.isascii() or "," in written or not _is_eastern(words := written.split()):
        name = _classic(written.rstrip(" ,"))
    else:
        name = Name(first=" ".join(words[1:]), last=words[0])
    name.written = written
    return name


def split_list(value: str) -> list[str]:
    """The items of a list in which 'and' separates them, outside of braces."""
    items, start, depth = list[str](), 0, 0
    for match in _AND.finditer(value):
        if match[0] in "{}":
            depth = max(0, depth + (1 if match[0] == "{" else -1))
        elif not depth:
            items.append(value[start : match.start()].strip())
            start = match.end()
    return [*items, value[start:].strip()]


def _is_eastern(words: list[str]) -> bool:
    written = "".join(words)
    return bool(words[1:] and all(map(is_eastern, written)) and not KATAKANA.fullmatch(written))


def _classic(written: str) -> Name:
    """A name in one of BibTeX's forms; one with too many commas is kept as a whole."""
    if written.lower() == OTHERS:
        return Name(OTHERS)
    if "&" in written and "," not in written:
        return Name(last=f"{{{written}}}")  # 'Ernst \& Young' has no family name
    # A thin space is no comma, although it looks like one.
    written = written.replace(r"\,", r"{\,}")
    if written.count(",") >= _MOST_PARTS and len(split_tex_string(written, ",")) > _MOST_PARTS:
        return Name(last=f"{{{written}}}")
    return Name(written)


def _extended(written: str) -> Name:
    """A name in BibLaTeX's extended form."""
    name, unknown = Name(), list[str]()
    for part in _parts(written):
        key, equals, value = (each.strip() for each in part.partition("="))
        key = key.lower()
        if equals and key in _PARTS:
            getattr(name, f"{_PARTS[key]}_names").extend(split_tex_string(value))
        elif not equals or key not in _UNSHOWN:
            unknown.append(key if equals else part)
        elif key == "useprefix":
            name.by_prefix = value.lower() in ("true", "1")
    name.extended, name.unknown = True, tuple(unknown)
    return name


def _parts(written: str) -> Iterator[str]:
    """The parts of an extended name; quotes around one let it include a comma."""
    open_part = ""
    for part in split_tex_string(written, ","):
        open_part = f"{open_part}, {part}" if open_part else part
        if open_part.startswith('"') and not re.search(r'[^"\\]"$', open_part):
            continue
        if open_part:
            yield open_part.strip('"').strip()
        open_part = ""
    if open_part:
        yield open_part.strip('"').strip()
