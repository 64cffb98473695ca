"""What pages say of the edition: whom to write to, and who answers for the register's data."""

from collections.abc import Mapping
from html import escape

from ..commentary.edition_blocks import CONTACT, CONTROLLER
from ..language.catalogue import ENGLISH, Catalogue
from ..markup.literal import literal
from ..sentences import full_stop
from ..statement.edition import Edition


def paragraphs(edition: Edition, catalogue: Catalogue = ENGLISH) -> Mapping[str, str]:
    """The Markdown of the paragraph for each marker that pages may use."""
    return {CONTACT: _contact(edition, catalogue), CONTROLLER: _controller(edition, catalogue)}


def _contact(edition: Edition, catalogue: Catalogue) -> str:
    """Whom readers can ask, by every way that the edition has."""
    _, issue = catalogue.gettext, {"start": _start(edition.repository), "end": "</a>"}
    mail = _link(edition.contact_uri, edition.mail) if edition.mail else ""
    page = {"page_start": _start(edition.contact_uri), "page_end": "</a>"}
    if mail and edition.repository:
        return _(
            "Write to %(mail)s or open an issue in %(start)sits repository%(end)s, in public.",
            mail=mail,
            **issue,
        )
    if edition.contact and edition.repository:
        return _(
            "Use %(page_start)sthe contact page of this edition%(page_end)s or open an issue in"
            " %(start)sits repository%(end)s, in public.",
            **page,
            **issue,
        )
    if mail:
        return _("Write to %(mail)s.", mail=mail)
    if edition.contact:
        return _("Use %(page_start)sthe contact page of this edition%(page_end)s.", **page)
    if edition.repository:
        return _("Open an issue in %(start)sits repository%(end)s, in public.", **issue)
    return _("This edition has not named a contact or a repository yet.")


def _controller(edition: Edition, catalogue: Catalogue) -> str:
    _, named = catalogue.gettext, edition.data_controller.removesuffix(".")
    if not named:
        return _(
            "This edition has not named yet who is responsible for the personal data on this site."
        )
    who = f"{literal(named)}{full_stop(named)}"
    return _("Responsible for the personal data on this site: %(name)s", name=who)


def _start(address: str) -> str:
    return f'<a href="{escape(address)}">'


def _link(address: str, words: str) -> str:
    return f"{_start(address)}{literal(words)}</a>"
