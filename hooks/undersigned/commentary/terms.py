"""The glossary as it is written: its terms, each explained once, and the links of pages to them."""

import posixpath
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

from ..markup.heading_ids import heading_id
from ..paths import GLOSSARY, PAGES
from ..problem import Problem, quoted
from ..text.pages import blanked, without_code, without_front_matter
from ..text.source import Source, line_starts, place_in, with_line_feeds

# A heading in either of its forms (CommonMark 0.31, sections 4.2 and 4.3).
_HEADING = re.compile(
    r"^(?P<depth>\#{1,6})[ \t]+(?P<words>[^\s][^\n]*)$"
    r"|^(?P<above>[^\s#>|-][^\n]*)\n(?:=+|-{2,})[ \t]*$",
    re.MULTILINE,
)
_ATTRIBUTES = re.compile(r"\{([^{}\n]*)\}")
_ID = re.compile(r"\bid=[\"']([^\"'\s]+)[\"']")
_MARKUP = re.compile(r"[*`]|(?<!\w)_|_(?!\w)|\[[\^@][^\[\]]*\]|\]\([^()]*\)|[\[\]]")
_LINK = re.compile(r"\]\(([^()\s#]*)#([^()\s]+)(?:[ \t]+\"[^\"\n]*\")?\)")

# Pairs of a link and a term; comparing so many takes a second.
_MOST_COMPARED = 300_000


class _Heading(NamedTuple):
    """A heading: its id, its words, how deep it is, and where its line begins and ends."""

    anchor: str
    words: str
    depth: int
    start: int
    end: int


def faulty_terms(pages: Iterable[Source]) -> Iterator[Problem]:
    """A problem for each term without words or explained twice, and for each link to none."""
    by_path = {page.path: page for page in pages}
    if GLOSSARY not in by_path:
        return
    written = by_path[GLOSSARY]
    text = _words(written)
    headings = _headings(text)
    yield from _in_glossary(written, text, headings)
    known = {each.anchor: each.words for each in headings}
    known |= dict.fromkeys((*_ID.findall(text), *filter(None, map(_id_in, _attributes(text)))), "")
    for page in by_path.values():
        yield from _to_nothing(page, known)


def _words(page: Source) -> str:
    """The Markdown of a page with spaces in place of its settings, code and comments."""
    text = with_line_feeds(page.text)
    front = len(text) - len(without_front_matter(text))
    return without_code(blanked(text[:front]) + text[front:])


def _headings(text: str) -> list[_Heading]:
    return [_heading(match) for match in _HEADING.finditer(text)]


def _heading(match: re.Match[str]) -> _Heading:
    written = (match["words"] or match["above"]).rstrip().rstrip("#").rstrip()
    braces = written.rfind("{") if written.endswith("}") else len(written)
    own = _id_in(written[braces + 1 : -1])
    words = " ".join(_MARKUP.sub("", written[:braces]).split())
    depth = len(match["depth"]) if match["depth"] else 1 + match[0].rstrip().endswith("-")
    return _Heading(own or heading_id(words), words, depth, match.start(), match.end())


def _attributes(text: str) -> Iterator[str]:
    return (match[1] for match in _ATTRIBUTES.finditer(text))


def _id_in(attributes: str) -> str:
    """The id in a list of attributes such as `: #zero .wide`; empty where there is none."""
    found = (each for each in attributes.lstrip(":").split() if each.startswith("#"))
    return next(found, "").removeprefix("#")


def _in_glossary(page: Source, text: str, headings: list[_Heading]) -> Iterator[Problem]:
    first: dict[str, _Heading] = {}
    starts = line_starts(text)
    for each, after in zip(headings, [*headings, None][1:], strict=True):
        place = place_in(starts, each.start)
        if there := first.get(each.anchor):
            line = place_in(starts, there.start)[0]
            message = f"{quoted(each.words)} is explained on line {line} too; keep one of them"
            yield Problem(page.path, *place, message)
        first.setdefault(each.anchor, each)
        beneath = text[each.end : after.start if after else len(text)]
        if not beneath.strip() and not (after and after.depth > each.depth):
            message = f"nothing explains {quoted(each.words)}; write what it means beneath it"
            yield Problem(page.path, *place, message)


def _to_nothing(page: Source, known: Mapping[str, str]) -> Iterator[Problem]:
    text = without_code(with_line_feeds(page.text))
    starts = line_starts(text)
    unknown = [
        link
        for link in _LINK.finditer(text)
        if _target(page.path, link[1]) == GLOSSARY and link[2] not in known
    ]
    # Of a page with more, what was meant is not worth the time.
    terms = sorted(known) if len(unknown) * len(known) <= _MOST_COMPARED else ()
    for link in unknown:
        message = f"the glossary explains no {quoted(f'#{link[2]}')}; {_hint(link[2], terms)}"
        yield Problem(page.path, *place_in(starts, link.start(2) - 1), message)


def _hint(name: str, terms: Collection[str]) -> str:
    # Imported late: a glossary that explains all that pages ask of it never needs it.
    from rapidfuzz import process

    near = process.extractOne(name, terms, score_cutoff=75)
    return f"did you mean {quoted(f'#{near[0]}')}?" if near else "add it there, or link none"


def _target(path: str, link: str) -> str:
    if not link:
        return path
    place = posixpath.normpath(posixpath.join(posixpath.dirname(path), link))
    return place if place.startswith(f"{PAGES}/") else ""
