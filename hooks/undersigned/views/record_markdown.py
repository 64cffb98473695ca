"""The record of a signatory as Markdown that cites its sources.

Notes, the bibliography and its 'cited in' are made of these citations as of those of any page.
Whatever an entry says is text: of it, nothing is read as Markdown, HTML or a block.
"""

from collections.abc import Iterable, Iterator
from posixpath import dirname, relpath

from ..bibliography.citations.citation import written_key
from ..dates import StatedDate
from ..deeds.addresses import anchor_of_entry
from ..deeds.model import Bearing, Deed, Recorded, Reply, Search
from ..markup.content import DEEDS
from ..markup.literal import literal
from ..sentences import sentence
from .deed_words import READINGS, SOURCE_GRADES, heading, joined
from .record_pages import Lead, RecordPart, ShownDeed, SignatoryRecord
from .words import Words


def block(lines: Iterable[str]) -> str:
    """The lines in the block by which a page is known to show the record."""
    return "\n".join([f'<div class="{DEEDS}" markdown="block">\n', *lines, "\n</div>\n"])


def way(path: str, to: str, anchor: str = "") -> str:
    """The address by which the page at a path in docs/ leads to another, or to a part of it."""
    return relpath(to, dirname(path)) + (f"#{anchor}" if anchor else "")


def cited(keys: Iterable[str]) -> str:
    """A citation of sources, behind what they say."""
    return f"[{'; '.join(map(written_key, keys))}]"


def dated(stated: StatedDate, words: str) -> str:
    """Words that say a date, marked with it."""
    return f'<time datetime="{stated}">{literal(words)}</time>'


def reading(bearing: Bearing) -> str:
    """How the editors read a deed, said to be that."""
    return f'The editors’ reading: <data value="{bearing}">{READINGS[bearing]}</data>'


def record_words(record: SignatoryRecord, words: Words) -> str:
    """The words of the page of a signatory: by principle what it did, and where it was looked."""
    lines = (line for part in record.parts for line in _part(record, part, words))
    return f"# The record of {literal(record.signatory.name)}\n\n{block(lines)}"


def _part(record: SignatoryRecord, part: RecordPart, words: Words) -> Iterator[str]:
    yield f'<section id="{part.principle.anchor}" markdown="block">\n'
    yield f"## {literal(heading(part))}\n"
    yield '<ul markdown="block">'
    for shown in part.deeds:
        yield from _item(shown.deed, _deed(record, shown, words), words)
    for search in part.searches:
        yield from _item(search, _search(search, words), words)
    yield "</ul>\n\n</section>\n"


def _item(entry: Recorded, lines: Iterable[str], words: Words) -> Iterator[str]:
    yield f'<li id="{anchor_of_entry(entry.id)}" markdown="block">\n'
    yield from (f'<p markdown="span">{line}</p>\n' for line in lines)
    if entry.reply:
        yield f'<p markdown="span">{_replied(entry.reply, words)}</p>\n'
        said = f"<p>{literal(entry.reply.words)}</p>"
        yield f'<blockquote dir="auto">{said}</blockquote>\n'
    yield "</li>"


def _deed(record: SignatoryRecord, shown: ShownDeed, words: Words) -> Iterator[str]:
    deed = shown.deed
    yield _when(shown, words)
    yield f'<span dir="auto">{literal(sentence(deed.deed))}</span>'
    if shown.others:
        names = (_named(other, record, deed) for other in shown.others)
        yield f"Together with {joined([*names])}."
    yield f"{reading(deed.bearing)}."
    yield _sources(shown, record)
    if deed.unarchived:
        on = words.at(deed.unarchived)
        yield f"The editors had no archived copy to link to {literal(on)}."


def _when(shown: ShownDeed, words: Words) -> str:
    deed = shown.deed
    if deed.date:
        when = dated(deed.date, words.date(deed.date))
    else:
        when = f"Seen {dated(deed.when, words.at(deed.when))}, on a page without a date"
    return f"{when}, <strong>before its endorsement</strong>" if shown.before else when


def _sources(shown: ShownDeed, record: SignatoryRecord) -> str:
    """Whose pages document a deed, each kind with the notes that lead to them."""
    names = {other.id: f"{literal(other.name)}’s own page" for other in shown.others}
    names[record.signatory.id] = "its own page"
    kinds: dict[str, list[str]] = {}
    for source in shown.sources:
        kinds.setdefault(names.get(source.owner) or SOURCE_GRADES[source.grade], []).append(
            source.key
        )
    noun = "Source" if len(shown.sources) == 1 else "Sources"
    return f"{noun}: {'; '.join(f'{kind}{cited(keys)}' for kind, keys in kinds.items())}"


def _named(other: Lead, record: SignatoryRecord, deed: Deed) -> str:
    """Who did it besides, leading to its own record of the deed."""
    name = f"<bdi>{literal(other.name)}</bdi>"
    to = way(record.path, other.page, anchor_of_entry(deed.id))
    return f"[{name}]({to})" if other.page else name


def _replied(reply: Reply, words: Words) -> str:
    """When a reply came, and how."""
    when = f" {dated(reply.date, words.at(reply.date))}" if reply.date else ""
    if reply.source:
        own = f'<a href="{literal(reply.source)}" rel="nofollow noopener">its own site</a>'
        return f"It replied{when} on {own}:"
    return f"It replied{when} by e-mail:"


def _search(search: Search, words: Words) -> Iterator[str]:
    yield f"Looked {dated(search.looked, words.at(search.looked))}: nothing found."
    where = "; ".join(literal(each) for each in search.where)
    yield f'Places searched: <span dir="auto">{where}</span>'
