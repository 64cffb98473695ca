"""A statement site on disk, read and checked."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import chain
from pathlib import Path

from .bibliography.library import Library, read_library
from .build.kept import NOTHING_KEPT, Kept, contents
from .checks import Reading, begun_early, checked, published_texts
from .commentary.opening import Opening
from .commentary.openings import read_openings
from .deeds.model import Record
from .deeds.reading import read_record
from .deeds.rules.context import context_of
from .figures.blocks import pages_showing
from .figures.model import Figure
from .figures.reading import read_figures
from .gc_control import without_collecting
from .look.settings import AS_USUAL, Look, read_look
from .paths import CONFIGURATION, SOURCES
from .problem import Problem, stopping
from .progress import SILENT, Progress
from .proofs.copies import Copy, read_copies
from .register.claims import proved_among, texts_of
from .register.entries import gather
from .register.examining import Later
from .register.rules.context import Context, read_context
from .register.rules.duplicates import blame_the_later
from .register.signatories import Lightening, Register, read_register
from .statement.history import History, rewritten
from .statement.identity import published_at
from .statement.version import Version
from .statement.versions import none_published
from .text.pages import read_pages
from .text.source import Entry
from .workers import Work


@dataclass(frozen=True, slots=True)
class Site:
    """The versions of the text, oldest first, the register of those who endorse it, the sources.

    `copies` are those kept of what signatories' servers say, by host. `address` is where the site
    is published, with a slash at its end; empty where that is not known or nobody asked. `openings`
    are what pages say of themselves, by their paths in docs/. `figures` are by name, and `showing`
    has the path in docs/ of the page that shows one. The `record` is of what signatories did, the
    `look` what mkdocs.yml sets of colours.
    """

    versions: tuple[Version, ...]
    register: Register
    library: Library = field(default_factory=Library)
    copies: Mapping[str, Copy] = field(default_factory=dict)
    address: str = ""
    openings: Mapping[str, Opening] = field(default_factory=dict)
    figures: Mapping[str, Figure] = field(default_factory=dict)
    showing: Mapping[str, str] = field(default_factory=dict)
    record: Record = field(default_factory=Record)
    look: Look = AS_USUAL


@without_collecting()
def read_site(
    root: Path,
    blamed: Callable[[Entry], bool] = blame_the_later,
    lightened: Lightening = list,
    history: History | None = None,
    address: str | None = None,
    progress: Progress = SILENT,
    kept: Kept = NOTHING_KEPT,
    later: Later | None = None,
) -> tuple[Site, list[Problem]]:
    """The site under a folder, with every problem that keeps it from being published.

    Of two duplicates, one that is `blamed` is reported rather than one that is not. Entries whose
    problems are `lightened` to notes are left off. With a `history`, versions are held against it.
    The `address` at which the site is published is that in mkdocs.yml, unless it is given. If
    `later` is given, problems are still looked for there; one that stops makes the site void.
    """
    # Begun first: they take longer than a short register, and of a long one a fork would be large.
    rewriting = Work(partial(rewritten, root, history)) if history else None
    context, versions, problems = read_context(root)
    library, of_sources = read_library(root)
    pages, _ = read_pages(root)  # a check of the whole says what cannot be read
    early = begun_early(library, pages, context.today)
    register, of_entries = _register(kept, root, context, blamed, lightened, progress, later)
    of_deeds = context_of(context, register, library, complete=not stopping(of_entries))
    record, of_record = read_record(root, of_deeds, blamed, lightened)
    figures, look, of_drawings = _drawings(root, library)
    copies, of_copies = read_copies(root)
    address = published_at(root, address) if copies or address else ""
    proved = proved_among(register.endorsements, copies, texts_of(versions, address))
    published = published_texts(versions)
    openings, of_openings = read_openings(pages, context.today, published, context.texts)
    read = versions, register.having(proved), library, copies
    whole = *read, early, rewriting, openings, pages, address, record
    reading = Reading(root, context.today, *whole, paths=context.texts)
    site = Site(*read, address, openings, figures, pages_showing(pages), record, look)
    found = problems, of_entries, of_sources, of_record, of_drawings, of_copies, of_openings
    problems = list(chain(*found, _endorsed_draft(root, versions), checked(reading)))
    progress.end()
    return site, problems


def _endorsed_draft(root: Path, versions: Sequence[Version]) -> list[Problem]:
    """While the draft stands in for a version, the register is empty: its words may change."""
    is_draft = any(version.is_draft for version in versions)
    return [none_published()] if is_draft and gather(root)[0] else []


def _drawings(root: Path, library: Library) -> tuple[Mapping[str, Figure], Look, list[Problem]]:
    """The figures, and how the site looks, in whose colours they are drawn."""
    figures, of_figures = read_figures(root, library)
    look, of_look = read_look(root)
    return figures, look, [*of_figures, *of_look]


def _register(
    kept: Kept,
    root: Path,
    context: Context,
    blamed: Callable[[Entry], bool],
    lightened: Lightening,
    progress: Progress,
    later: Later | None,
) -> tuple[Register, list[Problem]]:
    """The register as it is kept, if neither its rules nor any source of the site has changed."""
    progress.begin(1)
    progress.now("reading the register")
    return kept.made(
        "register",
        lambda: (context, blamed, lightened, contents(root, (CONFIGURATION, *SOURCES))),
        lambda: read_register(root, context, blamed, lightened, progress, later),
    )
