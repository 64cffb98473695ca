"""Values of BibTeX fields as rich or plain text: LaTeX's braces, accents and commands decoded."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby

from pybtex.richtext import BaseText, HRef, Tag, Text

from .slips import without_slips
from .spans import Span
from .tex import spans_of
from .verbatim import host_named

# pybtex’s own reader of LaTeX recurses for each brace, and knows neither emphasis nor addresses.
_SPACES = re.compile(r"[^\S\u00a0]+")

# Control characters, surrogates, and characters that change the direction of text.
_INVISIBLE = re.compile(
    r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069]"
)

# LaTeX to decode; braces alone only protect capitals, which this style never changes.
_SPECIAL = re.compile(r"[\\~`$]|--|''|https?://|&[#a-z]", re.I)

# Each value is read about ten times for one reference, and again for its checks and its data.
_KEPT = 4096
NOTHING = Text()


def rich(value: object, linked: bool = True) -> Text:
    """A field as rich text in its own capitals; addresses in it become links named by their host.

    Without `linked` they stay words, since links cannot be nested.
    """
    return _rich(str(value), linked) if value else NOTHING


@lru_cache(maxsize=_KEPT)
def _rich(value: str, linked: bool) -> Text:
    value = _meant(value)
    if not _SPECIAL.search(value):
        return Text(_without_braces(value))
    return Text(*_parts(spans_of(value, linked)[0]))


def plain(value: object) -> str:
    """A field as plain text."""
    return _plain(str(value)) if value else ""


@lru_cache(maxsize=_KEPT)
def _plain(value: str) -> str:
    value = _meant(value)
    if not _SPECIAL.search(value):
        return _without_braces(value)  # a shortcut for most fields
    return "".join(span.text for span in spans_of(value, linked=False)[0]).strip()


def in_full(value: object) -> str:
    """A field as plain text that gives each address as a whole, where a page would link to it."""
    value = _meant(str(value))
    if "://" not in value:
        return plain(value)
    linked = groupby(spans_of(value, linked=True)[0], lambda span: span.address)
    parts = [_with(address, "".join(each.text for each in run)) for address, run in linked]
    return "".join(parts).strip()


def _with(address: str, text: str) -> str:
    return (
        address
        if address and text in (address, host_named(address))
        else (f"{text} ({address})" if address else text)
    )


def unknown_commands(value: object) -> list[str]:
    """The commands in a field that are not known, whose arguments alone are shown."""
    written = str(value)
    return spans_of(_meant(written))[1] if "\\" in written else []


def cleaned(value: str) -> str:
    """The text on one line, without invisible characters."""
    return _SPACES.sub(" ", _INVISIBLE.sub("", value)).strip() if value else ""


def _meant(value: str) -> str:
    return without_slips(cleaned(value))


def _without_braces(value: str) -> str:
    if "{" not in value and "}" not in value:
        return value
    return value.replace("{", "").replace("}", "").strip()


def _parts(spans: list[Span]) -> Iterator[BaseText | str]:
    for address, linked in groupby(spans, lambda span: span.address):
        runs = groupby(linked, lambda span: span.emphasised)
        parts = [_run(emphasised, "".join(each.text for each in run)) for emphasised, run in runs]
        if address:
            yield HRef(address, *parts)
        else:
            yield from parts


def _run(emphasised: bool, text: str) -> BaseText | str:
    return Tag("em", text) if emphasised else text
