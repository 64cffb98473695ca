"""Which problems of a site a change is to blame for: one rule for the checker and for the build.

A problem on lines that the change touches is its own. A problem elsewhere is its own if the site
did not have it before, at the merge base. All others are downgraded to notes.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from ..bibliography.files import files_named
from ..checks import never_cited_anywhere
from ..lists import LISTS
from ..paths import CONFIGURATION, PAGES, SOURCES, VERSIONS
from ..problem import Problem, stopping
from ..progress import SILENT, Progress
from ..register.entries import gather
from ..site import Site, read_site
from ..statement.history import History, rewritten
from ..statement.identity import address_in, same_statement
from ..statement.lock import rewritten_versions
from ..statement.naming import texts_set_in
from ..statement.versions import is_text
from ..text.source import Entry, Source, read_source
from ..text.yaml_nodes import composed
from ..text_paths import TextPaths
from .diff import Diff, diff_since, parting, text_before
from .snapshot import site_at

# A line number in the text of a message, such as that of 'signatories.yml:12'.
_LINE = re.compile(r":[0-9]+")


@dataclass(frozen=True, slots=True)
class Change:
    """What a branch changes since its merge base with a revision.

    `versions_before` and `configuration_before` are the texts of versions.yml and of mkdocs.yml at
    the merge base, empty where they did not exist; `merge_base` is that commit. With a `history`,
    versions are held against it as well.
    """

    diff: Diff
    versions_before: str
    configuration_before: str
    merge_base: str
    history: History | None = None

    def brings(self, entry: Entry) -> bool:
        """Whether the change touches a line of an entry: a new or edited entry is its own."""
        return self.diff.touch(entry)

    def leaves(self, entry: Entry) -> bool:
        """Whether the change touches no line of an entry."""
        return not self.brings(entry)

    def judged(self, root: Path, problems: Iterable[Problem]) -> list[Problem]:
        """The problems as the checker reports them, and those of rewriting published versions.

        A problem on lines that the change does not touch is downgraded to a note only if it was
        there before. A new one is the change's wherever it is: removing a source breaks citations
        on other pages, and an unclosed quote breaks entries far below it. The site as it was is
        read only if a problem could be downgraded, since that takes as long as a whole check.
        Raises `HistoryError` where git cannot read the merge base.
        """
        all_problems = list(problems)
        downgraded = self.diff.lighten(all_problems)
        if stopping(all_problems) != stopping(downgraded):
            was_there = self._was_there_before(root)
            pairs = zip(all_problems, downgraded, strict=True)
            downgraded = [note if was_there(problem) else problem for problem, note in pairs]
        return [*downgraded, *self._rewritten_versions(root)]

    def _was_there_before(self, root: Path) -> Callable[[Problem], bool]:
        """A predicate: whether the site at the merge base had a problem of equal path and words.

        If versions, sources or any entry could not be read there, more problems may have existed
        than were found. The predicate then holds for all, so that the change is not blamed for
        problems which that fault had hidden.
        """
        with self._before(root) as before:
            site, problems = read_site(before)
            uncited = list(never_cited_anywhere(before, site.library))
            published = rewritten(before, self.history) if self.history else ()
            incomplete = bool(stopping(_of_reading(before))) or _is_unreadable(site, problems)
        known = {_identity(each) for each in (*problems, *uncited, *published)}
        return lambda problem: incomplete or _identity(problem) in known

    @contextmanager
    def _before(self, root: Path) -> Iterator[Path]:
        """The site as it was, with the files of the bibliography that were listed there."""
        with site_at(root, self.merge_base, (CONFIGURATION,)) as before:
            listed = files_named(before)
        paths = dict.fromkeys((*SOURCES, *listed, CONFIGURATION, PAGES))
        with site_at(root, self.merge_base, list(paths)) as before:
            yield before

    def buildable(self, problems: Iterable[Problem]) -> list[Problem]:
        """The problems as a build reports them: downgraded where the build can leave them out.

        Every problem on lines that the change does not touch is downgraded to a note, except one
        of versions.yml or of a published text: no page may show words other than those signed.
        """
        all_problems = list(problems)
        pairs = zip(all_problems, self.diff.lighten(all_problems), strict=True)
        texts = texts_set_in(
            composed(Source(CONFIGURATION, self.configuration_before), aliases=True)[0]
        )[0]
        return [problem if _is_of_a_text(problem, texts) else note for problem, note in pairs]

    def _rewritten_versions(self, root: Path) -> list[Problem]:
        """The problems of a change that alters what versions.yml said of a published version.

        The list may be consistent as it is now and yet have another digest, or another date that
        moves a signature to another version; only a comparison with the list before shows that.
        Of signatures, only those of entries that the change does not touch are compared.
        """
        after, _ = read_source(root, VERSIONS)
        if after is None or after.text == self.versions_before:
            return []
        if (addresses := self.readdressed(root)) and all(addresses):
            return []  # what another statement has published binds no new one
        untouched = [entry for entry in gather(root)[0] if self.leaves(entry)]
        return list(rewritten_versions(self.versions_before, after.text, untouched))

    def readdressed(self, root: Path) -> tuple[str, str] | None:
        """The statement's address before and after, if it has become another one.

        Empty where it is not plain to all readers of YAML; none where there was no configuration.
        """
        source, _ = read_source(root, CONFIGURATION)
        before = address_in(Source(CONFIGURATION, self.configuration_before))
        after = address_in(source) if source else None
        known = (before is None) is (after is None) and same_statement(before, after)
        return None if known or not self.configuration_before else (before or "", after or "")

    def site(
        self, root: Path, address: str | None = None, progress: Progress = SILENT
    ) -> tuple[Site, list[Problem]]:
        """The site to build, without entries whose problems the change did not bring.

        Of two duplicates the checker blames the entry that the change brought. A build is to show
        what the change brings, so it blames the other entry and leaves that off: a preview does
        not fail over what was merged meanwhile. The `address` is that of the published site, if the
        engine knows it. Raises `HistoryError` where git cannot read the merge base.
        """
        site, problems = read_site(
            root, self.leaves, self.buildable, self.history, address, progress
        )
        reported = [
            *self.buildable(problems),
            *self._rewritten_versions(root),
            *self._made_unreadable(root),
        ]
        if not site.library.complete:
            reported = _with_restored(problems, reported, {*site.library.files, CONFIGURATION})
        return site, reported

    def _made_unreadable(self, root: Path) -> list[Problem]:
        """The problems, new since the merge base, that keep entries from being read.

        A reader may fail on a line that the change does not touch, such as one behind a quote that
        it opened. Such problems have been downgraded, so they are compared with those before.
        """
        found = stopping(_of_reading(root))
        if stopping(self.diff.lighten(found)) == found:
            return []
        was_there = self._was_there_before(root)
        return [problem for problem in found if not was_there(problem)]


def change_since(root: Path, revision: str, history: History | None = None) -> Change:
    """What has changed under a folder since its merge base with a revision.

    With a `history`, versions are held against it as well.

    Raises `HistoryError` where there is no repository or no such revision.
    """
    base = parting(root, revision)
    return Change(
        diff_since(root, base),
        text_before(root, base, VERSIONS),
        text_before(root, base, CONFIGURATION),
        base,
        history,
    )


def _of_reading(root: Path) -> list[Problem]:
    """The problems of reading the entries of a site, whichever list they are in."""
    return [problem for kept in LISTS for problem in gather(root, kept)[1]]


def _is_unreadable(site: Site, problems: Iterable[Problem]) -> bool:
    """Whether versions or sources could not be read, by which entries and pages are checked."""
    paths = {problem.path for problem in problems}
    return VERSIONS in paths or not site.library.complete


def _identity(problem: Problem) -> tuple[str, str]:
    """What identifies a problem before and after a change: its path and the fault it states.

    Line numbers are removed, since lines move, and so is the advice behind the first semicolon.
    """
    return problem.path, _LINE.sub(":", problem.message.partition(";")[0])


def _is_of_a_text(problem: Problem, texts: TextPaths) -> bool:
    """Whether a problem is about versions.yml or a published text."""
    return problem.path == VERSIONS or any(
        is_text(path, texts) for path in (problem.path, problem.also)
    )


def _with_restored(
    problems: Sequence[Problem], reported: Sequence[Problem], paths: Collection[str]
) -> list[Problem]:
    """The reported problems, with those of some files, the bibliography's, as severe as they are.

    For a site whose sources cannot all be read: a build around one would lose the notes of every
    page that cites it.
    """
    original = [problem for problem in problems if problem.path in paths]
    return [*(each for each in reported if each.path not in paths), *original]
