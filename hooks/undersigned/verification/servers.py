"""What signatories' own servers say now, as a verification hears it."""

from collections.abc import Mapping, Sequence

from ..links.network import Network
from ..links.turns import begun
from ..progress import Progress
from ..proofs.endorsements_txt import PATH, read_file
from .fetch import Fetched, fetch_all
from .verdicts import Heard
from .verify import AskServers


def servers_of(network: Network, agent: str, end: float) -> AskServers:
    """How the servers of websites are asked, until a time of `monotonic`.

    They may be more than there is time for, so each day begins with others.
    """

    def ask(websites: Sequence[str], progress: Progress) -> tuple[Mapping[str, Heard], bool]:
        in_turn = begun(websites, network.clock().toordinal())
        found, stopped = fetch_all(in_turn, network, agent, end, progress)
        return {host: heard_of(each) for host, each in found.items()}, stopped

    return ask


def heard_of(fetched: Fetched) -> Heard:
    """What a server says, or why it says nothing; the remedies in that are for its owner."""
    served, why = fetched.served, fetched.why.partition(";")[0]
    if served is None:
        return Heard(fetched.address or f"https://{fetched.host}/{PATH}", why=why)
    file, why = read_file(served.text)
    why = why.partition(";")[0]
    return Heard(served.address, file, served.until, served.day, why, key=served.key_print)
