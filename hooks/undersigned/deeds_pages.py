"""The pages of the record of deeds: that of all signatories, and one of each with an entry."""

from collections.abc import Iterator

from .build.output import Docs, Page
from .paths import DEEDS, RECORD_PAGE
from .views.record_markdown import record_words
from .views.record_pages import SignatoryRecord
from .views.site import SiteView
from .views.words import Words


def deeds_pages(view: SiteView) -> Iterator[Page]:
    """All of them; the table is there before there is any entry, and then nobody has a file."""
    kept = view.record.shown.entries or view.record.waiting
    title = view.words.catalogue.gettext("Deeds")
    yield Page(
        RECORD_PAGE,
        "undersigned/deeds.html",
        f"# {title}\n",
        meta={"hide": ["toc"]},
        docs=Docs.WORDS,
        navigable=True,
        listed_in=DEEDS if kept else "",
    )
    yield from (_of_signatory(record, view.words) for record in view.record.pages)


def _of_signatory(record: SignatoryRecord, words: Words) -> Page:
    return Page(
        record.path,
        "undersigned/record.html",
        record_words(record, words.on_pages),
        meta={
            "description": words.catalogue.gettext(
                "What %(name)s is documented to have done, with dates and sources, and any reply of"
                " its own.",
                name=record.signatory.name,
            ),
            "record": record,
        },
        docs=Docs.NOTHING,
        listed_in=DEEDS,
        cites=True,
    )
