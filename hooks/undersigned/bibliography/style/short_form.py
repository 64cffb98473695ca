"""The short form of a source that was cited before, and its name in a sentence.

'Lessig, *Code*', as in the notes-and-bibliography style of The Chicago Manual of
Style (17th edition, 14.30): family names and the title without its subtitle.
"""

import re
from collections import Counter
from collections.abc import Mapping

from pybtex.database import Entry
from pybtex.richtext import BaseText, Tag, Text

from ...language.enumerated import enumerated
from ..latex.reading import rich
from ..values.dates import shown_issue
from ..values.entry_types import CASES, entry_style_of, members_of
from ..values.fields import containers_of, title_of
from ..values.people import OTHERS, family, persons_of
from ..values.said_in import catalogue_for
from .reference import lead_of
from .roles import leading

# Where a title ends and its subtitle begins, and a full stop that is none of an abbreviation.
_SUBTITLE = re.compile(r"(?<=\S)\s*:\s")
_STOP = re.compile(r"(?<=[^\W\d_]{4})\.$")

# More authors than these are one name 'and others'.
_NAMED_AT_MOST = 3


def short_form(entry: Entry, named: bool = True) -> Text:
    """The family names and the short title of a source; its title alone where it has no author."""
    return Text("; ").join(
        [
            _joined(short_name(each) if named else "", _titled(each, short_title(each)))
            for each in members_of(entry)
        ]
    )


def short_forms(sources: Mapping[str, Entry]) -> Mapping[str, Text]:
    """A short form of each source that no other has: with the whole title or the date, if need be.

    Sources that even these do not tell apart are left out.
    """
    found, left = dict[str, Text](), dict(sources)
    for form in (short_form, _whole_form, _dated_form):
        forms = {key: form(entry) for key, entry in left.items()}
        count = Counter(str(each).casefold() for each in forms.values())
        found |= {key: each for key, each in forms.items() if count[str(each).casefold()] == 1}
        left = {key: entry for key, entry in left.items() if key not in found}
    return found


def name_in_text(entry: Entry) -> Text:
    """What a sentence calls a source: its authors' family names, or else its short title.

    An article that nobody signed goes by the name of its journal, by which readers know it.
    """
    if name := short_name(entry):
        return Text(name)
    return Text(Tag("em", containers_of(entry).get("journal") or short_title(entry)))


def short_name(entry: Entry) -> str:
    """The family names of those by whom a source is; empty for a case, which has a name itself."""
    lead = "" if entry.type in CASES else lead_of(entry)
    persons = persons_of(entry, leading(entry)) if lead else []
    names = [family(person) for person in persons if family(person)]
    if not names:
        return lead
    catalogue = catalogue_for(entry)
    _, pgettext = catalogue.gettext, catalogue.pgettext
    if len(names) > _NAMED_AT_MOST or names[-1] == OTHERS:
        return _("%(names)s and others", names=names[0])
    if len(names) == 1 or not any("," in name for name in names):
        return enumerated(names, catalogue)
    others = pgettext("between names", "; ").join(names[:-1])
    return _("%(names)s and %(last)s", names=others, last=names[-1])


def short_title(entry: Entry) -> BaseText:
    """The `shorttitle`, or the title without its subtitle; the whole name of a case."""
    if short := rich(entry.fields.get("shorttitle", ""), linked=False):
        return short
    title = rich(entry.fields.get("title", ""), linked=False)
    if not title or entry.type in CASES:
        return title_of(entry)
    end = None if entry.fields.get("subtitle") else _SUBTITLE.search(str(title))
    shown = title[: end.start()] if end else title
    return shown[:-1] if _STOP.search(str(shown)) else shown


def _whole_form(entry: Entry) -> Text:
    return _joined(short_name(entry), _titled(entry, title_of(entry)))


def _dated_form(entry: Entry) -> Text:
    return Text(_whole_form(entry), ", ", shown_issue(entry.fields, catalogue_for(entry)))


def _titled(entry: Entry, title: BaseText) -> BaseText:
    """A title as the full reference shows it: of a whole in italics."""
    whole = entry_style_of(entry.type).whole or entry.type in CASES
    return Tag("em", title) if whole else title


def _joined(*parts: BaseText | str) -> Text:
    return Text(", ").join([part for part in parts if str(part)])
