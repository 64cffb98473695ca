"""The forms of numbers in references: editions, versions, volumes, chapters and pages."""

import re
from collections.abc import Mapping

from ...language.catalogue import ENGLISH, Catalogue
from ..values.people import is_eastern

_ORDINALS = {"1": "st", "2": "nd", "3": "rd"}


def numbered(number: str, catalogue: Catalogue = ENGLISH) -> str:
    """A number after 'no.', or the text as it is where it does not begin with a digit."""
    is_number = number[:1].isdigit()
    return catalogue.gettext("no. %(number)s", number=number) if is_number else number


# A number that begins with the year is a court's own: '2008 HCA 39', '[2004] EWCA Civ 1372'.
_OWN_NUMBER = re.compile(r"[\[(]?[0-9]{4}[\])]? +[A-Z]")


def is_neutral(number: str) -> bool:
    """Whether a number cites a case by itself: the year, the court and the case, in this order."""
    return bool(_OWN_NUMBER.match(number))


def shown_docket(number: str, catalogue: Catalogue = ENGLISH) -> str:
    """A docket number, after 'No.' where it begins with a digit and is no citation by itself."""
    is_number = number[:1].isdigit() and not is_neutral(number)
    return catalogue.gettext("No. %(number)s", number=number) if is_number else number


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
_NTH = LOWER_CASE_EDITIONS[:12]


def shown_edition(edition: str, catalogue: Catalogue = ENGLISH) -> str:
    """The edition: a number as an ordinal, '2nd edition', and whatever names itself as given."""
    if not edition or _NAMED_EDITION.search(edition) or any(map(is_eastern, edition)):
        return edition
    if _VERSION.match(edition):
        return shown_version(edition, catalogue)
    _, number = catalogue.gettext, edition.removesuffix(".")
    if number.isascii() and number.isdigit():
        first = _("1st edition")
        return first if number == "1" else _("%(number)s edition", number=_th(number, catalogue))
    first, *further = edition.split(" ")
    if first.lower() in LOWER_CASE_EDITIONS:
        first = first.lower()
    if first in _NTH and not (further or catalogue.english):
        return shown_edition(str(_NTH.index(first) + 1), catalogue)
    if named := "" if further else _editions(catalogue).get(first, ""):
        return named
    return _("%(name)s edition", name=" ".join([first, *further]))


def _editions(catalogue: Catalogue) -> Mapping[str, str]:
    """Editions that one word names, which a language may put behind it."""
    _ = catalogue.gettext
    return {
        "new": _("new edition"),
        "revised": _("revised edition"),
        "expanded": _("expanded edition"),
        "enlarged": _("enlarged edition"),
        "updated": _("updated edition"),
        "corrected": _("corrected edition"),
        "international": _("international edition"),
        "annotated": _("annotated edition"),
        "illustrated": _("illustrated edition"),
        "abridged": _("abridged edition"),
    }


def _th(number: str, catalogue: Catalogue) -> str:
    """A number as an English ordinal, '2nd'; other languages have their own signs behind it."""
    if not catalogue.english:
        return number
    return f"{number}{'th' if number[-2:-1] == '1' else _ORDINALS.get(number[-1], 'th')}"


_VERSION = re.compile(r"v(?:ersion|\.)?\s*(?=[0-9])", re.I)


def shown_version(version: str, catalogue: Catalogue = ENGLISH) -> str:
    """The version of a data set or of software, with a single 'version' before a number."""
    bare = _VERSION.sub("", version, count=1) if _VERSION.match(version) else version
    is_number = bare[:1].isdigit()
    return catalogue.gettext("version %(version)s", version=bare) if is_number else version


def in_volume(volume: str, number: str, series: str = "", catalogue: Catalogue = ENGLISH) -> str:
    """The series, volume and issue, to follow the name of a journal.

    Words in place of a volume, such as 'accepted for publication', follow a comma.
    """
    named = f", {series}" if series else ""
    if volume:
        comma = "," if series or re.match(r"[^\W\d_]{2,} ", volume) else ""
        return f"{named}{comma} {volume}{f'({number})' if number else ''}"
    return f"{named}, {numbered(number, catalogue)}" if number else named


def shown_volume(volume: str, catalogue: Catalogue = ENGLISH) -> str:
    """A number, numeral or letter of a volume after 'vol.', or any other text as it is."""
    is_number = re.match(r"[0-9]|(?:[A-Z]|[IVXLC]+)$", volume)
    return catalogue.gettext("vol. %(volume)s", volume=volume) if is_number else volume


def shown_issue_number(issue: str, catalogue: Catalogue = ENGLISH) -> str:
    """The issue of a journal after 'issue', or the text as it is, such as 'Spring'."""
    return catalogue.gettext("issue %(issue)s", issue=issue) if issue[:1].isdigit() else issue


def shown_part(part: str, catalogue: Catalogue = ENGLISH) -> str:
    """A part of a volume after 'part', or the text as it is where it is longer than a number."""
    is_number = re.fullmatch(r"[0-9]+\w?|[ivxlcIVXLC]+|\w", part)
    return catalogue.gettext("part %(part)s", part=part) if is_number else part


def shown_volumes(count: str, catalogue: Catalogue = ENGLISH) -> str:
    """How many volumes a work has."""
    if not count.isdecimal():
        return count
    # The last digits of a number say which form it takes; Python refuses to read very long ones.
    form = 1 if count == "1" else max(2, int(count[-6:]))
    return catalogue.ngettext("%(number)s vol", "%(number)s vols", form, number=count)


def shown_series(series: str, catalogue: Catalogue = ENGLISH) -> str:
    """The series of a journal: a number as an ordinal, or what BibLaTeX's keys stand for."""
    _ = catalogue.gettext
    if series.isascii() and series.isdecimal():
        first = _("1st series")
        return first if series == "1" else _("%(number)s series", number=_th(series, catalogue))
    named = {"newseries": _("new series"), "oldseries": _("old series")}
    return named.get(series.lower(), series)


def shown_chapter(chapter: str, catalogue: Catalogue = ENGLISH) -> str:
    """A chapter's number after 'ch.', or the text as it is where it does not begin with a digit."""
    is_number = chapter[:1].isdigit()
    return catalogue.gettext("ch. %(chapter)s", chapter=chapter) if is_number else chapter


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


def shown_pages(pages: str, catalogue: Catalogue = ENGLISH) -> str:
    """Page numbers after 'p.' or 'pp.', ranges with an en dash; other text as it is.

    Some publishers write 'n/a--n/a' until an article has pages.
    """
    if _NOT_AVAILABLE.fullmatch(pages):
        return ""
    if _COUNTED.fullmatch(pages) or not _PAGES.match(pages):
        return pages
    if re.fullmatch(r"[0-9]{6,}", pages):
        # No volume has so many pages: journals without them give the number of the article.
        return shown_article(pages, catalogue)
    ranged = re.sub(r"(?<=\w)\s*[-–—]+\s*(?=\w)", "–", pages)
    first, _, last = ranged.partition("–")
    ranged = first if first == last else ranged
    if ranged.isalnum():
        return catalogue.gettext("p. %(page)s", page=ranged)
    return catalogue.gettext("pp. %(pages)s", pages=ranged)


def shown_page_total(total: str, catalogue: Catalogue = ENGLISH) -> str:
    """How many pages a source has: '320 pp.'."""
    is_number = re.fullmatch(r"[0-9ivxlc+, ]+", total, re.I)
    return catalogue.gettext("%(number)s pp.", number=total) if is_number else total


def shown_article(number: str, catalogue: Catalogue = ENGLISH) -> str:
    """The number of an article in a journal without pages."""
    return catalogue.gettext("article %(number)s", number=number) if number else ""
