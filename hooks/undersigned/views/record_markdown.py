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
from ..language.catalogue import Catalogue
from ..language.enumerated import enumerated
from ..markup.content import DEEDS
from ..markup.literal import literal
from ..sentences import sentence
from .deed_words import heading, readings, source_grades
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


def reading(bearing: Bearing, catalogue: Catalogue) -> str:
    """How the editors read a deed, in a sentence that says it to be that."""
    read = f'<data value="{bearing}">{readings(catalogue)[bearing]}</data>'
    return catalogue.gettext("The editors’ reading: %(reading)s.", reading=read)


def record_words(record: SignatoryRecord, words: Words) -> str:
    """The words of the page of a signatory: by principle what it did, and where it was looked."""
    lines = (line for part in record.parts for line in _part(record, part, words))
    name = literal(record.signatory.name)
    title = words.catalogue.gettext("The record of %(name)s", name=name)
    return f"# {title}\n\n{block(lines)}"


def _part(record: SignatoryRecord, part: RecordPart, words: Words) -> Iterator[str]:
    yield f'<section id="{part.principle.anchor}" markdown="block">\n'
    yield f"## {literal(heading(part, words.catalogue))}\n"
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
    _, deed = words.catalogue.gettext, shown.deed
    yield _when(shown, words)
    yield f'<span dir="auto">{literal(sentence(deed.deed))}</span>'
    if shown.others:
        names = [_named(other, record, deed) for other in shown.others]
        yield _("Together with %(names)s.", names=enumerated(names, words.catalogue))
    yield reading(deed.bearing, words.catalogue)
    yield _sources(shown, record, words.catalogue)
    if deed.unarchived:
        on = literal(words.at(deed.unarchived))
        yield _("The editors had no archived copy to link to %(when)s.", when=on)


def _when(shown: ShownDeed, words: Words) -> str:
    _, deed = words.catalogue.gettext, shown.deed
    if deed.date:
        when = dated(deed.date, words.date(deed.date))
    else:
        seen = dated(deed.when, words.at(deed.when))
        when = _("Seen %(when)s, on a page without a date", when=seen)
    if shown.before:
        return _("%(when)s, <strong>before its endorsement</strong>", when=when)
    return when


def _sources(shown: ShownDeed, record: SignatoryRecord, catalogue: Catalogue) -> str:
    """Whose pages document a deed, each kind with the notes that lead to them."""
    _, others = catalogue.gettext, source_grades(catalogue)
    names = {each.id: _("%(name)s’s own page", name=literal(each.name)) for each in shown.others}
    names[record.signatory.id] = _("its own page")
    kinds: dict[str, list[str]] = {}
    for source in shown.sources:
        kind = names.get(source.owner) or others[source.grade]
        kinds.setdefault(kind, []).append(source.key)
    return catalogue.ngettext(
        "Source: %(sources)s",
        "Sources: %(sources)s",
        len(shown.sources),
        sources="; ".join(f"{kind}{cited(keys)}" for kind, keys in kinds.items()),
    )


def _named(other: Lead, record: SignatoryRecord, deed: Deed) -> str:
    """Who did it besides, leading to its own record of the deed."""
    name = f"<bdi>{literal(other.name)}</bdi>"
    to = way(record.path, other.page, anchor_of_entry(deed.id))
    return f"[{name}]({to})" if other.page else name


def _replied(reply: Reply, words: Words) -> str:
    """When a reply came, and how."""
    _, when = words.catalogue.gettext, ""
    if reply.date:
        when = dated(reply.date, words.at(reply.date))
    if not reply.source:
        by_email = _("It replied %(when)s by e-mail:", when=when)
        return by_email if when else _("It replied by e-mail:")
    start, end = f'<a href="{literal(reply.source)}" rel="nofollow noopener">', "</a>"
    if when:
        return _(
            "It replied %(when)s on %(start)sits own site%(end)s:", when=when, start=start, end=end
        )
    return _("It replied on %(start)sits own site%(end)s:", start=start, end=end)


def _search(search: Search, words: Words) -> Iterator[str]:
    _, when = words.catalogue.gettext, dated(search.looked, words.at(search.looked))
    yield _("Looked %(when)s: nothing found.", when=when)
    where = "; ".join(literal(each) for each in search.where)
    yield _("Places searched: %(places)s", places=f'<span dir="auto">{where}</span>')
