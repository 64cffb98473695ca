"""Numbers of editions, volumes and pages as references show them."""

import re

_ORDINALS = {"1": "st", "2": "nd", "3": "rd"}


def numbered(number: str) -> str:
    """A number behind its abbreviation, or the words that stand in its place."""
    return f"no. {number}" if number[:1].isdigit() else number


def shown_docket(number: str) -> str:
    """A docket number as courts write it; bare digits get their 'No.'."""
    return f"No. {number}" if number[:1].isdigit() else number


def shown_edition(edition: str) -> str:
    """Which edition it is, as an ordinal."""
    if not edition or "edition" in edition.lower():
        return edition
    if edition.isascii() and edition.isdigit():
        teen = edition[-2:-1] == "1"
        edition += "th" if teen else _ORDINALS.get(edition[-1], "th")
    return f"{edition.lower()} edition"


def shown_version(version: str) -> str:
    """The version of a data set or of software, told once however it is written."""
    bare = re.sub(r"^v(?:ersion|\.)?\s*(?=[0-9])", "", version, flags=re.I)
    return f"version {bare}" if bare[:1].isdigit() else version


def in_volume(volume: str, number: str) -> str:
    """What follows the name of a journal: volume and issue."""
    if volume:
        return f" {volume}({number})" if number else f" {volume}"
    return f", {numbered(number)}" if number else ""


def shown_chapter(chapter: str) -> str:
    """The number of a chapter behind its abbreviation, or what stands in its place."""
    return f"ch. {chapter}" if chapter[:1].isdigit() else chapter


def shown_pages(pages: str) -> str:
    """Pages, if they are numbers, behind their abbreviation and with the dash of ranges."""
    if not re.match(r"[0-9ivxlcdm]+\b", pages):
        return pages
    ranged = re.sub(r"(?<=\w)\s*[-–]+\s*(?=\w)", "–", pages)
    return f"p{'' if ranged.isalnum() else 'p'}. {ranged}"


def shown_article(number: str) -> str:
    """The number by which a journal without pages tells its articles apart."""
    return f"article {number}" if number else ""
