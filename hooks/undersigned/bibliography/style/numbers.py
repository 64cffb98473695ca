"""The forms of numbers in references: editions, versions, volumes, chapters and pages."""

import re

_ORDINALS = {"1": "st", "2": "nd", "3": "rd"}


def numbered(number: str) -> str:
    """A number after 'no.', or the text as it is where it does not begin with a digit."""
    return f"no. {number}" if number[:1].isdigit() else number


def shown_docket(number: str) -> str:
    """A docket number, after 'No.' where it begins with a digit."""
    return f"No. {number}" if number[:1].isdigit() else number


def shown_edition(edition: str) -> str:
    """The edition, a number as an ordinal: '2nd edition'."""
    if not edition or "edition" in edition.lower():
        return edition
    if edition.isascii() and edition.isdigit():
        teen = edition[-2:-1] == "1"
        edition += "th" if teen else _ORDINALS.get(edition[-1], "th")
    return f"{edition.lower()} edition"


def shown_version(version: str) -> str:
    """The version of a data set or of software, with a single 'version' before a number."""
    bare = re.sub(r"^v(?:ersion|\.)?\s*(?=[0-9])", "", version, flags=re.I)
    return f"version {bare}" if bare[:1].isdigit() else version


def in_volume(volume: str, number: str) -> str:
    """The volume and issue, to follow the name of a journal."""
    if volume:
        return f" {volume}({number})" if number else f" {volume}"
    return f", {numbered(number)}" if number else ""


def shown_chapter(chapter: str) -> str:
    """A chapter's number after 'ch.', or the text as it is where it does not begin with a digit."""
    return f"ch. {chapter}" if chapter[:1].isdigit() else chapter


def shown_pages(pages: str) -> str:
    """Page numbers after 'p.' or 'pp.', ranges with an en dash; other text as it is."""
    if not re.match(r"[0-9ivxlcdm]+\b", pages):
        return pages
    ranged = re.sub(r"(?<=\w)\s*[-–]+\s*(?=\w)", "–", pages)
    return f"p{'' if ranged.isalnum() else 'p'}. {ranged}"


def shown_article(number: str) -> str:
    """The number of an article in a journal without pages."""
    return f"article {number}" if number else ""
