"""How to cite the statement, for readers and for machines: files, blocks of text, and metadata."""

from pathlib import Path

from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext
from undersigned.locale import locale_of, shown_date
from undersigned.statement.card import words_of, words_on
from undersigned.statement.cite import bibtex, cited, csl_json, plain
from undersigned.statement.jsonld import PageFacts, linked_data

CARD = "assets/undersigned/card.png"


def on_config(config: MkDocsConfig) -> None:
    """Give templates the citation in its forms, at `config.extra.citing`."""
    citation = cited(config.extra["statement"], config.extra["site"].versions)
    locale = locale_of(config.theme["language"])
    published = shown_date(citation.published, locale)
    words = words_of(citation.title, citation.publisher, published)
    config.extra["citing"] = {
        "citation": citation,
        "plain": plain(citation, locale),
        "files": {"statement.bib": bibtex(citation), "statement.csl.json": csl_json(citation)},
        # One drawn for another statement is not shown, and an address must be a whole one.
        "card": f"{config.site_url}{CARD}" if config.site_url and _drawn(config, words) else "",
        "card_words": ", ".join(words),
    }


def on_files(files: Files, config: MkDocsConfig) -> None:
    """Serve the citation to programs that keep sources."""
    for path, text in config.extra["citing"]["files"].items():
        files.append(File.generated(config, path, content=text.encode()))


def on_page_context(
    context: TemplateContext, page: Page, config: MkDocsConfig, nav: Navigation
) -> None:
    """Give each page's head its name as plain text, and what machines are told about it."""
    name = Markup(page.title or "").striptags()
    name = config.site_name if page.is_homepage else name
    description = str(Markup(page.meta["description"]).unescape())
    address, language = page.canonical_url or "", config.theme["language"]
    place = PageFacts(config.site_name, config.site_url or "", name, description, address, language)
    licence = str(config.extra["statement"].get("licence") or "")
    # The page of a version is about that version; every other, about the one in force.
    number = page.meta["edition"].number if "edition" in page.meta else ""
    citation = cited(config.extra["statement"], config.extra["site"].versions, number)
    context["machines"] = {  # type: ignore[typeddict-unknown-key]
        "name": name,
        "data": linked_data(place, citation, licence),
        "plain": plain(citation, locale_of(language)),
    }


def _drawn(config: MkDocsConfig, words: tuple[str, ...]) -> bool:
    places = [Path(folder) / CARD for folder in config.theme.dirs]
    return any(words_on(place.read_bytes()) == words for place in places if place.is_file())
