"""What ends a principle's page: the deeds of signatories under it, as Markdown that cites."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from ..deeds.addresses import anchor_of_entry
from ..language.enumerated import enumerated
from ..markup.literal import literal
from ..model import Standing
from ..paths import RECORD_PAGE
from ..sentences import sentence
from .record import RecordView
from .record_markdown import block, cited, dated, reading, way
from .record_pages import RecordPart, ShownDeed, SignatoryRecord
from .words import Words

# Behind another text more would not be read; all are on the pages of the signatories.
MOST = 100


class _Doer(NamedTuple):
    """A signatory with a deed, its record, the part of that, and the deed as it stands there."""

    record: SignatoryRecord
    part: RecordPart
    shown: ShownDeed


def principle_words(view: RecordView, number: int, path: str, words: Words) -> str:
    """What ends the page at a path in docs/, which is about a principle of the version in force.

    The newest deed stands first. It is empty where nothing is documented under the principle.
    """
    found: dict[str, list[_Doer]] = {}
    for record, part in view.by_principle(number):
        for shown in part.deeds:
            found.setdefault(shown.deed.id, []).append(_Doer(record, part, shown))
    newest = sorted(found.values(), key=_last_day, reverse=True)
    return f"\n{block(_lines(newest, path, words))}" if newest else ""


def _last_day(doers: Sequence[_Doer]) -> date:
    return doers[0].shown.deed.when.last_day


def _lines(newest: Sequence[Sequence[_Doer]], path: str, words: Words) -> Iterator[str]:
    _, beyond = words.catalogue.gettext, len(newest) - MOST
    heading = _("What signatories are documented to have done")
    yield f"## {heading}\n"
    about = words.catalogue.part_gettext(
        "That a deed belongs under this principle is the editors’ judgement, unless the source"
        " itself names the principle. %(start)sThe whole record%(end)s has all principles, and says"
        " what a blank does not prove.",
        start="[",
        end=f"]({way(path, RECORD_PAGE)})",
    )
    older = words.catalogue.ngettext(
        "It has %(count)s older one, too.", "It has %(count)s older ones, too.", beyond
    )
    yield f"{about} {older}\n" if beyond > 0 else f"{about}\n"
    yield '<ul markdown="block">'
    for doers in newest[:MOST]:
        yield f'<li markdown="span">{" ".join(_said(doers, path, words))}</li>'
    yield "</ul>"


def _said(doers: Sequence[_Doer], path: str, words: Words) -> Iterator[str]:
    _, deed = words.catalogue.gettext, doers[0].shown.deed
    names = enumerated([_named(each, path, words) for each in doers], words.catalogue)
    date = dated(deed.when, words.date(deed.when))
    if deed.date:
        yield _("%(names)s, %(date)s:", names=names, date=date)
    else:
        yield _("%(names)s, seen %(date)s:", names=names, date=date)
    yield f'<span dir="auto">{literal(sentence(deed.deed))}</span>{cited(deed.sources)}'
    yield reading(deed.bearing, words.catalogue)
    if deed.reply:
        to = way(path, doers[0].record.path, anchor_of_entry(deed.id))
        yield _("%(start)sIts reply%(end)s.", start="[", end=f"]({to})")


def _named(who: _Doer, path: str, words: Words) -> str:
    """A signatory, leading to its record; whether it has endorsed the text since, or has gone."""
    _, signatory = words.catalogue.gettext, who.record.signatory
    to = way(path, who.record.path, who.part.principle.anchor)
    remarks = [_("before its endorsement")] if who.shown.before else []
    if gone := signatory.signatory.gone:
        when = literal(words.at(gone))
        ended = signatory.standing is Standing.ENDED
        remarks.append(
            _("ended %(when)s", when=when) if ended else _("withdrew %(when)s", when=when)
        )
    name = f"[<bdi>{literal(signatory.name)}</bdi>]({to})"
    return f"{name} ({'; '.join(remarks)})" if remarks else name
