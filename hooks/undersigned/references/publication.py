"""How and when a source was published: the sentence behind its title."""

import re
from collections.abc import Iterator

from pybtex.database import Entry
from pybtex.richtext import Tag, Text

from .contributors import persons_of, shown_names
from .fields import BODIES, bodies_of, container_of, text_of, words_of
from .issued import shown_day, shown_issue
from .kinds import CASES, LEGISLATION, PATENT_COUNTRIES, TYPE_KEYS, kind_of

_ORDINALS = {"1": "st", "2": "nd", "3": "rd"}
_OWN_WORDS = re.compile(
    r"(?:no date|no\.|vol\.|pp?\.|edited by|translated by|version|article|in press|forthcoming"
    r"|in preparation|submitted|first published|since) ?"
)
_IN_BOOKS = {
    "inbook", "incollection", "inproceedings", "conference", "inreference", "bookinbook",
    "suppbook", "suppcollection",
}  # fmt: skip
_ORDINARY_WORD = re.compile(r"[a-z]+\b")


def publication(entry: Entry, author: str) -> Text:
    """What is said of its publication, parts between commas, without a full stop at the end.

    Of law it goes on from the title, of everything else it is a sentence of its own.
    """
    if entry.type in CASES:
        return _judgment(entry, author)
    parts = [part for part in _clauses(entry, author) if str(part).strip()]
    told = Text(", ").join(parts)
    begins = entry.type not in LEGISLATION and _OWN_WORDS.match(str(told))
    return told.capfirst() if begins else told


def _clauses(entry: Entry, author: str) -> Iterator[Text | str]:
    if entry.type in LEGISLATION:
        yield from _enactment(entry, author)
        return
    yield begun(text_of(entry, "titleaddon"))
    yield from _container(entry, author)
    if translators := shown_names(persons_of(entry, "translator")):
        yield f"translated by {translators}"
    yield from _label_and_number(entry)
    yield _edition(words_of(entry, "edition"))
    yield _version(words_of(entry, "version"))
    yield from bodies_of(entry, author)
    yield _place(entry)
    yield shown_issue(entry.fields)
    if first := words_of(entry, "origdate"):
        yield f"first published {shown_day(first)}"
    yield _chapter(words_of(entry, "chapter"))
    yield _pages(words_of(entry, "pages")) or _article(words_of(entry, "eid"))


def _container(entry: Entry, author: str) -> Iterator[Text | str]:
    """The book or journal it stands in; for a book, its volume and series."""
    container, volume = container_of(entry), words_of(entry, "volume")
    editors = shown_names(persons_of(entry, "editor"))
    apart = bool(editors) and not author.startswith(editors)
    if container and entry.type in _IN_BOOKS:
        yield Text(_before_book(entry, editors if apart else "", author), Tag("em", container))
    elif container and words_of(entry, "maintitle") == str(container):
        yield Text(Tag("em", container))
    elif container:
        yield Text(Tag("em", container), _issue(volume, words_of(entry, "number", "issue")))
        return
    elif apart:
        yield f"edited by {editors}"
    if volume:
        yield f"vol. {volume}" if volume[:1].isdigit() else volume
    if series := text_of(entry, "series"):
        number = words_of(entry, "number") if entry.type not in ("report", "techreport") else ""
        yield Text(series, f", {_numbered(number)}" if number else "")


def _before_book(entry: Entry, editors: str, author: str) -> str:
    """'In', and whose book it is where that is not the author's own."""
    writers = shown_names(persons_of(entry, "bookauthor"))
    edited = f"{editors} ({_eds(entry)})" if editors else ""
    names = [name for name in (writers if writers != author else "", edited) if name]
    return f"In {', '.join(names)}, " if names else "In "


def _issue(volume: str, number: str) -> str:
    if volume:
        return f" {volume}({number})" if number else f" {volume}"
    return f", {_numbered(number)}" if number else ""


def _label_and_number(entry: Entry) -> Iterator[Text | str]:
    written = words_of(entry, "type")
    label = TYPE_KEYS.get(written.lower(), written) or kind_of(entry.type).label
    number = words_of(entry, "number")
    in_series = words_of(entry, "series") and entry.type not in ("report", "techreport")
    if in_series or (container_of(entry) and entry.type not in _IN_BOOKS):
        number = ""
    if label and number[:1].isdigit():
        yield f"{label} {_numbered(number)}"
        return
    yield label
    yield _numbered(number)


def _numbered(number: str) -> str:
    return f"no. {number}" if number[:1].isdigit() else number


def _edition(edition: str) -> str:
    if not edition or "edition" in edition.lower():
        return edition
    if edition.isascii() and edition.isdigit():
        teen = edition[-2:-1] == "1"
        edition += "th" if teen else _ORDINALS.get(edition[-1], "th")
    return f"{edition.lower()} edition"


def _version(version: str) -> str:
    bare = re.sub(r"^v(?:ersion|\.)?\s*(?=[0-9])", "", version, flags=re.I)
    return f"version {bare}" if bare[:1].isdigit() else version


def _pages(pages: str) -> str:
    """Pages, if they are numbers, behind their abbreviation and with the dash of ranges."""
    if not re.match(r"[0-9ivxlcdm]+\b", pages):
        return pages
    ranged = re.sub(r"(?<=\w)\s*[-–]+\s*(?=\w)", "–", pages)
    return f"p{'' if ranged.isalnum() else 'p'}. {ranged}"


def _chapter(chapter: str) -> str:
    return f"ch. {chapter}" if chapter[:1].isdigit() else chapter


def _article(number: str) -> str:
    """The number by which a journal without pages tells its articles apart."""
    return f"article {number}" if number else ""


def _place(entry: Entry) -> Text:
    """Where it was issued; of a patent the country, which BibLaTeX may name by a key."""
    place = text_of(entry, "address", "location")
    country = PATENT_COUNTRIES.get(str(place).lower())
    return Text(country) if country else place


def begun(sentence: Text) -> Text:
    """The sentence with a capital, unless its first word is a name such as 'iOS'."""
    return sentence.capfirst() if _ORDINARY_WORD.match(str(sentence)) else sentence


def _eds(entry: Entry) -> str:
    return "eds" if len(entry.persons["editor"]) > 1 else "ed."


def _enactment(entry: Entry, author: str) -> Iterator[Text | str]:
    """Number, where it was printed, who made it, when, and whose law it is.

    Lawyers cite what is paged by numbered volumes, such as the Federal Register, as they cite a
    case: volume, name, first page. Its issue tells them nothing then.
    """
    yield words_of(entry, "type")
    container = container_of(entry)
    number = words_of(entry, "number")
    yield number if not container else ""
    if container and words_of(entry, "volume")[:1].isdigit() and words_of(entry, "pages"):
        yield _reported(entry)
    elif container:
        printed = _issue(words_of(entry, "volume"), number)
        yield Text(Tag("em", container), printed)
        yield _pages(words_of(entry, "pages"))
    elif volume := words_of(entry, "volume"):
        yield f"vol. {volume}"
    yield from bodies_of(entry, author)
    yield author
    yield shown_issue(entry.fields)
    yield text_of(entry, "jurisdiction", "location", "address")


def court_of(entry: Entry) -> str:
    """The court of a case, in whichever field it stands; empty where none says."""
    return words_of(entry, "court", *BODIES)


def _judgment(entry: Entry, author: str) -> Text:
    """Docket, report and, in brackets, court and date, as lawyers cite a case."""
    courts = [text_of(entry, "court"), *bodies_of(entry, "")]
    if not court_of(entry):
        courts = [Text(author)]
    place = text_of(entry, "jurisdiction", "location", "address")
    told = [part for part in (*courts, place, shown_issue(entry.fields)) if str(part)]
    docket = _docket(words_of(entry, "number", "docket"))
    parts = [docket, _reported(entry), words_of(entry, "titleaddon", "type")]
    before = Text(", ").join([part for part in parts if str(part)])
    return Text(before, " " if before else "", "(", Text(", ").join(told), ")")


def _reported(entry: Entry) -> Text:
    """Where a case or a law is printed: volume, report and pages."""
    report = text_of(entry, "journal", "journaltitle", "reporter")
    pages = re.sub(r"(?<=\w)\s*-+\s*(?=\w)", "–", words_of(entry, "pages"))
    named = Tag("em", report) if entry.type in LEGISLATION else report
    parts = [text_of(entry, "volume"), named if str(report) else Text(), pages]
    return Text(" ").join([part for part in parts if str(part)])


def _docket(number: str) -> str:
    """A docket number as courts write it; bare digits get their 'No.'."""
    return f"No. {number}" if number[:1].isdigit() else number
