"""Where a reader asks for an entry or a change: forms of the repository, and e-mails made ready."""

from typing import NamedTuple
from urllib.parse import quote, urlsplit

from ..language.catalogue import ENGLISH, Catalogue
from ..statement.edition import Edition

# The forms, by whom they are for, as GitHub finds them in .github/ISSUE_TEMPLATE.
ORGANISATION = "endorse-organisation.yml"
INDIVIDUAL = "endorse-individual.yml"
OWN_SERVER = "endorse-own-server.yml"

# Those about what signatories did: for anybody, and for a signatory that replies.
DEED = "document-a-deed.yml"
REPLY = "reply-or-correct.yml"


def _of_an_organisation(catalogue: Catalogue) -> tuple[str, ...]:
    """What an organisation is asked."""
    _ = catalogue.gettext
    return (
        _("Name of the organisation:"),
        _("Kind (company, nonprofit, academic, association or public body):"),
        _("Country:"),
        _("Website:"),
        _("Page on which we say that we endorse it, if there is one:"),
        _("A statement of up to 280 characters, if you want one:"),
    )


def _of_an_individual(catalogue: Catalogue) -> tuple[str, ...]:
    """What an individual is asked."""
    _ = catalogue.gettext
    return (
        _("Name:"),
        _("Affiliation, if you want one:"),
        _("Website, if you have one:"),
        _("Page on which I say that I endorse it, if there is one:"),
        _("A statement of up to 280 characters, if you want one:"),
    )


class AskingView(NamedTuple):
    """The address of each way to ask; empty where the edition does not have that way.

    `repository` stands for forms where the repository's host has none that can be opened by an
    address, and `page` is a contact that is no e-mail address.
    """

    organisation: str = ""
    individual: str = ""
    own_server: str = ""
    deed: str = ""
    reply: str = ""
    repository: str = ""
    mail_of_organisation: str = ""
    mail_of_individual: str = ""
    page: str = ""

    @property
    def nobody(self) -> bool:
        """Whether there is no way to ask."""
        return not any(self)


def asking_view(
    edition: Edition, title: str, version: str, catalogue: Catalogue = ENGLISH
) -> AskingView:
    """The ways that an edition has for an endorsement of a version of the text of this title."""
    _, text = catalogue.gettext, {"version": version, "title": title}
    subject, agreed = (
        _("Endorsement of “%(title)s”", title=title),
        _("This may be published, without any e-mail address."),
    )
    we = _("We endorse version %(version)s of “%(title)s”.", **text)
    one = _("I endorse version %(version)s of “%(title)s”.", **text)
    of_organisation = _mail(edition, subject, (we, "", *_of_an_organisation(catalogue)), agreed)
    of_individual = _mail(edition, subject, (one, "", *_of_an_individual(catalogue)), agreed)
    return AskingView(
        organisation=_form(edition, ORGANISATION),
        individual=_form(edition, INDIVIDUAL),
        own_server=_form(edition, OWN_SERVER),
        deed=_form(edition, DEED),
        reply=_form(edition, REPLY),
        repository=edition.repository,
        mail_of_organisation=of_organisation,
        mail_of_individual=of_individual,
        page="" if edition.mail else edition.contact,
    )


def _form(edition: Edition, name: str) -> str:
    """The address that opens a form of the repository; empty where it is not on GitHub.

    What stands behind owner and name, such as a branch, is no part of it.
    """
    parts = urlsplit(edition.repository)
    owner, _, rest = parts.path.strip("/").partition("/")
    repository = rest.partition("/")[0].removesuffix(".git")
    if parts.hostname not in ("github.com", "www.github.com") or not repository:
        return ""
    return f"https://{parts.hostname}/{owner}/{repository}/issues/new?template={name}"


def _mail(edition: Edition, subject: str, asked: tuple[str, ...], agreed: str) -> str:
    """A `mailto:` address with subject and words; lines end as RFC 6068, section 5, has it."""
    if not edition.mail:
        return ""
    body = "\r\n".join((*asked, "", agreed))
    return f"{edition.contact_uri}?subject={quote(subject)}&body={quote(body)}"
