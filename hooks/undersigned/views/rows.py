"""What a list prints of a signatory: every value a text, with nothing more to be worked out."""

from typing import NamedTuple


class Known(NamedTuple):
    """How one endorsement is known: every value a text, and empty where it has none.

    `signed_on` and `withdrawn_on` are dates as programs read them, and `verb` is what stands before
    the date in words: a page states something then, whoever replied by e-mail signed then.
    `superseded` is the version where it is no longer the one in force. Where its own server proves
    it, `copy` is the path of what that server said, from the root of the site, `served` the address
    of what it says now, and `stated` has words for other evidence, if there is any.
    """

    verb: str
    signed: str
    signed_on: str
    version: str
    superseded: str
    evidence: str
    archived: str
    symbol: str
    grade: str
    withdrawn: str
    withdrawn_on: str
    copy: str
    served: str
    stated: str


class Note(NamedTuple):
    """A sentence about a signatory without its full stop: words, then another's name, if any.

    `id` is that of the other.
    """

    before: str
    name: str
    id: str


class More(NamedTuple):
    """What few signatories have: other names, endorsements before the latest, what became of them.

    `identifiers` are its entries in other registers, with their addresses, and `deeds` is the path
    in docs/ of the page of its deeds, where a list leads to it.
    """

    formerly: tuple[str, ...]
    earlier: tuple[Known, ...]
    notes: tuple[Note, ...]
    identifiers: tuple[tuple[str, str], ...]
    deeds: str


class Row(NamedTuple):
    """A signatory as a list prints it: every value a text, and empty where it has none.

    From `verb` on it is its latest endorsement, with the values of `Known`.
    """

    name: str
    id: str
    kind: str
    country: str
    website: str
    affiliation: str
    statement: str
    verb: str
    signed: str
    signed_on: str
    version: str
    superseded: str
    evidence: str
    archived: str
    symbol: str
    grade: str
    withdrawn: str
    withdrawn_on: str
    copy: str
    served: str
    stated: str
    more: More | None


class NameRow(NamedTuple):
    """A name as a list of names prints it: every value a text, and empty where it has none.

    `address` is that of its entry, from the root of the site, and `superseded` the version where it
    is no longer the one in force.
    """

    name: str
    address: str
    affiliation: str
    kind: str
    country: str
    verb: str
    signed: str
    signed_on: str
    superseded: str
    symbol: str
    grade: str
    more: None = None
