"""The publication of a source: the part of a reference that follows the title."""

import re
from collections.abc import Iterator

from pybtex.database import Entry
from pybtex.richtext import Text

from ..values.dates import is_undated, shown_issue
from ..values.entry_types import CASES, LEGISLATION, TYPE_KEYS, entry_style_of
from ..values.fields import bodies_of, containers_of, text_of, words_of
from ..values.said_in import catalogue_for
from .containers import REPORTS, containers, is_number_in_series
from .law import enactment, judgment
from .numbers import LOWER_CASE_EDITIONS, numbered
from .particulars import editions, event, extent
from .roles import OPENINGS, contributions

_LOWER_CASE_START = re.compile(
    r"(?:no date|no\.|vol\.|pp?\.|version|article|in press|forthcoming"
    r"|in preparation|submitted|(?:first )?published|reprinted|assigned to|part|issue|since"
    r"|until|about|probably|between|spring|summer|autumn|winter"
    rf"|[a-z]+:|[a-z]+(?: [a-z]+)* by\b|(?:{'|'.join(sorted(OPENINGS))})\b"
    rf"|(?:{'|'.join(LOWER_CASE_EDITIONS)})\b[^,.]* edition) ?"
)
# A word in any script, all of it in lower case, or an abbreviation; no name of a host or a scheme.
_WORD = re.compile(r"(?![^\W\d_]*[^\W\d_a-zß-öø-ÿ])[^\W\d_]+\b(?![\w.-]*\.[a-z]{2}|://)")
_ORDINARY_WORD = re.compile(r"[a-z]+\b(?![\w.-]*\.[a-z]{2}|://)")


def publication(entry: Entry, author: str) -> Text:
    """The publication of a source, its parts separated by commas, without a full stop.

    For a law it continues the sentence of the title; otherwise it is a sentence of its own.
    """
    if entry.type in CASES:
        return Text(", ").join([judgment(entry, author), *contributions(entry)])
    parts = [part for part in _clauses(entry, author) if str(part).strip()]
    sentence = Text(", ").join(parts)
    if entry.type in LEGISLATION:
        return sentence
    opening = filter(None, (words_of(entry, name) for name in ("type", "howpublished")))
    if any(str(sentence).startswith(words) for words in opening):
        return begun(sentence)
    if not catalogue_for(entry).english:
        return sentence.capfirst() if _WORD.match(str(sentence)) else sentence
    return sentence.capfirst() if _LOWER_CASE_START.match(str(sentence)) else sentence


def _clauses(entry: Entry, author: str) -> Iterator[Text | str]:
    if entry.type in LEGISLATION:
        yield from enactment(entry, author)
        yield from contributions(entry)
        return
    titles = containers_of(entry)
    yield begun(text_of(entry, "titleaddon"))
    yield from containers(entry, titles, author)
    yield from _label_and_number(entry, in_journal="journal" in titles)
    yield from editions(entry)
    yield event(entry, " ".join(map(str, titles.values())))
    yield from bodies_of(entry, author)
    if assignee := words_of(entry, "assignee"):
        yield catalogue_for(entry).gettext("assigned to %(name)s", name=assignee)
    yield text_of(entry, "address", "location", "nationality")
    yield _date(entry)
    yield from extent(entry)


def _date(entry: Entry) -> str:
    """The date, unless that of the event is the only one."""
    if is_undated(entry.fields) and words_of(entry, "eventdate"):
        return ""
    return shown_issue(entry.fields, catalogue_for(entry))


def _label(entry: Entry) -> str:
    """The word for what a source is, unless a field says it: 'Unpublished manuscript'."""
    label = entry_style_of(entry.type).label
    said = f"{words_of(entry, 'titleaddon')} {words_of(entry, 'howpublished')}"
    begun_with = words_of(entry, "note")[: len(label)]
    is_said = re.search(rf"\b{label}\b", said, re.I) or begun_with.casefold() == label.casefold()
    return "" if is_said or not label else catalogue_for(entry).gettext(label)


def _label_and_number(entry: Entry, in_journal: bool) -> Iterator[Text | str]:
    written = words_of(entry, "type")
    catalogue, own = catalogue_for(entry), entry_style_of(entry.type).label
    known = TYPE_KEYS.get(written.lower()) or (written if written == own else "")
    label = catalogue.gettext(known) if known else written or _label(entry)
    number = words_of(entry, "number")
    if number and is_number_in_series(entry):
        # 'Cmd 8932' says what it is.
        yield "" if entry.type in REPORTS else label
        return
    if in_journal or entry.type == "periodical":
        number = ""
    if label and number[:1].isdigit():
        yield f"{label} {numbered(number, catalogue)}"
        return
    yield label
    yield numbered(number, catalogue)


def begun(sentence: Text) -> Text:
    """The sentence with a capital, unless its first word has capitals of its own, like 'iOS'."""
    return sentence.capfirst() if _ORDINARY_WORD.match(str(sentence)) else sentence
