"""What the PDF says of each entry of the record: a deed, a search that found none, a reply."""

from collections.abc import Iterator, Mapping, Sequence

from ..deeds.model import Deed, Recorded, Reply, Search
from ..language.catalogue import Catalogue
from ..language.marked import marked
from ..sentences import sentence
from ..views.deed_words import readings, source_grades
from ..views.record_pages import Lead, RecordPart, ShownDeed, ShownSource, SignatoryRecord
from ..views.words import Words
from .content import Part, filled, link, paragraph

# A source as sentences name it, by its key.
Sources = Mapping[str, Part]


def entries(
    one: SignatoryRecord, part: RecordPart, words: Words, sources: Sources
) -> Iterator[list[Part]]:
    """The entries of a signatory under a principle, each with what it replied."""
    for shown in part.deeds:
        yield [paragraph(*_deed(one, shown, words, sources)), *_reply(shown.deed, words)]
    for search in part.searches:
        yield [paragraph(*_search(search, words)), *_reply(search, words)]


def _deed(one: SignatoryRecord, shown: ShownDeed, words: Words, sources: Sources) -> Iterator[Part]:
    """A deed in one paragraph; what anybody else wrote is a text of its own."""
    catalogue, at = words.catalogue, marked("when", "deed")
    _, deed, when = catalogue.gettext, sentence(shown.deed.deed), _strong(_when(shown.deed, words))
    early = _("%(when)s, before its endorsement: %(deed)s", **at)
    said = early if shown.before else _("%(when)s: %(deed)s", **at)
    yield from filled(said, when=when, deed=deed)
    if shown.others:
        yield " "
        together = _("Together with %(names)s.", **marked("names"))
        yield from filled(together, names=_joined([each.name for each in shown.others], catalogue))
    yield " "
    yield _("The editors’ reading: %(reading)s.", reading=readings(catalogue)[shown.deed.bearing])
    yield " "
    yield from _sourced(one, shown, catalogue, sources)
    if shown.deed.unarchived:
        yield " "
        yield _(
            "The editors had no archived copy of a source to link to %(when)s.",
            when=words.at(shown.deed.unarchived),
        )


def _sourced(
    one: SignatoryRecord, shown: ShownDeed, catalogue: Catalogue, sources: Sources
) -> Iterator[Part]:
    found = [
        [sources[each.key], *_whose(each, one, shown.others, catalogue)] for each in shown.sources
    ]
    said = catalogue.ngettext(
        "Source: %(sources)s.", "Sources: %(sources)s.", len(found), **marked("sources")
    )
    yield from filled(said, sources=_between(found, catalogue))


def _between(found: Sequence[Sequence[Part]], catalogue: Catalogue) -> list[Part]:
    """Parts of which each may have a comma, one behind another."""
    between = catalogue.pgettext("between names", "; ")
    return [part for at, each in enumerate(found) for part in ([between, *each] if at else each)]


def _when(deed: Deed, words: Words) -> str:
    return words.date(deed.date) or words.catalogue.gettext(
        "Seen %(when)s, on a page without a date", when=words.at(deed.when)
    )


def _whose(
    source: ShownSource, one: SignatoryRecord, others: Sequence[Lead], catalogue: Catalogue
) -> Iterator[Part]:
    """Whose page a source is, in brackets."""
    if source.owner == one.signatory.id:
        yield f" ({catalogue.gettext('its own page')})"
        return
    owner = next((each.name for each in others if each.id == source.owner), "")
    if owner:
        said = catalogue.gettext("%(name)s’s own page", **marked("name"))
        yield from (" (", *filled(said, name=owner), ")")
    else:
        yield f" ({source_grades(catalogue)[source.grade]})"


def _search(search: Search, words: Words) -> Iterator[Part]:
    catalogue = words.catalogue
    looked = _strong(catalogue.gettext("Looked %(when)s", when=words.at(search.looked)))
    places = _between([[each] for each in search.where], catalogue)
    said = catalogue.gettext(
        "%(looked)s: nothing found. Places searched: %(places)s.", **marked("looked", "places")
    )
    yield from filled(said, looked=looked, places=places)


def _reply(entry: Recorded, words: Words) -> Iterator[Part]:
    """What the signatory replied, in its own words."""
    if entry.reply:
        yield paragraph(*_replied(entry.reply, words))


def _replied(reply: Reply, words: Words) -> Iterator[Part]:
    catalogue = words.catalogue
    if reply.source:
        before, page, behind = _on_its_site(reply, words).split(_LINK)
        yield from (before, link(reply.source, page), behind)
    elif reply.date:
        when = words.at(reply.date)
        yield catalogue.gettext("It replied %(when)s by e-mail:", when=when)
    else:
        yield catalogue.gettext("It replied by e-mail:")
    yield " "
    said = catalogue.gettext("“%(words)s”", **marked("words"))
    yield from filled(said, words=reply.words)


# Where a link begins and ends in a message.
_LINK = "\0"


def _on_its_site(reply: Reply, words: Words) -> str:
    _, ends = words.catalogue.gettext, {"start": _LINK, "end": _LINK}
    if reply.date:
        when = words.at(reply.date)
        return _("It replied %(when)s on %(start)sits own site%(end)s:", when=when, **ends)
    return _("It replied on %(start)sits own site%(end)s:", **ends)


def _strong(words: str) -> Part:
    return {"is": "strong", "in": [words]}


def _joined(names: Sequence[str], catalogue: Catalogue) -> list[Part]:
    """Names as a sentence has them, each a text of its own."""
    *others, last = names
    if not others:
        return [last]
    comma = catalogue.pgettext("between names", ", ")
    before = [part for at, name in enumerate(others) for part in ([comma, name] if at else [name])]
    said = catalogue.gettext("%(names)s and %(last)s", **marked("names", "last"))
    return list(filled(said, names=before, last=last))
