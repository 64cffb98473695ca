"""Whose site this is, as mkdocs.yml gives it under `extra.edition`: an edition of the statement.

The publisher of a text and whoever publishes a site about it are two roles, also where one body
has both. Readers who want a correction are led to the second alone.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from urllib.parse import quote

from ..hosts import host_refusal
from ..invisible import unseen
from ..language.catalogue import ENGLISH, Catalogue
from ..problem import Problem, Severity, quoted, setting_problem
from ..sentences import sentence
from ..typesetting import SETTING
from ..urls import refusal

# An address without quotes and comments (RFC 5322, section 3.4.1), with letters of any script
# (RFC 6531), and its greatest length (RFC 5321, section 4.5.3.1.3).
_ATOM = r"[\w!#$%&'*+/=?^`{|}~-]+"
_MAIL = re.compile(rf"{_ATOM}(?:\.{_ATOM})*@([^@]+)")
_LONGEST_MAIL = 254

# In characters. The name stands in a footer of a phone, and in running text.
_LONGEST = {"name": 120, "data_controller": 500}


class EditionKind(StrEnum):
    """Whether the text's own publisher publishes the site."""

    INDEPENDENT = "independent"
    OFFICIAL = "official"


@dataclass(frozen=True, slots=True)
class Edition:
    """Who publishes this site; what is not given is empty.

    `contact` is an e-mail address or an https address, `repository` and `address` are https
    addresses. `data_controller` says who answers for the personal data of the register.
    """

    name: str = ""
    kind: EditionKind = EditionKind.OFFICIAL
    address: str = ""
    contact: str = ""
    repository: str = ""
    data_controller: str = ""

    @property
    def independent(self) -> bool:
        """Whether the publisher of the text has no part in the site."""
        return self.kind is EditionKind.INDEPENDENT

    @property
    def mail(self) -> str:
        """The contact, if it is an e-mail address."""
        return self.contact if is_mail(self.contact) else ""

    @property
    def contact_uri(self) -> str:
        """The contact as a `mailto:` or https address; empty where there is none."""
        return uri_of(self.contact)

    def given(self) -> dict[str, str]:
        """What is given, by its name in mkdocs.yml, in order."""
        every = {each.name: str(getattr(self, each.name)) for each in fields(self)}
        return {name: value for name, value in every.items() if value}


# Where a site has not said who publishes it.
UNNAMED = Edition()


def is_mail(contact: str) -> bool:
    """Whether a contact is an e-mail address, without 'mailto:' before it."""
    mail = _MAIL.fullmatch(contact) if len(contact) <= _LONGEST_MAIL else None
    return mail is not None and host_refusal(mail[1]) is None


def uri_of(contact: str) -> str:
    """A contact as a `mailto:` or https address; empty if it is neither."""
    mail = contact.removeprefix("mailto:")
    if is_mail(mail):
        return f"mailto:{quote(mail, safe='@+')}"
    return "" if refusal(contact) else contact


def read_edition(given: object) -> tuple[Edition | None, list[Problem]]:
    """The edition under `extra.edition`, or none and what is wrong with it.

    An edition that can be asked nothing is a note: it may be built, and it says so to its readers.
    """
    if not isinstance(given, Mapping):
        message = "is missing; give it a name, and the kind independent or official"
        return None, [_problem(message)]
    values = {str(name): _text(value) for name, value in given.items() if name != SETTING}
    if problems := [_problem(each) for each in _faults(values)]:
        return None, problems
    known = {name: value for name, value in values.items() if value}
    edition = Edition(
        name=known["name"],
        kind=EditionKind(known["kind"]),
        address=known.get("address", ""),
        contact=known.get("contact", "").removeprefix("mailto:"),
        repository=known.get("repository", ""),
        data_controller=known.get("data_controller", ""),
    )
    return edition, list(_notes(edition))


def publisher_address(edition: Edition, announced: str, own: Iterable[str]) -> str:
    """Where readers learn more of the text's publisher; empty where this site is all that is known.

    `announced` is the address of the statement, `own` are those of the site: a site of the
    publisher's own leads to the publisher's `address`, and never back to its own pages.
    """
    if edition.independent:
        return announced
    leads_here = announced.startswith(tuple(filter(None, own)))
    return edition.address or ("" if leads_here else announced)


def text_by(publisher: str, catalogue: Catalogue = ENGLISH) -> str:
    """Who wrote the text."""
    return catalogue.gettext("Text by %(publisher)s", publisher=publisher)


def edition_by(edition: Edition, catalogue: Catalogue = ENGLISH) -> str:
    """Who publishes this edition of it, and that this is somebody else, where it is."""
    if edition.independent:
        return catalogue.gettext("Independent edition by %(name)s", name=edition.name)
    return catalogue.gettext("Edition by %(name)s", name=edition.name)


def roles(publisher: str, edition: Edition, catalogue: Catalogue = ENGLISH) -> str:
    """Who wrote the text and, where that is somebody else, who publishes this edition of it."""
    text = text_by(publisher, catalogue)
    if not edition.independent:
        return text
    return f"{sentence(text)} {edition_by(edition, catalogue)}"


def _faults(values: Mapping[str, str | None]) -> Iterator[str]:
    names = [each.name for each in fields(Edition)]
    known = ", ".join([*names, SETTING])
    for name, value in values.items():
        if name not in names:
            yield f"has {quoted(name)}, which is no part of it; give {known} alone"
        elif value is None:
            yield f"gives no text as '{name}'; write it in quotation marks"
    if not values.get("name"):
        yield "lacks 'name'; give what this edition is called"
    kind = values.get("kind", "")
    if kind is not None and kind not in list(EditionKind):
        found = f"has the kind {quoted(kind)}" if kind else "lacks 'kind'"
        yield f"{found}; give independent, or official if the text's publisher publishes this site"
    for name, text in values.items():
        if unseen_in := _unreadable(name, text or ""):
            yield f"has the {name} {quoted(text or '')}, which {unseen_in}"
            return
    for name in ("address", "repository"):
        if (value := values.get(name)) and (fault := refusal(value)):
            yield f"has the {name} {quoted(value)}, which {fault}"
    if (contact := values.get("contact")) and not uri_of(contact):
        yield f"has the contact {quoted(contact)}; give an e-mail address or an https address"


def _unreadable(name: str, value: str) -> str:
    """Why readers would not see a value as it is, with the remedy."""
    if name == "name" and "<" in value:
        return "holds HTML; write words alone"
    most = _LONGEST.get(name, len(value))
    if len(value) > most:
        return f"has {len(value):,} characters; shorten it to {most}"
    return unseen(value)


def _notes(edition: Edition) -> Iterator[Problem]:
    if not edition.contact and not edition.repository:
        message = (
            "names neither a contact nor a repository, so readers cannot report an error, and"
            " pages say so; give one"
        )
        yield _problem(message, Severity.NOTE)


def _text(value: object) -> str | None:
    """A value as text on one line; None where it is another thing, such as a list or a number."""
    if value is None:
        return ""
    return " ".join(value.split()) if isinstance(value, str) else None


def _problem(message: str, severity: Severity = Severity.PROBLEM) -> Problem:
    return setting_problem(f"extra.edition {message}", severity)
