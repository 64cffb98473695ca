"""What to say where a server’s file does not endorse the statement in somebody’s name."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from ..problem import quoted
from ..proofs.copies import KEY, TEXT, Copy, addressed_in
from ..proofs.endorsements_txt import Action, Line, written
from ..proofs.judgement import Judgement, Said
from ..text.source import Entry
from .asked import DOMAIN

# Of what a file says of several versions, the first of these is reported.
_FIRST = (
    Said.CONTRADICTS, Said.NAMES_SEVERAL, Said.WITHDRAWN, Said.NAMES_NOBODY, Said.NAMES_OTHER,
    Said.ANOTHER_ADDRESS,
)  # fmt: skip

# Enough to find one's own among them; a file may have hundreds.
_NAMED_AT_MOST = 5


_ADDRESSED = "holds an e-mail address, and the copy that is kept is published; remove it there"


class Mistake(NamedTuple):
    """What is to be mended, by the field whose question it is about; in the file if `on_server`."""

    field: str
    wanted: str
    found: str = ""
    on_server: bool = False


def advice_for(
    name: str,
    judgements: Sequence[Judgement],
    copy: Copy,
    texts: Mapping[str, str],
    others: Sequence[Entry],
) -> Mistake:
    """What keeps a file from endorsing any of the texts in a name, with the remedy.

    `others` are the entries of other signatories at its host.
    """
    by_said = {each.said: each.line for each in reversed(judgements)}
    said = next((each for each in _FIRST if by_said.get(each)), Said.NOTHING)
    line = by_said.get(said)
    if line and said is Said.NAMES_OTHER:
        message = f"line {line.number} of the file names {quoted(line.name)}"
        return Mistake("name", f"{message}; write that here, or have the file name this one")
    example = _example(name, copy, texts)
    message = _of_line(said, line, texts, example, others) if line else ""
    return _on_server(copy, message or _of_file(copy, texts, example))


def addressed(copy: Copy) -> Mistake | None:
    """That a file, or the comment of its key, holds an e-mail address, which a copy would show."""
    if (found := addressed_in(copy)) is None:
        return None
    name, number = found
    where = f"line {number} of the file" if name == TEXT else f"the comment behind the key in {KEY}"
    return _on_server(copy, f"{where} {_ADDRESSED}")


def one_of(names: Sequence[str]) -> Mistake:
    """That a file endorses in several names, so that one of them has to be chosen."""
    shown = ", ".join(map(quoted, names[:_NAMED_AT_MOST]))
    more = f" and {len(names) - _NAMED_AT_MOST} more" if len(names) > _NAMED_AT_MOST else ""
    return Mistake("name", f"write here which of the names in the file is meant: {shown}{more}")


def _on_server(copy: Copy, wanted: str) -> Mistake:
    return Mistake(DOMAIN, wanted, copy.record.address, on_server=True)


def _of_line(
    said: Said, line: Line, texts: Mapping[str, str], example: str, others: Sequence[Entry]
) -> str:
    at = f"line {line.number} of the file"
    if said is Said.CONTRADICTS:
        message = f"{at} gives another digest than the text at {line.address} has; if that text"
        return f"{message} was signed, write sha256:{texts[line.address]}"
    if said is Said.WITHDRAWN:
        return f"{at} withdraws it on {line.day}; if that is no longer so, remove the line"
    if said is Said.NAMES_SEVERAL:
        message = f"{at} names {quoted(line.name)}, as another signatory at this host is called"
        return f"{message}; give the domain of a website of its own"
    if said is Said.NAMES_NOBODY:
        beside = quoted(others[0].values.get("name", ""))
        return f"{at} names nobody, and {beside} has this host, too; write it as: {example}"
    return f"{at} has the digest of the text and another address; write it as: {example}"


def _of_file(copy: Copy, texts: Mapping[str, str], example: str) -> str:
    """What to say of a file that has no line about the statement that counts."""
    for line in copy.file.lines:
        if line.day > copy.record.until and line.address in texts:
            message = f"line {line.number} of the file is dated {line.day}, which is to come"
            return f"{message}; write the day on which it was signed"
    if copy.file.unread:
        return f"line {copy.file.unread[0]} of the file cannot be read; write it as: {example}"
    return f"the file has no line that endorses one of the texts here; add: {example}"


def _example(name: str, copy: Copy, texts: Mapping[str, str]) -> str:
    """The line that would endorse the version in force."""
    address, digest = list(texts.items())[-1]
    return written(Action.ENDORSE, digest, address, copy.record.day, name)
