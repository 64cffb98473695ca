"""A statement site on disk: where it begins, and what it holds once checked."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from .bibliography.checks import problems_of
from .bibliography.citation_checks import faulty_citations
from .bibliography.library import Library, read_library
from .gc_control import without_collecting
from .links.allowlist import read_exceptions
from .problem import Problem
from .register.rules.context import Context, latest_today
from .register.rules.duplicates import blame_the_later
from .register.signatories import Lightening, Register, read_register
from .statement.lock import broken_locks
from .statement.version import Version
from .statement.versions import read_versions
from .text.pages import links_among
from .text.source import Entry


@dataclass(frozen=True, slots=True)
class Site:
    """The versions of the text, oldest first, the register of those who endorse it, the sources."""

    versions: tuple[Version, ...]
    register: Register
    library: Library = field(default_factory=Library)


@without_collecting()
def read_site(
    root: Path, blamed: Callable[[Entry], bool] = blame_the_later, lightened: Lightening = list
) -> tuple[Site, list[Problem]]:
    """The site under a folder, with every problem that keeps it from being published.

    Of two entries that clash, one that is `blamed` is told rather than one that is not. Entries
    whose problems are `lightened` to notes are left off.
    """
    today = latest_today()
    versions, problems = read_versions(root, today)
    # Nobody's entry is judged by versions that have yet to be mended.
    context = Context(today, () if problems else versions)
    register, more = read_register(root, context, blamed, lightened)
    library, wrong = read_library(root)
    # A bibliography that cannot be read would make every citation unknown.
    faulty = [] if wrong else faulty_citations(root, library.entries)
    wrong += problems_of(library, today)
    broken = broken_locks(versions, register.signatories)
    others = [*faulty, *read_exceptions(root)[1], *links_among(root)]
    return Site(versions, register, library), [*problems, *broken, *more, *wrong, *others]
