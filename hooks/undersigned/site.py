"""A statement site on disk: where it begins, and what it holds once checked."""

from dataclasses import dataclass
from pathlib import Path

from .problems import Problem
from .register import Register, read_register
from .rules.circumstances import Circumstances, latest_today
from .versions import Version, read_versions

CONFIGURATION = "mkdocs.yml"

# What a site is made of besides its pages, from its root.
SOURCES = ("signatories.yml", "signatories.d", "versions.yml", "references.bib")


@dataclass(frozen=True, slots=True)
class Site:
    """The versions of the text, oldest first, and the register of those who endorse it."""

    versions: tuple[Version, ...]
    register: Register


def root_of(place: Path) -> Path | None:
    """The nearest folder at or above a place that holds mkdocs.yml."""
    candidates = (place, *place.parents)
    return next((each for each in candidates if (each / CONFIGURATION).is_file()), None)


def read_site(root: Path) -> tuple[Site, list[Problem]]:
    """The site under a folder, with every problem that keeps it from being published."""
    versions, problems = read_versions(root)
    register, more = read_register(root, Circumstances(latest_today(), versions))
    return Site(versions, register), problems + more
