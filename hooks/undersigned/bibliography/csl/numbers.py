"""The numbers of a source under the variables of CSL, where they depend on what it is."""

import re

from pybtex.database import Entry

from ..style.law_reports import has_own_number, part_of, volume_of
from ..style.particulars import is_total
from ..values.entry_types import LEGISLATION
from ..values.fields import words_of
from .fields import Fields

# Parts of books and books, whose `number` in BibLaTeX is that in their series.
_IN_SERIES = ("book", "chapter", "paper-conference", "entry-encyclopedia", "pamphlet")
_JOURNALS = ("journal", "journaltitle")
_TOTAL = re.compile(r"([0-9]+) ?(?:pp?|pages?|S)\.?", re.I)


def numbers(entry: Entry, type_: str, fields: Fields) -> dict[str, str]:
    """The volume, issue, pages and numbers.

    `number` is that of an issue in a journal, of a book in its series, and else the source's own.
    """
    number, issue = fields.take("number"), fields.take("issue")
    found = {"volume": fields.take("volume"), **_pages(entry, fields)}
    if entry.type in LEGISLATION and words_of(entry, *_JOURNALS):
        # A gazette without volumes is found by its numbers alone.
        if part_of(entry):
            found["volume"] = volume_of(entry)
            issue = "" if issue in found["volume"].split() else issue
        elif not has_own_number(entry):
            found["issue" if found["volume"] else "volume"] = number
            number = ""
    elif _has_issues(entry, type_):
        number, issue = "", ", ".join(dict.fromkeys(filter(None, (number, issue))))
    elif number and type_ in _IN_SERIES and words_of(entry, "series", "maintitle"):
        found["collection-number"], number = number, ""
    own = [number, *fields.take_all("docket"), *fields.take_all("eid", "articleno")]
    return {"issue": issue, **found, "number": "; ".join(filter(None, own))}


def _has_issues(entry: Entry, type_: str) -> bool:
    """Whether its number is that of an issue: of a periodical, or of proceedings in a journal."""
    if type_.startswith("article-") or type_ in ("periodical", "review"):
        return True
    return type_ == "paper-conference" and bool(words_of(entry, *_JOURNALS))


def _pages(entry: Entry, fields: Fields) -> dict[str, str]:
    """The pages, in ranges with the hyphen that processors look for; or how many there are."""
    pages = fields.take("pages")
    total = _TOTAL.fullmatch(pages)
    if total or (pages and is_total(entry, pages)):
        return {"page": "", "number-of-pages": total[1] if total else pages}
    return {"page": re.sub(r"(?<=\w)\s*[–-]+\s*(?=\w)", "-", pages)}
