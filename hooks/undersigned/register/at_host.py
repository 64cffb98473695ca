"""Whose endorsement a line on a host is to prove, by who is in the register with that host."""

from collections.abc import Sequence
from typing import NamedTuple

from ..model import Signatory
from ..problem import quoted
from ..proofs.endorsements_txt import name_form
from ..proofs.hosts import host_key
from ..proofs.judgement import Claim
from .claims import Claimed, Texts, claims_of


class AtHost(NamedTuple):
    """The claim that a line is for, or none where it must give a name.

    `words` are what a person should know of it: why there is none, or what else follows. The entry
    is there already where the register claims this endorsement.
    """

    claim: Claim | None
    words: str = ""
    has_entry: bool = False


def claim_at(
    website: str, name: str, address: str, signatories: Sequence[Signatory], texts: Texts
) -> AtHost:
    """The claim that a line about the text at an address is for, on the host of a website.

    It is that of the name, if one is given, and else of the one signatory there. The register may
    have nobody there yet.
    """
    claimed = list(claims_of(signatories, texts, frozenset((host_key(website),))))
    there = list({each.endorsement.signatory: each.claim for each in claimed}.values())
    found, words = _named(name, there, texts) if name else _of_the_one(there, texts)
    if found is None:
        return AtHost(None, words)
    if found.has_namesake:
        several = f"the register has several called {quoted(found.name)} with this host"
        return AtHost(None, f"{several}, and no line tells which; give a domain of its own")
    claim = found._replace(address=address)
    elsewhere = "" if found in there else _elsewhere(name, signatories)
    return AtHost(claim, elsewhere or words, _has_entry(claim, claimed))


def _has_entry(claim: Claim, claimed: Sequence[Claimed]) -> bool:
    return any(each.claim == claim for each in claimed)


def _named(name: str, there: Sequence[Claim], texts: Texts) -> tuple[Claim, str]:
    """The claim of a name, with what follows where it is new beside others."""
    for claim in there:
        if name in claim.names:
            return claim, ""
    claim = Claim(name, (), texts.digests, "", must_name=bool(there))
    if not there:
        return claim, ""
    note = f"the register has {_names(there)} with this host, and {quoted(name)} not yet"
    return claim, f"{note}; once it has both, no line counts there without a name"


def _of_the_one(there: Sequence[Claim], texts: Texts) -> tuple[Claim | None, str]:
    """The claim of the only one at a host; none where a line there must give a name."""
    if not there:
        return Claim("", (), texts.digests, ""), ""
    if not there[0].must_name:
        return there[0], ""
    if len(there) == 1:
        why = f"the website of {_names(there)} is a part of this host"
    else:
        why = f"the register has {_names(there)} with this host"
    return None, f"{why}, so a line there must name its signatory; give the name with --name"


def _elsewhere(name: str, signatories: Sequence[Signatory]) -> str:
    """What to know of a name that the register has with another website; empty where it has not."""
    for each in signatories:
        if name and name_form(each.name) == name and each.latest.website:
            where = f"the register has {quoted(name)} with the website {each.latest.website}"
            return f"{where}; no other host proves that entry"
    return ""


def _names(there: Sequence[Claim]) -> str:
    return " and ".join(quoted(each.name) for each in there)
