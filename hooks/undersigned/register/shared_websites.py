"""Websites that a person shares with other signatories, such as an employer's."""

from collections.abc import Iterable, Sequence

from ..evidence.grades import Grade
from ..fields import Kind
from ..model import Endorsement
from ..urls import page_of


def graded_among(endorsements: Sequence[Endorsement]) -> Sequence[Endorsement]:
    """The endorsements, graded with regard to each other.

    A page that several signatories give as their website is not one person's own: what is stated
    there of a person is recorded by whoever keeps it. Organisations that share a website, such as
    those of one group, are told apart by `distinct_from`, and speak there for themselves.
    """
    claimed = {page for each in endorsements if _is_persons(each) and (page := _page(each))}
    shared = _shared(claimed, endorsements) if claimed else set()
    if not shared:
        return endorsements
    return [
        each._replace(grade=Grade.RECORDED)
        if _is_persons(each) and each.grade is Grade.OWN_SITE and _page(each) in shared
        else each
        for each in endorsements
    ]


def _shared(claimed: set[str], endorsements: Iterable[Endorsement]) -> set[str]:
    """The claimed pages that more than one signatory gives as its website."""
    first: dict[str, str] = {}
    shared = set[str]()
    for each in endorsements:
        page = _page(each)
        if page in claimed and first.setdefault(page, each.signatory) != each.signatory:
            shared.add(page)
    return shared


def _is_persons(endorsement: Endorsement) -> bool:
    return endorsement.kind is Kind.INDIVIDUAL and endorsement.website is not None


def _page(endorsement: Endorsement) -> str:
    """The page by which the evidence is graded."""
    website = endorsement.website_then or endorsement.website
    return page_of(website) if website else ""
