"""What a run of `undersigned proofs` has to know of a site before it asks anybody."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..links.run import user_agent
from ..links.settings import read_settings
from ..paths import PROOFS
from ..problem import Problem, Severity, setting_problem, stopping
from ..proofs.copies import Copy, folder_of, read_copies
from ..register.claims import Claimed, claims_of, texts_of
from ..register.kept_copies import faults_of_copies
from ..register.rules.context import read_context
from ..register.signatories import read_register
from ..statement.identity import published_at
from .asked import asked_hosts, places_in
from .keeping import recover
from .outcomes import Asked
from .remarks import RegisterIndex


@dataclass(frozen=True, slots=True)
class ProofSite:
    """A site whose copies are kept: what each host may prove, and what is kept of it.

    `left_off` counts the problems of the register, whose entries are not asked about; `problems`
    are those of the copies. `agent` is how the site is called to servers.
    """

    root: Path
    claims: Mapping[str, Sequence[Claimed]]
    copies: Mapping[str, Copy]
    register: RegisterIndex
    agent: str
    problems: tuple[Problem, ...] = ()
    left_off: int = 0

    def problems_at(self, hosts: Collection[str]) -> list[Problem]:
        """The problems of copies: all where every host is asked, else those of these hosts."""
        if len(hosts) == len(self.claims):
            return [*self.problems]
        folders = {folder_of(host) for host in hosts}
        return [each for each in self.problems if "/".join(each.path.split("/")[:2]) in folders]

    def asked(self, named: Sequence[str] = (), accepting: Sequence[str] = ()) -> list[Asked]:
        """The hosts to ask: those that are given, or else all of them."""
        broken = {each.path.split("/")[1] for each in stopping(self.problems) if "/" in each.path}
        return [
            Asked(
                host,
                claims,
                self.copies.get(host),
                named=host in named,
                accepts=host in accepting,
                broken=host in broken and host not in self.copies,
            )
            for host, claims in self.claims.items()
            if not (named or accepting) or host in (*named, *accepting)
        ]


def read_proof_site(root: Path) -> tuple[ProofSite | None, list[Problem]]:
    """What is known of the site under a folder, or None and why nobody can be asked.

    What an interrupted run has left of copies is put in order first.
    """
    settings, problems = read_settings(root)
    address = published_at(root)
    if settings and not address:
        message = "site_url is not set, so no server can name the text; give the site's address"
        problems = [setting_problem(message)]
    context, versions, of_versions = read_context(root)
    problems = [*problems, *of_versions]
    if settings is None or stopping(problems):
        return None, problems
    try:
        recover(root)
    except OSError as error:
        message = f"what an interrupted run has left cannot be put in order: {error.strerror}"
        return None, [Problem(PROOFS, 1, 1, message)]
    register, of_register = read_register(root, context, lightened=_lightened)
    claims = list(claims_of(register.signatories, texts := texts_of(versions, address)))
    copies, of_copies = read_copies(root)
    if not stopping(of_register):
        hosts = {each.host for each in claims}
        strays = {host: copy for host, copy in copies.items() if host not in hosts}
        of_copies += faults_of_copies(strays, register.signatories, texts, context.today)
    numbers = {text: number for number, text in texts.addresses.items()}
    index = RegisterIndex(places_in(root, context), numbers)
    site = ProofSite(
        root,
        asked_hosts(claims),
        copies,
        index,
        user_agent(settings),
        tuple(of_copies),
        len(stopping(of_register)),
    )
    return site, []


def _lightened(problems: Iterable[Problem]) -> list[Problem]:
    """The problems as notes, so that sound entries are asked about whatever others are like."""
    return [each._replace(severity=Severity.NOTE) for each in problems]
