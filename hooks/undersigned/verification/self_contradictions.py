"""What a site says against itself: texts, digests, addresses and counts that do not agree."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from typing import NamedTuple

from ..data.register_text import PATH as REGISTER
from ..problem import counted, quoted
from ..urls import page_of
from .listed import FILE as SIGNATORIES
from .listed import ListedRegister
from .published_statement import FILE as STATEMENT
from .published_statement import PublishedStatement, PublishedText
from .site_files import Content, SiteFiles

# Bytes of a text, and of the register.
LARGEST_TEXT = 4 * 1024 * 1024
LARGEST_REGISTER = 96 * 1024 * 1024

# So many entries are named that cannot be read, or that endorse what is no version.
_NAMED = 5


class SelfFault(NamedTuple):
    """What is wrong within a site; it `contradicts` where two of its files cannot both be true.

    `unread` is whether a file could not be had, so that nothing is known.
    """

    message: str
    contradicts: bool = False
    unread: bool = False


class ServedText(NamedTuple):
    """A version, and the address and digest of what the site serves; empty where it serves none."""

    text: PublishedText
    address: str
    sha256: str


def served_texts(
    statement: PublishedStatement, files: SiteFiles
) -> tuple[list[ServedText], list[SelfFault]]:
    """The texts as the site serves them, and what is wrong with them."""
    served, faults = list[ServedText](), [*_other_site(statement, files), *_twice(statement)]
    for text in statement.texts:
        if text.path is None:
            place = f"the text of version '{text.version}' at {text.address}"
            message = f"{place} lies outside of the site, which is at {statement.address}"
            faults.append(SelfFault(message, contradicts=True))
            served.append(ServedText(text, "", ""))
            continue
        content = files.read(text.path, LARGEST_TEXT)
        digest = sha256(content.content).hexdigest() if content.content is not None else ""
        address = f"{files.address}{text.path}"
        served.append(ServedText(text, address, digest))
        faults += _of_text(text, address, content, digest)
    return served, faults


def _other_site(statement: PublishedStatement, files: SiteFiles) -> Iterator[SelfFault]:
    for address in dict.fromkeys((statement.address, statement.published)):
        if page_of(address) != page_of(files.address):
            message = f"this is a copy, a preview or a mirror of {address}"
            yield SelfFault(f"{message}, which is a site to verify, too")


def _twice(statement: PublishedStatement) -> Iterator[SelfFault]:
    """Versions with one number or one address: no reader could tell which is meant."""
    for what, values in (
        ("version", [each.version for each in statement.texts]),
        ("address", [each.address for each in statement.texts]),
    ):
        for value, count in Counter(values).items():
            if count > 1:
                message = f"{STATEMENT} has the {what} {quoted(value)} {count} times"
                yield SelfFault(message, contradicts=True)


def _of_text(
    text: PublishedText, address: str, content: Content, digest: str
) -> Iterator[SelfFault]:
    version = f"version '{text.version}'"
    if content.content is None:
        message = f"the text of {version} at {address} {content.why}"
        yield SelfFault(message, contradicts=content.missing, unread=not content.missing)
    elif digest != text.sha256:
        says = f"while {STATEMENT} says sha256:{text.sha256} of {version}"
        yield SelfFault(f"{address} has sha256:{digest}, {says}", contradicts=True)


def register_faults(
    statement: PublishedStatement, register: ListedRegister, files: SiteFiles
) -> Iterator[SelfFault]:
    """What is wrong with the register: its digest, its count, its entries."""
    if statement.register_sha256:
        content = files.read(REGISTER, LARGEST_REGISTER)
        digest = sha256(content.content).hexdigest() if content.content is not None else ""
        if not digest:
            message = f"the register at {files.address}{REGISTER} {content.why}"
            yield SelfFault(message, contradicts=content.missing, unread=not content.missing)
        elif digest != statement.register_sha256:
            says = f"while {STATEMENT} says sha256:{statement.register_sha256} of it"
            yield SelfFault(f"{files.address}{REGISTER} has sha256:{digest}, {says}", True)
    if statement.entries not in (None, register.entries):
        has = counted(register.entries, "entry", "entries")
        yield SelfFault(f"{SIGNATORIES} has {has}, while {STATEMENT} says {statement.entries:,}")
    if register.unread:
        which = _some([f"{number:,}" for number in register.unread])
        yield SelfFault(f"{SIGNATORIES} has entries that cannot be read: {which}", unread=True)
    yield from _unknown_versions(register, {each.version: each for each in statement.texts})


def _unknown_versions(
    register: ListedRegister, known: Mapping[str, PublishedText]
) -> Iterator[SelfFault]:
    lost = [
        f"{quoted(each.id)} on version '{entry.version}'"
        for each in register.signatories
        for entry in each.standing
        if entry.version not in known
    ]
    if lost:
        yield SelfFault(f"{STATEMENT} lacks versions that entries endorse: {_some(lost)}", True)


def _some(values: Sequence[str]) -> str:
    more = len(values) - _NAMED
    shown = ", ".join(values[:_NAMED])
    return f"{shown} and {more:,} more" if more > 0 else shown
