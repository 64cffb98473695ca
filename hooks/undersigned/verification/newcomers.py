"""Asking the server of somebody who is not in the register yet, as whoever signs by a form."""

from ..links.network import Network
from ..proofs.copies import Copy
from ..proofs.endorsements_txt import PATH
from ..proofs.hosts import host_key
from .comparison import compared
from .fetch import fetch_all
from .outcomes import copy_of_served
from .proof_site import ProofSite

_LESS = "proves less than the copy of it that is kept; ask a maintainer in a comment to run"


def newly_served(
    site: ProofSite, website: str, network: Network, end: float
) -> tuple[Copy | None, str]:
    """What the server of a website serves, as it is to be kept; or none and why, as a message.

    Where the very bytes are kept already, it is the copy that there is. One that proves less of
    others at its host, or is signed by another key, is for a maintainer to judge. Nothing is asked
    after `end`, a time of `monotonic`.
    """
    host = host_key(website)
    fetched = fetch_all([website], network, site.agent, end).found.get(host)
    if fetched is None:
        return None, f"https://{host}/{PATH} was not asked in time; try again later"
    copy = copy_of_served(fetched.served) if fetched.served else None
    if copy is None:
        return None, f"{fetched.address} {fetched.why}"
    kept = site.copies.get(host)
    comparison = compared(kept, copy, site.claims.get(host, ()))
    if kept and comparison.same_bytes:
        return kept, ""
    if comparison.proves_less:
        return None, f"{fetched.address} {_LESS} 'undersigned proofs {host}'"
    return copy, ""
