"""What ends a principle's page: the deeds of signatories under it, as Markdown that cites."""

from collections.abc import Iterator

from ..deeds.addresses import OVERVIEW
from ..deeds.model import Deed
from ..markup.literal import literal
from ..model import Standing
from ..sentences import sentence
from .deed_words import joined
from .record import RecordView
from .record_markdown import block, cited, dated, reading, way
from .record_pages import SignatoryRecord
from .words import Words

# Behind another text more would not be read; all are on the pages of the signatories.
MOST = 100

HEADING = "What signatories are documented to have done"

# A deed, and the records of those who did it.
_Done = tuple[Deed, list[SignatoryRecord]]


def principle_words(view: RecordView, number: int, path: str, words: Words) -> str:
    """What ends the page at a path in docs/, which is about a principle of the version in force.

    The newest deed stands first. It is empty where nothing is documented under the principle.
    """
    found: dict[str, _Done] = {}
    for record, part in view.by_principle(number):
        for deed in part.cell.deeds:
            found.setdefault(deed.id, (deed, []))[1].append(record)
    newest = sorted(found.values(), key=lambda done: done[0].when.last_day, reverse=True)
    return f"\n{block(_lines(newest, number, path, words))}" if newest else ""


def _lines(newest: list[_Done], number: int, path: str, words: Words) -> Iterator[str]:
    yield f"## {HEADING}\n"
    older = f" It has {len(newest) - MOST:,} older ones, too." if len(newest) > MOST else ""
    whole = f"[The whole record]({way(path, OVERVIEW)})"
    yield (
        "That a deed belongs under this principle is the editors’ judgement, unless the source"
        f" itself names the principle. {whole} says where nobody has looked yet, and what a blank"
        f" does not prove.{older}\n"
    )
    yield '<ul markdown="block">'
    for deed, records in newest[:MOST]:
        yield f'<li markdown="span">{_said(deed, records, number, path, words)}</li>'
    yield "</ul>"


def _said(deed: Deed, records: list[SignatoryRecord], number: int, path: str, words: Words) -> str:
    names = joined([_named(record, number, path, words) for record in records])
    seen = "" if deed.date else "seen "
    when = dated(deed.when, words.date(deed.when))
    said = f'<span dir="auto">{literal(sentence(deed.deed))}</span>{cited(deed.sources)}'
    return f"{names}, {seen}{when}: {said} {reading(deed.bearing)}."


def _named(record: SignatoryRecord, number: int, path: str, words: Words) -> str:
    """A signatory, leading to its record, and whether it has withdrawn or ended."""
    parts = (part for part in record.parts if part.in_force and part.principle.number == number)
    to = way(path, record.path, next(part.principle.anchor for part in parts))
    name = f"[<bdi>{literal(record.signatory.name)}</bdi>]({to})"
    gone = record.signatory.signatory.gone
    if gone is None:
        return name
    what = "ended" if record.signatory.standing is Standing.ENDED else "withdrew"
    return f"{name} ({what} {literal(words.at(gone))})"
