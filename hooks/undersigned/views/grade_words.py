"""How an endorsement is known, in words around the name of the server that says it."""

from collections.abc import Callable

from ..dates import StatedDate
from ..domain_names import shown
from ..evidence.grades import Grade
from ..fields import Kind
from ..language.catalogue import Catalogue
from ..language.set_apart import in_one_piece
from ..model import Endorsement
from .entries import ListedSignatory

# Stands in a message for what pages mark up; no message and no name holds it.
PLACE = "\0"

# Words, the host of the evidence, if any, and words.
Graded = tuple[str, str, str]


def graded(
    entry: ListedSignatory,
    endorsement: Endorsement,
    grade: Grade,
    catalogue: Catalogue,
    date: Callable[[StatedDate | None], str],
) -> Graded:
    """How an endorsement of a signatory is known at a grade; `date` puts one into words."""
    _, alone = catalogue.gettext, endorsement.kind is Kind.INDIVIDUAL
    host = _host(endorsement.evidence_host, catalogue)
    match grade:
        case Grade.PROVED:
            when = date(endorsement.proved)
            if entry.copy is None:
                return _proved(catalogue, alone, when), "", ""
            # A name is easy to imitate: whose server it was, its host says.
            return around(_proved_at(catalogue, alone, when), _host(entry.copy.host, catalogue))
        case Grade.CONFIRMED:
            when = date(endorsement.confirmed_by_email)
            return _("confirmed by e-mail on %(date)s", date=when), "", ""
        case Grade.OWN_SITE:
            return around(_own_site(catalogue, alone, endorsement.website_then), host)
        case Grade.STATED:
            said = _("stated on a page at %(host)s, not shown to be theirs", host=PLACE)
            return around(said, host)
    return around(_("recorded by %(host)s", host=PLACE), host)


def _host(name: str, catalogue: Catalogue) -> str:
    """A host as it is shown; in one piece where lines that may break in it run from the right."""
    return in_one_piece(shown(name)) if catalogue.from_right else shown(name)


def around(message: str, marked: str) -> tuple[str, str, str]:
    """What a message says before its place, what is marked up there, and what it says behind."""
    before, _, after = message.partition(PLACE)
    return before, marked, after


def _proved(catalogue: Catalogue, alone: bool, when: str) -> str:
    _ = catalogue.gettext
    if alone:
        return _("proved by their own server on %(date)s", date=when)
    return _("proved by its own server on %(date)s", date=when)


def _proved_at(catalogue: Catalogue, alone: bool, when: str) -> str:
    _ = catalogue.gettext
    if alone:
        return _("proved by their own server on %(date)s, at %(host)s", date=when, host=PLACE)
    return _("proved by its own server on %(date)s, at %(host)s", date=when, host=PLACE)


def _own_site(catalogue: Catalogue, alone: bool, then: object) -> str:
    _ = catalogue.gettext
    if alone and then:
        return _("stated on their own site at the time, %(host)s", host=PLACE)
    if alone:
        return _("stated on their own site, %(host)s", host=PLACE)
    if then:
        return _("stated on its own site at the time, %(host)s", host=PLACE)
    return _("stated on its own site, %(host)s", host=PLACE)
