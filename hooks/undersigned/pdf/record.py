"""The record of deeds as the PDF has it: who is documented to have done what, then how."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import urljoin

from ..bibliography.library import Library
from ..bibliography.style.reference import html
from ..bibliography.style.short_form import short_form, short_forms
from ..bibliography.values.links import addresses_of
from ..deeds.model import Deed, Recorded, Reply, Search
from ..language.catalogue import Catalogue
from ..paths import RECORD_PAGE
from ..problem import counted
from ..publication import Publication
from ..sentences import sentence
from ..settings import Settings
from ..views.deed_words import heading, readings, source_grades
from ..views.record import RecordView
from ..views.record_pages import Lead, RecordPart, ShownDeed, ShownSource, SignatoryRecord
from ..views.words import Words
from .content import Part, content, link, paragraph
from .record_table import named, tables

HEADING = "What signatories did"

# A source as sentences name it, by its key.
_Sources = Mapping[str, Part]


def record(made: Publication, day: str) -> Mapping[str, Any]:
    """The part on the record, as it is on a day; empty where nothing is recorded."""
    view, words = made.view.record, made.view.words
    if not view.shown.entries:
        return {}
    sources = _sources(made.site.library, view)
    found = list(tables(view, words))
    return {
        "heading": HEADING,
        "words": [
            paragraph(view.caveat),
            *_others(view),
            *_now(made.view.settings, day, bool(found)),
        ],
        "tables": found,
        "records-heading": "Deeds, sources and replies",
        "records": [_of(each, words, sources) for each in view.pages],
    }


def _others(view: RecordView) -> Iterator[Part]:
    """How many a long table leaves out."""
    if view.others:
        others = counted(view.others, "more organisation endorses", "more organisations endorse")
        its = "it has" if view.others == 1 else "they have"
        yield paragraph(f"{others} the text. Nothing is published yet of what {its} done.")


def _now(settings: Settings, day: str, with_tables: bool) -> Iterator[Part]:
    """Where readers find what came later, and the table where it is too long for a document."""
    if settings.site_url:
        place = urljoin(settings.site_url, settings.address_of(RECORD_PAGE))
        what = "" if with_tables else "the table, and "
        said = f"{what}what has been found, replied or corrected since {day}"
        yield paragraph(f"{said[0].upper()}{said[1:]} is at ", link(place), ".")


def _of(one: SignatoryRecord, words: Words, sources: _Sources) -> Mapping[str, Any]:
    """The record of a signatory: its sentences by principle."""
    return {
        **named(one.signatory),
        "more": list(_leads(one)),
        "parts": [
            {
                "heading": heading(part, words.catalogue),
                "entries": list(_entries(one, part, words, sources)),
            }
            for part in one.parts
        ],
    }


def _leads(one: SignatoryRecord) -> Iterator[str]:
    """Who took the place of a signatory, and in whose place it is."""
    if one.successor:
        yield f"Succeeded by {one.successor.name}"
    for each in one.predecessors:
        yield f"Successor of {each.name}, which has a record of its own"


def _entries(
    one: SignatoryRecord, part: RecordPart, words: Words, sources: _Sources
) -> Iterator[list[Part]]:
    for shown in part.deeds:
        yield [paragraph(*_deed(one, shown, words, sources)), *_reply(shown.deed, words)]
    for search in part.searches:
        yield [paragraph(*_search(search, words)), *_reply(search, words)]


def _deed(
    one: SignatoryRecord, shown: ShownDeed, words: Words, sources: _Sources
) -> Iterator[Part]:
    """A deed in one paragraph; what anybody else wrote is a text of its own."""
    yield _strong(_when(shown.deed, words))
    yield ", before its endorsement: " if shown.before else ": "
    yield sentence(shown.deed.deed)
    if shown.others:
        yield " Together with "
        yield from _joined([other.name for other in shown.others])
        yield "."
    yield f" The editors’ reading: {readings(words.catalogue)[shown.deed.bearing]}."
    yield " Source: " if len(shown.sources) == 1 else " Sources: "
    for number, source in enumerate(shown.sources):
        yield "; " if number else ""
        yield sources[source.key]
        yield from _whose(source, one, shown.others, words.catalogue)
    yield "."
    if shown.deed.unarchived:
        on = words.at(shown.deed.unarchived)
        yield f" The editors had no archived copy of a source to link to {on}."


def _when(deed: Deed, words: Words) -> str:
    return words.date(deed.date) or f"Seen {words.at(deed.when)}, on a page without a date"


def _whose(
    source: ShownSource, one: SignatoryRecord, others: Sequence[Lead], catalogue: Catalogue
) -> Iterator[Part]:
    """Whose page a source is, in brackets."""
    if source.owner == one.signatory.id:
        yield " (its own page)"
        return
    owner = next((each.name for each in others if each.id == source.owner), "")
    if owner:
        yield from (" (", owner, "’s own page)")
    else:
        yield f" ({source_grades(catalogue)[source.grade]})"


def _search(search: Search, words: Words) -> Iterator[Part]:
    yield _strong(f"Looked {words.at(search.looked)}")
    yield ": nothing found. Places searched: "
    for number, each in enumerate(search.where):
        yield "; " if number else ""
        yield each
    yield "."


def _reply(entry: Recorded, words: Words) -> Iterator[Part]:
    """What the signatory replied, in its own words."""
    if entry.reply:
        yield paragraph(*_replied(entry.reply, words))


def _replied(reply: Reply, words: Words) -> Iterator[Part]:
    when = f" {words.at(reply.date)}" if reply.date else ""
    yield f"It replied{when} "
    if reply.source:
        yield "on "
        yield link(reply.source, "its own site")
    else:
        yield "by e-mail"
    yield from (": “", reply.words, "”")


def _strong(words: str) -> Part:
    return {"is": "strong", "in": [words]}


def _joined(names: Sequence[str]) -> Iterator[Part]:
    """Names as a sentence has them, each a text of its own."""
    for number, name in enumerate(names):
        if number:
            yield " and " if number == len(names) - 1 else ", "
        yield name


def _sources(library: Library, view: RecordView) -> _Sources:
    """The sources of what is shown, in the shortest form that no other source has, if any."""
    shown = dict.fromkeys(key for deed in view.shown.deeds for key in deed.sources)
    short = short_forms(library.sources)
    found = {}
    for key in shown:
        source = library.sources[key]
        words = content(html(short.get(key) or short_form(source)))
        address = next(iter(addresses_of(source)), "")
        found[key] = link(address, *words) if address else {"is": "group", "in": words}
    return found
