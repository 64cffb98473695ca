"""Items of CSL-JSON as BibTeX, as a reference manager imports them and writes them again."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

Item = Mapping[str, Any]

TYPES = {
    "article": "online", "article-journal": "article", "article-magazine": "article",
    "article-newspaper": "article", "bill": "bill", "chapter": "incollection", "document": "misc",
    "entry-encyclopedia": "inreference", "graphic": "artwork", "legal_case": "jurisdiction",
    "manuscript": "unpublished", "motion_picture": "video", "pamphlet": "booklet",
    "paper-conference": "inproceedings", "personal_communication": "letter", "song": "audio",
    "speech": "unpublished", "treaty": "treaty", "webpage": "online",
}  # fmt: skip
SUBTYPES = {"article-magazine": "magazine", "article-newspaper": "newspaper"}
IN_JOURNALS = ("article", "legislation", "regulation", "treaty", "bill", "jurisdiction", "review")
FIELDS = {
    "title": "title", "collection-title": "series", "volume-title": "issuetitle",
    "event-title": "eventtitle", "event-place": "venue", "genre": "type", "publisher": "publisher",
    "jurisdiction": "jurisdiction", "publisher-place": "address", "volume": "volume",
    "page": "pages", "number-of-pages": "pagetotal", "number-of-volumes": "volumes",
    "collection-number": "number", "number": "number", "part": "part", "edition": "edition",
    "version": "version", "chapter-number": "chapter", "language": "language",
    "status": "pubstate", "DOI": "doi", "URL": "url", "ISBN": "isbn", "ISSN": "issn",
    "PMID": "pmid", "PMCID": "pmcid", "abstract": "abstract", "annote": "annotation",
    "keyword": "keywords", "call-number": "library", "title-short": "shorttitle",
    "container-title-short": "shortjournal", "original-title": "origtitle",
    "original-publisher": "origpublisher", "original-publisher-place": "origlocation",
}  # fmt: skip
ROLES = {
    "author": "author", "editor": "editor", "translator": "translator",
    "container-author": "bookauthor",
}  # fmt: skip
EDITORS = (
    "compiler", "composer", "director", "illustrator", "narrator", "organizer", "performer",
    "producer",
)  # fmt: skip
DATES = {
    "issued": "date", "accessed": "urldate", "event-date": "eventdate", "original-date": "origdate",
}  # fmt: skip
OTHERS = "and-others: "
VERBATIM = ("doi", "url", "archiveurl", "eprint", "keywords", *DATES.values())
SPACES = {"\u00a0": "~", "\u2009": r"\,", "\u202f": r"\,"}


def bibtex_of(item: Item) -> str:
    """The item as an entry of BibTeX."""
    type_ = TYPES.get(item["type"]) or str(item["type"])
    fields = {name: value for name, value in _fields(item, type_) if name and value}
    lines = "".join(f",\n  {name} = {{{value}}}" for name, value in fields.items())
    return f"@{type_}{{{item['id']}{lines}\n}}\n"


def _fields(item: Item, type_: str) -> Iterator[tuple[str, str]]:
    number = {"article": "", "article-journal": "eid", "paper-conference": "eid"}
    for variable, name in {**FIELDS, "number": number.get(item["type"], "number")}.items():
        value = str(item.get(variable, ""))
        value = value if name in VERBATIM else _escaped(value)
        yield name, f"{{{value}}}" if name == "address" else value
    for variable, name in ROLES.items():
        names = list(map(_name, item.get(variable, ())))
        yield name, " and ".join([*names, *(["others"] if name in _shortened(item) else [])])
    for variable in filter(item.__contains__, EDITORS):
        yield from [("editor", " and ".join(map(_name, item[variable]))), ("editortype", variable)]
    for variable, name in DATES.items():
        yield name, _date(item.get(variable, {}))
    yield "entrysubtype", SUBTYPES.get(item["type"], "")
    if type_ == "legislation":  # in a part of a gazette
        part, _, volume = item.get("volume", "").rpartition(" ")
        yield from [("series", part), ("volume", volume)] if len(part) == 1 else []
    in_journal = type_ in IN_JOURNALS
    yield "journal" if in_journal else "booktitle", _escaped(item.get("container-title", ""))
    yield "number" if in_journal else "issue", item.get("issue", "")
    yield "court" if type_ == "jurisdiction" else "institution", _escaped(item.get("authority", ""))
    yield from _eprint(item)
    yield from item.get("custom", {}).items()
    yield from _note(item.get("note", ""))


def _shortened(item: Item) -> list[str]:
    """The roles of which the note says that there are others."""
    found = [line for line in item.get("note", "").split("\n") if line.startswith(OTHERS)]
    return [role for line in found for role in line.removeprefix(OTHERS).split(", ")]


def _eprint(item: Item) -> Iterator[tuple[str, str]]:
    paper = item["number"] if item["type"] == "article" else item.get("source", "")
    archive, _, identifier = paper.rpartition(":")
    yield from [("eprinttype", archive), ("eprint", identifier)]


def _note(note: str) -> Iterator[tuple[str, str]]:
    """The note without what is said of an archived copy, and the fields that its lines name."""
    prose = []
    for line in note.split("\n"):
        if line.startswith(OTHERS):
            continue
        if field := re.fullmatch(r"([a-z][a-z0-9_-]*): (.+)", line):
            yield field[1], field[2] if field[1] in VERBATIM else _escaped(field[2])
        else:
            prose.append(re.sub(r"(^| )Archived copy.*$", "", line))
    yield "note", _escaped("\n".join(prose))


def _name(name: Mapping[str, str]) -> str:
    if "literal" in name:
        return f"{{{_escaped(name['literal'])}}}"
    parts = {
        "family": name.get("family"),
        "given": name.get("given"),
        "suffix": name.get("suffix"),
        "prefix": name.get("non-dropping-particle") or name.get("dropping-particle"),
        "useprefix": "false" if "dropping-particle" in name else "",
    }
    return ", ".join(f"{part}={{{_escaped(value)}}}" for part, value in parts.items() if value)


def _date(date: Mapping[str, Any]) -> str:
    if "literal" in date:
        return str(date["literal"])
    season = f"-{date['season'] + 20}" if "season" in date else ""
    days = date.get("date-parts", [])
    shown = ["-".join([_year(year), *(f"{n:02}" for n in more)]) for year, *more in days]
    return f"{'/'.join(shown)}{season}{'~' * date.get('circa', False)}"


def _year(year: int) -> str:
    """A year of BibLaTeX, which counts one before Christ as 0."""
    return f"{year:04}" if year > 0 else f"-{-year - 1:04}"


def _escaped(text: str) -> str:
    return "".join(SPACES.get(each, f"\\{each}" if each in "&%#$_{}" else each) for each in text)
