"""The one list of what is asked of a site as a whole."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from .bibliography.checks import problems_of
from .bibliography.citations.checks import faulty_citations, never_cited
from .bibliography.library import Library
from .commentary.edition_blocks import misplaced_blocks
from .commentary.opening import Opening
from .commentary.openings import unknown_readings
from .commentary.terms import faulty_terms
from .deeds.entry_list import RECORD
from .deeds.model import Record
from .entry_list import SIGNATORIES
from .figures.blocks import faulty_blocks
from .figures.reading import keys_cited as keys_of_figures
from .figures.reading import names_of
from .links.allowlist import read_exceptions
from .markup.docs_files import refused_files
from .markup.page_settings import refused_settings
from .paths import PROOFS
from .problem import Problem, Severity, setting_problem, stopping
from .proofs.copies import Copy
from .register.beneath import faults_of_beneath
from .register.claims import texts_of
from .register.entries import gather
from .register.kept_copies import faults_of_copies
from .register.misplaced import entries_elsewhere
from .register.named import faults_of_named
from .register.signatories import Register
from .statement.false_versions import false_versions
from .statement.lock import broken_locks
from .statement.principle_pages import faulty_principles
from .statement.principles import principles_of
from .statement.version import Version
from .text.page_limits import pages_beyond_limits
from .text.pages import links_among
from .text.source import Source
from .text_paths import AS_USUAL, TextPaths
from .workers import Work


@dataclass(frozen=True, slots=True)
class Reading:
    """A site as it was read, for the checks of the whole: its folder, and the day of the check.

    `early` is what the `EARLY_CHECKS` find, and `rewriting` the comparison with what was published,
    where there is one; both have begun. `pages` are those of docs/ that can be read.
    `address` is where it is published, empty where that is not known; `paths` are those of texts.
    """

    root: Path
    today: date
    versions: Sequence[Version]
    register: Register
    library: Library
    copies: Mapping[str, Copy]
    early: Work[list[Problem]]
    rewriting: Work[list[Problem]] | None = None
    openings: Mapping[str, Opening] = field(default_factory=dict)
    pages: Sequence[Source] = ()
    address: str = ""
    record: Record = field(default_factory=Record)
    paths: TextPaths = field(default=AS_USUAL, kw_only=True)

    @property
    def texts(self) -> set[str]:
        """The paths of the texts and of their draft, of which no setting and no block is taken."""
        return {*published_texts(self.versions), self.paths.draft}


def texts_are_locked(reading: Reading) -> Iterable[Problem]:
    """A published text is the one whose digest versions.yml states."""
    return broken_locks(reading.versions, reading.register.endorsements)


def texts_stay_as_published(reading: Reading) -> Iterable[Problem]:
    """Every version is listed as the published branch first had it, whoever wrote that branch."""
    return reading.rewriting.result() if reading.rewriting else ()


def sources_and_citations_are_sound(reading: Reading) -> Iterable[Problem]:
    """What `EARLY_CHECKS` asks of sources and pages, which has begun before."""
    return reading.early.result()


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
    return false_versions(reading.root, reading.versions)


def files_are_no_pages(reading: Reading) -> Iterable[Problem]:
    """No file beneath docs/ is a page that no template draws, or a host’s rules."""
    return refused_files(reading.root)


def settings_are_read(reading: Reading) -> Iterable[Problem]:
    """What stands at the head of a page is of a form that templates read, or a part of the page."""
    return refused_settings(reading.root, reading.pages, reading.texts)


def pages_are_about_principles(reading: Reading) -> Iterable[Problem]:
    """A page that says to be about a principle has the number of one of the text in force."""
    in_force = reading.versions[-1].text if reading.versions else ""
    return faulty_principles(reading.pages, reading.texts, principles_of(in_force))


def terms_are_explained_once(reading: Reading) -> Iterable[Problem]:
    """The glossary explains each of its terms, and each term to which a page links."""
    return faulty_terms(reading.pages)


def the_edition_is_named_on_lines_of_its_own(reading: Reading) -> Iterable[Problem]:
    """Where a page asks for whom to write to, readers see that and not the name of the block."""
    return misplaced_blocks(reading.pages, reading.texts)


def readings_are_sources(reading: Reading) -> Iterable[Problem]:
    """What a page recommends to read is in the bibliography, as far as that can be read."""
    library = reading.library
    return unknown_readings(reading.openings.values(), library.citable) if library.whole else ()


def entries_are_where_they_are_read(reading: Reading) -> Iterable[Problem]:
    """An entry is in the file of its list, or in one of its own in the folder of drop-ins."""
    known = [each.id for each in reading.register.signatories]
    recorded = [each.id for each in reading.record.entries]
    return entries_elsewhere(reading.root, {SIGNATORIES: known, RECORD: recorded})


def names_are_shown_as_is_set(reading: Reading) -> Iterable[Problem]:
    """Whoever the site names before others endorses the text; names stand beneath it, or not."""
    yield from faults_of_named(reading.root, reading.register.signatories)
    yield from faults_of_beneath(reading.root)


def copies_are_of_a_known_address(reading: Reading) -> Iterable[Problem]:
    """Where copies are kept, mkdocs.yml itself says at which address the texts are."""
    if reading.copies and not reading.address:
        message = f"site_url is not set in this file, so no copy in {PROOFS}/ proves anything here"
        message = f"{message}; give the site's address"
        yield setting_problem(message, Severity.WARNING)


def copies_agree_with_the_register(reading: Reading) -> Iterable[Problem]:
    """No kept copy has another digest of a text, or takes back what the register counts."""
    texts = texts_of(reading.versions, reading.address)
    signatories = reading.register.signatories
    return faults_of_copies(reading.copies, signatories, texts, reading.today)


# What is asked of the whole. Rules of an entry are listed in register/rules, those of a version in
# statement/versions, those of a source in bibliography/rules.
CHECKS: tuple[Callable[[Reading], Iterable[Problem]], ...] = (
    texts_are_locked,
    figures_are_known,
    exceptions_have_reasons,
    pages_are_drawn_in_time,
    pages_are_plain_files,
    files_are_no_pages,
    nothing_poses_as_a_version,
    settings_are_read,
    pages_are_about_principles,
    terms_are_explained_once,
    the_edition_is_named_on_lines_of_its_own,
    readings_are_sources,
    entries_are_where_they_are_read,
    names_are_shown_as_is_set,
    copies_are_of_a_known_address,
    copies_agree_with_the_register,
    # Last, since a second processor is at them meanwhile.
    sources_and_citations_are_sound,
    texts_stay_as_published,
)


def sources_keep_their_rules(
    library: Library, _: Sequence[Source], today: date
) -> Iterable[Problem]:
    """A source is complete, dated in the past and in the bibliography once."""
    return problems_of(library, today)


def citations_are_known(library: Library, pages: Sequence[Source], _: date) -> Iterable[Problem]:
    """Pages cite what is in the bibliography; of a file that cannot be read nothing is known."""
    return faulty_citations(pages, library.citable, library.files) if library.whole else ()


# What is asked of the sources and of the pages that cite them, which takes longest.
EARLY_CHECKS = (sources_keep_their_rules, citations_are_known)

# To ask it of so many sources takes longer than to begin a process.
_MANY_SOURCES = 40


def begun_early(library: Library, pages: Sequence[Source], today: date) -> Work[list[Problem]]:
    """What the `EARLY_CHECKS` find, looked for while the rest of the site is read."""

    def found() -> list[Problem]:
        return [each for check in EARLY_CHECKS for each in check(library, pages, today)]

    return Work(found, is_long=len(library.references) >= _MANY_SOURCES)


def checked(reading: Reading) -> Iterator[Problem]:
    """The problems that the checks find, check by check."""
    for check in CHECKS:
        yield from check(reading)


def never_cited_anywhere(root: Path, library: Library) -> Iterator[Problem]:
    """A note for each source that no page, figure or deed cites.

    Where a deed cannot be read, none: that may be what cites the source.
    """
    entries, problems = gather(root, RECORD)
    if not stopping(problems):
        keys = (text.value for entry in entries for text in entry.each("sources"))
        yield from never_cited(root, library, [*keys_of_figures(root), *keys])


def published_texts(versions: Iterable[Version]) -> set[str]:
    """The paths of the texts: of their files no setting is taken."""
    return {version.path for version in versions}
