"""A file of endorsements with one line more, and what of the others keeps that from counting."""

from datetime import date
from typing import NamedTuple

from ..problem import printable
from .endorsements_txt import Line, read_file
from .judgement import Claim, Judgement, Said, judged


class Wanted(NamedTuple):
    """What a file is to say of a claim by a line of some day, judged by all lines `until` another.

    That is today, or the day of the line if it is still to come.
    """

    said: Said
    claim: Claim
    day: date
    until: date


def with_line(present: bytes, line: str, about: str) -> bytes:
    """A file with a line at its end, behind a comment of what it is about.

    What was there stays as it was, to the byte; an empty file is a new one.
    """
    end = "\r\n" if b"\r\n" in present else "\n"
    apart = end if present.endswith((b"\n", b"\r")) else 2 * end
    return present + f"{apart if present else ''}# {about}{end}{line}{end}".encode()


def saying(content: bytes, wanted: Wanted) -> Line | None:
    """The line by which a file says what is wanted; None where it does not."""
    found = _judged(content, wanted)
    return found.line if found.said is wanted.said else None


def hindrance(content: bytes, wanted: Wanted) -> tuple[int, str]:
    """The number of the line that keeps a file from saying what is wanted, and why; or 0."""
    file, why = read_file(content)
    if file is None:
        return 1, why
    found = _judged(content, wanted)
    if found.said is wanted.said or found.line is None:
        return 0, ""
    return found.line.number, _why(found.said, found.line, wanted)


def _judged(content: bytes, wanted: Wanted) -> Judgement:
    """What a file says; of one that cannot be read, nothing."""
    file, _ = read_file(content)
    return judged(file, wanted.claim, wanted.until) if file else Judgement(Said.NOTHING)


def _why(said: Said, line: Line, wanted: Wanted) -> str:
    if said is Said.CONTRADICTS:
        what = f"gives a digest that is not that of {printable(line.address)}"
        return f"{what}; write sha256:{wanted.claim.texts[line.address]}, or remove the line"
    what = f"says '{line.action}' on {line.day}, so a line of {wanted.day} changes nothing"
    later = "a later day" if said is Said.WITHDRAWN else f"{line.day}, or a later day,"
    return f"{what}; give {later} with --date"
