"""The forms of numbers in references: editions, versions, volumes, chapters and pages."""

import re

from ..values.people import is_eastern

_ORDINALS = {"1": "st", "2": "nd", "3": "rd"}


def numbered(number: str) -> str:
    """A number after 'no.', or the text as it is where it does not begin with a digit."""
    return f"no. {number}" if number[:1].isdigit() else number


# A number that begins with the year is a court's own: '2008 HCA 39', '[2004] EWCA Civ 1372'.
_OWN_NUMBER = re.compile(r"[\[(]?[0-9]{4}[\])]? +[A-Z]")


def is_neutral(number: str) -> bool:
    """Whether a number cites a case by itself: the year, the court and the case, in this order."""
    return bool(_OWN_NUMBER.match(number))


def shown_docket(number: str) -> str:
    """A docket number, after 'No.' where it begins with a digit and is no citation by itself."""
    return f"No. {number}" if number[:1].isdigit() and not is_neutral(number) else number


# Words for an edition, in the languages that files of scholars have them in.
_NAMED_EDITION = re.compile(
    r"\b(?:edition|edn?|éd|édition|aufl|auflage|ausg|ausgabe|edición|edizione|edição|uitg|uitgave"
    r"|druk|udg|utg|upplagan?|wyd|издание|изд)\b|版",
    re.I,
)
_LOWER_CASE = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth new revised"
    " expanded enlarged updated corrected international annotated illustrated abridged"
)
LOWER_CASE_EDITIONS = tuple(_LOWER_CASE.split())


def shown_edition(edition: str) -> str:
    """The edition: a number as an ordinal, '2nd edition', and whatever names itself as given."""
    if not edition or _NAMED_EDITION.search(edition) or any(map(is_eastern, edition)):
        return edition
    if _VERSION.match(edition):
        return shown_version(edition)
    number = edition.removesuffix(".")
    if number.isascii() and number.isdigit():
        teen = number[-2:-1] == "1"
        return f"{number}{'th' if teen else _ORDINALS.get(number[-1], 'th')} edition"
    first, *further = edition.split(" ")
    if first.lower() in LOWER_CASE_EDITIONS:
        first = first.lower()
    return f"{' '.join([first, *further])} edition"


_VERSION = re.compile(r"v(?:ersion|\.)?\s*(?=[0-9])", re.I)


def shown_version(version: str) -> str:
    """The version of a data set or of software, with a single 'version' before a number."""
    bare = _VERSION.sub("", version, count=1) if _VERSION.match(version) else version
    return f"version {bare}" if bare[:1].isdigit() else version


def in_volume(volume: str, number: str, series: str = "") -> str:
    """The series, volume and issue, to follow the name of a journal.

    Words in place of a volume, such as 'accepted for publication', follow a comma.
    """
    named = f", {series}" if series else ""
    if volume:
        comma = "," if series or re.match(r"[^\W\d_]{2,} ", volume) else ""
        return f"{named}{comma} {volume}{f'({number})' if number else ''}"
    return f"{named}, {numbered(number)}" if number else named


def shown_volume(volume: str) -> str:
    """A number, numeral or letter of a volume after 'vol.', or any other text as it is."""
    return f"vol. {volume}" if re.match(r"[0-9]|(?:[A-Z]|[IVXLC]+)$", volume) else volume


def shown_issue_number(issue: str) -> str:
    """The issue of a journal after 'issue', or the text as it is, such as 'Spring'."""
    return f"issue {issue}" if issue[:1].isdigit() else issue


def shown_part(part: str) -> str:
    """A part of a volume after 'part', or the text as it is where it is longer than a number."""
    return f"part {part}" if re.fullmatch(r"[0-9]+\w?|[ivxlcIVXLC]+|\w", part) else part


def shown_volumes(count: str) -> str:
    """How many volumes a work has."""
    return f"{count} vol{'' if count == '1' else 's'}" if count.isdecimal() else count


def shown_series(series: str) -> str:
    """The series of a journal: a number as an ordinal, or what BibLaTeX's keys stand for."""
    if series.isascii() and series.isdecimal():
        return shown_edition(series).replace("edition", "series")
    return {"newseries": "new series", "oldseries": "old series"}.get(series.lower(), series)


def shown_chapter(chapter: str) -> str:
    """A chapter's number after 'ch.', or the text as it is where it does not begin with a digit."""
    return f"ch. {chapter}" if chapter[:1].isdigit() else chapter


def shown_report_series(series: str) -> str:
    """The series of law reports: a number as in 'F. Supp. 3d', anything else in brackets."""
    if series.isdecimal():
        return f"{series}{'d' if series in ('2', '3') else 'th'}"
    return f"({series.strip('()')})" if series else ""


# A number of pages, and pages that name themselves: '6 pp.', '12 p', 'S. 3'.
_COUNTED = re.compile(r"[0-9ivxlcdm+, ]+(?:pp?|pages?|pgs?|seiten|s|leaves|ff?\.? ?n)\b\.?", re.I)
_NOT_AVAILABLE = re.compile(r"n/a(?:[-–]+n/a)?", re.I)
# Numbers of pages, or a range with the letter of a supplement before each: 'D1083-D1090'.
_PAGES = re.compile(r"[0-9ivxlcdm]+\b|[A-Z][0-9]+ *[-–]+ *[A-Z]?[0-9]+\b")


def shown_pages(pages: str) -> str:
    """Page numbers after 'p.' or 'pp.', ranges with an en dash; other text as it is.

    Some publishers write 'n/a--n/a' until an article has pages.
    """
    if _NOT_AVAILABLE.fullmatch(pages):
        return ""
    if _COUNTED.fullmatch(pages) or not _PAGES.match(pages):
        return pages
    if re.fullmatch(r"[0-9]{6,}", pages):
        # No volume has so many pages: journals without them give the number of the article.
        return shown_article(pages)
    ranged = re.sub(r"(?<=\w)\s*[-–—]+\s*(?=\w)", "–", pages)
    first, _, last = ranged.partition("–")
    ranged = first if first == last else ranged
    return f"p{'' if ranged.isalnum() else 'p'}. {ranged}"


def shown_page_total(total: str) -> str:
    """How many pages a source has: '320 pp.'."""
    return f"{total} pp." if re.fullmatch(r"[0-9ivxlc+, ]+", total, re.I) else total


def shown_article(number: str) -> str:
    """The number of an article in a journal without pages."""
    return f"article {number}" if number else ""
