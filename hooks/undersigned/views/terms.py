"""What kinds of signatories and grades of evidence are called."""

from collections.abc import Mapping

from ..bibliography.values.entry_types import SourceGroup
from ..evidence.grades import Grade
from ..fields import Kind
from ..language.catalogue import Catalogue


def kinds(catalogue: Catalogue) -> Mapping[Kind, str]:
    """What one signatory of each kind is called."""
    _ = catalogue.gettext
    return {
        Kind.COMPANY: _("Company"),
        Kind.NONPROFIT: _("Non-profit organisation"),
        Kind.ACADEMIC: _("Academic institution"),
        Kind.ASSOCIATION: _("Association"),
        Kind.PUBLIC_BODY: _("Public body"),
        Kind.INDIVIDUAL: _("Individual"),
    }


def kinds_of_several(catalogue: Catalogue) -> Mapping[Kind, str]:
    """What several signatories of each kind are called."""
    _ = catalogue.gettext
    return {
        Kind.COMPANY: _("Companies"),
        Kind.NONPROFIT: _("Non-profit organisations"),
        Kind.ACADEMIC: _("Academic institutions"),
        Kind.ASSOCIATION: _("Associations"),
        Kind.PUBLIC_BODY: _("Public bodies"),
        Kind.INDIVIDUAL: _("Individuals"),
    }


def grades(catalogue: Catalogue) -> Mapping[Grade, str]:
    """What each grade of evidence is called, as the page on evidence calls them."""
    _ = catalogue.gettext
    return {
        Grade.PROVED: _("proved by its own server"),
        Grade.OWN_SITE: _("stated on its own site"),
        Grade.RECORDED: _("recorded by another site"),
        Grade.CONFIRMED: _("confirmed by e-mail"),
        Grade.STATED: _("stated on a page not shown to be theirs"),
    }


def source_groups(catalogue: Catalogue) -> Mapping[SourceGroup, str]:
    """What each group of sources is called."""
    _ = catalogue.gettext
    return {
        SourceGroup.BOOKS: _("Books and chapters"),
        SourceGroup.ARTICLES: _("Articles"),
        SourceGroup.REPORTS: _("Reports"),
        SourceGroup.LAW: _("Law and courts"),
        SourceGroup.STATEMENTS: _("Statements and web pages"),
        SourceGroup.DATA: _("Data and software"),
        SourceGroup.OTHER: _("Other"),
    }


def source_headings(catalogue: Catalogue) -> Mapping[SourceGroup, str]:
    """What the page of each group of sources is called."""
    _ = catalogue.gettext
    return {
        SourceGroup.BOOKS: _("Sources: books and chapters"),
        SourceGroup.ARTICLES: _("Sources: articles"),
        SourceGroup.REPORTS: _("Sources: reports"),
        SourceGroup.LAW: _("Sources: law and courts"),
        SourceGroup.STATEMENTS: _("Sources: statements and web pages"),
        SourceGroup.DATA: _("Sources: data and software"),
        SourceGroup.OTHER: _("Sources: other"),
    }


# How an endorsement is known, by shape before words say it. They are in the fonts of every system
# (WGL4): a seal, a house, the lines of a record, the sign of e-mail, a ring for what is not closed.
SYMBOLS = {
    Grade.PROVED: "●",
    Grade.OWN_SITE: "⌂",
    Grade.RECORDED: "≡",
    Grade.CONFIRMED: "@",
    Grade.STATED: "○",
}
