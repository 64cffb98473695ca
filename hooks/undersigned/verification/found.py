"""What was found at the address of a file: its bytes, or how it is absent and why."""

from enum import StrEnum
from typing import NamedTuple

from ..links.answers import LATER, LOOK, UNRESOLVED, Answer
from ..links.chains import RedirectChain


class Absence(StrEnum):
    """How a server says that it has no such file.

    `MISSING` in so many words, or there is no such host (`NO_HOST`), or nothing that https can
    trust (`UNTRUSTED`); `A_PAGE` comes in its place, as from servers that answer everything with a
    page; one is sent `ELSEWHERE`, or `REFUSED`, as by stores that do not say what they have.
    """

    MISSING = "missing"
    NO_HOST = "no host"
    UNTRUSTED = "untrusted"
    A_PAGE = "a page"
    ELSEWHERE = "elsewhere"
    REFUSED = "refused"


class Found(NamedTuple):
    """The bytes of a file; or None, how it is absent, and why as the end of a message about it.

    Where there is neither a file nor an absence, nobody can tell now whether there is one.
    """

    content: bytes | None
    absence: Absence | None = None
    why: str = ""


# RFC 9110, sections 15.5.5 and 15.5.11.
_MISSING = (404, 410)

# Refusals for a time: RFC 9110, section 15.5.9; RFC 8470, section 5.2; RFC 6585, section 4.
_FOR_A_TIME = (408, 425, 429)

# Before the first letter of a page may stand a byte order mark and white space.
_BEFORE = b"\xef\xbb\xbf \t\r\n"


def found_by(chain: RedirectChain, largest: int) -> Found:
    """What a chain that has ended found, where a file has so many bytes at most."""
    answer = chain.last.answer
    if chain.halted:
        return Found(None, Absence.ELSEWHERE, chain.halted)
    if answer.failure:
        return Found(None, _without_answer(answer), answer.failure)
    if answer.cut:
        return Found(None, None, f"has more than {largest:,} bytes; keep it shorter")
    if answer.content is None:
        return Found(None, *_without_content(answer.status))
    if answer.content.lstrip(_BEFORE).startswith(b"<"):
        return Found(None, Absence.A_PAGE, "is a page and not the file; serve the file itself")
    return Found(answer.content)


def _without_answer(answer: Answer) -> Absence | None:
    """How a file is absent where nothing was answered that could be read, unless that may pass."""
    if answer.failure == UNRESOLVED[0]:
        return Absence.NO_HOST
    may_pass = answer.failure.endswith(LATER)
    return None if may_pass or answer.certificate else Absence.UNTRUSTED


def _without_content(status: int) -> tuple[Absence | None, str]:
    """How a file is absent for which a server answers with a status, and why."""
    answered = f"the server answers {status}"
    if status in _MISSING:
        return Absence.MISSING, f"is not there: {answered}; serve it there"
    if status in _FOR_A_TIME or status >= 500:
        return None, f"cannot be had now: {answered}; {LATER}"
    if status in (401, 403):
        return Absence.REFUSED, f"is not shown to programs: {answered}; have it open to everybody"
    absence = Absence.REFUSED if 400 <= status < 500 else None
    return absence, f"is not served as a file: {answered}; {LOOK}"
