"""What pages say of the edition: whom to write to, and who answers for the register's data."""

from collections.abc import Mapping
from html import escape

from ..commentary.edition_blocks import CONTACT, CONTROLLER
from ..markup.literal import literal
from ..sentences import full_stop
from ..statement.edition import Edition

_NO_CONTACT = "This edition has not named a contact or a repository yet."
_NO_CONTROLLER = (
    "This edition has not named yet who is responsible for the personal data on this site."
)


def paragraphs(edition: Edition) -> Mapping[str, str]:
    """The Markdown of the paragraph for each marker that pages may use."""
    return {CONTACT: _contact(edition), CONTROLLER: _controller(edition)}


def _contact(edition: Edition) -> str:
    """Whom readers can ask, by every way that the edition has."""
    ways = []
    if edition.mail:
        ways.append(f"write to {_link(edition.contact_uri, edition.mail)}")
    elif edition.contact:
        ways.append(f"use {_link(edition.contact_uri, 'the contact page of this edition')}")
    if edition.repository:
        ways.append(f"open an issue in {_link(edition.repository, 'its repository')}, in public")
    if not ways:
        return _NO_CONTACT
    told = " or ".join(ways)
    return f"{told[0].upper()}{told[1:]}."


def _controller(edition: Edition) -> str:
    if not edition.data_controller:
        return _NO_CONTROLLER
    named = edition.data_controller.removesuffix(".")
    said = "Responsible for the personal data on this site"
    return f"{said}: {literal(named)}{full_stop(named)}"


def _link(address: str, words: str) -> str:
    return f'<a href="{escape(address)}">{literal(words)}</a>'
