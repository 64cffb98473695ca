"""How well an endorsement is evidenced, by the addresses of its evidence and of the signatory."""

from enum import StrEnum

from .ownership import is_own


class Grade(StrEnum):
    """How well an endorsement is evidenced, from best to worst, each by what it proves.

    `PROVED` is by a kept copy of what the signatory's own server says, and follows from no address.
    `STATED` is for individuals without a website: on a page that is not shown to be theirs.
    """

    PROVED = "proved"
    OWN_SITE = "own-site"
    RECORDED = "recorded"
    CONFIRMED = "confirmed"
    STATED = "stated"


def grade_of(evidence: str | None, website: str | None, *, individual: bool = False) -> Grade:
    """The grade of an endorsement.

    Evidence under what the signatory's website claims is the best; without evidence, maintainers
    confirmed the endorsement by e-mail. Without a website, nothing tells whose a page is: that of
    an individual may well be theirs, while organisations give a website.
    """
    if evidence is None:
        return Grade.CONFIRMED
    if website is None:
        return Grade.STATED if individual else Grade.RECORDED
    return Grade.OWN_SITE if is_own(evidence, website) else Grade.RECORDED
