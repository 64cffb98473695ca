"""A statement site on disk, read and checked: the one list of what is asked of it as a whole."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from .bibliography.checks import problems_of
from .bibliography.citations.checks import faulty_citations
from .bibliography.library import Library, read_library
from .commentary.edition_blocks import misplaced_blocks
from .commentary.opening import Opening
from .commentary.openings import read_openings, unknown_readings
from .commentary.terms import faulty_terms
from .figures.blocks import faulty_blocks, pages_showing
from .figures.model import Figure
from .figures.reading import names_of, read_figures
from .gc_control import without_collecting
from .links.allowlist import read_exceptions
from .markup.docs_files import refused_files
from .markup.page_settings import refused_settings
from .paths import DRAFT, PROOFS, text_of_version
from .problem import Problem, Severity, setting_problem
from .progress import SILENT, Progress
from .proofs.copies import Copy, read_copies
from .register.claims import proved_among, texts_of
from .register.kept_copies import faults_of_copies
from .register.misplaced import entries_elsewhere
from .register.named import faults_of_named
from .register.rules.context import read_context
from .register.rules.duplicates import blame_the_later
from .register.signatories import Lightening, Register, read_register
from .statement.false_versions import false_versions
from .statement.history import History, rewritten
from .statement.identity import published_at
from .statement.lock import broken_locks
from .statement.version import Version
from .text.page_limits import pages_beyond_limits
from .text.pages import links_among, read_pages
from .text.source import Entry, Source


@dataclass(frozen=True, slots=True)
class Site:
    """The versions of the text, oldest first, the register of those who endorse it, the sources.

    `copies` are those kept of what signatories' servers say, by host. `address` is where the site
    is published, with a slash at its end; empty where that is not known or nobody asked. `openings`
    are what pages say of themselves, by their paths in docs/. `figures` are by name, and `showing`
    has the path in docs/ of the page that shows one.
    """

    versions: tuple[Version, ...]
    register: Register
    library: Library = field(default_factory=Library)
    copies: Mapping[str, Copy] = field(default_factory=dict)
    address: str = ""
    openings: Mapping[str, Opening] = field(default_factory=dict)
    figures: Mapping[str, Figure] = field(default_factory=dict)
    showing: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reading:
    """A site as it was read, for the checks of the whole: its folder, and the day of the check.

    `pages` are those of docs/ that can be read. `address` is where it is published, empty where
    that is not known. Without a `history`, nothing is compared with what was published.
    """

    root: Path
    today: date
    site: Site
    pages: Sequence[Source] = ()
    address: str = ""
    history: History | None = None


def texts_are_locked(reading: Reading) -> Iterable[Problem]:
    """A published text is the one whose digest versions.yml states."""
    return broken_locks(reading.site.versions, reading.site.register.endorsements)


def texts_stay_as_published(reading: Reading) -> Iterable[Problem]:
    """Every version is listed as the published branch first had it, whoever wrote that branch."""
    return rewritten(reading.root, reading.history) if reading.history else ()


def sources_keep_their_rules(reading: Reading) -> Iterable[Problem]:
    """A source is complete, dated in the past and in the bibliography once."""
    return problems_of(reading.site.library, reading.today)


def citations_are_known(reading: Reading) -> Iterable[Problem]:
    """Pages cite what is in the bibliography; of a file that cannot be read nothing is known."""
    library = reading.site.library
    if not library.whole:
        return ()
    return faulty_citations(reading.root, library.citable, library.files)


def figures_are_known(reading: Reading) -> Iterable[Problem]:
    """Pages show figures that are there, each block on a line of its own."""
    return faulty_blocks(reading.pages, names_of(reading.root))


def exceptions_have_reasons(reading: Reading) -> Iterable[Problem]:
    """An address that may fail is one, and links.yml gives the reason."""
    return read_exceptions(reading.root)[1]


def pages_are_drawn_in_time(reading: Reading) -> Iterable[Problem]:
    """No page is so long, so deep or so full of signs that drawing it takes its length's square."""
    return pages_beyond_limits(reading.root)


def pages_are_plain_files(reading: Reading) -> Iterable[Problem]:
    """No link beneath docs/ publishes a file from elsewhere."""
    return links_among(reading.root)


def nothing_poses_as_a_version(reading: Reading) -> Iterable[Problem]:
    """Beside the text and the register no file looks like a version, or like a page of theirs."""
    return false_versions(reading.root, reading.site.versions)


def files_are_no_pages(reading: Reading) -> Iterable[Problem]:
    """No file beneath docs/ is a page that no template draws, or a host’s rules."""
    return refused_files(reading.root)


def settings_are_read(reading: Reading) -> Iterable[Problem]:
    """What stands at the head of a page is of a form that templates read, or a part of the page."""
    return refused_settings(reading.root, {*_published(reading.site.versions), DRAFT})


def terms_are_explained_once(reading: Reading) -> Iterable[Problem]:
    """The glossary explains each of its terms, and each term to which a page links."""
    return faulty_terms(reading.pages)


def the_edition_is_named_on_lines_of_its_own(reading: Reading) -> Iterable[Problem]:
    """Where a page asks for whom to write to, readers see that and not the name of the block."""
    return misplaced_blocks(reading.pages, {*_published(reading.site.versions), DRAFT})


def readings_are_sources(reading: Reading) -> Iterable[Problem]:
    """What a page recommends to read is in the bibliography, as far as that can be read."""
    site = reading.site
    known = site.library.citable
    return unknown_readings(site.openings.values(), known) if site.library.whole else ()


def entries_are_where_they_are_read(reading: Reading) -> Iterable[Problem]:
    """An entry is in signatories.yml, or in a file of its own in signatories.d."""
    return entries_elsewhere(reading.root, [each.id for each in reading.site.register.signatories])


def named_signatories_are_there(reading: Reading) -> Iterable[Problem]:
    """Whoever the site names before others is a signatory, and endorses the text."""
    return faults_of_named(reading.root, reading.site.register.signatories)


def copies_are_of_a_known_address(reading: Reading) -> Iterable[Problem]:
    """Where copies are kept, mkdocs.yml itself says at which address the texts are."""
    if reading.site.copies and not reading.address:
        message = f"site_url is not set in this file, so no copy in {PROOFS}/ proves anything here"
        message = f"{message}; give the site's address"
        yield setting_problem(message, Severity.WARNING)


def copies_agree_with_the_register(reading: Reading) -> Iterable[Problem]:
    """No kept copy has another digest of a text, or takes back what the register counts."""
    site = reading.site
    texts = texts_of(site.versions, reading.address)
    return faults_of_copies(site.copies, site.register.signatories, texts, reading.today)


# What is asked of the whole. Rules of an entry are listed in register/rules, those of a version in
# statement/versions, those of a source in bibliography/rules.
CHECKS: tuple[Callable[[Reading], Iterable[Problem]], ...] = (
    texts_are_locked,
    texts_stay_as_published,
    sources_keep_their_rules,
    citations_are_known,
    figures_are_known,
    exceptions_have_reasons,
    pages_are_drawn_in_time,
    pages_are_plain_files,
    files_are_no_pages,
    nothing_poses_as_a_version,
    settings_are_read,
    terms_are_explained_once,
    the_edition_is_named_on_lines_of_its_own,
    readings_are_sources,
    entries_are_where_they_are_read,
    named_signatories_are_there,
    copies_are_of_a_known_address,
    copies_agree_with_the_register,
)


@without_collecting()
def read_site(
    root: Path,
    blamed: Callable[[Entry], bool] = blame_the_later,
    lightened: Lightening = list,
    history: History | None = None,
    address: str | None = None,
    progress: Progress = SILENT,
) -> tuple[Site, list[Problem]]:
    """The site under a folder, with every problem that keeps it from being published.

    Of two duplicates, one that is `blamed` is reported rather than one that is not. Entries whose
    problems are `lightened` to notes are left off. With a `history`, versions are held against it.
    The `address` at which the site is published is that in mkdocs.yml, unless it is given.
    """
    progress.begin(1)
    progress.now("reading the register")
    context, versions, problems = read_context(root)
    register, of_entries = read_register(root, context, blamed, lightened, progress)
    library, of_sources = read_library(root)
    pages, _ = read_pages(root)  # a check of the whole says what cannot be read
    figures, of_figures = read_figures(root, library)
    copies, of_copies = read_copies(root)
    address = published_at(root, address) if copies or address else ""
    proved = proved_among(register.endorsements, copies, texts_of(versions, address))
    openings, of_openings = read_openings(pages, context.today, _published(versions))
    showing = pages_showing(pages) if figures else {}
    known = Register(tuple(proved))
    site = Site(versions, known, library, copies, address, openings, figures, showing)
    of_site = list(_checked(Reading(root, context.today, site, pages, address, history)))
    progress.end()
    found = (problems, of_entries, of_sources, of_figures, of_copies, of_openings, of_site)
    return site, [problem for each in found for problem in each]


def _checked(reading: Reading) -> Iterator[Problem]:
    for check in CHECKS:
        yield from check(reading)


def _published(versions: Iterable[Version]) -> set[str]:
    """The paths of the texts: of their files no setting is taken."""
    return {text_of_version(version.number) for version in versions}
