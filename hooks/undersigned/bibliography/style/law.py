"""References to laws and judgments in the manner of legal citation."""

import re
from collections.abc import Iterator

from pybtex.database import Entry
from pybtex.richtext import Tag, Text

from .dates import shown_issue
from .entry_types import LEGISLATION
from .fields import BODIES, bodies_of, container_of, text_of, words_of
from .numbers import in_volume, shown_docket, shown_pages


def enactment(entry: Entry, author: str) -> Iterator[Text | str]:
    """The parts of a reference to a law: number, publication, legislator, date and jurisdiction.

    A law in numbered volumes, such as those of the Federal Register, is cited like a case by
    volume, name and first page, without the number of the issue.
    """
    yield words_of(entry, "type")
    container = container_of(entry)
    number = words_of(entry, "number")
    yield number if not container else ""
    if container and words_of(entry, "volume")[:1].isdigit() and words_of(entry, "pages"):
        yield _reported(entry)
    elif container:
        printed = in_volume(words_of(entry, "volume"), number)
        yield Text(Tag("em", container), printed)
        yield shown_pages(words_of(entry, "pages"))
    elif volume := words_of(entry, "volume"):
        yield f"vol. {volume}"
    yield from bodies_of(entry, author)
    yield author
    yield shown_issue(entry.fields)
    yield text_of(entry, "jurisdiction", "location", "address")


def judgment(entry: Entry, author: str) -> Text:
    """The reference to a case: docket, report and, in brackets, court and date."""
    courts = [text_of(entry, "court"), *bodies_of(entry, "")]
    if not court_of(entry):
        courts = [Text(author)]
    place = text_of(entry, "jurisdiction", "location", "address")
    decision = [part for part in (*courts, place, shown_issue(entry.fields)) if str(part)]
    docket = shown_docket(words_of(entry, "number", "docket"))
    parts = [docket, _reported(entry), words_of(entry, "titleaddon", "type")]
    before = Text(", ").join([part for part in parts if str(part)])
    return Text(before, " " if before else "", "(", Text(", ").join(decision), ")")


def court_of(entry: Entry) -> str:
    """The court of a case, from the first field that names it; empty where there is none."""
    return words_of(entry, "court", *BODIES)


def _reported(entry: Entry) -> Text:
    """The publication of a case or a law: volume, report and pages."""
    report = text_of(entry, "journal", "journaltitle", "reporter")
    pages = re.sub(r"(?<=\w)\s*-+\s*(?=\w)", "–", words_of(entry, "pages"))
    named = Tag("em", report) if entry.type in LEGISLATION else report
    parts = [text_of(entry, "volume"), named if str(report) else Text(), pages]
    return Text(" ").join([part for part in parts if str(part)])
