"""A site judged by what a change brings: the one rule of the checker and of the build."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..bibliography.citation_checks import never_cited
from ..paths import BIBLIOGRAPHY, PAGES, SOURCES, VERSIONS
from ..problem import Problem, stopping
from ..register.entries import gather
from ..site import Site, read_site
from ..statement.lock import rewritten_versions
from ..statement.versions import is_text
from ..text.source import Entry, Source, read_source
from .diff import Diff, diff_since, parting, text_before
from .snapshot import site_at

_LINE = re.compile(r":[0-9]+")


@dataclass(frozen=True, slots=True)
class Change:
    """What a branch changes, and what versions.yml said where the history `parted`."""

    changes: Diff
    versions_before: str
    parted: str

    def brings(self, entry: Entry) -> bool:
        """Whether an entry, or a line of it, is the change's own."""
        return self.changes.touch(entry)

    def leaves(self, entry: Entry) -> bool:
        """Whether an entry is as it was."""
        return not self.brings(entry)

    def judged(self, root: Path, problems: Iterable[Problem]) -> list[Problem]:
        """The problems, those outside the change made notes, and what it may do to no version.

        A problem that was not there before is the change's wherever it stands: to remove a source
        is to blame for its citations, and an open quote for an entry far below it.
        """
        heavy = list(problems)
        light = self.changes.lighten(heavy)
        if stopping(heavy) != stopping(light):
            known = self._known_before(root)
            pairs = zip(heavy, light, strict=True)
            light = [new if known(old) else old for old, new in pairs]
        return [*light, *self._trespasses(root)]

    def _known_before(self, root: Path) -> Callable[[Problem], bool]:
        """Whether a problem was there before; every one where not all could be read."""
        with site_at(root, self.parted, (*SOURCES, PAGES)) as before:
            site, problems = read_site(before)
            uncited = list(never_cited(before, site.library))
            unread = gather(before)[1] or _are_unread(site, problems)
        found = {_words(each) for each in (*problems, *uncited)}
        return lambda problem: bool(unread) or _words(problem) in found

    def buildable(self, problems: Iterable[Problem]) -> list[Problem]:
        """The problems, made notes where they are outside the change and can be built around.

        What people signed cannot: no page shows words that may be others.
        """
        heavy = list(problems)
        lightened = zip(heavy, self.changes.lighten(heavy), strict=True)
        return [old if _is_of_a_text(old) else light for old, light in lightened]

    def _trespasses(self, root: Path) -> list[Problem]:
        after = read_source(root, VERSIONS)
        if not isinstance(after, Source) or after.text == self.versions_before:
            return []
        standing = [entry for entry in gather(root)[0] if self.leaves(entry)]
        return list(rewritten_versions(self.versions_before, after.text, standing))

    def site(self, root: Path) -> tuple[Site, list[Problem]]:
        """The site to build, without the entries that have problems outside the change.

        The checker tells the entry that a change brought of a clash with another. What is built
        shows what a change brings, so here the other is told, and left off: a preview is not
        red over what somebody else has merged meanwhile.
        """
        site, problems = read_site(root, self.leaves, self.buildable)
        told = self.buildable(problems) + self._trespasses(root) + self._made_unreadable(root)
        return site, told if site.library.entries else _with_form_of_sources(problems, told)

    def _made_unreadable(self, root: Path) -> list[Problem]:
        """What keeps entries from being read since the change, wherever a reader stumbles."""
        found = stopping(gather(root)[1])
        if stopping(self.changes.lighten(found)) == found:
            return []
        known = self._known_before(root)
        return [problem for problem in found if not known(problem)]


def change_since(root: Path, revision: str) -> Change:
    """What has changed since the history parted from a revision; raises `HistoryError`."""
    return Change(
        diff_since(root, revision),
        text_before(root, revision, VERSIONS),
        parting(root, revision),
    )


def _are_unread(site: Site, problems: Iterable[Problem]) -> bool:
    """Whether versions or sources could not be read, by which all else is judged."""
    paths = {problem.path for problem in problems}
    return VERSIONS in paths or (BIBLIOGRAPHY in paths and not site.library.entries)


def _words(problem: Problem) -> tuple[str, str]:
    """What a problem says, whatever has moved since and however it is to be mended."""
    return problem.path, _LINE.sub(":", problem.message.partition(";")[0])


def _is_of_a_text(problem: Problem) -> bool:
    return problem.path == VERSIONS or any(map(is_text, (problem.path, problem.also)))


def _with_form_of_sources(problems: Sequence[Problem], told: Sequence[Problem]) -> list[Problem]:
    """What is told, with the problems of a bibliography that cannot be read as they were.

    Without one, every page that cites a source would lose its notes.
    """
    unreadable = [problem for problem in problems if problem.path == BIBLIOGRAPHY]
    return [*(each for each in told if each.path != BIBLIOGRAPHY), *unreadable]
