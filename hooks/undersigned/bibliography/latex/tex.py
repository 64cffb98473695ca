"""LaTeX read as spans of text, with the names of the commands that are unknown."""

import re
from dataclasses import dataclass
from html import unescape

from .commands import (
    ACCENTS,
    ARGUMENTS,
    DECLARATIONS,
    EMPHASIS,
    SIGNS,
    Argument,
)
from .formulas import formula_text
from .spans import Span, Spans, host_or_address, trimmed
from .symbols import STRINGS, symbol_of
from .verbatim import ADDRESS, followable, verbatim

# Formulas as opposed to prices: between dollars a letter, or text that is not next to a space; no
# price begins with a command, so that a digit may follow: '3$\times$3'.
_TOKEN = re.compile(
    r"\\(?P<word>[a-zA-Z]+)"
    r"|\$\$(?P<display>[^$]+)\$\$"
    r"|\$(?P<begun>(?:\\[a-zA-Z]|[\^_])[^$]*)\$"
    r"|\$(?P<formula>[a-zA-Z]|[^\s$](?:[^$]*[^\s$\\])?)\$(?![0-9])"
    r"|\\\((?P<inline>(?>(?:[^\\]|\\[^()])*))\\\)"
    r"|(?:\\&|\{\\&\}|&)(?:amp;)*(?P<entity>\\?#x?[0-9a-fA-F]{1,7}|[a-zA-Z][a-zA-Z0-9]{1,30});"
    rf"|(?P<address>{ADDRESS})"
    r"|\\(?P<sign>.)|[{}]",
    re.DOTALL,
)
_RAW = re.compile(r"\s*\{((?>(?:[^{}]++|\{(?>(?:[^{}]++|\{[^{}]*+\})*)\})*))\}")
# An environment whose encoding and font stand behind its name.
_CJK = re.compile(r"\s*\{CJK\*?\}(?:\[[^\[\]]*\])?\{[^{}]*\}\{[^{}]*\}")
_RAW_COMMANDS = frozenset(
    ("url", "nolinkurl", "path", "href", "ensuremath", "bibstring", "hspace", "hspace*")
)
_LENGTH = r"\s*-?[0-9.]+\s*(?:[a-z]{2}|\\[a-z]+)"
_GLUE = re.compile(rf"{_LENGTH}(?:\s*plus{_LENGTH}[l]*)?(?:\s*minus{_LENGTH}[l]*)?\s?")
_NUMBER = re.compile(r'\s*(?:\{\s*)?(?:"([0-9A-F]{1,6})|([0-9]{1,7}))(?:\s*\})?\s?')
_LIGATURES = (
    ("---", "—"), ("--", "–"), ("~", "\u00a0"), ("?`", "¿"), ("!`", "¡"), ("``", "“"), ("''", "”"),
)  # fmt: skip
# Of the quotes in a value, a straight one is an apostrophe where none is LaTeX’s.
_QUOTES = (("`", "‘"), ("'", "’"))


def spans_of(text: str, linked: bool = True) -> tuple[list[Span], list[str]]:
    """The spans of a text in LaTeX on one line, and its unknown commands.

    Addresses become links named by their host; without `linked` they stay words.
    """
    quoted = "`" in text and "'" in text
    written = Spans(linked)
    _Reader(text, written, (*_LIGATURES, *(_QUOTES if quoted else ()))).read()
    return trimmed(written.spans), written.unknown


@dataclass(slots=True)
class _Reader:
    text: str
    out: Spans
    ligatures: tuple[tuple[str, str], ...]
    position: int = 0

    def read(self) -> None:
        """Read the text to its end, closing what is open."""
        while match := _TOKEN.search(self.text, self.position):
            self._words(self.text[self.position : match.start()])
            self.position = match.end()
            self._token(match)
        self._words(self.text[self.position :])
        while len(self.out.groups) > 1 or self.out.awaiting:
            self.out.close()

    def _token(self, match: re.Match[str]) -> None:
        kind = match.lastgroup
        if kind == "word":
            self._command(match["word"])
        elif kind == "sign":
            self._sign(match["sign"])
        elif kind in ("formula", "begun", "inline", "display"):
            self._formula(match[kind], match)
        elif kind == "entity":
            self._entity(match)
        elif kind == "address":
            self._address(match[0])
        elif match[0] == "{":
            self.out.open()
        else:
            self.out.close()

    def _command(self, name: str) -> None:
        if self.text.startswith("*", self.position) and f"{name}*" in ARGUMENTS:
            name, self.position = f"{name}*", self.position + 1
        if self.text.startswith(" ", self.position):
            self.position += 1
        argument = ACCENTS.get(name) or ARGUMENTS.get(name)
        if name in _RAW_COMMANDS and self._raw(name):
            return
        if name == "begin" and (match := _CJK.match(self.text, self.position)):
            self.position = match.end()
            return
        if name in ("char", "symbol", "hskip", "vskip", "kern") and self._measure(name):
            return
        if argument:
            self.out.awaiting.append(argument._replace(name=name))
        elif name == "ifmmode":
            self._skip_to(r"\else")
        elif name in EMPHASIS | DECLARATIONS:
            self._declaration(name)
        elif (symbol := symbol_of(name)) is None:
            self.out.unknown.append(name)
        else:
            self.out.atom(symbol)

    def _declaration(self, name: str) -> None:
        """A change of font; between an accent and its letter there is none, but a mistake."""
        if self.out.awaiting and self.out.awaiting[-1].accent:
            self.out.unknown.append(name)
            self.out.atom("")
        elif name in EMPHASIS:
            self.out.group.emphasised = True

    def _skip_to(self, command: str) -> None:
        """Skip a formula that stands for what follows it in the text, as some publishers write."""
        found = self.text.find(command, self.position, self.position + 200)
        self.position = found + len(command) if found >= 0 else self.position

    def _raw(self, name: str) -> bool:
        """Read an argument that is no text: an address or a formula; false where there is none."""
        match = _RAW.match(self.text, self.position)
        if not match:
            return False
        self.position = match.end()
        if name == "ensuremath":
            self._formula(match[1], None)
        elif name.startswith("hspace"):
            self.out.atom(" ")
        elif name == "bibstring":
            self.out.unknown += [] if match[1] in STRINGS else [name]
            self.out.atom(STRINGS.get(match[1], match[1]))
        elif name == "href" and re.match(r"\s*\{", self.text[self.position : self.position + 2]):
            address = verbatim(match[1])
            self.out.unknown += [] if followable(address) else [name]
            self.out.awaiting.append(Argument("href", address=address))
        else:
            self._address(match[1])
        return True

    def _measure(self, name: str) -> bool:
        """Read the number of a character, or a length, after a command that takes one."""
        pattern = _NUMBER if name in ("char", "symbol") else _GLUE
        match = pattern.match(self.text, self.position)
        if not match:
            return False
        self.position = match.end()
        if pattern is _GLUE:
            self.out.atom(" ")
        else:
            number = int(match[1], 16) if match[1] else int(match[2])
            self.out.atom(_printable(chr(min(number, 0x10FFFF))))
        return True

    def _sign(self, sign: str) -> None:
        if sign in ACCENTS:
            self.out.awaiting.append(ACCENTS[sign])
        else:
            self.out.atom(SIGNS.get(sign, sign))

    def _formula(self, formula: str, match: re.Match[str] | None) -> None:
        """A formula as text; of a price between two dollars, the dollar."""
        if match and match["formula"] and self._is_price(match):
            self.out.atom("$")
            self.position = match.start() + 1
            return
        text, unknown = formula_text(formula)
        self.out.unknown += unknown
        self.out.atom(text)

    def _is_price(self, match: re.Match[str]) -> bool:
        """Whether dollars around a text without signs of formulas are none of a formula’s."""
        formula, before, after = match["formula"], match.start() - 1, match.end()
        if len(formula) == 1 or re.search(r"[\\^_]", formula):
            return False
        if re.search(r"[<>=+]", formula) and not re.search(r"[^\W\d_]{3}", formula):
            return False
        around = self.text[max(0, before) : before + 1] + self.text[after : after + 1]
        return " " in formula or bool(re.search(r"\w", around))

    def _entity(self, match: re.Match[str]) -> None:
        named = f"&{match['entity'].removeprefix(chr(92))};"
        character = unescape(named)
        known = character != named
        self.out.atom(_printable(character) if known else match[0].replace("\\", ""))

    def _address(self, written: str) -> None:
        address = verbatim(written)
        shown = host_or_address(address)
        self.out.open(Argument("", address=address if shown else ""))
        self.out.put(shown)
        self.out.close()

    def _words(self, words: str) -> None:
        """Ordinary text: its first character where a command awaits one, and the rest."""
        if self.out.awaiting and (words := words.lstrip(" ")):
            self.out.atom(words[0])
            words = words[1:]
        for written, character in self.ligatures:
            words = words.replace(written, character)
        self.out.put(words)


def _printable(text: str) -> str:
    """The text without characters that control others; white space but for fixed as a space."""
    return "".join(
        each if each.isprintable() or each == "\u00a0" else " " * each.isspace() for each in text
    )
