"""The signatories that a site lists, read from its signatories.json, which nobody vouches for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from ..dates import StatedDate, stated_date
from ..evidence.grades import Grade
from ..fields import LONGEST_NAME
from ..gc_control import without_collecting
from ..model import recency
from ..proofs.claimants import Claimant
from ..statement.versions import NUMBER
from ..urls import LONGEST, refusal
from .long_json import JsonError, read_members

FILE = "signatories.json"

# Twice a register of 100,000 entries, in bytes (measured: 40 MB) and in entries.
LARGEST = 96 * 1024 * 1024
MOST = 200_000

_FORMAT = 1
_LONGEST_ID = 200

# Entries of one signatory: each is of another version, and each is judged with the names of all.
_MOST_OF_ONE = 200


class ListedEntry(NamedTuple):
    """One endorsement as a site lists it.

    `proved` is whether the site grades it as proved by the signatory's own server, on the day
    `proved_on`, with its kept copy at the address `proof`. `url` is the entry's own address, and
    `heirs` are the ids of what the signatory was part of and of what has succeeded it.
    """

    name: str
    formerly: tuple[str, ...]
    website: str
    signed: StatedDate
    version: str
    proved: bool
    proved_on: str
    proof: str
    withdrawn: bool
    ended: StatedDate | None
    heirs: tuple[str, ...]
    url: str


class Listed(NamedTuple):
    """A signatory as a site lists it, with its endorsements, the latest first."""

    id: str
    entries: tuple[ListedEntry, ...]

    @property
    def latest(self) -> ListedEntry:
        """What was signed last, which says what the signatory is called and where its site is."""
        return self.entries[0]

    @property
    def standing(self) -> tuple[ListedEntry, ...]:
        """The endorsements that the site does not list as withdrawn."""
        return tuple(each for each in self.entries if not each.withdrawn)

    @property
    def claimant(self) -> Claimant:
        """Whom servers are asked about."""
        latest, earlier = self.entries[0], self.entries[1:]
        formerly = (*latest.formerly, *(each.name for each in earlier))
        return Claimant(self.id, latest.name, latest.website, formerly, latest.ended, latest.heirs)


@dataclass(slots=True)
class ListedRegister:
    """The signatories of a site in its own order, the number of entries, and of unread ones."""

    signatories: list[Listed] = field(default_factory=list)
    entries: int = 0
    unread: list[int] = field(default_factory=list)


@without_collecting()
def read_signatories(content: bytes) -> tuple[ListedRegister | None, str]:
    """The signatories in a file, or None and why it cannot be read."""
    found = dict[str, list[ListedEntry]]()
    register = ListedRegister()

    def take(item: Any) -> None:
        register.entries += 1
        entry = _entry(item) if isinstance(item, dict) else None
        others = found.setdefault(item["id"], []) if entry else []
        if entry is None or len(others) == _MOST_OF_ONE:
            register.unread.append(register.entries)
        else:
            others.append(entry)

    try:
        text = content.decode("utf-8-sig")
        members = read_members(text, "signatories", take, MOST)
    except UnicodeDecodeError:
        return None, "is not UTF-8"
    except JsonError as error:
        return None, str(error)
    if members.get("format") != _FORMAT or "signatories" not in members:
        return None, "is not in format 1, which this program reads; see whether there is a newer"
    for who, entries in found.items():
        entries.sort(key=_recency, reverse=True)
        register.signatories.append(Listed(who, tuple(entries)))
    return register, ""


def _recency(entry: ListedEntry) -> tuple[int, tuple[int, ...]]:
    return recency(entry.signed, entry.version)


def _entry(item: Mapping[str, Any]) -> ListedEntry | None:
    """An entry; None where it lacks what each has, or holds another kind of value."""
    texts = _texts(item, "id", "name", "signed", "version")
    names = _names(item.get("formerly", ()))
    if not all(texts) or names is None:
        return None
    who, name, signed, version = texts
    on = stated_date(signed)
    if on is None or len(who) > _LONGEST_ID or not NUMBER.fullmatch(version):
        return None
    if max(map(len, (name, *names))) > LONGEST_NAME:
        return None
    grade, proved_on, proof, ended = _texts(item, "grade", "proved", "proof", "ended")
    proved = grade == Grade.PROVED or bool(proved_on) or bool(proof)
    return ListedEntry(
        name, names, _address(item.get("website")), on, version, proved, proved_on, proof,
        bool(item.get("withdrawn")), stated_date(ended),
        tuple(_texts(item, "part_of", "succeeded_by")), _address(item.get("url")),
    )  # fmt: skip


def _texts(item: Mapping[str, Any], *names: str) -> Sequence[str]:
    """The values of members, each empty where it is no text."""
    values = map(item.get, names)
    return [each if isinstance(each, str) else "" for each in values]


def _names(given: Any) -> tuple[str, ...] | None:
    """The values of a field that may have several; None where they are no texts."""
    several = given if isinstance(given, list | tuple) else (given,)
    return tuple(several) if all(isinstance(each, str) for each in several) else None


def _address(given: Any) -> str:
    """An address that can be asked; empty where none is given."""
    return given if isinstance(given, str) and len(given) <= LONGEST and not refusal(given) else ""
