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


def newly_served(website: str, network: Network, agent: str, end: float) -> tuple[Copy | None, str]:
    """What the server of a website serves, as it would be kept; or none and why, as a message.

    Nothing is asked after `end`, a time of `monotonic`.
    """
    host = host_key(website)
    fetched = fetch_all([website], network, agent, end).found.get(host)
    if fetched is None:
        return None, f"https://{host}/{PATH} was not asked in time; try again later"
    copy = copy_of_served(fetched.served) if fetched.served else None
    return (copy, "") if copy else (None, f"{fetched.address} {fetched.why}")


def in_place_of_kept(copy: Copy, site: ProofSite) -> tuple[Copy | None, str]:
    """The copy to keep at a host of which one is kept; or none and why, as a message.

    Where the bytes are the same, it is the one that is there. A new one that proves less of others,
    or is signed by another key, is for a maintainer to judge.
    """
    kept = site.copies.get(copy.host)
    comparison = compared(kept, copy, site.claims.get(copy.host, ()))
    if kept and comparison.same_bytes:
        return kept, ""
    if comparison.proves_less:
        return None, f"{copy.record.address} {_LESS} 'undersigned proofs {copy.host}'"
    return copy, ""
