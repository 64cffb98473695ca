"""All that the edition in PDF says, from its title page to its digests, in order."""

from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import Any
from urllib.parse import urljoin

from ..bibliography.values.entry_types import SourceGroup
from ..dates import StatedDate
from ..language.catalogue import Catalogue
from ..language.marked import marked
from ..paths import REGISTER
from ..publication import Publication
from ..settings import Settings
from ..statement.edition import Edition, edition_by, text_by
from ..views.site import SiteView
from .content import Part, code, content, filled, first_address, link, paragraph
from .record import record
from .signatories import Note, endorsed_by, signatories


def document(made: Publication, html: str, built_on: StatedDate) -> Mapping[str, Any]:
    """What the edition says of a publication; `html` is the text in force, as its page draws it."""
    view, settings = made.view, made.view.settings
    statement, version = settings.statement, view.versions[0]
    register, notes = signatories(view, register_of(settings))
    language, region = _language(settings.locale)
    title, catalogue = statement.one_line_title, view.words.catalogue
    _, number = catalogue.gettext, version.number
    deeds = record(made, view.words.date(built_on))
    return {
        "colours": view.look.colours.day._asdict(),
        "title": title,
        "shown-title": title,
        "authors": list(_authors(settings, catalogue)),
        "description": _(
            "%(title)s, version %(version)s, with those who endorse it.",
            title=title,
            version=number,
        ),
        "language": language,
        "region": region,
        "running": _running(view),
        "roles": [
            text_by(statement.one_line_publisher, catalogue),
            edition_by(settings.edition, catalogue),
        ],
        "standing": _standing(settings, catalogue),
        "facts": [{"name": name, "says": says} for name, says in _facts(view, built_on)],
        "text": {"heading": _("The text"), "words": content(html)},
        "signatories": register,
        **({"record": deeds} if deeds else {}),
        "sources": {"heading": _("Sources"), **_sources(view, notes, bool(deeds))},
        "keeping": {"heading": _("This edition"), "words": list(_keeping(made))},
    }


def register_of(settings: Settings) -> str:
    """The address of the register on the site; empty where the site does not know its own."""
    return _at(settings, settings.address_of("signatories/index.md"))


def _at(settings: Settings, path: str) -> str:
    return urljoin(settings.site_url, path) if settings.site_url else ""


def _language(locale: str) -> tuple[str, str]:
    """The language and the country of a CLDR locale, as Typst wants them."""
    language, *others = locale.split("_")
    country = others[-1] if others and len(others[-1]) == 2 else ""
    return language, country


def _running(view: SiteView) -> str:
    """What stands at the foot of every page."""
    settings, catalogue = view.settings, view.words.catalogue
    title, number = settings.statement.one_line_title, view.versions[0].number
    said = catalogue.gettext("%(title)s, version %(version)s", title=title, version=number)
    return f"{said}. {edition_by(settings.edition, catalogue)}"


def _authors(settings: Settings, catalogue: Catalogue) -> Iterator[str]:
    """Whom the file names as its authors: that of the text, and apart from it that of the rest."""
    publisher = settings.statement.one_line_publisher
    if settings.edition.independent:
        yield catalogue.gettext("%(name)s (text)", name=publisher)
        yield catalogue.gettext("%(name)s (edition)", name=settings.edition.name)
    else:
        yield publisher


def _standing(settings: Settings, catalogue: Catalogue) -> str:
    """What a reader must know of this edition before anything else."""
    _, publisher = catalogue.gettext, settings.statement.one_line_publisher
    preview = [_("A preview of a change, not the published edition.")] if settings.preview else []
    apart = [_("%(name)s has not published, commissioned or checked this edition.", name=publisher)]
    return " ".join([*preview, *(apart if settings.edition.independent else ())])


def _facts(view: SiteView, built_on: StatedDate) -> Iterator[tuple[str, list[Part]]]:
    settings, words, version = view.settings, view.words, view.versions[0]
    _, day = words.catalogue.gettext, words.date(version.published)
    yield _("Version"), [_("%(version)s, published %(date)s", version=version.number, date=day)]
    endorsed, day = endorsed_by(view.register, words.catalogue), words.date(built_on)
    said = _("%(endorsed)s, as recorded on %(date)s", endorsed=endorsed, date=day)
    yield _("Endorsement"), [said]
    yield _("The text at its publisher"), [link(settings.statement.address.strip())]
    if settings.site_url:
        yield _("This edition"), [link(settings.site_url)]
    yield _("Digest of the text (SHA-256)"), [code(version.sha256)]


def _sources(view: SiteView, notes: list[Note], with_record: bool) -> Mapping[str, Any]:
    """The notes on evidence, and all other sources in groups; either may be none."""
    groups = [
        {"heading": view.words.sources(group), "items": [_source(each.html) for each in found]}
        for group in SourceGroup
        if (found := view.bibliography.of(group))
    ]
    count = sum(len(group["items"]) for group in groups)
    return {
        "notes": notes,
        "notes-heading": view.words.catalogue.gettext("Evidence of the endorsements"),
        "groups": groups,
        "words": [paragraph(_cited(count, with_record, view.words.catalogue))] if groups else [],
    }


def _cited(count: int, with_record: bool, catalogue: Catalogue) -> str:
    """What cites so many sources."""
    if with_record:
        return catalogue.ngettext(
            "The commentary, which is on the site alone, and the record of deeds cite this source.",
            "The commentary, which is on the site alone, and the record of deeds cite these"
            " %(count)s sources.",
            count,
        )
    return catalogue.ngettext(
        "The commentary, which is on the site alone, cites this source.",
        "The commentary, which is on the site alone, cites these %(count)s sources.",
        count,
    )


def _source(html: str) -> Mapping[str, Any]:
    words = content(html)
    return {"words": words, "address": first_address(words)}


def _keeping(made: Publication) -> Iterator[Part]:
    """How to hold this document against the site, and whom to tell of an error."""
    settings, version = made.view.settings, made.view.versions[0]
    catalogue = made.view.words.catalogue
    _ = catalogue.gettext
    text, at = version.served, marked("digest", "file")
    said = _(
        "The words of the text never change: signatories signed those whose SHA-256 is %(digest)s."
        " The command “sha256sum” prints it of the file %(file)s.",
        **at,
    )
    file = link(_at(settings, text)) if settings.site_url else text
    yield paragraph(*filled(said, digest=code(version.sha256), file=file))
    register = next(file.content for file in made.files if file.path == REGISTER)
    digest = code(sha256(register).hexdigest())
    said = _(
        "The signatories are those of the register whose SHA-256 is %(digest)s, which is the file"
        " %(file)s.",
        **at,
    )
    file = link(_at(settings, REGISTER)) if settings.site_url else REGISTER
    yield paragraph(*filled(said, digest=digest, file=file))
    if commit := settings.configuration.commit:
        said = _(
            "This document is made from commit %(commit)s of the sources. Whoever builds that"
            " commit again gets the same bytes.",
            **marked("commit"),
        )
        yield paragraph(*filled(said, commit=code(commit)))
    yield paragraph(*_corrections(settings.edition, catalogue))


def _corrections(edition: Edition, catalogue: Catalogue) -> Iterator[Part]:
    _, ways = catalogue.gettext, list[Part]()
    if edition.contact:
        ways.append(link(edition.contact_uri, edition.contact))
    if edition.repository:
        ways.append(link(edition.repository))
    if not ways:
        yield _("This edition has not named a contact for corrections yet.")
    elif len(ways) == 1:
        yield from filled(_("For corrections: %(way)s.", **marked("way")), way=ways[0])
    else:
        said = _(
            "For corrections: %(way)s, or an issue at %(repository)s.",
            **marked("way", "repository"),
        )
        yield from filled(said, way=ways[0], repository=ways[1])
