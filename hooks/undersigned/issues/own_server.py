"""What follows from the file on a signatory’s own server, where a form asks for a domain.

The file is as little to be trusted as the answers: the one checker judges what it gives, too.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from ..dates import stated_date
from ..fields import BETWEEN
from ..identity import id_of
from ..problem import quoted
from ..proofs.claimants import Claimant, provable_among
from ..proofs.copies import Copy
from ..proofs.endorsements_txt import Line, name_form
from ..proofs.hosts import host_key
from ..proofs.judgement import Said, judged
from ..register.claims import Texts
from ..register.new_entry import EntryChecker
from ..text.source import Entry
from .asked import DOMAIN
from .domains import website_of
from .unproved import Mistake, addressed, advice_for, one_of

# What the server of a website serves, as a copy of it; or none, and why.
Ask = Callable[[str], tuple[Copy | None, str]]


class Servers(NamedTuple):
    """How the server of a website is asked, and the texts that its file may speak of."""

    ask: Ask
    texts: Texts


class Statement(NamedTuple):
    """What a line of a kept copy states, with what the person answered, as fields of an entry."""

    values: Mapping[str, str]
    line: Line
    copy: Copy


def stated(
    answers: Mapping[str, str], checker: EntryChecker, servers: Servers
) -> Statement | Mistake:
    """What the server at the domain of these answers states; or what keeps it from being one.

    It may be of any version; of several lines of one signatory, the last by its day counts.
    """
    website, why = website_of(answers[DOMAIN])
    if why:
        return Mistake(DOMAIN, why, answers[DOMAIN])
    copy, why = servers.ask(website)
    if copy is None:
        return Mistake(DOMAIN, why, on_server=True)
    if mistake := addressed(copy):
        return mistake
    values = {name: value for name, value in answers.items() if name != DOMAIN}
    reader = _Reader({**values, "website": website}, checker, copy, servers.texts)
    found = reader.meant()
    return reader.statement(found) if isinstance(found, _Named) else found


class _Named(NamedTuple):
    """The name of a signatory, and the line that endorses a version in it."""

    name: str
    line: Line


class _Reader:
    """A reading of one copy for one signatory: its name is the one answered, or that of a line."""

    def __init__(
        self, values: Mapping[str, str], checker: EntryChecker, copy: Copy, texts: Texts
    ) -> None:
        self.values, self.copy, self.context = values, copy, checker.context
        self.numbers = {address: number for number, address in texts.addresses.items()}
        self.texts = texts.digests
        self.present = checker.present
        self.at_host = _signatories_at(copy.host, self.present)

    def meant(self) -> _Named | Mistake:
        """The line that endorses a version, in the name that was answered or else in its own."""
        if name := name_form(self.values.get("name", "")):
            return self._line_of(name)
        lines = [each for each in self.copy.file.lines if each.address in self.texts]
        names = list(dict.fromkeys(each.name for each in lines if each.name))
        found = [self._line_of(name) for name in names or [""]]
        good = [each for each in found if isinstance(each, _Named)]
        if good and not names:
            return Mistake("name", "neither this answer nor the file gives a name; write it here")
        if len(good) > 1:
            return one_of([each.name for each in good])
        return good[0] if good else found[0]

    def statement(self, named: _Named) -> Statement | Mistake:
        """The fields of the entry, unless the register has this endorsement already."""
        name, line = named
        number, signed = self.numbers[line.address], line.day.isoformat()
        values = {**self.values, "name": name, "signed": signed}
        values["evidence"] = self.copy.record.address
        date = stated_date(signed)
        if date and self.context.version_endorsed(date) != number:
            values["endorses"] = number
        if mistake := self._elsewhere():
            return mistake
        if self._is_there(values, number):
            message = f"{quoted(name)} endorses version {number} already; close this issue:"
            return Mistake(DOMAIN, f"{message} maintainers keep the file by themselves")
        return Statement(values, line, self.copy)

    def _line_of(self, name: str) -> _Named | Mistake:
        """The line that endorses a version in a name, or what the file says instead."""
        others = self._others(name)
        own = _claimant("", {**self.values, "name": name})
        there = [own, *(_claimant(id_of(each.values), each.values) for each in others)]
        provable, until = provable_among(there)[0], self.copy.record.until
        claims = [provable.claim(address, self.texts) for address in self.texts if provable]
        found = [judged(self.copy.file, claim, until) for claim in claims]
        lines = [each.line for each in found if each.said is Said.ENDORSES and each.line]
        if lines:
            # Of one day it is the later version.
            return _Named(name, max(reversed(lines), key=lambda line: line.day))
        return advice_for(name, found, self.copy, self.texts, others)

    def _elsewhere(self) -> Mistake | None:
        """That the id is a signatory's of another host: whoever has a domain may not move it there.

        The website of the latest entry is a signatory's for all that it endorsed.
        """
        who = self.values.get("id")
        if who is None or who in self.at_host:
            return None
        if all(id_of(each.values) != who for each in self.present):
            return None
        message = f"{quoted(who)} has another website in the register, or none; ask for that to be"
        return Mistake(
            "id", f"{message} changed first, with the form 'Correct or withdraw an entry'"
        )

    def _others(self, name: str) -> list[Entry]:
        """The latest entries of other signatories at this host; none where nobody is named yet."""
        who = id_of({**self.values, "name": name}) if name else None
        return [entries[-1] for known, entries in self.at_host.items() if who not in (known, None)]

    def _is_there(self, values: Mapping[str, str], number: str) -> bool:
        """Whether the signatory has an endorsement of this version that stands, at this host."""
        return any(
            self.context.version_of(each) == number and not each.get("withdrawn")
            for each in self.at_host.get(id_of(values), ())
        )


def _signatories_at(host: str, present: Sequence[Entry]) -> dict[str, list[Entry]]:
    """The entries of each signatory whose latest website is at a host, in the order of signing.

    Where somebody has moved away, the host is no longer theirs. Later entries give an id, so that
    of a long register few ids are worked out.
    """
    found = [each for each in present if _host(each) == host]
    ids = {id_of(each.values) for each in found}
    others = [each for each in present if _given_id(each) in ids and each not in found]
    entries = defaultdict[str, list[Entry]](list)
    for each in sorted([*found, *others], key=_signed):
        entries[id_of(each.values)].append(each)
    return {who: each for who, each in entries.items() if _host(each[-1]) == host}


def _claimant(who: str, values: Mapping[str, str]) -> Claimant:
    """Somebody at the host by its latest entry, or by the answers."""
    formerly = tuple(filter(None, values.get("formerly", "").split(BETWEEN)))
    return Claimant(who, values.get("name", ""), values.get("website", ""), formerly)


def _host(entry: Entry) -> str:
    website = entry.get("website")
    return host_key(website.value) if website else ""


def _given_id(entry: Entry) -> str | None:
    given = entry.get("id")
    return given.value if given else None


def _signed(entry: Entry) -> str:
    return entry.values.get("signed", "")
