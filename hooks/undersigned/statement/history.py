"""Published versions against the history of the published branch: what was published stays."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from ..git import LACKING, HistoryError, asked, blobs, in_work_tree
from ..paths import CONFIGURATION, VERSIONS
from ..problem import Problem, Severity, quoted, stopping
from ..revisions import default_branch, resolved
from ..text.source import MEBIBYTE, Source, decoded, read_source
from ..text.yaml_reader import read_entries
from .commits import Listing, lines_of
from .identity import address_in, same_statement
from .published import Published, contradictions, published_in
from .unpushed import unsettled


@dataclass(frozen=True, slots=True)
class History:
    """Where the history of a site is: a folder of its repository, and its published branch.

    `tips` are the commits at the ends of that branch; `remote` is its full name where it is one of
    the remote's. `address` is `extra.statement.address` as an engine has read it; None where
    mkdocs.yml is to be asked. `failure` is why git cannot say, if it cannot.
    """

    repository: Path
    tips: tuple[str, ...]
    remote: str = ""
    address: str | None = None
    failure: str = ""


# In bytes; no list of versions and no configuration is longer, and a history may hold many.
_LARGEST = MEBIBYTE // 4

# Names the published branch where it is another than the usual one; hosts and workflows set it.
BRANCH = "PUBLISHED_BRANCH"


def history_of(
    root: Path, variables: Mapping[str, str], address: str | None = None
) -> History | None:
    """The history of a site, whose published branch the environment may name.

    None where the site is in no repository. Raises `HistoryError` where there is no such branch.
    """
    if not in_work_tree(root.resolve()):
        return None
    names = variables.get(BRANCH, "")
    try:
        tips = tuple(resolved(root, each) for each in names.split())
    except HistoryError as error:
        message = f"cannot tell what {BRANCH} {quoted(names)} has published: {error}"
        raise HistoryError(message) from error
    if tips:
        return History(root, tips, address=address)
    branch, tips = _usual(root)
    return History(root, tips, branch, address, "" if tips else _failure(root))


# The published branch where none is named and the default one of the remote is not known.
_USUAL = ("refs/remotes/origin/main", "refs/heads/main", "HEAD")


def rewritten(root: Path, history: History) -> list[Problem]:
    """The problems of a site whose versions are not those that its branch has published.

    Every list counts that the branch's first parents had of the same statement, which is known by
    `extra.statement.address`, whatever came between: the present list is held against each version
    as it was first published. Where the clone lacks history, that is a warning.
    """
    source, _ = read_source(root, VERSIONS)
    if history.failure:
        return [_unmade(history.failure)]
    if source is None or not history.tips:
        return []
    try:
        found = [each for tip in history.tips for each in _held_against(root, source, history, tip)]
        if history.remote and not stopping(found):
            address = history.address or address_of(root)
            listed = read_entries(source)[0]
            found += unsettled(history.repository, history.remote, listed, address)
        return list(dict.fromkeys([*found, *_shallow(history.repository)]))
    except HistoryError as error:
        return [_unmade(str(error))]


def _usual(root: Path) -> tuple[str, tuple[str, ...]]:
    """The published branch and its end; none where nothing has been committed."""
    for each in filter(None, (default_branch(root, "origin"), *_USUAL)):
        with suppress(HistoryError):
            return each, (resolved(root, each),)
    return "", ()


def _failure(root: Path) -> str:
    """Why git finds no commit; empty where there simply is none yet."""
    try:
        asked(root, "rev-parse", "--git-dir")
    except HistoryError as error:
        return str(error)
    return ""


def _held_against(root: Path, source: Source, history: History, tip: str) -> Iterator[Problem]:
    """The problems of a present list that contradicts what a branch has published."""
    address = history.address or address_of(root)
    folder = asked(history.repository, "rev-parse", "--show-prefix").strip("\n").rstrip("/")
    listed, faults = read_entries(source)
    lines = lines_of(history.repository, tip)
    contents = _contents(history.repository, [each for line in lines for each in line])
    yield from [_unmade(LACKING)] if contents.lacking else []
    for line in lines:
        own = [each for each in line if _is_own(each, contents, folder, address)]
        yield from (_unread(each) for each in own if not contents.versions_of(each)[1])
        first, others = _firsts(own, contents, bool(faults))
        wrong = list(contradictions(listed, first.values()))
        yield from wrong
        if not wrong and not faults:
            yield from map(_meanwhile, others)


def _is_own(listing: Listing, contents: "_Contents", folder: str, address: str | None) -> bool:
    """Whether a list is of the statement at an address.

    In the site's own folder, one whose address cannot be known is; elsewhere it may be of a test.
    """
    its = contents.addresses.get(listing.configuration)
    known = its is not None or listing.folder == folder
    return known and same_statement(its, address)


def address_of(root: Path) -> str | None:
    """`extra.statement.address` of the site under a folder; None where it is not plain to see."""
    source, _ = read_source(root, CONFIGURATION)
    return address_in(source) if source else None


@dataclass(frozen=True, slots=True)
class _Contents:
    """What the files of listings say, by their blobs; whether the clone is `lacking` any.

    Of a list of versions, whether the whole of it could be read.
    """

    versions: Mapping[str, tuple[Sequence[Published], bool]]
    addresses: Mapping[str, str | None]
    lacking: bool

    def versions_of(self, listing: Listing) -> tuple[Sequence[Published], bool]:
        """The versions of a listing, and whether they are all."""
        return self.versions.get(listing.versions, ((), True))


def _contents(repository: Path, listings: Sequence[Listing]) -> _Contents:
    """The contents of listings, each file read once, at once."""
    lists = {each.versions for each in listings}
    configurations = {each.configuration for each in listings if each.configuration}
    found = blobs(repository, sorted(lists | configurations))
    sources = {
        blob: decoded(VERSIONS, content)[0] if len(content) <= _LARGEST else None
        for blob, content in found.items()
    }
    return _Contents(
        {
            blob: published_in(source.text) if (source := sources[blob]) else ((), False)
            for blob in lists & found.keys()
        },
        {blob: address_in(source) for blob in configurations if (source := sources.get(blob))},
        bool((lists | configurations) - found.keys()),
    )


def _firsts(
    line: Iterable[Listing], contents: _Contents, unsure: bool
) -> tuple[Mapping[str, Published], Sequence[Published]]:
    """Each version, by number, as a line first had it, and those that differ from that later.

    Where it is `unsure` what is listed now, nothing has to be.
    """
    first: dict[str, Published] = {}
    others: dict[tuple[str, str], Published] = {}
    for each in line:
        for version in contents.versions_of(each)[0]:
            here = version._replace(
                where=f"commit {each.commit[:10]} has", stays=each.included and not unsure
            )
            if first.setdefault(version.number, here).sha256 != version.sha256:
                others.setdefault((version.number, version.sha256), here)
    return first, list(others.values())


def _meanwhile(version: Published) -> Problem:
    message = (
        f"version '{version.number}' had another text for a while, of the sha256"
        f" {version.sha256[:12]}…, as {version.where} it; who signed meanwhile may mean that one"
    )
    return Problem(VERSIONS, 1, 1, message, Severity.NOTE)


def _unread(listing: Listing) -> Problem:
    message = f"as commit {listing.commit[:10]} has it, it cannot be read whole"
    message = f"{message}; what it published is compared as far as it can be read"
    return Problem(VERSIONS, 1, 1, message, Severity.NOTE)


def _shallow(repository: Path) -> Iterator[Problem]:
    if asked(repository, "rev-parse", "--is-shallow-repository").strip() == "true":
        yield _unmade("this clone is shallow; run 'git fetch --unshallow'")


def _unmade(why: str) -> Problem:
    """A warning that the check could not be made."""
    message = f"cannot be held against all that was published: {why}"
    return Problem(VERSIONS, 1, 1, message, Severity.WARNING)
