"""What a list prints of a signatory: every value a text, with nothing more to be worked out."""

from typing import NamedTuple


class Wording(NamedTuple):
    """The words that many rows share, empty where there are none.

    `verb` is what stands before the date in words: a page states something then, whoever replied by
    e-mail signed then. `superseded` is the version where it is no longer the one in force, and
    `known` is how all of one grade are known.
    """

    kind: str
    verb: str
    version: str
    superseded: str
    symbol: str
    known: str


class Since(NamedTuple):
    """What few endorsements have: the day they were withdrawn, and what a server said of them.

    Every value is a text, and empty where there is none. `withdrawn_on` is that day as programs
    read it. `copy` is the path of what the server said, from the root of the site, `served` the
    address of what it says now, and `stated` has words for other evidence, if there is any.
    """

    withdrawn: str
    withdrawn_on: str
    copy: str
    served: str
    stated: str


NOTHING = Since("", "", "", "", "")


class Known(NamedTuple):
    """How one endorsement is known; `signed_on` is the date as programs read it."""

    wording: Wording
    signed: str
    signed_on: str
    evidence: str
    archived: str
    grade: str
    since: Since


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
    in docs/ of the page of its deeds, where a list leads to it. `since` is that of the latest.
    """

    formerly: tuple[str, ...]
    earlier: tuple[Known, ...]
    notes: tuple[Note, ...]
    identifiers: tuple[tuple[str, str], ...]
    deeds: str
    since: Since


class Row(NamedTuple):
    """A signatory as a list prints it: every value a text, and empty where it has none.

    Its wording, and what stands from `signed` on, is that of its latest endorsement, as in `Known`.
    """

    wording: Wording
    name: str
    id: str
    country: str
    website: str
    affiliation: str
    statement: str
    signed: str
    signed_on: str
    evidence: str
    archived: str
    grade: str
    more: More | None

    @property
    def since(self) -> Since:
        """What its latest endorsement has that few have."""
        return self.more.since if self.more else NOTHING


class NameRow(NamedTuple):
    """A name as a list of names prints it: every value a text, and empty where it has none.

    `address` is that of its entry, from the root of the site.
    """

    wording: Wording
    name: str
    address: str
    affiliation: str
    country: str
    signed: str
    signed_on: str
    more: None = None
