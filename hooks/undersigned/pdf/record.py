"""The record of deeds as the PDF has it: who is documented to have done what, then how."""

from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urljoin

from ..bibliography.library import Library
from ..bibliography.style.reference import html
from ..bibliography.style.short_form import short_form, short_forms
from ..bibliography.values.links import addresses_of
from ..language.catalogue import Catalogue
from ..language.marked import marked
from ..paths import RECORD_PAGE
from ..publication import Publication
from ..settings import Settings
from ..views.deed_words import heading
from ..views.record import RecordView
from ..views.record_pages import SignatoryRecord
from ..views.words import Words
from .content import Part, content, filled, link, paragraph
from .record_entries import Sources, entries
from .record_table import named, tables


def record(made: Publication, day: str) -> Mapping[str, Any]:
    """The part on the record, as it is on a day; empty where nothing is recorded."""
    view, words = made.view.record, made.view.words
    _ = words.catalogue.gettext
    if not view.shown.entries:
        return {}
    sources = _sources(made.site.library, view)
    found = list(tables(view, words))
    return {
        "heading": _("What signatories did"),
        "words": [
            paragraph(view.caveat),
            *_others(view, words.catalogue),
            *_now(made.view.settings, day, bool(found), words.catalogue),
        ],
        "tables": found,
        "records-heading": _("Deeds, sources and replies"),
        "between": words.catalogue.pgettext("between names", "; "),
        "records": [_of(each, words, sources) for each in view.pages],
    }


def _others(view: RecordView, catalogue: Catalogue) -> Iterator[Part]:
    """How many a long table leaves out."""
    if view.others:
        yield paragraph(
            catalogue.ngettext(
                "%(count)s more organisation endorses the text. Nothing is published yet of what it"
                " has done.",
                "%(count)s more organisations endorse the text. Nothing is published yet of what"
                " they have done.",
                view.others,
            )
        )


def _now(settings: Settings, day: str, with_tables: bool, catalogue: Catalogue) -> Iterator[Part]:
    """Where readers find what came later, and the table where it is too long for a document."""
    if not settings.site_url:
        return
    _, at = catalogue.gettext, marked("place")
    if with_tables:
        said = _(
            "What has been found, replied or corrected since %(date)s is at %(place)s.",
            date=day,
            **at,
        )
    else:
        said = _(
            "The table, and what has been found, replied or corrected since %(date)s is at"
            " %(place)s.",
            date=day,
            **at,
        )
    place = urljoin(settings.site_url, settings.address_of(RECORD_PAGE))
    yield paragraph(*filled(said, place=link(place)))


def _of(one: SignatoryRecord, words: Words, sources: Sources) -> Mapping[str, Any]:
    """The record of a signatory: its sentences by principle."""
    return {
        **named(one.signatory),
        "more": list(_leads(one, words.catalogue)),
        "parts": [
            {
                "heading": heading(part, words.catalogue),
                "entries": list(entries(one, part, words, sources)),
            }
            for part in one.parts
        ],
    }


def _leads(one: SignatoryRecord, catalogue: Catalogue) -> Iterator[str]:
    """Who took the place of a signatory, and in whose place it is."""
    _ = catalogue.gettext
    if one.successor:
        yield _("Succeeded by %(name)s", name=one.successor.name)
    for each in one.predecessors:
        yield _("Successor of %(name)s, which has a record of its own", name=each.name)


def _sources(library: Library, view: RecordView) -> Sources:
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
