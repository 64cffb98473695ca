"""What mkdocs.yml and the host's environment set for a site, checked, each with its type."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from .build.dates import EPOCH, VARIABLE, possible
from .build.preview import Deploy, preview_of, refused_preview
from .build.security_txt import SecurityText, ageing, read_security
from .invisible import unseen
from .language.catalogue import Catalogue, catalogue_of, file_of, gaps
from .locale import locale_of
from .page_addresses import PageAddress, as_folder
from .paths import PAGES
from .problem import Problem, Severity, quoted, setting_problem
from .register.settings import AS_USUAL, Claimed, RegisterSettings, read_register_settings
from .statement.card import words_on
from .statement.edition import Edition, publisher_address, read_edition
from .statement.identity import Statement, read_statement
from .typesetting import read_pdf


@dataclass(frozen=True, slots=True)
class Configuration:
    """What the engine has read of mkdocs.yml, and what it has found, before anything is changed.

    `cards` are the pictures that could be shown beside links, `commit` the one that is built, where
    that is certain. `address_of` is how the engine makes a page's address of its path, `pages` the
    folder, from the root of the site, in which it looks for them. It is `serving` where pages are
    drawn anew at every change.
    """

    site_name: str
    site_url: str = ""
    language: str = "en"
    style_sheets: tuple[str, ...] = ()
    extra: Mapping[str, object] = field(default_factory=dict)
    cards: tuple[bytes, ...] = ()
    commit: str | None = None
    address_of: PageAddress = as_folder
    pages: str = PAGES
    serving: bool = False


@dataclass(frozen=True, slots=True)
class Settings:
    """What is set for a site.

    `site_url` ends with a slash and is empty where the site does not know its own; of a preview it
    is the preview's, and `published` that of the published site. `cards` has the words on each
    picture that could be shown beside links. `classes` are those of the site's own style sheets.
    `short_name` is what the header of a phone calls the site, empty where it has its whole name.
    `built_on` dates the build; what is due later is not shown. Served, it has no `pdf`.
    """

    configuration: Configuration
    site_url: str
    statement: Statement
    edition: Edition
    register: RegisterSettings = AS_USUAL
    security: SecurityText | None = None
    preview: Deploy | None = None
    published: str = ""
    cards: tuple[tuple[str, ...], ...] = ()
    classes: frozenset[str] = frozenset()
    short_name: str = ""
    pdf: bool = False
    built_on: date = EPOCH

    @property
    def site_name(self) -> str:
        """What the site is called."""
        return self.configuration.site_name

    @property
    def publisher_address(self) -> str:
        """Where readers learn more of the text's publisher; may be empty."""
        own = self.site_url, self.published
        return publisher_address(self.edition, self.statement.address, own)

    @property
    def split(self) -> int:
        """The most entries of the register that one page lists."""
        return self.register.split

    @property
    def claimed(self) -> Claimed | None:
        """How many others say endorse the statement, if the site says so."""
        return self.register.claimed

    @property
    def language(self) -> str:
        """The language of the site as a tag such as ``pt-BR``."""
        return self.configuration.language

    @property
    def locale(self) -> str:
        """The CLDR locale of that language."""
        return locale_of(self.language)

    @property
    def catalogue(self) -> Catalogue:
        """What is said to readers in that language, of the statement as it names itself."""
        naming = self.statement.naming
        return catalogue_of(self.locale, naming.part, naming.thing)

    @property
    def address_of(self) -> PageAddress:
        """Gives the address of a page, from the root of the site, by its path in docs/."""
        return self.configuration.address_of


def read_settings(
    configuration: Configuration, variables: Mapping[str, str], now: datetime
) -> tuple[Settings | None, list[Problem]]:
    """The settings of a site, or none and what is wrong with them.

    `variables` are those of the environment, with the moment that dates the build. What grows old
    by `now` is a warning.
    """
    extra = configuration.extra
    statement, problems = read_statement(extra.get("statement"))
    edition, wrong_edition = read_edition(extra.get("edition"))
    pdf, wrong_pdf = read_pdf(extra.get("edition"))
    register, wrong_register = read_register_settings(extra.get("register"), now.date())
    preview = preview_of(variables)
    classes, wrong_classes = read_classes(extra.get("classes"))
    short_name, wrong_name = read_short_name(extra.get("short_name"))
    problems += [*wrong_edition, *wrong_pdf, *wrong_register, *wrong_classes, *wrong_name]
    problems += refused_preview(preview) if preview else ()
    problems += _of_configuration(configuration)
    if statement is None or edition is None:
        return None, problems
    security, wrong_security = read_security(extra.get("security"), edition.contact)
    problems += [*wrong_security, *(ageing(security, now) if security else ())]
    settings = Settings(
        configuration=configuration,
        # Where a preview's address is not known, it must at least not claim the published one.
        site_url=preview.address if preview else configuration.site_url,
        statement=statement,
        edition=edition,
        register=register,
        security=security,
        preview=preview,
        published=(preview.published if preview else "") or configuration.site_url,
        cards=tuple(map(words_on, configuration.cards)),
        classes=classes,
        short_name=short_name,
        pdf=pdf and not configuration.serving,
        built_on=day_of_build(variables.get(VARIABLE), now),
    )
    return settings, problems


def _of_configuration(configuration: Configuration) -> Iterator[Problem]:
    """What is to be said of settings that an engine has as well."""
    yield from pages_elsewhere(configuration.pages)
    yield from unseen_name(configuration.site_name)
    yield from untranslated(configuration.language)


def day_of_build(seconds: str | None, now: datetime) -> date:
    """The day, in UTC, of the moment that dates a build; of one that states none, the first.

    Whoever dates a commit ahead shows nothing before it is due: no day counts that is still to
    come. So of every commit that states no such day the bytes stay the same.
    """
    if not (seconds and possible(seconds)):
        return EPOCH
    return min(datetime.fromtimestamp(int(seconds), UTC), now).date()


def pages_elsewhere(folder: str) -> list[Problem]:
    """What is wrong if `docs_dir` is another folder: without an engine, nothing would look there.

    Checks would pass over its citations, and the draft in it.
    """
    if folder == PAGES:
        return []
    message = f"docs_dir is {quoted(folder)}; keep the pages in {PAGES}/, beside mkdocs.yml"
    return [setting_problem(message)]


def untranslated(language: str) -> list[Problem]:
    """A note if pages say some of what this project says to readers in English, and not in theirs.

    `language` is the tag of the site's language. A tag that Unicode does not know has no messages.
    """
    locale = locale_of(language)
    name, english = re.split("[-_]", language.lower())[0], locale.startswith("en_")
    if name == "en":
        return []
    path = None if english else file_of(locale)
    if path is None:
        file = "its file" if english else f"{locale.partition('_')[0]}.po"
        return [_note_on(language, "there are no messages", f"add {file}")]
    found = gaps(path)
    lacking = f"{found.lacking:,} of {found.messages:,} messages are not translated"
    return [_note_on(language, lacking, f"complete {path.name}")] if found.lacking else []


def _note_on(language: str, lacking: str, remedy: str) -> Problem:
    message = f"theme.language is {quoted(language)}, for which {lacking}, so pages have them in"
    message = f"{message} English; {remedy} in the package’s folder undersigned/language"
    return setting_problem(message, Severity.NOTE)


def unseen_name(site_name: str) -> list[Problem]:
    """What is wrong if the name of a site holds what readers do not see."""
    fault = unseen(" ".join(site_name.split()))
    message = f"site_name {quoted(site_name)} {fault}"
    return [setting_problem(message)] if fault else []


def read_classes(given: object) -> tuple[frozenset[str], list[Problem]]:
    """`extra.classes`, those of the site's own style sheets that pages may use, or what is wrong.

    The theme's and the templates' own are not among them: scripts and styles look for those.
    """
    listed = given if isinstance(given, list) else () if given is None else (given,)
    names = [str(each) for each in listed]
    own = frozenset(filter(_CLASS.fullmatch, names))
    message = "is no class of your own; give words of a-z, 0-9 and '-', not 'edition' and no 'md-…'"
    return own, [
        setting_problem(f"extra.classes: {quoted(each)} {message}")
        for each in names
        if each not in own
    ]


_CLASS = re.compile(
    r"(?!md-|undersigned-|tabbed-|footnote|headerlink|mermaid|edition$)[a-zA-Z][a-zA-Z0-9_-]*"
)


# In characters: at 320 pixels, between two buttons and the mark, there is room for no more.
_SHORTEST_HEADER = 20


def read_short_name(given: object) -> tuple[str, list[Problem]]:
    """`extra.short_name`, what the header of a phone calls the site, or what is wrong with it."""
    if given is None or (isinstance(given, str) and len(given.strip()) <= _SHORTEST_HEADER):
        name = str(given or "").strip()
        fault = f"extra.short_name {quoted(name)} {unseen(name)}"
        return ("", [setting_problem(fault)]) if unseen(name) else (name, [])
    shown = given if isinstance(given, str) else repr(given)
    message = f"extra.short_name {quoted(shown)} is not text of at most {_SHORTEST_HEADER}"
    message = f"{message} characters, for which a phone has room; shorten it, or leave it out"
    return "", [setting_problem(message)]
