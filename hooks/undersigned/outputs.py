"""Everything that a site publishes besides its own pages: the one list of pages and files.

Two more are made once the pages are drawn, of what they show: search/parts.json by data/search.py,
and statement.pdf by pdf/edition.py.

Of a path that docs/ has as well, the file in docs/ is published, unless the list says that only its
words are taken or that nothing replaces what stands here: what was signed, and who signed it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import pairwise
from urllib.parse import urljoin

from . import typesetting
from .bibliography.csl.items import csl_json
from .bibliography.library import bibtex, library_in
from .bibliography.values.entry_types import SourceGroup, group_of
from .build import note_places, security_txt
from .build.output import UNSEARCHED, Docs, File, Page, shown_text
from .data import deeds
from .data.by_hand import COMMANDS, ByServer, by_servers, commands_by_hand, files_by_hand
from .data.files import OpenData, file_meanings, open_data, published_copies
from .data.register_file import RegisterFile
from .data.signatories import meanings
from .data.statement import Origin, origin_of
from .deeds_pages import deeds_pages
from .drawings.taking import taking_of
from .language.catalogue import Catalogue, catalogue_of
from .look.icons import icons
from .paths import BIBLIOGRAPHY, SOURCES_PAGE
from .progress import SILENT, Progress
from .publication import Publication
from .register_pages import register_pages
from .sentences import sentence
from .settings import Settings
from .site import Site
from .statement.diff.redline import redline
from .views.site import SiteView, site_view
from .views.terms import source_headings


def outputs(site: Site, settings: Settings, progress: Progress = SILENT) -> Publication:
    """All that is published of a checked site, which has at least one version."""
    progress.begin(1)
    progress.now("making pages and data")
    for_programs = site.library.sources
    site = replace(site, library=library_in(site.library, catalogue_of(settings.locale)))
    written = RegisterFile(site.register)
    view = site_view(site, settings)
    published = settings.published if settings.preview else ""
    place = settings.site_url, settings.address_of, published
    origin = origin_of(settings.statement, *place, settings.edition)
    commit = settings.configuration.commit
    data = open_data(origin, site, view, commit, written)
    servers = by_servers(settings.site_url or settings.published, view.texts, view.register.entries)
    taking = taking_of(site, settings)
    pages = (
        *_texts(site, view),
        *_redlines(site, view),
        _print(view),
        *register_pages(view),
        *deeds_pages(view),
        _data(site, view, origin, data, servers),
        *_bibliography(site, view.words.catalogue),
    )
    files = (
        *_for_crawlers(settings),
        *icons(site.look),
        *_security(settings),
        _file(note_places.PATH, note_places.note_places()),
        *_signed_texts(site),
        *(_file(path, text) for path, text in view.citing.files.items()),
        *_for_programs(view, data),
        *_proofs(site, view, servers),
        _file(BIBLIOGRAPHY, bibtex(site.library, site.library.texts)),
        _file("references.csl.json", csl_json(for_programs.values())),
        *(_file(*file, Docs.NOTHING) for file in taking.files(site.figures.values())),
    )
    return Publication(site, view, {page.path: page for page in pages}, files, taking)


def _texts(site: Site, view: SiteView) -> Iterator[Page]:
    title, _ = view.settings.statement.title, view.words.catalogue.gettext
    words = {version.number: version.text for version in site.versions}
    for version in view.versions:
        yield Page(
            view.texts.page_of(version.number),
            "undersigned/version.html",
            shown_text(words[version.number]),
            title=_("%(title)s, version %(version)s", title=title, version=version.number),
            meta={
                "description": sentence(
                    _(
                        "The words that signatories of version %(version)s of “%(title)s” endorse,"
                        " published %(date)s",
                        version=version.number,
                        title=title,
                        date=view.words.date(version.published),
                    )
                ),
                "version": version,
            },
            docs=Docs.NOTHING,
        )


def _redlines(site: Site, view: SiteView) -> Iterator[Page]:
    """A page for each version after the first: what it changed of the words before it."""
    shown = {version.number: version for version in view.versions}
    title, _ = view.settings.statement.title, view.words.catalogue.gettext
    for old, new in pairwise(site.versions):
        numbers = {"old": old.number, "new": new.number}
        yield Page(
            new.texts.changes_of(new.number),
            "undersigned/redline.html",
            "",
            title=_("Changes from version %(old)s to %(new)s", **numbers),
            meta={
                "description": _(
                    "%(title)s: what version %(new)s changed of version %(old)s, word by word.",
                    title=title,
                    **numbers,
                ),
                "redline": redline(old.text, new.text),
                "versions": (shown[old.number], shown[new.number]),
                **UNSEARCHED,
            },
        )


def _print(view: SiteView) -> Page:
    """The text and its signatories as one document."""
    _ = view.words.catalogue.gettext
    return Page(
        view.texts.print_page,
        "undersigned/print.html",
        "\\statement\n",
        title=_("%(title)s, to print", title=view.settings.statement.title),
        meta={
            "description": _(
                "The text and those who endorse it as one document, to print or to keep."
            ),
            "hide": ["navigation", "toc"],
            **UNSEARCHED,
        },
    )


def _data(
    site: Site, view: SiteView, origin: Origin, data: OpenData, servers: Sequence[ByServer]
) -> Page:
    """The data, and how to verify them: with commands for servers if these are not many."""
    catalogue, settings = view.words.catalogue, view.settings
    _ = catalogue.gettext
    title = _("Data")
    pdf = {typesetting.PATH: _("the text, its signatories, their deeds and the sources, to print")}
    return Page(
        "data.md",
        "undersigned/data.html",
        f"# {title}\n",
        meta={
            "files": file_meanings(catalogue) | (pdf if settings.pdf else {}),
            "fields": meanings(catalogue),
            "fields_of_record": deeds.meanings(catalogue),
            "by_hand": files_by_hand(origin, site.versions, data.register_sha256, catalogue),
            "servers": servers if len(servers) <= settings.split else (),
            "commands": COMMANDS if len(servers) > settings.split else "",
        },
        docs=Docs.WORDS,
    )


def _bibliography(site: Site, catalogue: Catalogue) -> Iterator[Page]:
    """Every source that is cited, and one page for each group of sources."""
    template, title = "undersigned/bibliography.html", catalogue.gettext("Bibliography")
    words = catalogue.gettext(
        "Every source that a page of this site cites stands here once, with the places that cite"
        " it."
    )
    yield Page(
        SOURCES_PAGE,
        template,
        f"# {title}\n\n{words}\n",
        meta={"group": None, "description": words},
        docs=Docs.WORDS,
        listed_in=BIBLIOGRAPHY,
    )
    found = {group_of(entry) for entry in site.library.sources.values()}
    for group in SourceGroup:
        if group in found:
            yield Page(
                f"bibliography/{group.key}.md",
                template,
                f"# {source_headings(catalogue)[group]}\n",
                meta={"group": group, **UNSEARCHED},
                docs=Docs.WORDS,
                listed_in=BIBLIOGRAPHY,
            )


def _for_programs(view: SiteView, data: OpenData) -> Iterator[File]:
    """The data and the filter's index; nothing in docs/ replaces what says who signed what."""
    if view.register.sections:
        index = partial(view.register.index, view.words)
        yield File("signatories/filter.json", lambda: (index().encode(),), Docs.NOTHING)
    for path, made in data.files.items():
        yield File(path, made, Docs.WHOLE if path == "badge.json" else Docs.NOTHING)


def _proofs(site: Site, view: SiteView, servers: Sequence[ByServer]) -> Iterator[File]:
    """What signatories' own servers said, byte for byte; commands for them if these are many."""
    for path, content in published_copies(site.copies, view.register.entries):
        yield File(path, partial(tuple, (content,)), Docs.NOTHING)
    if len(servers) > view.settings.split:
        yield _file(COMMANDS, commands_by_hand(servers), Docs.NOTHING)


def _signed_texts(site: Site) -> Iterator[File]:
    """The exact bytes of each version, whose digest versions.yml states."""
    for version in site.versions:
        yield _file(version.served, version.text, Docs.NOTHING)


def _for_crawlers(settings: Settings) -> Iterator[File]:
    """robots.txt; of a preview also headers, since Netlify's own cannot differ by context."""
    if settings.preview:
        yield _file("robots.txt", "User-agent: *\nDisallow: /\n", Docs.NOTHING)
        yield _file("_headers", "/*\n  X-Robots-Tag: noindex\n", Docs.NOTHING)
        return
    lines = ["User-agent: *", "Allow: /"]
    if settings.site_url:
        lines.append(f"Sitemap: {urljoin(settings.site_url, 'sitemap.xml')}")
    yield _file("robots.txt", "\n".join([*lines, ""]))


def _security(settings: Settings) -> Iterator[File]:
    if settings.security:
        text = security_txt.security_text(settings.security, settings.site_url, settings.language)
        yield _file(security_txt.PATH, text)


def _file(path: str, text: str, docs: Docs = Docs.WHOLE) -> File:
    return File(path, lambda: (text.encode(),), docs)
