"""All that the edition in PDF says, from its title page to its digests, in order."""

from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import Any
from urllib.parse import urljoin

from ..bibliography.values.entry_types import SourceGroup
from ..dates import StatedDate
from ..paths import REGISTER
from ..publication import Publication
from ..settings import Settings
from ..statement.edition import Edition, edition_by, text_by
from ..views.site import SiteView
from .content import Part, code, content, first_address, link, paragraph
from .record import record
from .signatories import Note, endorsed_by, signatories


def document(made: Publication, html: str, built_on: StatedDate) -> Mapping[str, Any]:
    """What the edition says of a publication; `html` is the text in force, as its page draws it."""
    view, settings = made.view, made.view.settings
    statement, version = settings.statement, view.versions[0]
    register, notes = signatories(view, register_of(settings))
    language, region = _language(settings.locale)
    title = statement.one_line_title
    deeds = record(made, view.words.date(built_on))
    return {
        "title": title,
        "shown-title": title,
        "authors": list(_authors(settings)),
        "description": f"{title}, version {version.number}, with those who endorse it.",
        "language": language,
        "region": region,
        "running": f"{title}, version {version.number}. {edition_by(settings.edition)}",
        "roles": list(_roles(settings)),
        "standing": _standing(settings),
        "facts": [{"name": name, "says": says} for name, says in _facts(view, built_on)],
        "text": {"heading": "The text", "words": content(html)},
        "signatories": register,
        **({"record": deeds} if deeds else {}),
        "sources": {"heading": "Sources", **_sources(view, notes, bool(deeds))},
        "keeping": {"heading": "This edition", "words": list(_keeping(made))},
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


def _roles(settings: Settings) -> Iterator[str]:
    yield text_by(settings.statement.one_line_publisher)
    yield edition_by(settings.edition)


def _authors(settings: Settings) -> Iterator[str]:
    """Whom the file names as its authors: that of the text, and apart from it that of the rest."""
    publisher = settings.statement.one_line_publisher
    if settings.edition.independent:
        yield f"{publisher} (text)"
        yield f"{settings.edition.name} (edition)"
    else:
        yield publisher


def _standing(settings: Settings) -> str:
    """What a reader must know of this edition before anything else."""
    preview = ["A preview of a change, not the published edition."] if settings.preview else []
    publisher = settings.statement.one_line_publisher
    apart = [f"{publisher} has not published, commissioned or checked this edition."]
    return " ".join([*preview, *(apart if settings.edition.independent else ())])


def _facts(view: SiteView, built_on: StatedDate) -> Iterator[tuple[str, list[Part]]]:
    settings, words, version = view.settings, view.words, view.versions[0]
    yield "Version", [f"{version.number}, published {words.date(version.published)}"]
    yield "Endorsement", [f"{endorsed_by(view.register)}, as recorded on {words.date(built_on)}"]
    yield "The text at its publisher", [link(settings.statement.address.strip())]
    if settings.site_url:
        yield "This edition", [link(settings.site_url)]
    yield "Digest of the text (SHA-256)", [code(version.sha256)]


def _sources(view: SiteView, notes: list[Note], with_record: bool) -> Mapping[str, Any]:
    """The notes on evidence, and all other sources in groups; either may be none."""
    groups = [
        {"heading": group.title, "items": [_source(each.html) for each in found]}
        for group in SourceGroup
        if (found := view.bibliography.of(group))
    ]
    commentary = "The commentary, which is on the site alone,"
    cite = f"{commentary} and the record of deeds cite" if with_record else f"{commentary} cites"
    cited = f"{cite} {_the_sources(groups)}."
    return {
        "notes": notes,
        "notes-heading": "Evidence of the endorsements",
        "groups": groups,
        "words": [paragraph(cited)] if groups else [],
    }


def _source(html: str) -> Mapping[str, Any]:
    words = content(html)
    return {"words": words, "address": first_address(words)}


def _the_sources(groups: list[dict[str, Any]]) -> str:
    count = sum(len(group["items"]) for group in groups)
    return f"these {count:,} sources" if count > 1 else "this source"


def _keeping(made: Publication) -> Iterator[Part]:
    """How to hold this document against the site, and whom to tell of an error."""
    settings, version = made.view.settings, made.view.versions[0]
    text = version.served
    yield paragraph(
        "The words of the text never change: signatories signed those whose SHA-256 is ",
        code(version.sha256),
        ". The command “sha256sum” prints it of the file ",
        link(_at(settings, text)) if settings.site_url else text,
        ".",
    )
    register = next(file.content for file in made.files if file.path == REGISTER)
    yield paragraph(
        "The signatories are those of the register whose SHA-256 is ",
        code(sha256(register).hexdigest()),
        ", which is the file ",
        link(_at(settings, REGISTER)) if settings.site_url else REGISTER,
        ".",
    )
    if commit := settings.configuration.commit:
        yield paragraph(
            "This document is made from commit ",
            code(commit),
            " of the sources. Whoever builds that commit again gets the same bytes.",
        )
    yield paragraph(*_corrections(settings.edition))


def _corrections(edition: Edition) -> Iterator[Part]:
    ways: list[Part] = []
    if edition.contact:
        ways.append(link(edition.contact_uri, edition.contact))
    if edition.repository:
        ways.append(link(edition.repository))
    if not ways:
        yield "This edition has not named a contact for corrections yet."
        return
    yield "For corrections: "
    for number, way in enumerate(ways):
        yield from ([", or an issue at ", way] if number else [way])
    yield "."
