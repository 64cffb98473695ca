"""Verifying a site: what it publishes against itself, kept copies and signatories' servers."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from ..paths import PROOFS
from ..problem import counted, quoted
from ..progress import Progress
from ..proofs.claimants import provable_among
from ..proofs.copies import TEXT
from ..register.claims import Texts
from .kept_by_site import kept_copies, listed_copies, unjudged, wanted_copies
from .listed import FILE as SIGNATORIES
from .listed import LARGEST as LARGEST_REGISTER
from .listed import Listed, ListedRegister, read_signatories
from .published_statement import FILE as STATEMENT
from .published_statement import LARGEST as LARGEST_STATEMENT
from .published_statement import PublishedStatement, read_statement
from .self_contradictions import SelfFault, ServedText, register_faults, served_texts
from .site_files import SiteFiles
from .verdicts import Answer, Heard, Verdict, verdict_of

# What the servers of websites say, by the keys of their hosts, and whether an interrupt ended it.
AskServers = Callable[[Sequence[str], Progress], tuple[Mapping[str, Heard], bool]]

# What is asked for where a site has no statement.json.
_BEGINNING = "; this file is where a site begins: give that address, or that folder"


class UnreadableError(Exception):
    """A site cannot be verified since a file of it cannot be read; the text says which, and why."""


@dataclass(slots=True)
class Verification:
    """What was found of a site: the texts that it serves, what it says against itself, verdicts.

    `withdrawn` counts the signatories that it does not list as endorsing anything; `copies_left`
    and `unasked` the kept copies and the servers that were to be asked and were not, since the run
    was `stopped` or its time was over.
    """

    statement: PublishedStatement
    texts: Sequence[ServedText] = ()
    faults: list[SelfFault] = field(default_factory=list)
    verdicts: list[Verdict] = field(default_factory=list)
    withdrawn: int = 0
    copies_left: int = 0
    unasked: int = 0
    stopped: bool = False

    @property
    def contradicted(self) -> bool:
        """Whether anything contradicts anything."""
        return any(each.contradicts for each in self.faults) or any(
            each.answer is Answer.CONTRADICTED for each in self.verdicts
        )

    @property
    def unread(self) -> bool:
        """Whether a file of the site could not be had, so that not all is known."""
        return any(each.unread for each in self.faults)


def verified(
    files: SiteFiles, servers: AskServers | None, progress: Progress, today: date
) -> Verification:
    """What is found of a site today; of its signatories' servers nothing where these are none.

    Raises `UnreadableError` where its statement or its register cannot be read. An interrupt
    (Ctrl-C) ends it with what is known until then.
    """
    run = _Run(*_opened(files, progress), files, progress)
    run.found.unasked = len(run.hosts_to_ask) if servers else 0
    try:
        run.read_texts()
        run.read_copies(today)
        if servers:
            run.ask(servers)
    except KeyboardInterrupt:
        run.found.stopped = True
    finally:
        progress.end()
    run.found.verdicts = list(run.verdicts())
    run.found.withdrawn = run.withdrawn
    return run.found


def _opened(files: SiteFiles, progress: Progress) -> tuple[Verification, ListedRegister]:
    """The statement and the register of a site; raises `UnreadableError` without either."""
    progress.begin(2)
    content = _read(files, STATEMENT, LARGEST_STATEMENT, progress)
    statement, why = read_statement(content, files.address)
    if statement is None:
        raise UnreadableError(f"{files.address}{STATEMENT} {why}")
    content = _read(files, SIGNATORIES, LARGEST_REGISTER, progress)
    register, why = read_signatories(content)
    if register is None:
        raise UnreadableError(f"{files.address}{SIGNATORIES} {why}")
    progress.end()
    return Verification(statement), register


def _read(files: SiteFiles, path: str, largest: int, progress: Progress) -> bytes:
    """The content of a file; raises `UnreadableError` where it cannot be had."""
    progress.now(f"{files.address}{path}")
    content, why, missing = files.read(path, largest)
    if content is None:
        ask = _BEGINNING if missing and path == STATEMENT else ""
        raise UnreadableError(f"{files.address}{path} {why}{ask}")
    progress.done()
    return content


class _Run:
    """What is known of a site so far: the hosts of its signatories by id, and what was heard."""

    def __init__(
        self,
        found: Verification,
        register: ListedRegister,
        files: SiteFiles,
        progress: Progress,
    ) -> None:
        self.found = found
        self._signatories = register.signatories
        self._register = register
        self._files = files
        self._progress = progress
        provable = provable_among([each.claimant for each in self._signatories])
        ids = [each.id for each in self._signatories]
        self._provable = dict(zip(ids, provable, strict=True))
        self._hosts = {who: each.host if each else "" for who, each in self._provable.items()}
        self._kept = dict[str, Heard]()
        self._now: Mapping[str, Heard] = {}

    @property
    def hosts_to_ask(self) -> frozenset[str]:
        """The keys of the hosts of those that endorse and have not ended."""
        asked = filter(self._is_asked, self._signatories)
        return frozenset(self._hosts[each.id] for each in asked)

    @property
    def withdrawn(self) -> int:
        """How many signatories have no endorsement that stands."""
        return sum(not each.standing for each in self._signatories)

    def read_texts(self) -> None:
        """Read the texts and the register, and hold them against the statement."""
        self.found.texts, faults = served_texts(self.found.statement, self._files)
        faults += register_faults(self.found.statement, self._register, self._files)
        self.found.faults += [*faults, *self._proved_elsewhere()]
        self._refuse_change(any(each.contradicts for each in faults))

    def read_copies(self, today: date) -> None:
        """Read the kept copies of the signatories' hosts, as they are today."""
        graded = frozenset(
            self._hosts[each.id]
            for each in self._signatories
            if any(entry.proved for entry in each.standing)
        )
        every = dict.fromkeys(filter(None, self._hosts.values()))
        wanted = wanted_copies(every, graded, listed_copies(self._files))
        if unjudged(wanted):
            message = "no signature of a kept copy was judged without ssh-keygen; install OpenSSH"
            self.found.faults.append(SelfFault(message))
        self.found.copies_left = len(wanted)
        self._progress.begin(len(wanted))
        for host, heard in kept_copies(self._files, wanted, today):
            self._progress.now(f"the kept copy of {host}")
            self._progress.done()
            self._kept[host] = heard
            self.found.copies_left -= 1
        self._progress.end()
        unknown = [each for each in self._kept.values() if each.unknown]
        if unknown:
            count = counted(len(unknown), "kept copy was", "kept copies were")
            such = f"such as {unknown[0].address}, which {unknown[0].why}"
            self.found.faults.append(SelfFault(f"{count} not read, {such}", unread=True))
        judged = self.verdicts() if self._kept else ()
        self._refuse_change(any(each.contradictions for each in judged))

    def _refuse_change(self, contradicts: bool) -> None:
        """Raise `UnreadableError` where what contradicts may be of two publications of the site."""
        if contradicts and (change := self._files.change()):
            raise UnreadableError(f"{self._files.address}{STATEMENT} {change}")

    def _proved_elsewhere(self) -> Iterator[SelfFault]:
        """A grade that is said to follow from another file than the copy of the host."""
        for each in self._signatories:
            host, graded = self._hosts[each.id], quoted(each.id)
            own = f"{self.found.statement.address}{PROOFS}/{host}/{TEXT}"
            for entry in each.standing:
                if entry.proved and not host:
                    message = f"{graded} is graded as proved, and has no host that may prove it"
                    yield SelfFault(message, contradicts=True)
                elif entry.proof not in ("", own):
                    message = f"{graded} is graded by {quoted(entry.proof)}, which is not {own}"
                    yield SelfFault(message, contradicts=True)

    def ask(self, servers: AskServers) -> None:
        """Ask those hosts what they say."""
        websites = [each.latest.website for each in self._signatories if self._is_asked(each)]
        self._now, self.found.stopped = servers(websites, self._progress)
        self.found.unasked = len(self.hosts_to_ask - self._now.keys())

    def _is_asked(self, listed: Listed) -> bool:
        return bool(self._hosts[listed.id] and listed.standing) and not listed.latest.ended

    def verdicts(self) -> Iterator[Verdict]:
        """A verdict on each signatory with an endorsement that stands, in the order of the site."""
        texts = self._texts()
        for each in self._signatories:
            host = self._hosts[each.id]
            if each.standing:
                heard = self._now.get(host), self._kept.get(host)
                yield verdict_of(each, self._provable[each.id], texts, *heard)

    def _texts(self) -> Texts:
        """The digests of the texts as they are served, or else as they are stated."""
        texts = self.found.statement.texts
        served = {each.text.address: each.sha256 for each in self.found.texts if each.sha256}
        return Texts(
            {each.version: each.address for each in texts},
            {each.address: each.sha256 for each in texts} | served,
        )
