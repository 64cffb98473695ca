"""Spans of text as LaTeX's groups and commands make them: emphasised, linked, quoted, accented."""

import re
import unicodedata
from dataclasses import dataclass, field
from typing import NamedTuple
from urllib.parse import urlsplit

from .commands import SPACING_ACCENTS, Argument
from .formulas import scripted
from .verbatim import followable

# A language, a length, a colour, or what sorts before a year: no words of a value.
_SETTING = re.compile(r"[a-zA-Z]*\*?|-?[0-9.]+\s*[a-zA-Z]*|[^\w\s]")


class Span(NamedTuple):
    """A piece of text, whether it is emphasised, and the address that it links to."""

    text: str
    emphasised: bool = False
    address: str = ""


@dataclass(slots=True)
class Group:
    """An open group: the commands whose argument it is, and what holds within it."""

    arguments: tuple[Argument, ...] = ()
    start: int = 0
    emphasised: bool = False
    quotes: int = 0
    address: str = ""


@dataclass(slots=True)
class Spans:
    """Spans as they are written; `awaiting` are the commands whose argument comes next."""

    linked: bool
    spans: list[Span] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    awaiting: list[Argument] = field(default_factory=list)
    groups: list[Group] = field(default_factory=lambda: [Group()])

    @property
    def group(self) -> Group:
        """The innermost group that is open."""
        return self.groups[-1]

    def atom(self, text: str) -> None:
        """Write text that is one argument where a command awaits one, but no setting."""
        self.unknown += [each.name for each in self.awaiting if each.setting]
        self.awaiting = [each for each in self.awaiting if not each.setting]
        if self.awaiting:
            self.open()
            self.put(text)
            self.close()
        else:
            self.put(text)

    def open(self, *arguments: Argument) -> None:
        """Open a group: the argument of the commands that await one, or none’s."""
        outer, arguments = self.group, (*self.awaiting, *arguments)
        start, self.awaiting = len(self.spans), []
        group = Group(arguments, start, outer.emphasised, outer.quotes, outer.address)
        for argument in arguments:
            group.emphasised |= argument.emphasised
            if argument.quoted:
                group.quotes = group.quotes + 1 if argument.quoted == 1 else 2
                self.put("“" if group.quotes % 2 else "‘", group)
            if self.linked and not outer.address and followable(argument.address):
                group.address = argument.address
            self.put(argument.around[0], group)
        self.groups.append(group)

    def close(self) -> None:
        """Close the innermost group, and make of its text what its commands do."""
        if self.awaiting:
            self.open()
        if len(self.groups) == 1:
            return
        group = self.groups.pop()
        for argument in reversed(group.arguments):
            if argument.accent or argument.script or argument.setting:
                self._change(group, argument)
            if argument.quoted:
                self.put("”" if group.quotes % 2 else "’", group)
            if argument.address and len(self.spans) == group.start:
                self.put(host_or_address(argument.address), group)
            self.put(argument.around[1], group)
            if argument.then:
                self.awaiting.append(argument.then)

    def _change(self, group: Group, argument: Argument) -> None:
        """Replace the text of a group by what the command makes of it."""
        text = "".join(span.text for span in self.spans[group.start :])
        if argument.setting:
            if not _SETTING.fullmatch(text):
                self.unknown.append(argument.name)
                return
            changed = ""
        elif argument.accent:
            changed = accented(text, argument.accent)
        else:
            changed = scripted(text, argument.script)
        del self.spans[group.start :]
        self.put(changed, group)

    def put(self, text: str, group: Group | None = None) -> None:
        """Add text as it is shown, without a second space after one."""
        before = self.spans[-1].text if self.spans else " "
        if text.startswith(" ") and before.endswith(" "):
            text = text[1:]
        if text:
            group = group or self.group
            self.spans.append(Span(text, group.emphasised, group.address))


def trimmed(spans: list[Span]) -> list[Span]:
    """The spans without white space at the end."""
    while spans and not (text := spans[-1].text.rstrip(" ")):
        spans = spans[:-1]
    return [*spans[:-1], spans[-1]._replace(text=text)] if spans else []


def accented(text: str, mark: str) -> str:
    """The text with an accent on its first letter; on none, the accent by itself before it."""
    base = text[:1].translate({0x131: "i", 0x237: "j"})
    if not base.isalpha():
        return SPACING_ACCENTS.get(mark, "") + text
    return unicodedata.normalize("NFC", base + mark) + text[1:]


def host_or_address(address: str) -> str:
    """The text of a link to an address: its host, or the address where it is not linked."""
    if not followable(address):
        return address
    return (urlsplit(address).hostname or address).removeprefix("www.")
