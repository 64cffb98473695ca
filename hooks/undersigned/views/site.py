"""All that templates are given: the facts of a site, its words, and what machines read."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple
from urllib.parse import quote

from ..bibliography.citations.page import Bibliography
from ..commentary.glossary import Glossary, Term
from ..commentary.opening import Opening
from ..language.catalogue import Catalogue
from ..look.mark import TOUCH_ICON
from ..look.pictures import Picture
from ..look.settings import AS_USUAL, Look
from ..paths import GLOSSARY, RECORD_PAGE, path_in_pages
from ..register.events import Event, events, last_change
from ..settings import Settings
from ..site import Site
from ..statement.card import words_of
from ..statement.cite import Citation, bibtex, cited, cited_edition, csl_json, plain
from ..statement.edition import roles
from ..statement.jsonld import PageFacts, linked_data
from ..statement.version import Version
from ..text_paths import TextPaths
from .asking import AskingView, asking_view
from .endorsing import EndorsingView, endorsing_view
from .readings import ReadingCard, cards
from .record import RecordView, record_view
from .record_pages import SignatoryRecord
from .register import RegisterView, register_view
from .sheets import Sheet
from .versions import ShownVersion, shown_versions
from .words import Words

_GLOSSARY = path_in_pages(GLOSSARY)

# The picture that other sites show beside a link, and its size.
CARD, _WIDTH, _HEIGHT = "assets/undersigned/card.png", 1200, 630


@dataclass(frozen=True, slots=True)
class Citing:
    """How the statement is cited: in one line of text, and as files by their paths.

    `edition` is the line for the site itself; empty where that is the publisher's own.
    """

    citation: Citation
    plain: str
    edition: str
    files: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Card:
    """The address of the picture beside links, empty where there is none; its words, its size."""

    address: str
    words: str
    width: int = _WIDTH
    height: int = _HEIGHT


@dataclass(frozen=True, slots=True)
class SiteView:
    """What every template may use, as ``undersigned``.

    `versions` has the one in force first, `redlines` the path of the page that says what a version
    changed, by its number, `events` all that happened, and `last_change` the newest of a signatory,
    none where nobody signed. `published_at` is the address of the published site, whichever is
    built. `roles` says who wrote the text and who publishes this edition of it, `texts` where its
    pages are. `openings` are what pages say of themselves, and `readings` what they recommend, by
    their paths in docs/. The `bibliography` and the `glossary` are known once every page is read.
    """

    settings: Settings
    words: Words
    versions: tuple[ShownVersion, ...]
    register: RegisterView
    record: RecordView
    citing: Citing
    card: Card
    redlines: Mapping[str, str]
    events: Sequence[Event]
    last_change: Event | None
    published_at: str
    roles: str
    texts: TextPaths
    look: Look = AS_USUAL
    openings: Mapping[str, Opening] = field(default_factory=dict)
    readings: Mapping[str, tuple[ReadingCard, ...]] = field(default_factory=dict)
    bibliography: Bibliography = field(default_factory=Bibliography)
    glossary: Glossary = field(default_factory=Glossary)

    def terms_on(self, path: str, address: str, html: str) -> list[Term]:
        """The terms to which a page leads, in its words and in what it says at its head."""
        if path == _GLOSSARY:
            return []
        leads = self.openings[path].anchors if path in self.openings else ()
        linked = (self.glossary.terms.get(anchor) for at, anchor in leads if at == _GLOSSARY)
        found = (*filter(None, linked), *self.glossary.linked_from(html, address))
        return list(dict.fromkeys(found))

    @property
    def touch(self) -> str:
        """The path of the icon of phones; empty where a site has its own for tabs alone."""
        own = self.look.pictures
        return quote(own.touch.path) if own.touch else "" if own.favicon else TOUCH_ICON

    @property
    def style_sheets(self) -> Sequence[str]:
        """The paths of all style sheets of the site, before those of this project are joined."""
        return self.settings.configuration.style_sheets

    @property
    def chains(self) -> Iterator[tuple[Sequence[Sheet | SignatoryRecord], str]]:
        """Pages that follow each other, and the path of the page that leads to them."""
        yield from self.register.chains
        yield self.record.pages, RECORD_PAGE

    @property
    def endorsing(self) -> EndorsingView | None:
        """How a server endorses the version in force; none where the site has no address."""
        return endorsing_view(self.versions[0], self.published_at)

    @property
    def asking(self) -> AskingView:
        """Where a reader asks for an entry that endorses the version in force."""
        settings = self.settings
        title = settings.statement.one_line_title
        number = self.versions[0].number
        return asking_view(settings.edition, title, number, self.words.catalogue)


def site_view(site: Site, settings: Settings) -> SiteView:
    """The view of a checked site, which has at least one version."""
    words = Words(settings.locale, settings.catalogue)
    numbers = [version.number for version in site.versions]
    citation = cited(settings.statement, settings.edition, site.versions)
    register = register_view(
        site.register,
        words,
        numbers,
        settings.register,
        settings.address_of,
        site.copies,
        site.versions[0].published if settings.register.founding else None,
    )
    texts = site.versions[-1].texts
    happened = events(site.versions, site.register.signatories)
    return SiteView(
        settings=settings,
        words=words,
        versions=shown_versions(site.versions),
        register=register,
        record=record_view(site, settings, register.entries),
        citing=_citing(citation, numbers[-1], settings, words.catalogue),
        card=_card(citation, words, settings, site.look.pictures.card),
        redlines={number: texts.changes_of(number) for number in numbers[1:]},
        events=happened,
        last_change=last_change(happened),
        published_at=site.address or settings.configuration.site_url,
        roles=roles(settings.statement.one_line_publisher, settings.edition, words.catalogue),
        look=site.look,
        texts=texts,
        openings=site.openings,
        readings={
            path: tuple(cards(opening.readings, site.library.sources))
            for path, opening in site.openings.items()
        },
    )


def _citing(citation: Citation, version: str, settings: Settings, catalogue: Catalogue) -> Citing:
    statement, edition = settings.statement, settings.edition
    sources = [citation]
    if edition.independent:
        site = settings.site_name, settings.site_url
        sources.append(cited_edition(statement, edition, version, *site, catalogue))
    files = {"statement.bib": bibtex(sources), "statement.csl.json": csl_json(sources)}
    lines = [plain(source, settings.locale) for source in sources]
    return Citing(citation, lines[0], "".join(lines[1:]), files)


def _card(citation: Citation, words: Words, settings: Settings, own: Picture | None) -> Card:
    """The card, unless it was drawn for another statement; its address must be a whole one.

    What a picture of the site's `own` shows is known only if it has words, as those drawn here do.
    """
    date = words.date(citation.published) if citation.published else ""
    said = roles(citation.author, settings.edition, words.catalogue)
    wanted = words_of(citation.title, said, date)
    if own and settings.site_url and own.words in ((), wanted):
        shown = ", ".join(own.words) or settings.site_name
        return Card(f"{settings.site_url}{quote(own.path)}", shown, own.width, own.height)
    known = settings.site_url and wanted in settings.cards
    return Card(f"{settings.site_url}{CARD}" if known else "", ", ".join(wanted))


class MachineView(NamedTuple):
    """The name of a page as plain text, its JSON-LD, and the citation of the text it is about."""

    name: str
    data: str
    plain: str


def machine_view(
    view: SiteView, versions: Sequence[Version], name: str, description: str, address: str, of: str
) -> MachineView:
    """What machines read of a page.

    A page about one version cites that one, `of` being its number; every other, the one in force.
    The address is empty where the site does not know its own.
    """
    settings, citation, words = view.settings, view.citing.citation, view.citing.plain
    edition = settings.edition
    facts = PageFacts(
        settings.site_name,
        settings.site_url,
        name,
        description,
        address,
        settings.language,
        edition.name,
    )
    if of:
        citation = cited(settings.statement, edition, versions, of)
        words = plain(citation, settings.locale)
    return MachineView(name, linked_data(facts, citation, settings.statement.licence), words)
